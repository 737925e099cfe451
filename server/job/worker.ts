import { randomUUID } from 'node:crypto';
import type { ArchwayDatabase } from '../database/connect.ts';
import type { Bell } from './bell.ts';
import { extendLease, finish, leaseNext, postpone, type LeasedJob, type OnlyJobs } from './job-queue.ts';

/** What becomes of a job that was worked on. */
export type JobOutcome = 'done' | { readonly againAfterSeconds: number };

/**
 * Does one job. It may be begun again after a kill, so it must bear being repeated; `lost` is raised when the lease
 * ran out and somebody else may have the job. What it throws is a fault: the job is tried again, later and later.
 */
export type JobHandler = (job: LeasedJob, lost: AbortSignal) => Promise<JobOutcome>;

export interface WorkerOptions {
  readonly db: ArchwayDatabase;
  readonly bell: Bell;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly say: (line: string) => void;
  /** How long a job stays with a worker that says nothing more. */
  readonly leaseSeconds?: number;
  /** How often it looks for what other servers were asked for. */
  readonly pollSeconds?: number;
  readonly atOnce?: number;
  /** Leaves everything else to others: what they were set up for, this process may not be. */
  readonly only?: OnlyJobs;
}

/** The longest wait after faults. */
const longestWaitSeconds = 3600;

/**
 * Works through the jobs of the database, beside any number of others on the same one. Looks when the bell rings
 * and every few seconds; there is no LISTEN, since a pooler in between would swallow it.
 */
export class Worker {
  readonly #options: WorkerOptions & Required<Pick<WorkerOptions, 'leaseSeconds' | 'pollSeconds' | 'atOnce'>>;
  readonly #loops: Promise<void>[] = [];
  #stopping = false;

  constructor(options: WorkerOptions) {
    this.#options = { leaseSeconds: 60, pollSeconds: 2, atOnce: 2, ...options };
  }

  start(): void {
    for (let index = 0; index < this.#options.atOnce; index++) this.#loops.push(this.#loop());
  }

  /** Takes no more work and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#options.bell.ring();
    await Promise.all(this.#loops);
  }

  /** Does whatever is due now, and returns how many jobs that were: for the command line. */
  async drain(): Promise<number> {
    let count = 0;
    while (await this.#workOnce()) count++;
    return count;
  }

  async #loop(): Promise<void> {
    while (!this.#stopping) {
      const { bell, pollSeconds } = this.#options;
      const rung = bell.listen();
      if (!(await this.#tryOnce())) await bell.wait(rung, pollSeconds);
    }
  }

  /** An outage of the database ends nothing: it is told, and looked at again at the next poll. */
  async #tryOnce(): Promise<boolean> {
    try {
      return await this.#workOnce();
    } catch (error) {
      this.#options.say(`job: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }

  async #workOnce(): Promise<boolean> {
    const { db, handlers, leaseSeconds, only } = this.#options;
    const job = await leaseNext(db, Object.keys(handlers), leaseSeconds, randomUUID(), only);
    const handler = job && handlers[job.kind];
    if (!job || !handler) return false;
    const lost = new AbortController();
    const beat = setInterval(() => void this.#beat(job, lost), (leaseSeconds * 1000) / 3);
    try {
      await this.#settle(job, await handler(job, lost.signal));
    } catch (error) {
      await this.#failed(job, error);
    } finally {
      clearInterval(beat);
    }
    return true;
  }

  async #beat(job: LeasedJob, lost: AbortController): Promise<void> {
    try {
      if (!(await extendLease(this.#options.db, job, this.#options.leaseSeconds))) lost.abort();
    } catch {
      // The database is away: the lease runs out by itself, and whoever finishes without one is refused.
    }
  }

  async #settle(job: LeasedJob, outcome: JobOutcome): Promise<void> {
    const { db } = this.#options;
    await (outcome === 'done' ? finish(db, job) : postpone(db, job, outcome.againAfterSeconds));
  }

  async #failed(job: LeasedJob, error: unknown): Promise<void> {
    const fault = placeOf(error);
    this.#options.say(`job ${job.kind}: failed, will be tried again (${fault})`);
    await postpone(this.#options.db, job, Math.min(5 * 2 ** (job.attempts - 1), longestWaitSeconds), fault);
  }
}

/** Kind and place of a fault without its message, in which what the record holds may stand. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  const place = error.stack?.split('\n').find((line) => line.trim().startsWith('at ')) ?? '';
  return `${error.name} ${place.trim()}`.trim();
}
