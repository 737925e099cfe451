import type { CaseEvent } from '../case/case-events.ts';
import type { EvidenceRecord } from '../necessity/protected-evidence.ts';
import type { PatientEvent } from '../patient/patient-events.ts';
import { isTelling, type DataCategory } from './consent.ts';
import { categoriesOf } from './event-categories.ts';

/**
 * Of what was allowed to leave, what can have been in it: of the specially protected categories those alone that the
 * record holds. An accounting that named the others would tell of a patient what is not so (45 CFR 164.528(b)(2) asks
 * what was disclosed).
 */
export function leftWith(
  allowed: readonly DataCategory[],
  events: readonly (CaseEvent | PatientEvent)[],
  record: EvidenceRecord,
): readonly DataCategory[] {
  const held = new Set(
    events
      .filter(({ type }) => type !== 'patient.disclosure-recorded')
      .flatMap((event) => categoriesOf(event, record)),
  );
  return allowed.filter((category) => !isTelling(category) || held.has(category));
}
