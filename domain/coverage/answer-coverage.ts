import { addDays } from '../kernel/calendar-date.ts';
import { message } from '../kernel/message.ts';
import { money } from '../estimate/money-words.ts';
import type { Cents } from '../kernel/money.ts';
import { inPeriod } from '../rulebook/rulebook.ts';
import type { Scope } from '../estimate/plan-facts.ts';
import type { BenefitFact, CoverageStatus } from './benefit-fact.ts';
import { isInForce } from './coverage-on-day.ts';
import {
  factsFor,
  rulebookPayerOf,
  ruleBasis,
  rulesFor,
  type CoverageQuestion,
} from './coverage-question.ts';
import type { CountedLimit } from './frequency-window.ts';
import { historyOf, scopedStanding } from './limit-scope.ts';
import { mayChargePatient } from './may-charge-patient.ts';
import {
  deadlineObstacles,
  exclusionObstacles,
  limitObstacles,
  performerAllowed,
  performerObstacles,
  statusObstacles,
  workObstacles,
} from './obstacles.ts';
import { maximumObstacles } from './maximum-obstacles.ts';
import type { Basis, Conflict, LimitAnswer, Obstacle, PayerAnswer } from './payer-answer.ts';
import { payerLineOf } from './payer-line.ts';
import { planLimits } from './plan-limits.ts';
import { inForceObstacles, paysNoShare, shareObstacle, waitingObstacles } from './plan-obstacles.ts';
import { factBasis, follow, stateFact, stateOn, stateRule, type Statement } from './precedence.ts';
import { closestOf, isOfPlanAnswer, planWords, type PlanWords, type SaidOf } from './said-of-code.ts';

const none: Basis = { kind: 'none' };

/**
 * "Will this payer pay this code on this day, for this work?" Facts and rules are selected by the day of
 * service; what neither says is unknown, which warns and never blocks.
 */
export function answerCoverage(question: CoverageQuestion): PayerAnswer {
  const payer = rulebookPayerOf(question);
  const words = planWords(question);
  const { status, noShare, fee, limits, unlimited, conflicts } = weigh(question, words);
  const whoMayPerform = answerPerformers(question);
  const exclusions = rulesFor(question, 'same-day-exclusion').map((rule) => ({
    with: rule.with,
    basis: ruleBasis(question, rule),
  }));
  const deadlines = answerDeadlines(question);
  const obstacles = [
    ...(noShare ? [shareObstacle(noShare)] : statusObstacles(status)),
    ...inForceObstacles(question, words),
    ...waitingObstacles(question, words),
    ...maximumObstacles(question, words),
    ...performerObstacles(whoMayPerform),
    ...workObstacles(question),
    ...limitObstacles(limits),
    ...exclusionObstacles(question, exclusions),
    ...deadlineObstacles(question, deadlines),
  ];
  const payable = weighObstacles(obstacles);
  const notInForce = isNotInForce(obstacles);
  const unit = rulesFor(question, 'claim-unit')[0];
  const place = rulesFor(question, 'place-of-service')[0];
  return {
    code: question.code,
    serviceDate: question.serviceDate,
    payerName: question.payer?.name ?? question.coverage?.payerName ?? '',
    rulebookPayer: payer?.payer,
    fictional: payer?.fictional ?? false,
    ...status,
    payable,
    notInForce,
    obstacles,
    fee,
    limits,
    unlimited,
    exclusions,
    documentation: answerDocumentation(question),
    whoMayPerform,
    placesOfService: place?.allowed,
    claimUnit: unit && { unit: unit.unit, basis: ruleBasis(question, unit) },
    statesQuantity: rulesFor(question, 'quantity-stated').some((rule) => rule.always),
    waivedChecks: rulesFor(question, 'waived-check').flatMap((rule) =>
      rule.checks.map((check) => ({ check, basis: ruleBasis(question, rule) })),
    ),
    deadlines,
    alsoSays: answerAsides(question),
    mayChargePatient: answerCharge(question, status.status, obstacles),
    conflicts,
    nearby: answerNearby(question),
    message: message(`coverage.answer.${notInForce ? answerOutOfForce(status.status) : payable}`, {
      code: question.code,
      date: question.serviceDate,
    }),
    rulebookVersion: question.rulebook.version,
  };
}

