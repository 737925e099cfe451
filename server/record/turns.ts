/**
 * Whoever works on one of the same keys waits here until those before are done, in the order in which they came.
 * In one process this keeps writers of one chain from working on what another is about to change; between processes
 * the locks in the database do.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<Result>(keys: readonly string[], work: () => Promise<Result>): Promise<Result> {
    const before = keys.flatMap((key) => this.#last.get(key) ?? []);
    const turn = before.length === 0 ? work() : Promise.all(before).then(work);
    const over = turn.catch(() => undefined);
    for (const key of keys) this.#last.set(key, over);
    void over.then(() => {
      for (const key of keys) if (this.#last.get(key) === over) this.#last.delete(key);
    });
    return turn;
  }
}
