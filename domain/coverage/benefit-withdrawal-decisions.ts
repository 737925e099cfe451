import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { NewPatientEvent } from '../patient/patient-events.ts';
import type { Patient } from '../patient/patient.ts';
import { refuseUnknownCoverage } from './benefit-fact-decisions.ts';
import { takeBack, type BenefitWithdrawal } from './benefit-withdrawal.ts';

/** Takes back what was recorded in error; 'repeated' when it was taken back already. Refused: what is not there. */
export function decideWithdrawBenefit(
  patient: Patient,
  withdrawal: BenefitWithdrawal,
  now: Instant,
): NewPatientEvent | 'repeated' | Refusal {
  const asked = canonicalJson(withdrawal);
  if (patient.withdrawn.some((each) => canonicalJson(each.withdrawal) === asked)) return 'repeated';
  const unknown = refuseUnknownCoverage(patient, withdrawal.coverageId, '/withdrawal');
  if (unknown) return unknown;
  const facts = patient.benefitFacts.map(({ value }) => value);
  const answers = patient.planAnswers.map(({ value }) => value);
  if (!takeBack(withdrawal, facts, answers))
    return refuse('benefit-fact/nothing-to-withdraw', {}, '/withdrawal/recordId');
  return { type: 'patient.benefit-withdrawn', occurredAt: now, data: { withdrawal } };
}
