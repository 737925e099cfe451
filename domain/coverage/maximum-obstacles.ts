import { money } from '../estimate/money-words.ts';
import { closest, scopeKey, scopeWords } from '../estimate/scope.ts';
import { daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import { cents } from '../kernel/money.ts';
import type { CoverageQuestion } from './coverage-question.ts';
import { obstacle } from './obstacle.ts';
import type { Basis, Obstacle } from './payer-answer.ts';
import { askedOn } from './plan-obstacles.ts';
import { follow, stateOn } from './precedence.ts';
import { remainingByYear, type RemainingOfYear } from './remaining-by-year.ts';
import { saidOf, type PlanWords, type SaidOf } from './said-of-code.ts';
import {
  countsTowardGeneral,
  usesOfMaximum,
  type MaximumWord,
  type UsesOfMaximum,
} from './uses-of-maximum.ts';

/** Nothing left of a maximum that governs the code: its own before the one of its category before the general one. */
export function maximumObstacles(question: CoverageQuestion, words: PlanWords): Obstacle[] {
  const { code, serviceDate, timeZone } = question;
  const left = remainingByYear(words.knowledge, serviceDate, timeZone)
    .filter(({ of }) => of === 'maximum')
    .flatMap((row) => saidOf([row.said], 'remaining').map((said) => ({ ...said, row })));
  const wholes = saidOf(words.followed, 'maximum');
  const fitting = closest([...wholes, ...left], code, words.groups);
  const isYearKnown = words.followed.some(({ statement }) => statement.kind === 'benefit-year');
  const alsoGeneral = fitting.some(countsTowardGeneral);
  const governing = alsoGeneral
    ? [...fitting, ...[...wholes, ...left].filter(({ for: scope }) => scope === undefined)]
    : fitting;
  const limits = Map.groupBy(governing, ({ for: scope, statement: { per, period } }) =>
    [scopeKey(scope), per, period].join(' '),
  );
  return [...limits.values()].flatMap((group) => {
    const whole = group.find((each): each is SaidOf<'maximum'> => each.statement.kind === 'maximum');
    const rows = group.flatMap((each) => ('row' in each ? each.row : []));
    const uses: Uses = (limit, heard) =>
      usesOfMaximum(question, words, { limit, all: [...wholes, ...left], heard });
    return nothingLeft(whole, rows, question, uses, isYearKnown);
  });
}

type Uses = (limit: MaximumWord, heard: CalendarDate | undefined) => UsesOfMaximum;

function nothingLeft(
  whole: SaidOf<'maximum'> | undefined,
  rows: readonly RemainingOfYear[],
  question: CoverageQuestion,
  uses: Uses,
  isYearKnown: boolean,
): Obstacle[] {
  // Newest year first: without a word of this year, the last word counts while the year's beginning is unknown.
  const row = rows.find(({ current }) => current) ?? rows.find(({ yearAssumed }) => yearAssumed);
  const amount = whole?.statement.amount;
  if (whole && amount === 0) return [usedUp(whole, true)];
  const [left] = row ? saidOf([row.said], 'remaining') : [];
  const same = row && left ? isSameYear(row, left.basis, question) : 'no';
  if (left === undefined || same === 'no')
    return whole ? usedOfWhole(whole, uses(whole, undefined), isYearKnown) : [];
  if (whole && amount === 'none' && outweighs(whole.basis, left.basis)) return [];
  if (left.statement.amount === 0) return [usedUp(left, same === 'yes')];
  return usedSince(left, askedOn(left.basis, question.timeZone), same === 'yes', uses);
}

/** What was left is used by what the offices recorded since the payer's word: paid for certain, or while it waits. */
function usedSince(
  left: SaidOf<'remaining'>,
  asked: CalendarDate,
  isThatYear: boolean,
  uses: Uses,
): Obstacle[] {
  const { paid, waiting } = uses(left, asked);
  const certain = isThatYear && paid >= left.statement.amount;
  if (paid + waiting < left.statement.amount) return [];
  const used = money(cents(certain ? paid : paid + waiting));
  const about = { about: scopeWords(left.for), left: money(left.statement.amount), asked, used };
  return [usedBeside(left, certain, 'maximum.usedSince', about)];
}

/** The same where the payer told the whole only. */
function usedOfWhole(
  whole: SaidOf<'maximum'>,
  { paid, waiting }: UsesOfMaximum,
  isYearKnown: boolean,
): Obstacle[] {
  const { amount, period } = whole.statement;
  if (amount === 'none' || paid + waiting < amount) return [];
  const certain = (isYearKnown || period === 'lifetime') && paid >= amount;
  const used = money(cents(certain ? paid : paid + waiting));
  const about = { about: scopeWords(whole.for), whole: money(amount), used };
  return [usedBeside(whole, certain, 'maximum.usedOfWhole', about)];
}

function usedBeside(
  { basis }: MaximumWord,
  certain: boolean,
  what: string,
  params: Message['params'],
): Obstacle {
  const said = message(`coverage.obstacle.${what}.${certain ? 'surely' : 'perhaps'}`, params);
  return obstacle('maximum-used-up', certain, said, basis);
}

function outweighs(one: Basis, other: Basis): boolean {
  const weighed = follow([stateOn(one, one), stateOn(other, other)], () => '');
  return weighed?.followed.value === one;
}

/** Whether the day of service lies in the year that was spoken of. */
function isSameYear(
  { current, yearAssumed }: RemainingOfYear,
  basis: Basis,
  { serviceDate, timeZone }: CoverageQuestion,
): 'yes' | 'no' | 'unknown' {
  if (!yearAssumed) return current ? 'yes' : 'no';
  const asked = askedOn(basis, timeZone);
  if (asked === serviceDate) return 'yes';
  return Math.abs(daysBetween(asked, serviceDate)) < 366 ? 'unknown' : 'no';
}

function usedUp(
  { for: scope, statement, basis }: SaidOf<'maximum'> | SaidOf<'remaining'>,
  certain: boolean,
): Obstacle {
  const { per, period } = statement;
  const what = certain ? `maximum.${per}.${period}` : 'maximum.yearUnknown';
  return obstacle(
    'maximum-used-up',
    certain,
    message(`coverage.obstacle.${what}`, { about: scopeWords(scope) }),
    basis,
  );
}
