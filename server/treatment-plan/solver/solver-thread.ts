import { Worker } from 'node:worker_threads';
import type { SolverOutcome, SolverRequest } from './solve-levels.ts';
import type { SolverReply } from './solver-worker.ts';

export type SolverAnswer =
  | { readonly kind: 'done'; readonly outcome: SolverOutcome }
  /** Ended from outside or by the clock, with the best that was known by then. */
  | { readonly kind: 'stopped'; readonly outcome: SolverOutcome | undefined }
  | { readonly kind: 'missing' | 'failed'; readonly why: string };

/** Seconds beyond its limit after which the thread is taken for hung. */
const grace = 5;

/**
 * The solver in a thread of its own, one problem after the other. Started at the first problem and kept warm; ended by
 * `close`, by a cancelled problem, or when it does not keep its time, and started anew for the next one.
 */
export class SolverThread {
  readonly #program: URL;
  #worker: Worker | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /** `program` is replaced by tests that want a thread which is missing its solver, hangs or crashes. */
  constructor(program: URL = new URL('./solver-worker.ts', import.meta.url)) {
    this.#program = program;
  }

  solve(request: SolverRequest, signal?: AbortSignal): Promise<SolverAnswer> {
    const answer = this.#turn.then(() => this.#solveNow(request, signal));
    this.#turn = answer;
    return answer;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #solveNow(request: SolverRequest, signal: AbortSignal | undefined): Promise<SolverAnswer> {
    if (signal?.aborted === true) return { kind: 'stopped', outcome: undefined };
    const worker = this.#started(request.memoryMegabytes);
    const { promise, resolve } = Promise.withResolvers<SolverAnswer>();
    let best: SolverOutcome | undefined;
    const hear = (reply: SolverReply) => {
      if (reply.kind === 'better') best = reply.outcome;
      else if (reply.kind === 'done') resolve({ kind: 'done', outcome: reply.outcome });
      else resolve(reply);
    };
    const stop = () => resolve({ kind: 'stopped', outcome: best });
    const fail = (error: Error) => resolve({ kind: 'failed', why: error.message });
    const end = (code: number) => resolve({ kind: 'failed', why: `the thread ended with ${code}` });
    const clock = setTimeout(stop, (request.seconds + grace) * 1000);
    signal?.addEventListener('abort', stop);
    worker.on('message', hear).on('error', fail).on('exit', end);
    worker.postMessage(request);
    const answer = await promise;
    clearTimeout(clock);
    signal?.removeEventListener('abort', stop);
    worker.off('message', hear).off('error', fail).off('exit', end);
    if (answer.kind === 'stopped' || answer.kind === 'failed') await this.close();
    return answer;
  }

  #started(memoryMegabytes: number): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#program, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    });
    // A thread that waits for work does not keep the program alive.
    worker.unref();
    this.#worker = worker;
    return worker;
  }
}
