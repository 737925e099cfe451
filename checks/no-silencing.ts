import ts from 'typescript';
import { isCode, parse, problemAt, problemLines, visit, type Check, type SourceFile } from './project.ts';

/** A lint rule may be put aside for a line when the line says why: `-- reason`. */
const comments = /(@ts-(ignore|expect-error|nocheck)|eslint-disable(?!-(next-)?line \S+ -- \S))/;

export const noSilencing: Check = {
  name: 'no-silencing',
  why: 'The compiler is told the truth, so that what it says can be believed.',
  find: (files) => files.filter(isCode).flatMap((file) => [...silencedTypes(file), ...silencedTools(file)]),
};

function silencedTypes(file: SourceFile) {
  const problems: ReturnType<typeof problemAt>[] = [];
  visit(parse(file), (node) => {
    const message = silencing(node);
    if (message !== undefined) problems.push(problemAt(file, node, message));
  });
  return problems;
}

function silencing(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any: say what it is, or unknown';
  if (ts.isNonNullExpression(node))
    return '"!" claims what the compiler cannot see: check it, or give it a type';
  if (ts.isAsExpression(node) && isCastToNothing(withoutParentheses(node.expression))) {
    return 'a cast by way of unknown says that the types are wrong';
  }
  return undefined;
}

/** `as unknown`, `as any` and `as never` forget what is known, so that the next cast may claim anything. */
function isCastToNothing(node: ts.Expression): boolean {
  return ts.isAsExpression(node) && /^(unknown|any|never)$/.test(node.type.getText());
}

function withoutParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node;
}

function silencedTools(file: SourceFile) {
  // In a string (a test of this very check, say) it silences nothing.
  return problemLines(file, new RegExp(`(//|/\\*).*${comments.source}`), (found) => found).filter(
    ({ line }) => !/['"\`].*(\/\/|\/\*)/.test(file.text.split('\n')[line - 1] ?? ''),
  );
}
