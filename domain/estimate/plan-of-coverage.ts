import { amountsInDoubt } from '../coverage/amounts-in-doubt.ts';
import type { Coverage } from '../coverage/benefit-fact.ts';
import type { PlanStatement } from '../coverage/plan-answer.ts';
import type { PlanKnowledge, SaidOfPlan } from '../coverage/plan-knowledge.ts';
import { isEstimatorFact, statementSubject } from '../coverage/statement-subject.ts';
import { notGiven } from '../kernel/not-given.ts';
import { dayOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { message } from '../kernel/message.ts';
import { cents } from '../kernel/money.ts';
import { plainName } from '../kernel/text.ts';
import type { Payer } from '../practice/practice-events.ts';
import type { Caution } from './caution.ts';
import type { Plan } from './estimate-request.ts';
import type { FactSource, PlanFact, StatedFact } from './plan-facts.ts';
import { scopeWords } from './scope.ts';

/** A coverage as the estimator takes it, and what has to be borne in mind about it. */
export interface PlanOfCoverage {
  readonly plan: Plan;
  readonly cautions: readonly Caution[];
}

export interface CoverageKnown {
  readonly coverage: Coverage;
  readonly payer: Payer | undefined;
  readonly knowledge: PlanKnowledge;
}

const relationships = {
  self: 'subscriber',
  spouse: 'spouse',
  child: 'child',
  other: 'other-dependant',
} as const;
const places = { primary: 1, secondary: 2, tertiary: 3 } as const;

/**
 * What is recorded of a coverage in the words of the estimator, one source followed for each thing by the one rule of
 * `planKnowledge`. What nobody told is left out, so that it makes a range; a general maximum that nobody told could be
 * used up or not be there, so both are tried. An assumption counts only while nobody says anything, and is named.
 */
export function planOfCoverage(known: CoverageKnown, timeZone: string): PlanOfCoverage {
  const { coverage, payer, knowledge } = known;
  const name = nameOf(coverage);
  const said = knowledge.subjects.flatMap(({ followed, assumed }) => followed ?? assumed.slice(-1));
  const facts = withGroups(said.flatMap((one) => factOf(one, timeZone)));
  const maximum = facts.some((fact) => isGeneralMaximum(fact)) ? [] : [generalMaximum(said, timeZone)];
  const inForce = said.map(({ statement }) => statement).find(({ kind }) => kind === 'in-force');
  return {
    plan: {
      planId: coverage.coverageId,
      name,
      kind: payer?.line === 'medicaid' ? 'medicaid' : coverage.kind,
      ...periodOf(coverage, inForce),
      order: orderFactsOf(coverage, knowledge),
      facts: [...facts, ...maximum],
    },
    cautions: [...contraries(knowledge, name), ...amountsApart(knowledge, name)],
  };
}

/** What decides its place; who holds it is told apart by name and birth date. What is assumed is no payer's word. */
function orderFactsOf(coverage: Coverage, { subjects }: PlanKnowledge): Plan['order'] {
  const { subscriber, priority, order: { market = 'group', ...deciding } = {} } = coverage;
  const { relationship, firstName, lastName, birthDate } = subscriber;
  const told = subjects
    .flatMap(({ followed }) => followed?.statement ?? [])
    .find((statement) => statement.kind === 'place');
  const holder = plainName(`${firstName} ${lastName}`).replaceAll(/[^a-z0-9]+/g, '-');
  return {
    market,
    patientIs: relationships[relationship],
    ...(holder === '' ? {} : { subscriberId: `${holder}.${birthDate ?? ''}`.slice(0, 64) }),
    ...(birthDate === undefined ? {} : { subscriberBirthDate: birthDate }),
    ...deciding,
    ...(told === undefined ? {} : { stated: told.place }),
    recorded: places[priority],
  };
}

export function nameOf({ planName = '', payerName }: Coverage): string {
  if (planName.trim() === '') return payerName;
  return payerName === notGiven ? planName : `${payerName}, ${planName}`.slice(0, 120);
}

/** Whether the payer says that the plan is not in force. */
export function isToldInactive({ subjects }: PlanKnowledge): boolean {
  return subjects.some(
    ({ followed }) => followed?.statement.kind === 'in-force' && !followed.statement.active,
  );
}

/** The plan's own dates, where the payer told them and the coverage has none. */
function periodOf(coverage: Coverage, said: PlanStatement | undefined): Pick<Plan, 'from' | 'through'> {
  const told = said?.kind === 'in-force' ? said : undefined;
  const from = coverage.from ?? told?.from;
  const through = coverage.through ?? told?.through;
  return { ...(from === undefined ? {} : { from }), ...(through === undefined ? {} : { through }) };
}

function factOf({ statement, basis }: SaidOfPlan, timeZone: string): readonly PlanFact[] {
  if (!isEstimatorFact(statement)) return [];
  return [{ ...statement, source: sourceOf(basis, timeZone) }];
}

export function sourceOf(basis: SaidOfPlan['basis'], timeZone: string): FactSource {
  if (basis.kind !== 'fact') throw new Error('what is said of a plan rests on what somebody said');
  const { source, learnedAt, goodThrough } = basis;
  return {
    kind: source.kind,
    date: dayOf(learnedAt, timeZone),
    expires: goodThrough,
    ...(source.reference === undefined ? {} : { reference: source.reference }),
  };
}

/** Facts about a group whose codes nobody tells any more say nothing. */
function withGroups(facts: readonly PlanFact[]): readonly PlanFact[] {
  const groups = new Set(facts.flatMap((fact) => (fact.kind === 'group' ? fact.name : [])));
  return facts.filter(
    (fact) => !('for' in fact) || fact.for?.group === undefined || groups.has(fact.for.group),
  );
}

function isGeneralMaximum(fact: PlanFact): boolean {
  return fact.kind === 'maximum' && fact.for === undefined && fact.per === 'individual';
}

const unlimited = { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: 'none' } as const;

/** What is left is the least that the maximum can be; with nothing told at all it is anything from nothing to no limit. */
function generalMaximum(said: readonly SaidOfPlan[], timeZone: string): StatedFact {
  for (const { statement, basis } of said)
    if (statement.kind === 'remaining' && statement.of === 'maximum' && isOfPatient(statement))
      return { ...unlimited, amount: statement.amount, source: sourceOf(basis, timeZone) };
  return { kind: 'one-of', candidates: [unlimited, { ...unlimited, amount: cents(0) }] };
}

function isOfPatient(statement: Extract<PlanStatement, { kind: 'remaining' }>): boolean {
  return statement.for === undefined && statement.per === 'individual' && statement.period === 'benefit-year';
}

/** Where somebody says otherwise the followed one counts; that there is another word is said. */
function contraries({ subjects }: PlanKnowledge, plan: string): readonly Caution[] {
  return subjects.flatMap(({ followed, contrary }) => {
    const statement = followed?.statement;
    if (!statement || contrary.length === 0 || !isEstimatorFact(statement)) return [];
    const scope =
      'for' in statement ? statement.for : 'code' in statement ? { code: statement.code } : undefined;
    const about = message(`estimate.fact.${statement.kind}`, { plan, about: scopeWords(scope) });
    return [{ said: message('estimate.ofCase.caution.contrary'), about }];
  });
}

/** Amounts of two sources that do not fit each other, where `contraries` does not tell of them. */
function amountsApart(knowledge: PlanKnowledge, plan: string): readonly Caution[] {
  return amountsInDoubt(knowledge).flatMap(({ why, sides: [{ statement: one }, { statement: other }] }) =>
    isEstimatorFact(one) && statementSubject(one) === statementSubject(other)
      ? []
      : [{ said: message('estimate.ofCase.caution.amountsInDoubt', { plan }), about: why }],
  );
}

/**
 * The last day through which everything that is known of the plan may be relied on; undefined while nothing is. A
 * promise about one step holds for as long as it says, and is spoken of by itself.
 */
export function reliableThrough(plan: Plan): CalendarDate | undefined {
  return plan.facts
    .flatMap(({ kind, source }) => (kind === 'predetermination' ? [] : (source?.expires ?? [])))
    .toSorted()[0];
}
