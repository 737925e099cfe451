import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
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
  /** The day on which services of a type, of no single code, were last done. */
  | 'last-day'
  /** A day, or several, of which it is not known what it is. */
  | 'other-day'
  | 'other-days'
  | 'unread-date'
  /** By its own days it does not hold on the day of the answer. */
  | 'not-yet'
  | 'no-longer'
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
  /** The days that it tells. */
  readonly days?: { readonly from?: CalendarDate; readonly through?: CalendarDate };
}
