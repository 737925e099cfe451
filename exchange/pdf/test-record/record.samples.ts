import type { CaseEvent, NewCaseEvent } from '#domain/case/case-events.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import { foldCase } from '#domain/case/fold-case.ts';
import type { NewPatientEvent, PatientEvent } from '#domain/patient/patient-events.ts';
import { type Patient, foldPatient } from '#domain/patient/patient.ts';
import type { NewPracticeEvent, PracticeEvent } from '#domain/practice/practice-events.ts';
import { type Practice, foldPractice } from '#domain/practice/practice.ts';
import type { AnyEvent } from '../evidence-list.ts';
import { caseSaid } from './case.samples.ts';
import { patientSaid } from './patient.samples.ts';
import { practiceSaid } from './practice.samples.ts';
import { recorded } from './said.samples.ts';

/** A synthetic record for the tests of printed documents: one patient, one case, a signed plan, contacts of all kinds. */

const practiceEvents = recorded<NewPracticeEvent>(
  { kind: 'practice', id: 'org-1' },
  practiceSaid,
) as PracticeEvent[];
const patientEvents = recorded<NewPatientEvent>(
  { kind: 'patient', id: 'patient-1' },
  patientSaid,
) as PatientEvent[];
const caseEvents = recorded<NewCaseEvent>({ kind: 'case', id: 'case-1' }, caseSaid) as CaseEvent[];
export const recordedEvents: readonly AnyEvent[] = [...patientEvents, ...caseEvents];

export const practice: Practice = foldPractice('org-1', practiceEvents);
export const patient: Patient = foldPatient('patient-1', patientEvents);
export const coordinationCase: CoordinationCase = foldCase('case-1', caseEvents);
