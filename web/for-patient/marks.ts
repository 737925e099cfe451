import { useDraft } from '../ui/use-draft.ts';

/** What a patient marked on the page: kept on this device until the decision is recorded from it. */
export interface PatientMarks {
  readonly weights: Readonly<Record<string, number>>;
  readonly leansTo: string;
  readonly questions: string;
  /** What will be done and why, in their own words. */
  readonly teachBackWords: string;
}

const noMarks: PatientMarks = { weights: {}, leansTo: '', questions: '', teachBackWords: '' };

/** Marks belong to one version of the options: another version is marked anew. */
export function marksKey(
  caseId: string,
  { sheetId, version }: { readonly sheetId: string; readonly version: number },
) {
  return `for-patient.${caseId}.${sheetId}.${version}`;
}

export function usePatientMarks(key: string) {
  return useDraft(key, noMarks);
}
