import ts from 'typescript';
import { importsOf } from './imports.ts';
import { isCode, isTest, parse, problemAt, visit, type Check, type SourceFile } from './project.ts';

interface Export {
  readonly file: SourceFile;
  readonly name: string;
  readonly node: ts.Node;
  readonly isType: boolean;
}

/** Files that something else than an import starts. */
const entryPoints =
  /^(cli\/archway\.ts|bootstrap\/.*|.*\.config\.(ts|js)|web\/(main\.tsx|screens\.ts|.*\.d\.ts)|bench\/.*|evaluation\/.*|checks\/run-checks\.ts|server\/database\/test-cluster\.ts)$/;

export const deadExports: Check = {
  name: 'dead-exports',
  why: 'What nobody imports is either unfinished or dead; what only its own file uses is not exported.',
  find: (files) => {
    const code = files.filter(isCode);
    const used = uses(code);
    return code
      .filter((file) => !entryPoints.test(file.path) && !isTest(file.path))
      .flatMap(exportsOf)
      .filter((one) => isDead(one, used))
      .map((one) => problemAt(one.file, one.node, `nobody imports ${one.name}`));
  },
};

interface Uses {
  readonly byProgram: ReadonlySet<string>;
  readonly byTests: ReadonlySet<string>;
}

const everything = '*';
const key = (path: string, name: string) => `${path}#${name}`;

function uses(files: readonly SourceFile[]): Uses {
  const byProgram = new Set<string>();
  const byTests = new Set<string>();
  for (const one of files.flatMap(importsOf)) {
    const { target } = one;
    if (target === undefined) continue;
    const names = one.names === 'everything' ? [everything] : one.names;
    for (const name of names) (isTestSupport(one.from.path) ? byTests : byProgram).add(key(target, name));
  }
  return { byProgram, byTests };
}

function isTestSupport(path: string): boolean {
  return isTest(path) || path.startsWith('scenarios/') || /(^|\/)test-[^/]*$|\.samples\.ts$/.test(path);
}

function isDead(one: Export, { byProgram, byTests }: Uses): boolean {
  const isUsed = (by: ReadonlySet<string>) =>
    by.has(key(one.file.path, one.name)) || by.has(key(one.file.path, everything));
  if (isUsed(byProgram)) return false;
  // A type that its own file uses describes something else that is exported.
  const usedHere = mentions(one) > 1;
  if (one.isType && usedHere) return false;
  // A test alone keeps nothing alive, but for what is made for tests, and for parts that the file itself uses.
  return !isUsed(byTests) || !(usedHere || isTestSupport(one.file.path));
}

function mentions({ file, name }: Export): number {
  let count = 0;
  visit(parse(file), (node) => {
    if (ts.isIdentifier(node) && node.text === name) count += 1;
  });
  return count;
}

function exportsOf(file: SourceFile): Export[] {
  return parse(file).statements.flatMap((statement) => {
    if (ts.isExportAssignment(statement)) return [{ file, name: 'default', node: statement, isType: false }];
    if (!ts.canHaveModifiers(statement) || !isExported(statement)) return [];
    const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    if (isSchemaType(statement)) return [];
    return names(statement).map((name) => ({ file, name, node: statement, isType }));
  });
}

/** `type Claim = Static<typeof claimSchema>` is the name of its schema as a type: one thing, alive or dead together. */
function isSchemaType(statement: ts.Statement): boolean {
  return ts.isTypeAliasDeclaration(statement) && /^Static<typeof \w+>$/.test(statement.type.getText());
}

function isExported(statement: ts.HasModifiers): boolean {
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

function names(statement: ts.Statement & ts.HasModifiers): string[] {
  const isDefault = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  if (isDefault === true) return ['default'];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  }
  return 'name' in statement && isIdentifier(statement.name) ? [statement.name.text] : [];
}

function isIdentifier(value: unknown): value is ts.Identifier {
  return typeof value === 'object' && value !== null && 'text' in value;
}
