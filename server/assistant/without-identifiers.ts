import type { CaseFacts } from '#domain/assistant/about-case.ts';
import { hiding, identifiersIn, type Hidden } from '#domain/assistant/guard/hide-identifiers.ts';
import { withoutPersonalData } from '#domain/assistant/question/personal-data.ts';

/** How texts leave for a connected model, and come back: identifiers of the case as tokens, personal data left out. */
export function withoutIdentifiers(onCase: CaseFacts | undefined): Hidden {
  const { hide, reveal } = hiding(
    onCase ? identifiersIn([...onCase.caseEvents, ...onCase.patientEvents]) : [],
  );
  return { hide: (text) => withoutPersonalData(hide(text)).text, reveal };
}
