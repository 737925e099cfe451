import { useTranslation } from 'react-i18next';
import type { ConsentDraft } from './consent-draft.ts';

/** What may be shared, in words: the usual ones in the language in which they are explained, others as they were typed. */
export function useSpokenDescription(): (draft: Pick<ConsentDraft, 'description' | 'language'>) => string {
  const { i18n } = useTranslation();
  const usual = (language: string) => i18n.getFixedT(language)('web.consent.defaultDescription');
  return ({ description, language }) =>
    [usual('en'), usual('es')].includes(description) ? usual(language === 'es' ? 'es' : 'en') : description;
}
