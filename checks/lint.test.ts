import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A linter that looks at nothing says that all is well: each rule is seen to find what it is there for. */

const faults: Readonly<Record<string, string>> = {
  'eslint(eqeqeq)': 'export const it = (a: string) => a == "a";',
  'eslint(no-var)': 'export var it = 1;',
  'eslint(prefer-const)': 'export function it() { let a = 1; return a; }',
  'eslint(no-control-regex)': String.raw`export const it = /\x01/;`,
  'eslint(no-empty)': 'export function it(work: () => void) { try { work(); } catch {} }',
  'eslint(no-fallthrough)':
    'export function it(a: number) { let b = a; switch (a) { case 1: b = 2; case 2: b = 3; } return b; }',
  'typescript(await-thenable)': 'export const it = async (a: number) => await a;',
  'typescript(ban-ts-comment)': '// @ts-ignore\nexport const it: number = "a";',
  'typescript(consistent-type-imports)': 'import { Foo } from "./foo"; export type It = Foo;',
  'typescript(no-array-delete)': 'export const it = (a: number[]) => delete a[0];',
  'typescript(no-explicit-any)': 'export const it = (a: any) => a;',
  'typescript(no-floating-promises)': 'export const it = (work: () => Promise<void>) => { work(); };',
  'typescript(no-for-in-array)': 'export function it(a: number[]) { for (const i in a) return i; return; }',
  'typescript(no-implied-eval)': 'export const it = () => new Function("return 1");',
  'typescript(no-misused-promises)': 'export const it = (a: number[]) => a.forEach(async () => undefined);',
  'typescript(no-non-null-assertion)': 'export const it = (a?: string) => a!;',
  'typescript(only-throw-error)': 'export const it = () => { throw "text"; };',
  'typescript(restrict-plus-operands)': 'export const it = (a: {}) => a + 1;',
  'typescript(switch-exhaustiveness-check)':
    'export function it(a: "b" | "c") { switch (a) { case "b": return 1; } return 2; }',
};
const onScreens: Readonly<Record<string, string>> = {
  'react-hooks(rules-of-hooks)': 'if (a > 1) useEffect(() => undefined);',
  'react-hooks(exhaustive-deps)': 'useEffect(() => { console.log(a); }, []);',
};

let folder: string;
let told: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'archway-lint-'));
  copyFileSync('.oxlintrc.json', join(folder, '.oxlintrc.json'));
  const settings = { compilerOptions: { strict: true, noEmit: true, target: 'es2024' } };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  writeFileSync(join(folder, 'foo.ts'), 'export interface Foo { readonly a: number }\n');
  for (const [index, text] of Object.values(faults).entries())
    writeFileSync(join(folder, `fault-${index}.ts`), `${text}\n`);
  mkdirSync(join(folder, 'web'));
  const hooks = 'declare const useEffect: (effect: () => void, needs?: readonly unknown[]) => void;';
  for (const [index, text] of Object.values(onScreens).entries())
    writeFileSync(
      join(folder, 'web', `fault-${index}.tsx`),
      `${hooks}\nexport function Screen({ a }: { a: number }) { ${text} return null; }\n`,
    );
  const oxlint = resolve('node_modules/oxlint/bin/oxlint');
  const env = { ...process.env, OXLINT_TSGOLINT_PATH: resolve('node_modules/.bin/tsgolint') };
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format=unix'], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  told = stdout + stderr;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each([...Object.keys(faults).entries()])('fault %i is found by %s', (index, rule) => {
  expect(said(`fault-${index}.ts`)).toContain(rule);
});

test.each([...Object.keys(onScreens).entries()])('fault %i of the screens is found by %s', (index, rule) => {
  expect(said(`web/fault-${index}.tsx`)).toContain(rule);
});

test('what is well is left alone', () => {
  expect(said('foo.ts')).toBe('');
});

function said(file: string): string {
  return told
    .split('\n')
    .filter((line) => line.replaceAll('\\', '/').includes(file) && !line.includes(`web/${file}`))
    .join('\n');
}
