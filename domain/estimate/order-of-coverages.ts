import { isInForce } from '../coverage/coverage-on-day.ts';
import { planKnowledge } from '../coverage/plan-knowledge.ts';
import { timeZoneOf } from '../case/deciding.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Patient } from '../patient/patient.ts';
import type { Practice } from '../practice/practice.ts';
import { orderOfBenefits, type OrderOfBenefits } from './order-of-benefits.ts';
import { isToldInactive, planOfCoverage } from './plan-of-coverage.ts';

/**
 * Which of a patient's coverages pays first on a day, and why, by the one rule that estimates go by. Undefined where
 * fewer than two are in force.
 */
export function orderOfCoverages(
  patient: Patient,
  practice: Practice,
  day: CalendarDate,
): OrderOfBenefits | Refusal | undefined {
  const timeZone = timeZoneOf(practice);
  const plans = [...patient.coverages.values()]
    .map(({ value: coverage }) => ({
      coverage,
      payer: coverage.payerId === undefined ? undefined : practice.payers.get(coverage.payerId),
      knowledge: planKnowledge(patient, coverage.coverageId, day, timeZone),
    }))
    .filter(({ coverage, knowledge }) => isInForce(coverage, day) && !isToldInactive(knowledge))
    .map((known, index) => ({ ...planOfCoverage(known, timeZone).plan, index }));
  return plans.length < 2 ? undefined : orderOfBenefits(plans);
}
