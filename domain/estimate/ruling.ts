import { addMonths, ageOn, type CalendarDate } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Accumulators } from './accumulators.ts';
import type { EstimateRequest, Line } from './estimate-request.ts';
import { byFrequency } from './by-frequency.ts';
import type { FactOf } from './plan-facts.ts';
import type { CodeTerms, PlanTerms } from './plan-terms.ts';
import { predeterminedFor } from './predetermined.ts';
import { refused, type Ruling } from './refused.ts';
import { askWhether, type Ask } from './unknown.ts';

const covered: Ruling = { outcome: 'covered', why: undefined };

/**
 * In this order: coverage in force, status of the code, waiting period, age, missing tooth, frequency. An answer that
 * the payer gave beforehand about this very line stands in the place of the middle four: it looked at them.
 */
export function rulingOn(
  terms: PlanTerms,
  code: CodeTerms,
  line: Line,
  day: CalendarDate,
  patient: EstimateRequest['patient'],
  used: Accumulators,
  ask: Ask,
): Ruling {
  const told = predeterminedFor(terms, line, day);
  return (
    // Orthodontic payments fall on many days, each judged by itself.
    (line.orthodontics && terms.facts.orthodontics[0] ? undefined : inForce(terms, day)) ??
    (told
      ? refusedBeforehand(told)
      : (byStatus(terms, code, line, ask) ??
        byWaiting(terms, code, line, day, ask) ??
        byAge(terms, code, line, day, patient, ask) ??
        byMissingTooth(terms, code, line, ask))) ??
    byFrequency(terms, code, line, day, used, ask) ??
    covered
  );
}

export function inForce({ plan }: PlanTerms, day: CalendarDate): Ruling | undefined {
  if (plan.from !== undefined && day < plan.from)
    return { outcome: 'not-in-force', why: message('estimate.ruling.notYetCovered', { from: plan.from }) };
  if (plan.through !== undefined && day > plan.through)
    return {
      outcome: 'not-in-force',
      why: message('estimate.ruling.noLongerCovered', { through: plan.through }),
    };
  return undefined;
}

/** Undefined where it is paid: coverage on the day and limits on how often still have to be met. */
function refusedBeforehand(fact: FactOf<'predetermination'>): Ruling | undefined {
  const params = { reference: fact.source?.reference ?? '–' };
  switch (fact.outcome) {
    case 'pays':
      return undefined;
    case 'denied-patient-liable':
      return { outcome: 'denied', why: message('estimate.predetermined.denied', params) };
    case 'disallowed-no-charge':
      return { outcome: 'disallowed', why: message('estimate.predetermined.disallowed', params) };
    case 'not-a-benefit':
      return { outcome: 'not-a-benefit', why: message('estimate.predetermined.notABenefit', params) };
  }
}

function byStatus({ plan }: PlanTerms, code: CodeTerms, line: Line, ask: Ask): Ruling | undefined {
  const status = code.status?.status ?? 'paid';
  const key = `${plan.planId} ${line.code} status`;
  const params = { plan: plan.name, code: line.code };
  switch (status) {
    case 'paid':
      return undefined;
    case 'denied-patient-liable':
      return { outcome: 'denied', why: message('estimate.ruling.denied') };
    case 'disallowed-no-charge':
      return { outcome: 'disallowed', why: message('estimate.ruling.disallowed') };
    case 'not-a-benefit':
      return { outcome: 'not-a-benefit', why: message('estimate.ruling.notABenefit') };
    case 'bundled-into': {
      const charged = askWhether(ask, key, message('estimate.unknown.bundled', params));
      const why = message('estimate.ruling.bundled', { into: code.status?.bundledInto ?? '?' });
      return { outcome: charged ? 'denied' : 'disallowed', why };
    }
    case 'by-report':
    case 'prior-authorization':
    case 'unknown':
      return askWhether(ask, key, message(`estimate.unknown.status.${status}`, params))
        ? undefined
        : { outcome: 'denied', why: message(`estimate.ruling.notPaid.${status}`) };
  }
}

function byWaiting(
  { plan }: PlanTerms,
  { waiting }: CodeTerms,
  line: Line,
  day: CalendarDate,
  ask: Ask,
): Ruling | undefined {
  if (!waiting || waiting.months === 0) return undefined;
  const { months } = waiting;
  if (plan.from === undefined) {
    const params = { plan: plan.name, code: line.code, months };
    const over = askWhether(ask, `${plan.planId} from`, message('estimate.unknown.coveredFrom', params));
    return over ? undefined : refused(waiting, message('estimate.ruling.waitingUnknown', { months }));
  }
  const over = addMonths(plan.from, months);
  return day < over ? refused(waiting, message('estimate.ruling.waiting', { months, over })) : undefined;
}

function byAge(
  { plan }: PlanTerms,
  { ages }: CodeTerms,
  line: Line,
  day: CalendarDate,
  { birthDate }: EstimateRequest['patient'],
  ask: Ask,
): Ruling | undefined {
  for (const limit of ages) {
    if (birthDate === undefined) {
      const said = message('estimate.unknown.age', { plan: plan.name, code: line.code });
      if (!askWhether(ask, 'birthDate', said)) return refused(limit, message('estimate.ruling.ageUnknown'));
    } else if (isTooOld(limit, birthDate, day) || ageOn(birthDate, day) < (limit.from ?? 0))
      return refused(limit, ageWords(limit, ageOn(birthDate, day)));
  }
  return undefined;
}

function ageWords({ from, through }: FactOf<'age-limit'>, age: number): Message {
  if (through === undefined) return message('estimate.ruling.tooYoung', { age, from: from ?? 0 });
  return message('estimate.ruling.age', { age, from: from ?? 0, through });
}

export function isTooOld(
  { through }: FactOf<'age-limit'>,
  birthDate: CalendarDate | undefined,
  day: CalendarDate,
): boolean {
  return through !== undefined && birthDate !== undefined && ageOn(birthDate, day) > through;
}

function byMissingTooth(
  { plan }: PlanTerms,
  { missingTooth }: CodeTerms,
  line: Line,
  ask: Ask,
): Ruling | undefined {
  if (missingTooth?.excluded !== true) return undefined;
  const { from } = plan;
  if (line.toothLostOn !== undefined && from !== undefined)
    return line.toothLostOn < from
      ? refused(missingTooth, message('estimate.ruling.missingTooth', { lost: line.toothLostOn, from }))
      : undefined;
  const said = message('estimate.unknown.toothLost', { plan: plan.name, code: line.code });
  return askWhether(ask, `${plan.planId} ${line.lineId} tooth lost`, said)
    ? undefined
    : refused(missingTooth, message('estimate.ruling.missingToothUnknown'));
}
