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
  readonly withdrawn: (Stamp & { readonly reason: string }) | undefined;
}

export type DecisionEvent = {
  [T in keyof DecisionEventData]: RecordedEvent<T, DecisionEventData[T]>;
}[keyof DecisionEventData];

export function sheetIdOf({ data }: DecisionEvent): string {
  if ('sheetId' in data) return data.sheetId;
  return 'sheet' in data ? data.sheet.sheetId : data.decision.sheetId;
}

/** A sheet after one more event about it; undefined before its first one. */
export function continueSheet(
  before: RecordedSheet | undefined,
  { data }: DecisionEvent,
  stamp: Stamp,
): RecordedSheet {
  const sheet = before ?? { versions: [], decisions: [], withdrawn: undefined };
  const { versions, decisions } = sheet;
  if ('sheetId' in data) return { ...sheet, withdrawn: { ...stamp, reason: data.reason } };
  if ('sheet' in data) return { ...sheet, versions: [...versions, { ...stamp, sheet: data.sheet }] };
  const revisit = 'revisit' in data ? data.revisit : undefined;
  return { ...sheet, decisions: [...decisions, { ...stamp, decision: data.decision, revisit }] };
}
