import type { RecordedEvent, Stamp } from '../audit/event.ts';
import type { DecisionEventData } from './decision-events.ts';
import type { OptionSheet } from './option-sheet.ts';
import type { PatientDecision, Revisit } from './patient-decision.ts';

export interface RecordedDecision extends Stamp {
  readonly decision: PatientDecision;
  readonly revisit: Revisit | undefined;
}

/** A sheet with all its versions, the newest last, and what was decided on it, the latest last. */
export interface RecordedSheet {
  readonly versions: readonly (Stamp & { readonly sheet: OptionSheet })[];
  readonly decisions: readonly RecordedDecision[];
}

export type DecisionEvent = {
  [T in keyof DecisionEventData]: RecordedEvent<T, DecisionEventData[T]>;
}[keyof DecisionEventData];

export function sheetIdOf({ data }: DecisionEvent): string {
  return 'sheet' in data ? data.sheet.sheetId : data.decision.sheetId;
}

/** A sheet after one more event about it; undefined before its first one. */
export function continueSheet(
  before: RecordedSheet | undefined,
  { data }: DecisionEvent,
  stamp: Stamp,
): RecordedSheet {
  const { versions, decisions } = before ?? { versions: [], decisions: [] };
  if ('sheet' in data) return { versions: [...versions, { ...stamp, sheet: data.sheet }], decisions };
  const revisit = 'revisit' in data ? data.revisit : undefined;
  return { versions, decisions: [...decisions, { ...stamp, decision: data.decision, revisit }] };
}
