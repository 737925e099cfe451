import ts from 'typescript';
import { isTest, parse, problemAt, visit, type Check, type Problem, type SourceFile } from './project.ts';

// Node and the browser are kept out by the compiler (tsconfig.domain.json has neither's types); the language's own
// clock and dice are left to this check.
const impureMembers = new Set(['Date.now', 'Math.random', 'import.meta', 'performance.now', 'Temporal.Now']);

export const domainPurity: Check = {
  name: 'domain-purity',
  why: 'The domain decides at once and from its arguments alone: time, identifiers, chance and hashing come in from outside, and whoever waits belongs to the server.',
  find: (files) => files.filter((file) => isPure(file.path)).flatMap(findImpure),
};

function isPure(path: string): boolean {
  return /^(domain|contract)\/.*\.ts$/.test(path) && !isTest(path);
}

function findImpure(file: SourceFile): Problem[] {
  const problems: Problem[] = [];
  visit(parse(file), (node) => {
    const name = impurity(node);
    if (name !== undefined) problems.push(problemAt(file, node, `${name} is not pure`));
  });
  return problems;
}

function impurity(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length) return 'new Date()';
  if (ts.isCallExpression(node) && isDate(node.expression)) return 'Date()';
  if (ts.isMetaProperty(node)) return 'import.meta';
  if (ts.isAwaitExpression(node)) return 'await';
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async';
  if (ts.isIdentifier(node) && node.text === 'Promise') return 'Promise';
  if (ts.isPropertyAccessExpression(node) && impureMembers.has(node.getText())) return node.getText();
  return undefined;
}

function isDate(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'Date';
}
