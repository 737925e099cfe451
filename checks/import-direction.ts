import { posix } from 'node:path';
import { importsOf, type Import } from './imports.ts';
import { isTest, problemAt, type Check } from './project.ts';

/** What each top folder may read, beside itself. Nobody reads the web; only the command line reads the server. */
const mayRead: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  // The words that print in two languages are the contract's too.
  exchange: ['domain', 'contract/messages'],
  rulebook: ['domain'],
  server: ['domain', 'contract', 'exchange', 'rulebook'],
  cli: ['domain', 'contract', 'exchange', 'rulebook', 'server'],
  web: ['domain', 'contract'],
  // What tries the product out from outside may read all of it; of the screens only where each of them is.
  scenarios: ['domain', 'contract', 'exchange', 'rulebook', 'server', 'cli', 'bootstrap', 'web/screens.ts'],
  bench: ['domain', 'contract', 'evaluation', 'exchange', 'rulebook', 'server', 'cli', 'bootstrap'],
  evaluation: ['domain', 'contract', 'server'],
  checks: ['domain', 'exchange', 'rulebook', 'server'],
  bootstrap: ['cli', 'evaluation'],
};

/** Packages in the layers that must stay free of them; a layer that is not named may use any. */
const packagesOf: Readonly<Record<string, readonly string[]>> = {
  // Schemas are values of the domain: what is valid is part of what is true. Finding words in the guide is pure
  // too (docs/decisions/0013).
  domain: ['typebox', 'minisearch'],
  contract: ['typebox'],
  bootstrap: [],
};

/** Layers that also run in a browser, or must decide without one. */
const withoutNode = new Set(['domain', 'contract', 'web']);
const testPackages = new Set(['vitest', 'fast-check']);

export const importDirection: Check = {
  name: 'import-direction',
  why: 'kernel ◄ domain ◄ exchange ◄ server ◄ cli; contract reads domain; web reads contract and domain.',
  find: (files) =>
    files.flatMap((file) =>
      importsOf(file).flatMap((one) => {
        const message = objection(one);
        return message === undefined ? [] : [problemAt(file, one.node, message)];
      }),
    ),
};

function objection(one: Import): string | undefined {
  return one.target === undefined ? packageObjection(one) : folderObjection(one, one.target);
}

function folderObjection({ from, specifier }: Import, target: string): string | undefined {
  const own = topFolder(from.path);
  const other = topFolder(target);
  if (other === undefined || own === undefined) return undefined; // files at the root configure tools
  const readable = mayRead[own]?.some((folder) => `${target}/`.startsWith(`${folder}/`)) === true;
  if (own !== other && !readable) return `${own} may not read ${other}`;
  if (own !== other && specifier.startsWith('.')) return `write #${target} instead of ${specifier}`;
  if (inKernel(from.path) && !inKernel(target)) return 'the kernel may not read the rest of the domain';
  return internalObjection(from.path, target);
}

function inKernel(path: string): boolean {
  return path.startsWith('domain/kernel/');
}

function internalObjection(from: string, target: string): string | undefined {
  const position = target.lastIndexOf('internal/');
  if (position < 0) return undefined;
  const folder = posix.join(target.slice(0, position), '.');
  return from.startsWith(`${folder}/`) ? undefined : `${target} is internal to ${folder}`;
}

function packageObjection({ from, specifier }: Import): string | undefined {
  const layer = topFolder(from.path);
  if (layer === undefined || isTest(from.path) || from.path === 'web/vite.config.ts') return undefined;
  if (specifier.startsWith('node:')) {
    return withoutNode.has(layer) ? `${layer} may not use Node (${specifier})` : undefined;
  }
  const name = packageName(specifier);
  if (testPackages.has(name) && layer !== 'scenarios') {
    return /(^|\/)test-[^/]*$/.test(from.path) ? undefined : `only tests may use ${name}`;
  }
  return packagesOf[layer]?.includes(name) === false ? `${layer} may not use the package ${name}` : undefined;
}

function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Undefined for files at the root of the project. */
function topFolder(path: string): string | undefined {
  const [first, second] = path.split('/');
  return second === undefined ? undefined : first;
}
