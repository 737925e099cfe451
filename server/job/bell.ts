import { setTimeout as sleep } from 'node:timers/promises';

/** Tells the workers of this process at once that there is something to do. */
export class Bell {
  #rung = new AbortController();

  ring(): void {
    this.#rung.abort();
    this.#rung = new AbortController();
  }

  /** For `wait`: taken before one looks for work, so that a bell that rings meanwhile is not missed. */
  listen(): AbortSignal {
    return this.#rung.signal;
  }

  /** Until it rang, or for so long. */
  async wait(rung: AbortSignal, seconds: number): Promise<void> {
    await sleep(seconds * 1000, undefined, { signal: rung, ref: false }).catch(() => undefined);
  }
}
