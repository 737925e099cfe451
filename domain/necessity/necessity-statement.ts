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
}

export interface NecessityStatement {
  readonly sentences: readonly NecessitySentence[];
  /** Factors that no evidence on record supports: they say nothing until it is there. */
  readonly missing: readonly { readonly factorId: string; readonly message: Message }[];
}

type Recorded = Stamp & { readonly factor: NecessityFactor };

const lead: Record<FactorKind, string> = {
  condition: 'Condition',
  'functional-need': 'Functional need',
  'communication-need': 'Communication need',
  'social-barrier': 'Social barrier',
  'several-providers': 'Several providers',
  'several-specialties': 'Several specialties',
  'several-settings': 'Several settings of care',
  'several-payers': 'Several payers',
  'clearance-needed': 'Medical clearance needed',
  'facility-needed': 'Facility care needed',
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
        text: sentenceOf(lead[kind], text),
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

function sentenceOf(start: string, text: string): string {
  const longest = 400 - start.length - 3;
  const said = text
    .trim()
    .replace(/[.\s]+$/, '')
    .slice(0, longest);
  return `${start}: ${said}.`;
}