/**
 * Every coverage that is in force on the day has a say: what one forbids no other allows, and where one may be
 * Medicaid, nobody tells the patient that they may be charged.
 */
function answerCharge(
  question: CoverageQuestion,
  status: CoverageStatus,
  obstacles: readonly Obstacle[],
): PayerAnswer['mayChargePatient'] {
  const { coverage, payer, rulebook, serviceDate, alongside } = question;
  const ofStatus = mayChargePatient(status, payerLineOf(coverage, payer, rulebook));
  const isOff = obstacles.some(({ kind, certain }) => kind === 'coverage-inactive' && certain);
  const own =
    isOff && ofStatus.answer === 'with-agreement'
      ? { ...ofStatus, why: message('coverage.charge.notInForce') }
      : ofStatus;
  if (own.answer === 'no') return own;
  const others = alongside
    .filter((other) => isInForce(other.coverage, serviceDate))
    .map((other) => {
      const line = payerLineOf(other.coverage, other.payer, rulebook);
      const asked = { ...question, ...other };
      const { answer } = mayChargePatient(weigh(asked, planWords(asked)).status.status, line);
      return { payer: other.coverage.payerName, answer, line };
    });
  const forbidding = others.find(({ answer }) => answer === 'no');
  if (forbidding)
    return { answer: 'no', why: message('coverage.charge.otherForbids', { payer: forbidding.payer }) };
  const unknown = others.find(({ line }) => line === undefined);
  return own.answer === 'with-agreement' && unknown
    ? { answer: 'unknown', why: message('coverage.charge.otherUnknown', { payer: unknown.payer }) }
    : own;
}

function weighObstacles(obstacles: readonly Obstacle[]): PayerAnswer['payable'] {
  if (obstacles.some((obstacle) => obstacle.certain)) return 'no';
  return obstacles.length > 0 ? 'unknown' : 'yes';
}

/** Nobody can promise more of a payer than what its plan does while the patient has it. */
function isNotInForce(obstacles: readonly Obstacle[]): boolean {
  const certain = obstacles.filter((obstacle) => obstacle.certain);
  return certain.length > 0 && certain.every(({ kind }) => kind === 'coverage-inactive');
}

function answerOutOfForce(status: CoverageStatus): 'notInForce' | 'notInForceUnknown' {
  return status === 'unknown' ? 'notInForceUnknown' : 'notInForce';
}

type StatusWord = Pick<BenefitFact, 'status' | 'bundledInto'>;

type Weighed = Pick<PayerAnswer, 'fee' | 'limits' | 'unlimited' | 'conflicts'> & {
  readonly status: Pick<PayerAnswer, 'status' | 'bundledInto' | 'basis'>;
  /** Followed where it outweighs the word that the code is paid. */
  readonly noShare: SaidOf<'percentage'> | undefined;
};

/** What facts, rules and words about the plan can all say; the stronger source is followed. */
function weigh(question: CoverageQuestion, words: PlanWords): Weighed {
  const { counting } = factsFor(question);
  const fromFacts = <Value>(read: (fact: BenefitFact) => Value | undefined): Statement<Value>[] =>
    counting.flatMap((fact) => {
      const value = read(fact.value);
      return value === undefined ? [] : stateFact(fact, value, question.timeZone);
    });
  const statuses = [
    ...planStatuses(question, words),
    ...fromFacts((fact) => (fact.status === 'unknown' ? undefined : fact)),
    ...rulesFor(question, 'coverage-status')
      .filter((rule) => rule.status !== 'unknown')
      .map((rule) => stateRule(ruleBasis(question, rule), rule)),
  ];
  const fees = [
    ...fromFacts((fact) => fact.allowed),
    ...rulesFor(question, 'fee').map((rule) => stateRule(ruleBasis(question, rule), rule.amount)),
  ];
  const status = follow<StatusWord>(
    statuses,
    (value) => `${value.status}${value.bundledInto ? ` ${value.bundledInto}` : ''}`,
  );
  const share = weighShare(status?.followed, paysNoShare(question, words));
  const fee = follow<Cents>(fees, money);
  const often = weighLimits(
    question,
    words,
    fromFacts<CountedLimit | 'none'>((fact) => fact.frequency),
  );
  return {
    status: {
      status: status?.followed.value.status ?? 'unknown',
      bundledInto: status?.followed.value.bundledInto,
      basis: status?.followed.basis ?? none,
    },
    noShare: share.noShare,
    fee: fee && { amount: fee.followed.value, basis: fee.followed.basis },
    limits: often.limits,
    unlimited: often.unlimited,
    conflicts: [
      ...conflictsOf('status', status, ({ status: word }) => word),
      ...share.conflicts,
      ...conflictsOf('fee', fee, money),
      ...often.conflicts,
    ],
  };
}

