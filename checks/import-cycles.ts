import { importsOf } from './imports.ts';
import type { Check, Problem, SourceFile } from './project.ts';

export const importCycles: Check = {
  name: 'import-cycles',
  why: 'Files that read each other cannot be understood, tested or moved one at a time.',
  find: (files) => {
    const graph = new Map(files.map((file) => [file.path, targets(file)]));
    return withoutRepetition(cycles(graph)).map(problem);
  },
};

function targets(file: SourceFile): string[] {
  return importsOf(file).flatMap(({ target }) => (target === undefined ? [] : [target]));
}

/** One cycle for each edge that closes one, found by a depth-first walk. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.push([...trail.slice(start), path]);
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}

/** One knot of files closes many cycles: those that only pass through files already told add nothing. */
function withoutRepetition(all: readonly string[][]): string[][] {
  const told = new Set<string>();
  const shortestFirst = all.toSorted((a, b) => a.length - b.length);
  return shortestFirst.filter((cycle) => {
    const isNew = cycle.some((path) => !told.has(path));
    for (const path of cycle) told.add(path);
    return isNew;
  });
}

function problem(cycle: readonly string[]): Problem {
  return { path: cycle[0] ?? '', line: 1, message: `import cycle: ${cycle.join(' → ')}` };
}
