import type { BenefitLine } from './answer-271.ts';

/** Why nothing was made of a line: it stays in the file and is shown. */
export type AsideReason =
  | 'unbelievable'
  | 'contradicts'
  | 'out-of-network'
  /** It is about a code that is no dental one. */
  | 'other-code'
  /** The coverage ends before it begins. */
  | 'ends-first'
  /** Its limit is told in a unit that counts no services: months, days. */
  | 'other-unit'
  /** How many services are left of a limit, of which a plan's facts have no word. */
  | 'times-left'
  /** How often, in a way for which the facts have no words. */
  | 'limit-without-words'
  /** How often, beside a word that limits nothing, such as a share. */
  | 'limit-of-no-limitation'
  /** It names the day on which it was last done: a use, and no fact of the plan. */
  | 'last-service'
  /** Of the health plan as a whole, beside another word about dental care. */
  | 'health-plan'
  | 'more-left-than-there-is'
  | 'family-below-one'
  | 'deductible-above-maximum'
  | 'no-word';

export interface Aside {
  readonly line: BenefitLine;
  readonly reason: AsideReason;
  /** The part that it is about, as it stands; absent: the line as a whole. */
  readonly figures?: string;
}
