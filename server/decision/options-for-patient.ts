import type { OptionsForPatient } from '#contract/for-patient.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { Practice } from '#domain/practice/practice.ts';
import type { Archway } from '../archway.ts';
import { noCase } from '../case/acting-on-case.ts';
import type { Person } from '../http/signed-in.ts';

/** The newest version of a sheet, as the patient sees it. */
export function optionsForPatient(
  { record }: Pick<Archway, 'record'>,
  { organizationId }: Pick<Person, 'organizationId'>,
  caseId: string,
  sheetId: string,
): Promise<OptionsForPatient | Refusal> {
  return record.read(organizationId, async (reading) => {
    const state = await reading.coordinationCase(caseId);
    const patient = state && (await reading.patient(state.patientId));
    if (!state || !patient) return noCase(caseId);
    return viewOf(state, sheetId, patient, await reading.practice());
  });
}

function viewOf(
  { optionSheets }: CoordinationCase,
  sheetId: string,
  patient: Patient,
  { profile }: Practice,
): OptionsForPatient | Refusal {
  const recorded = optionSheets.get(sheetId);
  const sheet = recorded?.versions.at(-1)?.sheet;
  if (!recorded || !sheet) return refuse('absent/option-sheet', {}, '/sheetId');
  if (recorded.withdrawn) return refuse('decision/withdrawn', {}, '/sheetId');
  const decision = recorded.decisions.at(-1)?.decision;
  const seen = recorded.versions.find((version) => version.sheet.version === decision?.seenVersion)?.sheet;
  const chosen = seen?.options.find(({ optionId }) => optionId === decision?.optionId)?.name;
  return {
    practice: practiceForPatient(profile),
    firstName: patient.demographics?.firstName ?? '',
    sheet,
    ...(chosen === undefined ? {} : { chosen }),
    needs: needsForPatient(patient),
  };
}

export function practiceForPatient(profile: Practice['profile']): OptionsForPatient['practice'] {
  return { name: profile?.name ?? '', ...(profile ? { telephone: profile.telephone } : {}) };
}

export function needsForPatient(patient: Patient): OptionsForPatient['needs'] {
  return [...patient.accommodations.values()].flatMap(({ value: { kind, need, accommodation, active } }) =>
    active ? [{ kind, need, accommodation }] : [],
  );
}
