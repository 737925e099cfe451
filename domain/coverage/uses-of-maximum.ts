import { benefitYearStart } from '../estimate/benefit-year.ts';
import { closest, scopeKey } from '../estimate/scope.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { BenefitUse } from './benefit-use.ts';
import type { CoverageQuestion } from './coverage-question.ts';
import type { PlanWords, SaidOf } from './said-of-code.ts';

export type MaximumWord = SaidOf<'maximum'> | SaidOf<'remaining'>;

/** What the offices of the case used of a maximum beside the payer's word, in cents. */
export interface UsesOfMaximum {
  readonly paid: number;
  /** Waiting for the payer, or reserved by a predetermination that holds: it may be paid before. */
  readonly waiting: number;
}

/**
 * Uses that count against a maximum on the day of service. What was paid by the day of the payer's word of what is left
 * is part of that word, as in `toldUses`; what waits is not. The service that is asked about is no use of itself.
 */
export function usesOfMaximum(
  question: CoverageQuestion,
  words: PlanWords,
  {
    limit,
    all,
    heard,
  }: {
    readonly limit: MaximumWord;
    /** Every word of a maximum of the plan, to tell which of them governs the code of a use. */
    readonly all: readonly MaximumWord[];
    /** The day of the payer's word; absent where it spoke of the whole only. */
    readonly heard: CalendarDate | undefined;
  },
): UsesOfMaximum {
  const { coverage, code, serviceDate } = question;
  const begins = words.followed.flatMap(({ statement }) =>
    statement.kind === 'benefit-year' ? statement.begins : [],
  )[0];
  const yearOf = (day: CalendarDate) => benefitYearStart(day, begins ?? '01-01');
  const counted = question.uses.filter(
    (use) =>
      use.coverageId === coverage?.coverageId &&
      !(use.code === code && use.date === serviceDate) &&
      (use.member === 'patient' || limit.statement.per === 'family') &&
      (limit.statement.period === 'lifetime' || yearOf(use.date) === yearOf(serviceDate)) &&
      isGoverned(use, limit, all, words),
  );
  const sum = (uses: readonly BenefitUse[]) => uses.reduce((total, { pays }) => total + pays, 0);
  return {
    paid: sum(counted.filter(({ state, date }) => state === 'paid' && (heard === undefined || date > heard))),
    waiting: sum(counted.filter((use) => use.state === 'pending' || isReserved(use, serviceDate))),
  };
}

function isReserved({ state, expires }: BenefitUse, day: CalendarDate): boolean {
  return state === 'reserved' && (expires === undefined || expires >= day);
}

/** A use without a code counts against what governs everything. */
function isGoverned(
  { code }: BenefitUse,
  limit: MaximumWord,
  all: readonly MaximumWord[],
  { groups }: PlanWords,
): boolean {
  if (code === undefined) return limit.for === undefined;
  const own = closest(all, code, groups);
  return (
    own.some((word) => scopeKey(word.for) === scopeKey(limit.for)) ||
    (limit.for === undefined && own.some(countsTowardGeneral))
  );
}

export function countsTowardGeneral({ statement }: MaximumWord): boolean {
  return statement.kind === 'maximum' && statement.countsTowardGeneral === true;
}
