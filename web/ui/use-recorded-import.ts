import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordedImport, type ImportTexts } from '#contract/messages/recorded-import.ts';
import { ensureTexts } from '../app/languages.ts';
import { useSay } from './say.ts';

/** Says what an import kept in English in the reader's language; what has no such text is shown as it was kept. */
export function useRecordedImport(): (words: string) => string {
  const { i18n } = useTranslation();
  const say = useSay();
  const [english, setEnglish] = useState<ImportTexts>();
  useEffect(() => {
    if (i18n.language.startsWith('en')) return;
    void ensureTexts('en').then(() =>
      setEnglish(i18n.getResource('en', 'translation', 'fhirImport') as ImportTexts),
    );
  }, [i18n, i18n.language]);
  return (words) => {
    const known = english && recordedImport(words, english);
    return known ? say(known) : words;
  };
}
