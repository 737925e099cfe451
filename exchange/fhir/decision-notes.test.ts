import type { CarePlan } from 'fhir/r4';
import { expect, test } from 'vitest';
import type { DataCategory } from '#domain/consent/consent.ts';
import type { PatientDecision } from '#domain/decision/patient-decision.ts';
import { sampleSheet } from '../pdf/test-option-sheet.ts';
import { exportWithout, sampleExport } from './case-export.samples.ts';
import { checkFhir } from './test-check-bundle.ts';
import { caseToBundle } from './to-bundle.ts';

const sheet = sampleSheet('en');
const decision = (decisionId: string, optionId: string): PatientDecision => ({
  decisionId,
  sheetId: sheet.sheetId,
  seenVersion: sheet.version,
  seenSha256: sheet.sha256,
  optionId,
  reason: 'It is done sooner.',
  weights: [],
  questions: '',
  teachBack: { outcome: 'understood', words: '' },
  tookPart: [{ kind: 'patient', name: 'the patient' }],
  interpreter: { way: 'not-needed', name: '' },
});

/** The notes of the care plan of the sample case with two decisions on one sheet. */
function notesWithout(...withheld: readonly DataCategory[]): string[] {
  const { opened } = sampleExport.case;
  const revisit = { earlierDecisionId: 'first', why: 'The bone is too thin.' };
  const optionSheets = new Map([
    [
      sheet.sheetId,
      {
        versions: [{ ...opened, sheet }],
        decisions: [
          { ...opened, decision: decision('first', 'implant'), revisit: undefined },
          { ...opened, decision: decision('second', 'bridge'), revisit },
        ],
        withdrawn: undefined,
      },
    ],
  ]);
  const cut = exportWithout(...withheld);
  const bundle = caseToBundle({ ...cut, case: { ...cut.case, optionSheets } });
  expect(checkFhir(bundle)).toEqual([]);
  const plan = bundle.entry?.find(({ resource }) => resource?.resourceType === 'CarePlan')?.resource;
  const notes = (plan as CarePlan | undefined)?.note ?? [];
  return notes.flatMap(({ text }) => (text.startsWith("Patient's decision") ? [text] : []));
}

test('what was decided goes with the care plan, with the version that was seen and why it was revisited', () => {
  const seen = `Seen: version 2, SHA-256 ${sheet.sha256}`;
  expect(notesWithout()).toEqual([
    `Patient's decision: What comes in place of your tooth? Implant\nWhy: It is done sooner.\n${seen}`,
    `Patient's decision: What comes in place of your tooth? Bridge\nWhy: It is done sooner.\nIn place of an earlier decision: The bone is too thin.\n${seen}`,
  ]);
});

test.each(['coordination-record', 'dental-record'] as const)('without %s it stays here', (category) => {
  expect(notesWithout(category)).toEqual([]);
});
