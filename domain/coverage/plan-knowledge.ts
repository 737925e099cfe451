import type { FactOf, PlanFact } from '../estimate/plan-facts.ts';
import { scopeKey } from '../estimate/scope.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { At, Patient } from '../patient/patient.ts';
import type { BenefitFact } from './benefit-fact.ts';
import { callQuestion, type CallQuestion } from './call-question.ts';
import type { Basis } from './payer-answer.ts';
import type { PlanStatement } from './plan-answer.ts';
import { answersOfCoordination, speaksOf } from './question-answered.ts';
import { saysWhatIsPaid } from './says-what-is-paid.ts';
import { statementSubject } from './statement-subject.ts';
import { factBasis, factPeriod, follow, stateFact, type Sourced, type Statement } from './precedence.ts';

/** A statement with who made it and when. */
export interface SaidOfPlan {
  readonly statement: PlanStatement;
  readonly basis: Basis;
}

/** What says otherwise, and the rule by which it is not followed. */
interface SetAside extends SaidOfPlan {
  readonly because: 'weaker' | 'older';
}

/** Everything current that was said about one thing: what is followed, and who says otherwise. */
export interface PlanSubject {
  /** Undefined while somebody only assumes. */
  readonly followed: SaidOfPlan | undefined;
  readonly contrary: readonly SetAside[];
  readonly assumed: readonly SaidOfPlan[];
}

/** A question that was asked and that nobody has answered since. */
interface Unanswered {
  readonly question: CallQuestion;
  readonly said: SaidOfPlan;
}

export interface PlanKnowledge {
  readonly subjects: readonly PlanSubject[];
  readonly unanswered: readonly Unanswered[];
  /** Said once, of another year or until a day that has passed: shown, never followed. */
  readonly outOfDate: readonly SaidOfPlan[];
}

interface Said {
  readonly from: At<Sourced>;
  readonly statement: PlanStatement;
}

/**
 * What is known of a plan on a day. One rule decides which source is followed, that of `follow`; whoever says
 * otherwise is kept beside it. What a benefit fact says of a code counts in the same words.
 */
export function planKnowledge(
  patient: Pick<Patient, 'benefitFacts' | 'planAnswers'>,
  coverageId: string,
  day: CalendarDate,
  timeZone: string,
): PlanKnowledge {
  const said = [...saidInFacts(patient, coverageId), ...saidInAnswers(patient, coverageId)];
  const counts = ({ from }: Said) => {
    const period = factPeriod(from.value, timeZone);
    return period.from <= day && day <= period.through;
  };
  const current = said.filter(counts);
  const told = withoutUnknown(
    withoutVaguer(current.filter(({ statement }) => statement.kind !== 'not-said')),
  );
  const facts = patient.benefitFacts.filter(({ value }) => value.coverageId === coverageId);
  return {
    subjects: [...bySubject(told, timeZone).values()].map((group) => weigh(group, timeZone)),
    unanswered: unanswered(current, facts, timeZone),
    outOfDate: said
      .filter(({ statement }) => statement.kind !== 'not-said')
      .filter((one) => !counts(one))
      .map(({ statement, from }) => ({ statement, basis: factBasis(from, timeZone) })),
  };
}

/** The same limit told once with what it counts by and once without: the first says it all. */
function withoutVaguer(told: readonly Said[]): readonly Said[] {
  const full = new Set(
    told.flatMap(({ statement }) =>
      statement.kind === 'frequency' && statement.per !== 'not-said' ? limitItself(statement) : [],
    ),
  );
  return told.filter(
    ({ statement }) =>
      statement.kind !== 'frequency' || statement.per !== 'not-said' || !full.has(limitItself(statement)),
  );
}

/** That it is unknown whether something is paid counts while nobody says anything of it. */
function withoutUnknown(told: readonly Said[]): readonly Said[] {
  const known = new Set(
    told.flatMap(({ from, statement }) =>
      from.value.source.kind !== 'assumption' && saysWhatIsPaid(statement) ? scopeKey(statement.for) : [],
    ),
  );
  return told.filter(
    ({ statement }) =>
      statement.kind !== 'status' || statement.status !== 'unknown' || !known.has(scopeKey(statement.for)),
  );
}

function limitItself({ for: scope, times, window, every = 1 }: FactOf<'frequency'>): string {
  return [scopeKey(scope), times, window, every].join(' ');
}

function weigh(group: readonly Said[], timeZone: string): PlanSubject {
  const statements = group.map(({ from, statement }) => stateFact(from, statement, timeZone));
  const weighed = follow<PlanStatement>(statements, canonicalJson);
  return {
    followed: weighed && said(weighed.followed),
    contrary: (weighed?.contrary ?? []).map((statement) => ({
      ...said(statement),
      because: statement.strength < (weighed?.followed.strength ?? 0) ? 'weaker' : 'older',
    })),
    assumed: statements.filter(({ strength }) => strength === 0).map(said),
  };
}