/**
 * A word about a wider scope, such as the category, counts where nobody speaks of the code itself for this member:
 * that the category is paid does not say that the code is, so only what stands against it is taken.
 */
function planStatuses(question: CoverageQuestion, words: PlanWords): readonly Statement<StatusWord>[] {
  const told = closestOf(words, question, 'status').filter(({ basis }) => isOfPlanAnswer(question, basis));
  const ofFacts = factsFor(question).counting.filter(
    ({ value }) => value.status !== 'unknown' && value.source.kind !== 'assumption',
  );
  return told
    .filter(({ for: scope, statement: { status } }) =>
      scope?.code === undefined
        ? ofFacts.length === 0 && status !== 'paid' && status !== 'unknown'
        : status !== 'unknown',
    )
    .map(({ statement, basis }) => stateOn(basis, statement));
}

/** "Paid" and "pays 0 %" contradict each other: the stronger one is followed. Another status pays nothing by itself. */
function weighShare(
  status: Statement<StatusWord> | undefined,
  noShare: SaidOf<'percentage'> | undefined,
): Pick<Weighed, 'noShare' | 'conflicts'> {
  if (!noShare || (status && status.value.status !== 'paid')) return { noShare: undefined, conflicts: [] };
  const zero = stateOn<StatusWord | undefined>(noShare.basis, undefined);
  const weighed = follow<StatusWord | undefined>(status ? [zero, status] : [zero], (value) =>
    value === undefined ? 'nothing' : value.status,
  );
  return {
    noShare: weighed?.followed === zero ? noShare : undefined,
    conflicts: conflictsOf('share', weighed, (value) => value?.status ?? 'nothing'),
  };
}

type Often = Pick<Weighed, 'limits' | 'unlimited' | 'conflicts'>;

/** How often: limits of one occasion hold together, and so do those that the code shares with others of its plan. */
function weighLimits(
  question: CoverageQuestion,
  words: PlanWords,
  ofFacts: readonly Statement<CountedLimit | 'none'>[],
): Often {
  const { ofCode, shared } = planLimits(question, words);
  const ofRules = rulesFor(question, 'frequency-limit').map((rule) =>
    stateRule<CountedLimit | 'none'>(ruleBasis(question, rule), rule.limit),
  );
  const stated = [...ofFacts, ...ofCode, ...ofRules];
  const limit = follow<CountedLimit | 'none'>(stated, limitInWords);
  const followed = limit ? stated.filter(({ basis }) => isOneOccasion(basis, limit.followed.basis)) : [];
  const unlimited = limit?.followed.value === 'none' ? limit.followed.basis : undefined;
  return {
    limits: unlimited
      ? []
      : [
          ...followed.flatMap(({ value, basis }) =>
            value === 'none' ? [] : answerLimit(question, words, value, basis, { code: question.code }),
          ),
          ...shared.map(({ limit: each, scope, basis }) => answerLimit(question, words, each, basis, scope)),
        ],
    unlimited,
    conflicts: conflictsOf('frequency-limit', limit, limitInWords).filter(
      // Only another source contradicts a limit.
      (conflict) => !isOneOccasion(conflict.followed, conflict.setAside),
    ),
  };
}

/** The rules of a rulebook, or what one source said at one moment, of the code and of the plan. */
function isOneOccasion(one: Basis, other: Basis): boolean {
  if (one.kind !== 'fact' || other.kind !== 'fact') return one.kind === other.kind;
  return one.learnedAt === other.learnedAt && one.source.kind === other.source.kind;
}

function conflictsOf<Value>(
  about: Conflict['about'],
  weighed: ReturnType<typeof follow<Value>>,
  inWords: (value: Value) => string,
): Conflict[] {
  if (!weighed) return [];
  return weighed.contrary.map((contrary) => ({
    about,
    followed: weighed.followed.basis,
    followedValue: inWords(weighed.followed.value),
    setAside: contrary.basis,
    setAsideValue: inWords(contrary.value),
  }));
}

