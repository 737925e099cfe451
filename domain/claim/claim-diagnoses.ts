import type { CoordinationCase } from '../case/case.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { DiagnosisCode } from '../kernel/diagnosis-code.ts';
import type { At, Patient } from '../patient/patient.ts';
import type { Condition } from '../patient/patient-events.ts';
import { sensitivityOfCondition } from '../patient/sensitivity.ts';

/** A dental claim names at most four different diagnoses (field-facts 3.2). */
export const mostDiagnoses = 4;

export interface ClaimDiagnoses {
  readonly chosen: readonly { readonly code: DiagnosisCode; readonly position: number }[];
  readonly leftOut: readonly DiagnosisCode[];
}

/**
 * The diagnoses that support the need for coordination on a day: those that a necessity factor cites, in order
 * of the factors; where none is cited, the active ones in order of recording. What is specially protected
 * (substance use, HIV, mental health and the like) never goes to a payer by this way.
 */
export function claimDiagnoses(state: CoordinationCase, patient: Patient, day: CalendarDate): ClaimDiagnoses {
  const cited = [...state.factors.values()]
    .flatMap(({ factor }) => factor.evidence)
    .filter(({ kind }) => kind === 'condition')
    .flatMap(({ id }) => patient.conditions.get(id) ?? []);
  const usable = cited.filter((each) => isUsable(each, day));
  const source =
    usable.length > 0 ? usable : [...patient.conditions.values()].filter((each) => isUsable(each, day));
  const unique = new Map<DiagnosisCode, number>();
  for (const { value, position } of source)
    if (value.diagnosis !== undefined && !unique.has(value.diagnosis)) unique.set(value.diagnosis, position);
  const all = [...unique].map(([code, position]) => ({ code, position }));
  return {
    chosen: all.slice(0, mostDiagnoses),
    leftOut: all.slice(mostDiagnoses).map(({ code }) => code),
  };
}

/** Present on the day: begun, not ended, and with a code that somebody stated. */
function isUsable({ value }: At<Condition>, day: CalendarDate): boolean {
  return (
    value.diagnosis !== undefined &&
    sensitivityOfCondition(value) === undefined &&
    (value.onset === undefined || value.onset <= day) &&
    (value.ended === undefined ? value.status === 'active' : value.ended >= day)
  );
}
