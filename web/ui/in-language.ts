import { useTranslation } from 'react-i18next';
import type { BothLanguages, Locale } from '#domain/kernel/both-languages.ts';

export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language.startsWith('es') ? 'es' : 'en';
}

/** Words that come in both languages, in the reader's. */
export function useInLanguage(): (text: BothLanguages) => string {
  const locale = useLocale();
  return (text) => text[locale];
}
