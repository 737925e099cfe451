import { inOneLine, sayRefusal } from '#contract/say-refusal.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';

/**
 * Something that Archway needs is not as it must be, and nothing was changed. It is thrown, not returned, because
 * nothing that starts can go on without; the command line catches it once and prints the refusal.
 */
export class CannotStart extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, cause?: unknown) {
    super(inOneLine(sayRefusal('en', refusal)), { cause });
    this.name = 'CannotStart';
    this.refusal = refusal;
  }
}
