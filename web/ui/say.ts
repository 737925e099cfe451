import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#contract/views.ts';

/** Says a message of the domain in the reader's language. */
export function useSay(): (message: Message) => string {
  const { t } = useTranslation();
  return useCallback((message) => t(message.id, message.params), [t]);
}

/** The words of closed lists, such as a route or a role; the same as on printed documents. */
export function useWord(): (list: string, word: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (list, word) => {
      const text = t([`web.word.${list}.${word}`, `pdf.${list}.${word}`], { defaultValue: word });
      return text.charAt(0).toUpperCase() + text.slice(1);
    },
    [t],
  );
}

/** Choices for a select or a row of buttons. */
export function useChoices(): (list: string, words: readonly string[]) => { value: string; label: string }[] {
  const word = useWord();
  return useCallback((list, words) => words.map((value) => ({ value, label: word(list, value) })), [word]);
}
