import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** A file of ours; `path` is relative to the project, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Problem {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** One rule of the house. `why` is what a person who breaks it reads first. */
export interface Check {
  readonly name: string;
  readonly why: string;
  readonly find: (files: readonly SourceFile[]) => Problem[];
}

// What .gitignore names, and folders that tools make. "coverage" is none of them: it is a noun of the work.
const notOurs = new Set(['node_modules', '.git', '.runtime', '.archway', 'dist']);
const text = new Set(
  '.ts .tsx .mts .js .mjs .cjs .json .yaml .yml .md .sql .css .html .txt .csv .typ .svg .x12'.split(' '),
);
/** Tables that are no text. They are listed, so that a check can say that they should not be here. */
export const sealedTables = [
  'zip',
  'gz',
  '7z',
  'rar',
  'tar',
  'xlsx',
  'xls',
  'xlsm',
  'xlsb',
  'ods',
  'numbers',
  'mdb',
  'accdb',
  'sqlite',
  'parquet',
];
const isSealed = (path: string) => sealedTables.includes(extname(path).slice(1).toLowerCase());
const dotFiles = new Set(['.npmrc', '.gitignore', '.prettierrc.json', '.prettierignore']);

/** Every text file of the project, in order of path; and sealed tables, without their content. */
export function readProject(root: string): SourceFile[] {
  return paths(root)
    .filter(
      (path) => isSealed(path) || text.has(extname(path)) || dotFiles.has(path) || path.startsWith('.ci/'),
    )
    .sort()
    .map((path) => ({ path, text: isSealed(path) ? '' : readFileSync(join(root, path), 'utf8') }));
}

function paths(root: string, folder: string = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? paths(root, path) : [relative(root, path).split(sep).join('/')];
  });
}

export function isCode(file: SourceFile): boolean {
  return /\.(ts|tsx|mts|js|mjs)$/.test(file.path);
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

export function parse(file: SourceFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  parsed.set(file, tree);
  return tree;
}

export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

export function problemAt(file: SourceFile, node: ts.Node, message: string): Problem {
  const { line } = parse(file).getLineAndCharacterOfPosition(node.getStart());
  return { path: file.path, line: line + 1, message };
}

/** One problem for each line that matches. */
export function problemLines(
  file: SourceFile,
  pattern: RegExp,
  message: (found: string) => string,
): Problem[] {
  return file.text.split('\n').flatMap((line, index) => {
    const found = pattern.exec(line);
    return found === null ? [] : [{ path: file.path, line: index + 1, message: message(found[0].trim()) }];
  });
}
