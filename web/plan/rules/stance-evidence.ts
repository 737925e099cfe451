import { useEvidence } from '../../necessity/evidence-choices.ts';
import { useCaseView } from '../../case/case-context.tsx';
import type { Choice } from '../../ui/fields.tsx';

const kinds: readonly string[] = ['condition', 'document', 'contact'];

/** What a position can rest on: conditions, documents, and what was said in a contact. */
export function useStanceEvidence(): readonly Choice[] {
  return useEvidence(useCaseView())
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, label }) => ({ value: id, label }));
}
