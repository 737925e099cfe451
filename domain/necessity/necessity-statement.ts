import type { Stamp } from '../audit/event.ts';
import type { CoordinationCase } from '../case/case.ts';
import type { EvidencedSentence } from '../claim/claim.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Patient } from '../patient/patient.ts';
import { placeOfEvidence, type Place } from './evidence-place.ts';
import type { FactorKind, NecessityFactor } from './factor.ts';

/** One sentence of the statement: its id and gaps for the reader's language, its English text for the claim. */
export interface NecessitySentence extends EvidencedSentence {
  readonly factorId: string;
  readonly message: Message;
  /** The reason alone, for the remarks of a claim, where there is little room. */
  readonly short: string;
}

export interface NecessityStatement {
  readonly sentences: readonly NecessitySentence[];
  /** Factors that no evidence on record supports: they say nothing until it is there. */
  readonly missing: readonly { readonly factorId: string; readonly message: Message }[];
}

type Recorded = Stamp & { readonly factor: NecessityFactor };

const longest = 400;

const lead: Record<FactorKind, string> = {
  condition: 'The patient has a condition',
  'functional-need': 'The patient has a functional need',
  'communication-need': 'The patient has a communication need',
  'social-barrier': 'A social barrier stands in the way',
  'several-providers': 'Several providers take part',
  'several-specialties': 'Several specialties take part',
  'several-settings': 'Care is given in several settings',
  'several-payers': 'Several payers are involved',
  'clearance-needed': 'Medical clearance is needed',
  'facility-needed': 'Care in a facility is needed',
};

/**
 * Why this patient's care needs a coordinator, one sentence a factor, in order of recording. A factor whose
 * evidence is not on record yields no sentence, and is reported as missing it.
 */
export function necessityStatement(state: CoordinationCase, patient: Patient): NecessityStatement {
  const sentences: NecessitySentence[] = [];
  const missing: { factorId: string; message: Message }[] = [];
  for (const recorded of state.factors.values()) {
    const { factorId, kind, text } = recorded.factor;
    const evidence = statedEvidence(recorded, state, patient);
    if (evidence.length === 0)
      missing.push({ factorId, message: message('necessity.missingEvidence', { text }) });
    else
      sentences.push({
        factorId,
        message: message(`necessity.sentence.${kind}`, { text }),
        text: `${lead[kind]}: ${ended(text, longest - lead[kind].length - 2)}`,
        short: ended(text, longest),
        evidence: [...evidence],
      });
  }
  return { sentences, missing };
}

/** The places that support a factor; what the record no longer holds supports nothing. */
export function statedEvidence(
  recorded: Recorded,
  state: CoordinationCase,
  patient: Patient,
): readonly Place[] {
  const places = recorded.factor.evidence.flatMap(
    (evidence) => placeOfEvidence(evidence, state, patient, recorded.position) ?? [],
  );
  return [...new Set(places)];
}

function ended(text: string, room: number): string {
  const said = text
    .trim()
    .replace(/[.\s]+$/, '')
    .slice(0, room - 1);
  return `${said}.`;
}
