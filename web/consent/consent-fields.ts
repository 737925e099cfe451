import type { ConsentDraft } from './consent-draft.ts';

/** What every group of fields of the consent form is given. */
export interface ConsentFieldsProps {
  readonly draft: ConsentDraft;
  readonly change: (part: Partial<ConsentDraft>) => void;
}
