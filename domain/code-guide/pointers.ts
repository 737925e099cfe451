import { message, type Message } from '../kernel/message.ts';
import type { ruleMarks } from '../rulebook/rule.ts';
import type { Occasion, WorkFacts } from './work-facts.ts';

/** A code outside the choice that the facts point at: it is named, never proposed for a claim. */
export interface Pointer {
  readonly code: string;
  readonly because: Message;
  /** How far the sentence can be trusted, as on the pages of the guide (field-facts 1.1). */
  readonly mark: (typeof ruleMarks)[number];
}

function pointer(code: string, mark: Pointer['mark']): Pointer {
  return { code, because: message(`codeChoice.pointer.${code}`), mark };
}

/** Codes for work that the family has none for, in the marks of field-facts 1.1. */
const ofOccasion: Readonly<Record<Occasion, readonly Pointer[]>> = {
  'missed-appointment': [pointer('D9986', 'general-knowledge')],
  'cancelled-appointment': [pointer('D9987', 'general-knowledge')],
  interpreting: [pointer('D9990', 'general-knowledge')],
  'separate-presentation': [pointer('D9450', 'weak')],
  screening: [pointer('D0190', 'confirmed'), pointer('D0191', 'confirmed')],
  'observation-visit': [pointer('D9430', 'confirmed')],
  'nothing-named': [pointer('D9999', 'general-knowledge')],
};

/**
 * How a service was delivered is reported in addition to it, with a patient on the other side; it never stands alone
 * and never for coordination (field-facts 1.2).
 */
export function pointersFor({ occasion, modality, partyKinds }: WorkFacts): readonly Pointer[] {
  const withPatient = partyKinds !== 'unknown' && partyKinds.includes('patient');
  return [
    ...(occasion === undefined ? [] : ofOccasion[occasion]),
    ...(modality === 'video' && withPatient ? [pointer('D9995', 'confirmed')] : []),
  ];
}
