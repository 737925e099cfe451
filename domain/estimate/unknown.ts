import type { Message } from '../kernel/message.ts';

/** Something that the estimate needs and nobody has told: each candidate is tried. */
export interface Unknown {
  readonly key: string;
  /** Names the fact, for whoever can ask for it. */
  readonly said: Message;
  readonly candidates: number;
}

/** Answers with the index of the candidate that holds in this trial. */
export type Ask = (unknown: Unknown) => number;

/** One thing that either holds or does not. */
export function askWhether(ask: Ask, key: string, said: Message): boolean {
  return ask({ key, said, candidates: 2 }) === 0;
}
