import { parentPort } from 'node:worker_threads';
import { solveLevels, type SolverOutcome, type SolverRequest } from './solve-levels.ts';

/** What the thread answers: outcomes that get better, then the last one; or why there is none. */
export type SolverReply =
  | { readonly kind: 'better'; readonly outcome: SolverOutcome }
  | { readonly kind: 'done'; readonly outcome: SolverOutcome }
  | { readonly kind: 'missing' | 'failed'; readonly why: string };

if (!parentPort) throw new Error('the solver runs in a worker thread');
const port = parentPort;
const reply = (message: SolverReply) => port.postMessage(message);

// Not a static import: a machine without the package still gets the greedy's schedule.
const solver = await import('or-tools-wasm/cp-sat').then(
  ({ CpSat }) => CpSat,
  (error: unknown) => inWords(error),
);

port.on('message', (request: SolverRequest) => {
  if (typeof solver === 'string') return reply({ kind: 'missing', why: solver });
  solveLevels(solver, request, (outcome) => reply({ kind: 'better', outcome })).then(
    (outcome) => reply({ kind: 'done', outcome }),
    (error: unknown) => reply({ kind: 'failed', why: inWords(error) }),
  );
});

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
