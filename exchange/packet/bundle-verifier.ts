import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const start = 'exchange/packet/verify-main.ts';

const header = `#!/usr/bin/env node
// Archway packet verifier. One file; needs nothing but Node 20 or newer; reads the packet and sends nothing anywhere.
// Made from the modules named below, which the program itself runs for \`archway verify FILE\`. License: Apache-2.0.
`;

/**
 * The verifier that travels inside packets: the modules that verify-main.ts reads, without their types, one after
 * another in one file. Readable on purpose: whoever verifies may want to read what they run.
 */
export async function bundleVerifier(): Promise<string> {
  const nodeNames = new Map<string, Set<string>>();
  const bodies: string[] = [];
  collect(start, new Set(), nodeNames, bodies);
  const imports = [...nodeNames]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, names]) => `import { ${[...names].sort().join(', ')} } from '${module}';`);
  const code = [header, ...imports, ...bodies].join('\n');
  const options = await prettier.resolveConfig(join(root, start));
  return prettier.format(code, { ...options, parser: 'babel' });
}

/** Appends a module after those that it reads. */
function collect(
  path: string,
  done: Set<string>,
  nodeNames: Map<string, Set<string>>,
  bodies: string[],
): void {
  if (done.has(path)) return;
  done.add(path);
  const { outputText } = ts.transpileModule(readFileSync(join(root, path), 'utf8'), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      removeComments: false,
    },
  });
  const body = outputText
    .replace(/^import \{([^}]*)\} from '([^']+)';\n/gm, (_line, list: string, specifier: string) => {
      const names = list.split(',').flatMap((name) => name.trim() || []);
      if (names.length > 0) follow(specifier, names);
      return '';
    })
    .replace(/^export \{\};\n?/gm, '')
    .replace(/^export (?=(async |const |function |class ))/gm, '');
  bodies.push(`\n// ${path}\n\n${body}`);

  function follow(specifier: string, names: readonly string[]): void {
    if (specifier.startsWith('node:')) {
      const known = nodeNames.get(specifier) ?? new Set();
      nodeNames.set(specifier, new Set([...known, ...names]));
      return;
    }
    const target = specifier.startsWith('#')
      ? specifier.slice(1)
      : relative(root, join(root, dirname(path), specifier));
    collect(target, done, nodeNames, bodies);
  }
}
