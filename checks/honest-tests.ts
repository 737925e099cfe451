import ts from 'typescript';
import { isTest, parse, problemAt, visit, type Check, type Problem, type SourceFile } from './project.ts';

const silent = new Set(['skip', 'only', 'todo', 'skipIf', 'fails']);
const starters = new Set(['test', 'it', 'describe', 'suite']);
const skippedNames = new Set(['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe']);

export const honestTests: Check = {
  name: 'honest-tests',
  why: 'A test that is skipped, that skips the others, or that cannot fail says nothing.',
  find: (files) => files.filter((file) => isTest(file.path)).flatMap(objections),
};

function objections(file: SourceFile): Problem[] {
  const problems: Problem[] = [];
  let expects = false;
  visit(parse(file), (node) => {
    if (ts.isIdentifier(node) && /^(expect|assert)/.test(node.text)) expects = true;
    const message = objection(node);
    if (message !== undefined) problems.push(problemAt(file, node, message));
  });
  if (!expects) problems.push({ path: file.path, line: 1, message: 'no expectation: it cannot fail' });
  return problems;
}

function objection(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && silent.has(node.name.text) && isStarter(node.expression)) {
    return `${node.getText()} is not allowed (runIf, with what the machine must have, is)`;
  }
  if (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    skippedNames.has(node.expression.text)
  ) {
    return `${node.expression.text} is not allowed`;
  }
  return undefined;
}

/** test, describe, test.each, test.concurrent … and the context that a test receives. */
function isStarter(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return isStarter(node.expression);
  return ts.isIdentifier(node) && (starters.has(node.text) || /^(context|ctx)$/.test(node.text));
}
