import type { OptionSheet } from './option-sheet.ts';
import type { PatientDecision, Revisit } from './patient-decision.ts';

export interface DecisionEventData {
  /** A new sheet, or the next version of one. */
  'decision.options-recorded': { sheet: OptionSheet };
  /** Recorded in error: nobody is shown it and nobody decides on it any more. */
  'decision.options-withdrawn': { sheetId: string; reason: string };
  'decision.made': { decision: PatientDecision };
  'decision.revisited': { decision: PatientDecision; revisit: Revisit };
}
