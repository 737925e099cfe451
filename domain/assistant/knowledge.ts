import { statementsOf, type GuidePage, type PlacedStatement } from '../code-guide/guide-page.ts';
import { indexGuide, type GuideIndex } from '../code-guide/search/search-guide.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { describedWords } from './question/described-work.ts';
import { workWords } from './question/named-work.ts';
import { isOrdinaryWord } from './question/ordinary-words.ts';
import { nameWords, payerReader, payerWords } from './question/named-payer.ts';
import { plain } from './question/plain-words.ts';
import type { Reader } from './question/read-question.ts';
import { spellingOf } from './question/spelling.ts';
import { toldWords } from './question/told-work.ts';
import { topicWords } from './question/topics.ts';

/** What the assistant knows, made once from the rulebook. */
export interface Knowledge {
  readonly rulebook: Rulebook;
  readonly reader: Reader;
  readonly indexes: Readonly<Record<'en' | 'es', GuideIndex>>;
  readonly page: (code: ProcedureCode) => GuidePage | undefined;
  /** All statements of a code's page, in its order. */
  readonly statements: (code: ProcedureCode) => readonly PlacedStatement[];
}

/** Reads the guide once: its words are spelt right, its codes are the known ones. */
export function knowledgeOf(rulebook: Rulebook): Knowledge {
  const statements = new Map([...rulebook.guide.values()].map((page) => [page.code, statementsOf(page)]));
  const wordsIn = (language: 'en' | 'es') =>
    new Set(
      [...statements.values()]
        .flat()
        .flatMap(({ statement }) => plain(statement.text[language]).match(/\p{L}{4,}/gu) ?? []),
    );
  const wordsByLanguage = { en: wordsIn('en'), es: wordsIn('es') };
  const guideWords = new Set([...wordsByLanguage.en, ...wordsByLanguage.es]);
  const lexicon = [...topicWords, ...workWords, ...describedWords, ...payerWords];
  const known = new Set([...lexicon, ...guideWords, ...toldWords]);
  return {
    rulebook,
    reader: {
      isKnownCode: (code) => rulebook.guide.has(code),
      payersIn: payerReader(rulebook),
      spelling: spellingOf(lexicon, new Set([...guideWords, ...toldWords, ...nameWords])),
      isOrdinary: (word) => known.has(word) || isOrdinaryWord(word),
      languageOfWord: (word) => {
        const en = wordsByLanguage.en.has(word);
        const es = wordsByLanguage.es.has(word);
        return en === es ? undefined : es ? 'es' : 'en';
      },
    },
    indexes: { en: indexGuide(rulebook.guide.values(), 'en'), es: indexGuide(rulebook.guide.values(), 'es') },
    page: (code) => rulebook.guide.get(code),
    statements: (code) => statements.get(code) ?? [],
  };
}
