import { addDays } from '../kernel/calendar-date.ts';
import { message } from '../kernel/message.ts';
import { money } from '../estimate/money-words.ts';
import type { Cents } from '../kernel/money.ts';
import { inPeriod } from '../rulebook/rulebook.ts';
import type { BenefitFact, CoverageStatus, FrequencyLimit } from './benefit-fact.ts';
import { isInForce } from './coverage-on-day.ts';
import {
  factsFor,
  rulebookPayerOf,
  ruleBasis,
  rulesFor,
  type CoverageQuestion,
} from './coverage-question.ts';
import { historyOf, scopedStanding } from './limit-scope.ts';
import { mayChargePatient } from './may-charge-patient.ts';
import {
  coverageObstacles,
  deadlineObstacles,
  exclusionObstacles,
  limitObstacles,
  performerAllowed,
  performerObstacles,
  statusObstacles,
  workObstacles,
} from './obstacles.ts';
import type { Basis, Conflict, LimitAnswer, Obstacle, PayerAnswer } from './payer-answer.ts';
import { payerLineOf } from './payer-line.ts';
import { factBasis, follow, stateFact, stateRule, type Statement } from './precedence.ts';

const none: Basis = { kind: 'none' };

/**
 * "Will this payer pay this code on this day, for this work?" Facts and rules are selected by the day of
 * service; what neither says is unknown, which warns and never blocks.
 */
export function answerCoverage(question: CoverageQuestion): PayerAnswer {
  const payer = rulebookPayerOf(question);
  const { status, fee, limits, unlimited, conflicts } = weigh(question);
  const whoMayPerform = answerPerformers(question);
  const exclusions = rulesFor(question, 'same-day-exclusion').map((rule) => ({
    with: rule.with,
    basis: ruleBasis(question, rule),
  }));
  const deadlines = answerDeadlines(question);
  const obstacles = [
    ...statusObstacles(status),
    ...coverageObstacles(question),
    ...performerObstacles(whoMayPerform),
    ...workObstacles(question),
    ...limitObstacles(limits),
    ...exclusionObstacles(question, exclusions),
    ...deadlineObstacles(question, deadlines),
  ];
  const payable = weighObstacles(obstacles);
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
    mayChargePatient: answerCharge(question, status.status),
    conflicts,
    nearby: answerNearby(question),
    message: message(`coverage.answer.${payable}`, { code: question.code, date: question.serviceDate }),
    rulebookVersion: question.rulebook.version,
  };
}

/**
 * Every coverage that is in force on the day has a say: what one forbids no other allows, and where one may be
 * Medicaid, nobody tells the patient that they may be charged.
 */
function answerCharge(question: CoverageQuestion, status: CoverageStatus): PayerAnswer['mayChargePatient'] {
  const { coverage, payer, rulebook, serviceDate, alongside } = question;
  const own = mayChargePatient(status, payerLineOf(coverage, payer, rulebook));
  if (own.answer === 'no') return own;
  const others = alongside
    .filter((other) => isInForce(other.coverage, serviceDate))
    .map((other) => {
      const line = payerLineOf(other.coverage, other.payer, rulebook);
      const { answer } = mayChargePatient(weigh({ ...question, ...other }).status.status, line);
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

type Weighed = Pick<PayerAnswer, 'fee' | 'limits' | 'unlimited' | 'conflicts'> & {
  readonly status: Pick<PayerAnswer, 'status' | 'bundledInto' | 'basis'>;
};

/** What facts and rules can both say: status, fee and limits; the stronger source is followed. */
function weigh(question: CoverageQuestion): Weighed {
  const { counting } = factsFor(question);
  const fromFacts = <Value>(read: (fact: BenefitFact) => Value | undefined): Statement<Value>[] =>
    counting.flatMap((fact) => {
      const value = read(fact.value);
      return value === undefined ? [] : stateFact(fact, value, question.timeZone);
    });
  const statuses = [
    ...fromFacts((fact) => (fact.status === 'unknown' ? undefined : fact)),
    ...rulesFor(question, 'coverage-status')
      .filter((rule) => rule.status !== 'unknown')
      .map((rule) => stateRule(ruleBasis(question, rule), rule)),
  ];
  const fees = [
    ...fromFacts((fact) => fact.allowed),
    ...rulesFor(question, 'fee').map((rule) => stateRule(ruleBasis(question, rule), rule.amount)),
  ];
  const limitRules = rulesFor(question, 'frequency-limit').map((rule) =>
    stateRule(ruleBasis(question, rule), rule.limit),
  );
  const limitFacts = fromFacts((fact) => fact.frequency);
  const status = follow<Pick<BenefitFact, 'status' | 'bundledInto'>>(
    statuses,
    (value) => `${value.status}${value.bundledInto ? ` ${value.bundledInto}` : ''}`,
  );
  const fee = follow<Cents>(fees, money);
  const limit = follow<FrequencyLimit | 'none'>([...limitFacts, ...limitRules], limitInWords);
  const limitsFollowed = limit?.followed.basis.kind === 'rule' ? limitRules : limit ? [limit.followed] : [];
  return {
    status: {
      status: status?.followed.value.status ?? 'unknown',
      bundledInto: status?.followed.value.bundledInto,
      basis: status?.followed.basis ?? none,
    },
    fee: fee && { amount: fee.followed.value, basis: fee.followed.basis },
    limits: limitsFollowed.flatMap(({ value, basis }) =>
      value === 'none' ? [] : answerLimit(question, value, basis),
    ),
    unlimited: limit?.followed.value === 'none' ? limit.followed.basis : undefined,
    conflicts: [
      ...conflictsOf('status', status, ({ status: word }) => word),
      ...conflictsOf('fee', fee, money),
      ...conflictsOf('frequency-limit', limit, limitInWords).filter(
        // Two limits of one rulebook hold together; only another source contradicts them.
        (conflict) => conflict.followed.kind !== 'rule' || conflict.setAside.kind !== 'rule',
      ),
    ],
  };
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

function limitInWords(limit: FrequencyLimit | 'none'): string {
  if (limit === 'none') return limit;
  const words = [String(limit.times), limit.window, limit.days, limit.per];
  return words.filter((word) => word !== undefined).join(' ');
}

function answerLimit(question: CoverageQuestion, limit: FrequencyLimit, basis: Basis): LimitAnswer {
  return { limit, basis, ...scopedStanding(limit, historyOf(question), question) };
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
