import { scopeKey, scopeWords } from '../estimate/scope.ts';
import { calendarDate, dayOf, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { limitOfRest } from './limit-of-rest.ts';
import type { PlanStatement } from './plan-answer.ts';
import type { PlanKnowledge, SaidOfPlan } from './plan-knowledge.ts';

type Remaining = Extract<PlanStatement, { kind: 'remaining' }>;

/** What is left of a deductible or a maximum in one benefit year, as somebody said it on a day. */
export interface RemainingOfYear {
  readonly of: 'deductible' | 'maximum';
  /** The codes that it counts for: "D0001-D9999" is everything. */
  readonly about: string;
  readonly isGeneral: boolean;
  readonly per: 'individual' | 'family';
  /** First day of the benefit year; undefined for a limit of a lifetime. */
  readonly yearFrom: CalendarDate | undefined;
  /** Nobody said when the year begins, so the calendar's is taken. */
  readonly yearAssumed: boolean;
  /** Undefined where only the rest is known. */
  readonly whole: Cents | undefined;
  readonly left: Cents;
  /** Of the benefit year that holds the day that is asked about, or of a lifetime. */
  readonly current: boolean;
  readonly said: SaidOfPlan;
}

/**
 * What is left of each benefit by benefit year, newest year first; of several that were said of one year the newest
 * counts. It is as old as the saying: what other offices did since then is in the ledger, not here.
 */
export function remainingByYear(
  knowledge: PlanKnowledge,
  day: CalendarDate,
  timeZone: string,
): readonly RemainingOfYear[] {
  const followed = knowledge.subjects.flatMap((subject) => subject.followed ?? []);
  const begins = followed.flatMap(({ statement }) =>
    statement.kind === 'benefit-year' ? statement.begins : [],
  )[0];
  const found = new Map<string, RemainingOfYear>();
  const setAside = knowledge.subjects.flatMap(({ contrary }) => contrary);
  const words = { followed: [...followed, ...knowledge.outOfDate], setAside };
  for (const said of words.followed.toSorted(byAge)) {
    const { statement } = said;
    if (statement.kind !== 'remaining') continue;
    const row = ofYear({ ...said, statement }, words, begins, day, timeZone);
    found.set([row.of, scopeKey(statement.for), row.per, row.yearFrom ?? 'life'].join(' '), row);
  }
  return [...found.values()].toSorted((one, other) =>
    (other.yearFrom ?? '') < (one.yearFrom ?? '')
      ? -1
      : (other.yearFrom ?? '') > (one.yearFrom ?? '')
        ? 1
        : 0,
  );
}

function ofYear(
  said: SaidOfPlan & { readonly statement: Remaining },
  words: { readonly followed: readonly SaidOfPlan[]; readonly setAside: readonly SaidOfPlan[] },
  begins: string | undefined,
  day: CalendarDate,
  timeZone: string,
): RemainingOfYear {
  const { statement } = said;
  const yearly = statement.period === 'benefit-year';
  const yearOf = (other: SaidOfPlan) => yearStart(dayOf(learnedAt(other), timeZone), begins ?? '01-01');
  const from = yearOf(said);
  const ofThatYear = (other: SaidOfPlan) => !yearly || yearOf(other) === from;
  return {
    of: statement.of,
    about: scopeWords(statement.for),
    isGeneral: statement.for === undefined,
    per: statement.per,
    yearFrom: yearly ? from : undefined,
    yearAssumed: yearly && begins === undefined,
    whole: limitOfRest(said, words.followed.filter(ofThatYear), words.setAside.filter(ofThatYear)),
    left: statement.amount,
    current: !yearly || from === yearStart(day, begins ?? '01-01'),
    said,
  };
}

/** First day of the benefit year that holds a day. */
function yearStart(day: CalendarDate, begins: string): CalendarDate {
  const year = Number(day.slice(0, 4));
  return calendarDate(`${day.slice(5) >= begins ? year : year - 1}-${begins}`);
}

function learnedAt({ basis }: SaidOfPlan) {
  if (basis.kind !== 'fact') throw new Error('what is said of a plan rests on what somebody said');
  return basis.learnedAt;
}

function byAge(one: SaidOfPlan, other: SaidOfPlan): number {
  const [first, second] = [learnedAt(one), learnedAt(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}