/** Asked in vain, the newest asking of each question; what was answered then or since is left out. */
function unanswered(
  current: readonly Said[],
  facts: readonly At<BenefitFact>[],
  timeZone: string,
): readonly Unanswered[] {
  const groups = current.flatMap(({ statement }) => (statement.kind === 'group' ? statement : []));
  const found = new Map<string, { readonly question: CallQuestion; readonly one: Said }>();
  for (const one of current.toSorted(byAge)) {
    const { statement } = one;
    if (statement.kind !== 'not-said') continue;
    const { question: kind, code, category } = statement;
    const question = callQuestion(kind, { ...(code && { code }), ...(category && { category }) });
    found.set(question.id, { question, one });
  }
  return [...found.values()]
    .filter(({ question, one }) => {
      const since = ({ learnedAt }: Sourced) => learnedAt >= one.from.value.learnedAt;
      return (
        !current.some(({ from, statement }) => since(from.value) && speaksOf(statement, question, groups)) &&
        !facts.some(({ value }) => since(value) && answersOfCoordination(value, question))
      );
    })
    .map(({ question, one: { from, statement } }) => ({
      question,
      said: { statement, basis: factBasis(from, timeZone) },
    }));
}

function byAge(one: Said, other: Said): number {
  const [first, second] = [one.from.value.learnedAt, other.from.value.learnedAt];
  return first < second ? -1 : Number(first > second);
}

/**
 * What speaks of the same thing. That there is no limit contradicts every limit of the same scope, whatever its
 * window: they are one subject with the word that is followed.
 */
function bySubject(current: readonly Said[], timeZone: string): ReadonlyMap<string, readonly Said[]> {
  const subjects = new Map(current.map((one) => [one, statementSubject(one.statement)]));
  const limits = Map.groupBy(
    current.filter(({ statement: { kind } }) => kind === 'frequency' || kind === 'no-frequency-limit'),
    ({ statement }) => scopeKey('for' in statement ? statement.for : undefined),
  );
  for (const group of limits.values()) {
    for (const one of group) subjects.set(one, limitSubject(one, group));
    const free = group.filter(({ statement }) => statement.kind === 'no-frequency-limit');
    const stated = group.map(({ from, statement }) => stateFact(from, statement, timeZone));
    const followed = follow<PlanStatement>(stated, canonicalJson)?.followed.value;
    if (free.length === 0 || !followed) continue;
    for (const one of followed.kind === 'no-frequency-limit' ? group : free)
      subjects.set(one, statementSubject(followed));
  }
  return Map.groupBy(current, (one) => subjects.get(one) ?? '');
}

/** A limit of which nobody said what it counts by contradicts one of the same window of which somebody did. */
function limitSubject({ statement }: Said, group: readonly Said[]): string {
  if (statement.kind !== 'frequency' || statement.per !== 'not-said') return statementSubject(statement);
  const said = group.find(
    ({ statement: other }) =>
      other.kind === 'frequency' && other.per !== 'not-said' && other.window === statement.window,
  );
  return statementSubject(said?.statement ?? statement);
}

function said({ value, basis }: Statement<PlanStatement>): SaidOfPlan {
  return { statement: value, basis };
}

function saidInFacts({ benefitFacts }: Pick<Patient, 'benefitFacts'>, coverageId: string): readonly Said[] {
  const replaced = new Set(benefitFacts.flatMap(({ value }) => value.replaces ?? []));
  return benefitFacts
    .filter(({ value }) => value.coverageId === coverageId && !replaced.has(value.factId))
    .flatMap((fact) => statementsOfFact(fact.value).map((statement) => ({ from: fact, statement })));
}

function saidInAnswers({ planAnswers }: Pick<Patient, 'planAnswers'>, coverageId: string): readonly Said[] {
  const replaced = new Set(planAnswers.flatMap(({ value }) => value.replaces ?? []));
  return planAnswers
    .filter(({ value }) => value.coverageId === coverageId && !replaced.has(value.answerId))
    .flatMap(({ value, position }) =>
      value.statements.map((statement) => ({
        from: { value: { ...value, factId: value.answerId }, position },
        statement,
      })),
    );
}

/** A benefit fact in the estimator's words; windows that it has no word for stay with the benefit fact. */
function statementsOfFact(fact: BenefitFact): readonly PlanFact[] {
  const { code, status, bundledInto, allowed, frequency } = fact;
  const scope = { for: { code } };
  return [
    ...(status === 'unknown'
      ? []
      : [
          {
            kind: 'status' as const,
            ...scope,
            status,
            ...(bundledInto === undefined ? {} : { bundledInto }),
          },
        ]),
    ...(allowed === undefined ? [] : [{ kind: 'allowed' as const, code, amount: allowed }]),
    ...(frequency !== undefined && frequency !== 'none' && frequency.window === 'benefit-year'
      ? [
          {
            kind: 'frequency' as const,
            ...scope,
            times: Math.min(frequency.times, 99),
            window: frequency.window,
            per: 'mouth' as const,
          },
        ]
      : []),
  ];
}
