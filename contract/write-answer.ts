import type { AssistantAnswer, Citation } from '#domain/assistant/assistant-answer.ts';
import type { Draft, OffPage, Passage, Wording } from '#domain/assistant/draft.ts';
import { message } from '#domain/kernel/message.ts';
import { say, type Language } from './say.ts';

/** Puts a draft into the words of its language: the one form in which answers leave the program. */
export function writeAnswer(draft: Draft): AssistantAnswer {
  const { language } = draft;
  const write = (wording: Wording) => inWords(language, wording);
  return {
    status: draft.status,
    answer: draft.sentences.map(({ text, item }) => `${item ? '- ' : ''}${write(text)}`).join('\n'),
    codes: [...draft.codes],
    citations: draft.passages.map((passage) => writePassage(language, passage)),
    missing: draft.missing.map(write),
    safety: draft.safety.map(write),
  };
}

function writePassage(language: Language, { id, text, source }: Passage): Citation {
  return { id, source: sourceInWords(language, source), quote: inWords(language, text) };
}

function sourceInWords(language: Language, source: Passage['source']): string {
  if (source.kind === 'case')
    return say(language, message('assistant.source.case', { who: source.who, at: source.at }));
  const { title, url, seen } = source.source;
  const words = say(language, message('assistant.source.published', { title: title[language], seen }));
  const mark = say(language, message(`coverage.mark.${source.mark}`));
  return [
    words,
    mark,
    ...(source.fictional ? [say(language, message('coverage.basis.fictional'))] : []),
    ...(url === undefined ? [] : [url]),
  ].join(' · ');
}

function inWords(language: Language, wording: Wording): string {
  if ('en' in wording) return wording[language];
  if ('id' in wording) return say(language, wording);
  if ('statement' in wording) return offPage(language, wording);
  const filled = Object.fromEntries(
    Object.entries(wording.filling).map(([name, messages]) => [
      name,
      messages.map((each) => say(language, each)).join(', '),
    ]),
  );
  return say(language, message(wording.message.id, { ...wording.message.params, ...filled }));
}

function offPage(language: Language, { statement, of, instead }: OffPage): string {
  const said = of === undefined ? statement[language] : `${of}: ${statement[language]}`;
  return instead === undefined
    ? said
    : `${said} ${say(language, message('assistant.instead', { code: instead }))}`;
}