function limitInWords(limit: CountedLimit | 'none'): string {
  if (limit === 'none') return limit;
  const words = [String(limit.times), limit.window, limit.days, limit.months, limit.per];
  return words.filter((word) => word !== undefined).join(' ');
}

function answerLimit(
  question: CoverageQuestion,
  words: PlanWords,
  limit: CountedLimit,
  basis: Basis,
  scope: Scope | undefined,
): LimitAnswer {
  return { limit, basis, ...scopedStanding(limit, historyOf(question, words, scope), question, words) };
}

function answerPerformers(question: CoverageQuestion): PayerAnswer['whoMayPerform'] {
  const rules = rulesFor(question, 'who-may-perform');
  const statement = follow<Omit<PayerAnswer['whoMayPerform'], 'allowed' | 'basis'>>(
    [
      ...factsFor(question).counting.flatMap((fact) =>
        fact.value.performers || fact.value.whoMayPerform
          ? stateFact(
              fact,
              {
                performers: fact.value.performers ?? [],
                under: undefined,
                text: fact.value.whoMayPerform,
              },
              question.timeZone,
            )
          : [],
      ),
      ...rules.map((rule) =>
        stateRule(ruleBasis(question, rule), {
          performers: rule.performers,
          under: rule.under,
          text: undefined,
        }),
      ),
    ],
    (value) => `${value.performers.join(',')} ${value.text ?? ''}`,
  );
  if (!statement)
    return {
      performers: [],
      under: undefined,
      text: undefined,
      allowed: performerAllowed(question, []),
      basis: none,
    };
  const { value, basis } = statement.followed;
  return { ...value, allowed: performerAllowed(question, value.performers), basis };
}

/** Items that a rule asks for, and the payer's own words; a rule's items stand beside the words of a fact. */
function answerDocumentation(question: CoverageQuestion): PayerAnswer['documentation'] {
  const rules = rulesFor(question, 'required-documentation');
  const words = factsFor(question).counting.filter((fact) => fact.value.documentation !== undefined);
  const newest = words.toSorted((one, other) => (one.value.learnedAt < other.value.learnedAt ? 1 : -1))[0];
  const [rule] = rules;
  return {
    items: [...new Set(rules.flatMap((each) => each.items))],
    text: newest?.value.documentation,
    basis: rule ? ruleBasis(question, rule) : newest ? factBasis(newest, question.timeZone) : none,
  };
}

function answerDeadlines(question: CoverageQuestion): PayerAnswer['deadlines'] {
  return rulesFor(question, 'deadline').map((rule) => ({
    for: rule.for,
    days: rule.days,
    lastDay: rule.for === 'claim' ? addDays(question.serviceDate, rule.days) : undefined,
    basis: ruleBasis(question, rule),
  }));
}

/** What the payer says besides: it informs and decides nothing. */
function answerAsides(question: CoverageQuestion): PayerAnswer['alsoSays'] {
  const encounter = rulesFor(question, 'encounter-rate').map((rule) => ({
    message: message('coverage.aside.encounterRate'),
    basis: ruleBasis(question, rule),
  }));
  const linked = (rulebookPayerOf(question)?.rules ?? []).flatMap((rule) =>
    rule.kind === 'linked-procedure-modifier' && inPeriod(rule.period, question.serviceDate)
      ? {
          message: message('coverage.aside.linkedProcedureModifier', {
            modifier: rule.modifier,
            code: question.code,
          }),
          basis: ruleBasis(question, rule),
        }
      : [],
  );
  return [...encounter, ...linked];
}

/** Facts that ran out and rules of other days: a reader may ask the payer again with them in hand. */
function answerNearby(question: CoverageQuestion): PayerAnswer['nearby'] {
  const current = new Set(rulesFor(question, 'coverage-status').map((rule) => rule.id));
  const rules = (rulebookPayerOf(question)?.rules ?? []).filter(
    (rule) => rule.kind === 'coverage-status' && rule.code === question.code && !current.has(rule.id),
  );
  return [
    ...factsFor(question).outOfDate.map((fact) => factBasis(fact, question.timeZone)),
    ...rules.map((rule) => ruleBasis(question, rule)),
  ];
}
