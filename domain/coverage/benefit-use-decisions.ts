import { repeats } from '../case/deciding.ts';
import type { Instant } from '../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { NewPatientEvent } from '../patient/patient-events.ts';
import type { Patient } from '../patient/patient.ts';
import { refuseSource, refuseUnknownCoverage } from './benefit-fact-decisions.ts';
import type { BenefitUse } from './benefit-use.ts';

/** Refused: an unknown coverage, a source without a witness, an end without a reservation or before it begins, two places. */
export function decideRecordBenefitUse(
  patient: Patient,
  use: BenefitUse,
  now: Instant,
): NewPatientEvent | 'repeated' | Refusal {
  const earlier = patient.benefitUses.get(use.useId)?.value;
  const repeated = repeats(earlier, use);
  if (repeated === 'repeated') return repeated;
  return (
    refuseUnknownCoverage(patient, use.coverageId, '/use') ??
    refuseSource(use, now, '/use') ??
    refuseUse(use) ?? {
      type: 'patient.benefit-use-recorded',
      occurredAt: use.learnedAt,
      data: { use },
    }
  );
}

function refuseUse({ state, date, expires, tooth, area }: BenefitUse): Refusal | undefined {
  if (expires !== undefined && state !== 'reserved')
    return refuse('benefit-use/end-without-reservation', {}, '/use/expires');
  if (expires !== undefined && expires < date)
    return refuse('benefit-use/ends-before-it-begins', { date, expires }, '/use/expires');
  if (tooth !== undefined && area !== undefined) return refuse('estimate/tooth-and-area', {}, '/use/area');
  return undefined;
}
