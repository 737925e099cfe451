import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

/** Where many ask at once, the oldest are forgotten: the memory is bounded whatever comes. */
const mostRemembered = 10_000;

/** Lets each caller ask so many times a minute; the allowance comes back evenly. */
export class RequestLimit {
  readonly #perMinute: number;
  readonly #callers = new Map<string, { left: number; at: number }>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** `now` in milliseconds. Undefined: go on. */
  refuseExcess(caller: string, now: number): Refusal | undefined {
    const before = this.#callers.get(caller) ?? { left: this.#perMinute, at: now };
    const regained = ((now - before.at) / 60_000) * this.#perMinute;
    const left = Math.min(this.#perMinute, before.left + regained);
    // Set anew, so that whoever asked longest ago stands first and is forgotten first.
    this.#callers.delete(caller);
    if (this.#callers.size >= mostRemembered) this.#callers.delete(this.#callers.keys().next().value ?? '');
    this.#callers.set(caller, { left: Math.max(0, left - 1), at: now });
    return left >= 1 ? undefined : refuse('limit/too-many-questions', { perMinute: this.#perMinute });
  }
}
