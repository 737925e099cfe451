import type { Instant } from '../kernel/calendar-date.ts';
import type { NewPatientEvent, PatientEventData } from '../patient/patient-events.ts';
import type { Coverage } from './benefit-fact.ts';

type Recorded = PatientEventData['patient.coverage-recorded'];

/** What decides the order is a part of its own: custody and decrees are no business of a payer that gets the rest. */
export function coverageRecorded({ order, ...coverage }: Coverage, occurredAt: Instant): NewPatientEvent {
  return {
    type: 'patient.coverage-recorded',
    occurredAt,
    data: { coverage, ...(order === undefined ? {} : { order }) },
  };
}

/** The coverage as it was recorded, in one piece. */
export function coverageOf({ coverage, order }: Recorded): Coverage {
  return order === undefined ? coverage : { ...coverage, order };
}
