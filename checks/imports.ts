import { posix } from 'node:path';
import ts from 'typescript';
import { isCode, parse, visit, type SourceFile } from './project.ts';

export interface Import {
  readonly from: SourceFile;
  readonly node: ts.Node;
  readonly specifier: string;
  /** The path inside the project that it means; undefined for packages and Node's own modules. */
  readonly target: string | undefined;
  /** What is taken: names, or everything (`import * as`, `import()`, `export *`). */
  readonly names: readonly string[] | 'everything';
}

/** Every import and re-export of a file, also those of types only and dynamic ones with a literal name. */
export function importsOf(file: SourceFile): Import[] {
  if (!isCode(file)) return [];
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, names: Import['names']) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const target = resolveTarget(file.path, specifier.text);
    found.push({ from: file, node, specifier: specifier.text, target, names });
  };
  visit(parse(file), (node) => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, importedNames(node.importClause));
    if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, reExportedNames(node));
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], 'everything');
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, 'everything');
    }
  });
  return found;
}

function resolveTarget(from: string, specifier: string): string | undefined {
  const clean = specifier.replace(/\?.*$/, '');
  if (clean.startsWith('#')) return clean.slice(1);
  if (clean.startsWith('.')) return posix.join(posix.dirname(from), clean);
  return undefined;
}

function importedNames(clause: ts.ImportClause | undefined): Import['names'] {
  if (clause === undefined) return [];
  const names = clause.name === undefined ? [] : ['default'];
  const bindings = clause.namedBindings;
  if (bindings === undefined) return names;
  if (ts.isNamespaceImport(bindings)) return 'everything';
  return [...names, ...bindings.elements.map((element) => (element.propertyName ?? element.name).text)];
}

function reExportedNames(node: ts.ExportDeclaration): Import['names'] {
  if (node.exportClause === undefined || ts.isNamespaceExport(node.exportClause)) return 'everything';
  return node.exportClause.elements.map((element) => (element.propertyName ?? element.name).text);
}
