import type { EligibilityReport } from '#contract/eligibility.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { mostCharacters, read271 } from '#exchange/x12/from-271.ts';
import type { Archway } from '../archway.ts';
import type { Person } from '../http/signed-in.ts';
import { refusePatientChange } from '../patient/change-patient.ts';
import { takeAnswer, type EligibilityFile } from './take-answer.ts';

/** Takes a payer's file that a person has, for one coverage, all in one transaction. */
export async function recordEligibilityAnswer(
  archway: Archway,
  person: Person,
  patientId: string,
  coverageId: string,
  file: EligibilityFile,
  confirmed: boolean,
): Promise<EligibilityReport | Refusal> {
  const forbidden = refusePatientChange(person, 'record-plan-answer');
  if (forbidden) return forbidden;
  if (file.bytes.length > mostCharacters)
    return refuse('eligibility/too-large', { characters: file.bytes.length, most: mostCharacters });
  const answers = read271(file.bytes.toString('utf8'));
  if (isRefusal(answers)) return answers;
  return archway.record.write(person.organizationId, person.who, { patientId }, async (writing) => {
    const patient = await writing.patient(patientId);
    if (!patient?.demographics) return refuse('absent/patient');
    const coverage = patient.coverages.get(coverageId)?.value;
    if (!coverage) return refuse('absent/coverage');
    return takeAnswer(writing, patient, coverage, file, answers, confirmed);
  });
}
