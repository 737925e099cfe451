import type { OptionSheetView } from '#contract/views.ts';
import type { OptionSheet } from '#domain/decision/option-sheet.ts';
import {
  interpreterWays,
  participantKinds,
  teachBackOutcomes,
  type PatientDecision,
} from '#domain/decision/patient-decision.ts';
import type { PatientMarks } from '../for-patient/marks.ts';
import { newId } from '../ui/clock.ts';
import { readText, readWord } from '../ui/reading.ts';

export interface DecisionDraft extends Omit<PatientMarks, 'leansTo'> {
  readonly decisionId: string;
  readonly seenVersion: string;
  readonly optionId: string;
  readonly reason: string;
  readonly teachBack: string;
  readonly tookPart: readonly { readonly kind: string; readonly name: string }[];
  readonly interpreter: string;
  readonly interpreterName: string;
  readonly planFollows: boolean;
  readonly why: string;
}

/** Begun with what the patient marked on their page, and with who is known to be there. */
export function startedDecision(
  { version }: OptionSheet,
  marks: Partial<PatientMarks> | undefined,
  tookPart: DecisionDraft['tookPart'],
  interpreterNeeded: boolean,
): DecisionDraft {
  return {
    decisionId: newId(),
    seenVersion: String(version),
    optionId: marks?.leansTo ?? '',
    weights: marks?.weights ?? {},
    questions: marks?.questions ?? '',
    reason: '',
    teachBack: '',
    teachBackWords: marks?.teachBackWords ?? '',
    tookPart,
    interpreter: interpreterNeeded ? '' : 'not-needed',
    interpreterName: '',
    planFollows: true,
    why: '',
  };
}

/** The version that the draft is about; the newest until another was chosen. */
export function seenOf(
  row: OptionSheetView,
  { seenVersion }: Pick<DecisionDraft, 'seenVersion'>,
): OptionSheet {
  const newest = row.versions.at(-1)?.sheet;
  const seen = row.versions.find(({ sheet }) => String(sheet.version) === seenVersion)?.sheet ?? newest;
  if (!seen) throw new Error(`sheet ${row.sheetId} has no version`);
  return seen;
}

export function readDecision(row: OptionSheetView, draft: DecisionDraft): PatientDecision {
  const seen = seenOf(row, draft);
  return {
    decisionId: draft.decisionId,
    sheetId: row.sheetId,
    seenVersion: seen.version,
    seenSha256: seen.sha256,
    optionId: readText(draft.optionId, '/decision/optionId'),
    reason: draft.reason.trim(),
    weights: seen.values.flatMap(({ valueId }) => {
      const weight = draft.weights[valueId];
      return weight === undefined ? [] : [{ valueId, weight }];
    }),
    questions: draft.questions.trim(),
    teachBack: {
      outcome: readWord(teachBackOutcomes, draft.teachBack, '/decision/teachBack/outcome'),
      words: draft.teachBackWords.trim(),
    },
    tookPart: draft.tookPart.map(({ kind, name }, index) => ({
      kind: readWord(participantKinds, kind, `/decision/tookPart/${index}/kind`),
      name: readText(name, `/decision/tookPart/${index}/name`),
    })),
    interpreter: {
      way: readWord(interpreterWays, draft.interpreter, '/decision/interpreter/way'),
      name: draft.interpreterName.trim(),
    },
  };
}
