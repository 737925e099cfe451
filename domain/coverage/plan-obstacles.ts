import { scopeWords } from '../estimate/scope.ts';
import { addDays, addMonths, dayOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import { ruleBasis, rulesFor, type CoverageQuestion } from './coverage-question.ts';
import { obstacle } from './obstacle.ts';
import type { Basis, Obstacle } from './payer-answer.ts';
import { follow, stateOn } from './precedence.ts';
import type { BenefitFact } from './benefit-fact.ts';
import type { SaidOfPlan } from './plan-knowledge.ts';
import { closestOf, saidOf, type PlanWords, type SaidOf } from './said-of-code.ts';

/** The plan's waiting period is over on the day; what the payer said of this plan is weighed against its rules. */
export function waitingObstacles(question: CoverageQuestion, words: PlanWords): Obstacle[] {
  const { serviceDate, coverage } = question;
  const begins = coverage?.from ?? saidOf(words.followed, 'in-force')[0]?.statement.from;
  const told = closestOf(words, question, 'waiting-period')
    .slice(0, 1)
    .map(({ statement: { months }, basis }) =>
      stateOn(basis, {
        length: months,
        over: begins && addMonths(begins, months),
        unknown: message('coverage.obstacle.waitingMonthsUnknown', { months }),
      }),
    );
  const rules = rulesFor(question, 'waiting-period').map((rule) =>
    stateOn(ruleBasis(question, rule), {
      length: rule.days,
      over: begins && addDays(begins, rule.days),
      unknown: message('coverage.obstacle.waitingUnknown', { days: rule.days }),
    }),
  );
  const followed = follow([...told, ...rules], ({ over }) => over ?? '')?.followed;
  // Rules of one payer hold together; a word about this plan takes the place of all of them.
  const standing = followed?.basis.kind === 'rule' ? rules : followed ? [followed] : [];
  return standing.flatMap(({ value: { length, over, unknown }, basis }) => {
    if (length === 0) return [];
    if (over === undefined) return obstacle('waiting-period', false, unknown, basis);
    if (serviceDate >= over) return [];
    return obstacle('waiting-period', true, message('coverage.obstacle.waiting', { over }), basis);
  });
}

/** Who says that the plan pays nothing of what the code costs; undefined where it pays something, or nobody said. */
export function paysNoShare(question: CoverageQuestion, words: PlanWords): SaidOf<'percentage'> | undefined {
  const shares = closestOf(words, question, 'percentage');
  return shares.every(({ statement }) => statement.percent === 0) ? shares[0] : undefined;
}

export function shareObstacle({ for: scope, basis }: SaidOf<'percentage'>): Obstacle {
  const said = message('coverage.obstacle.noShare', { about: scopeWords(scope) });
  return obstacle('no-share', true, said, basis);
}

/**
 * The plan in force on the day: by the payer's word, and by the dates that are recorded of the coverage. A word of an
 * earlier year is no word of this one: how old it is is said.
 */
export function inForceObstacles(question: CoverageQuestion, words: PlanWords): Obstacle[] {
  const subject = words.knowledge.subjects.find(({ followed }) => followed?.statement.kind === 'in-force');
  const [told] = subject?.followed ? saidOf([subject.followed], 'in-force') : [];
  const against = told && againstInForce(told, question);
  const recorded = againstRecorded(question);
  if (against) return [against];
  if (recorded) {
    if (!told || !contradicts(told, question)) return [recorded];
    return [inactive(false, message('coverage.obstacle.datesDisagree'), told.basis)];
  }
  if (!told) return notAskedSince(question, words);
  const newer = saidOf(subject?.contrary ?? [], 'in-force').find(
    (other) => since(other.basis) > since(told.basis) && againstInForce(other, question),
  );
  return newer ? [inactive(false, message('coverage.obstacle.newerNotInForce'), newer.basis)] : [];
}

/** Where the payer said anything of this member in the year of the service, the plan is taken to be in force in it. */
function notAskedSince(
  { serviceDate, timeZone }: CoverageQuestion,
  { knowledge, followed }: PlanWords,
): Obstacle[] {
  const isOfThisYear = ({ basis }: SaidOfPlan) =>
    basis.kind === 'fact' &&
    speaksOfMember.includes(basis.source.kind) &&
    askedOn(basis, timeZone).slice(0, 4) >= serviceDate.slice(0, 4);
  const last = saidOf(knowledge.outOfDate, 'in-force')
    .filter(({ basis }) => askedOn(basis, timeZone) < serviceDate)
    .toSorted((one, other) => (since(one.basis) < since(other.basis) ? 1 : -1))[0];
  if (!last || followed.some(isOfThisYear)) return [];
  const asked = askedOn(last.basis, timeZone);
  return [inactive(false, message('coverage.obstacle.notAskedSince', { asked }), last.basis)];
}

/** A card and a booklet are the same year after year; these speak of the member. */
const speaksOfMember: readonly string[] = [
  '271',
  'portal',
  'eob',
  'predetermination',
  'telephone-call',
] satisfies readonly BenefitFact['source']['kind'][];

function inactive(certain: boolean, said: Message, basis: Basis): Obstacle {
  return obstacle('coverage-inactive', certain, said, basis);
}

function outside(
  { from, through }: { readonly from?: CalendarDate; readonly through?: CalendarDate },
  day: CalendarDate,
): Message | undefined {
  if (from !== undefined && day < from) return message('coverage.obstacle.notYetCovered', { from });
  if (through !== undefined && day > through)
    return message('coverage.obstacle.noLongerCovered', { through });
  return undefined;
}

function againstRecorded({ coverage, serviceDate }: CoverageQuestion): Obstacle | undefined {
  const said = coverage && outside(coverage, serviceDate);
  return said && inactive(true, said, { kind: 'none' });
}

/**
 * "Not in force" speaks of the day on which it was asked and, until somebody says otherwise, of those after it; of an
 * earlier day it is not known. Where the dates that came with it already say why, only the dates count.
 */
function againstInForce(
  { statement, basis }: SaidOf<'in-force'>,
  { serviceDate, timeZone }: CoverageQuestion,
): Obstacle | undefined {
  const said = outside(statement, serviceDate);
  if (said) return inactive(true, said, basis);
  const asked = askedOn(basis, timeZone);
  if (statement.active || outside(statement, asked)) return undefined;
  return serviceDate >= asked
    ? inactive(true, message('coverage.obstacle.notInForce'), basis)
    : inactive(false, message('coverage.obstacle.notInForceSince', { asked }), basis);
}

/** Whether the payer's word that the plan is in force says otherwise than the recorded dates. */
function contradicts(
  { statement: { from, through }, basis }: SaidOf<'in-force'>,
  { coverage, serviceDate, timeZone }: CoverageQuestion,
): boolean {
  const asked = askedOn(basis, timeZone);
  if (coverage?.from !== undefined && serviceDate < coverage.from)
    return (from !== undefined && from <= serviceDate) || asked < coverage.from;
  if (coverage?.through !== undefined)
    return (through !== undefined && serviceDate <= through) || asked > coverage.through;
  return false;
}

export function askedOn(basis: Basis, timeZone: string): CalendarDate {
  if (basis.kind !== 'fact') throw new Error('what is said of a plan rests on what somebody said');
  return dayOf(basis.learnedAt, timeZone);
}

function since(basis: Basis): string {
  return stateOn(basis, undefined).since;
}
