import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#contract/views.ts';
import { capitalized, categoryWords, sayCategories } from '#contract/messages/say-categories.ts';
import { useFormat } from './format.ts';

/** Says a message of the domain in the reader's language; days and whole categories among its values are written out. */
export function useSay(): (message: Message) => string {
  const { t } = useTranslation();
  const { date } = useFormat();
  return useCallback(
    ({ id, params }) => {
      const written: Record<string, string | number> = { ...params };
      for (const [name, value] of Object.entries(params))
        if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) written[name] = date(value);
      return sayCategories(written, t, (values) => t(id, values));
    },
    [t, date],
  );
}

/** What a limit is about, in the reader's words: a category's name, or the code or the plan's own word as it is. */
export function useAbout(): (about: string) => string {
  const { t } = useTranslation();
  return useCallback((about) => categoryWords(about, t) ?? about, [t]);
}

/** Lists whose words stand with their own subject; the others are shared with printed documents. */
const elsewhere: Readonly<Record<string, string>> = {
  coverageStatus: 'coverage.status',
  factSource: 'coverage.source',
  consentKind: 'pdf.authorization.title',
  documentation: 'coverage.documentation',
  performer: 'coverage.performer',
};

/** The words of closed lists, such as a route or a role. */
export function useWord(): (list: string, word: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (list, word) => {
      const text = t([`web.word.${list}.${word}`, `${elsewhere[list] ?? `pdf.${list}`}.${word}`], {
        defaultValue: word,
      });
      return capitalized(text);
    },
    [t],
  );
}

/** Choices for a select or a row of buttons. */
export function useChoices(): (list: string, words: readonly string[]) => { value: string; label: string }[] {
  const word = useWord();
  return useCallback((list, words) => words.map((value) => ({ value, label: word(list, value) })), [word]);
}
