import MiniSearch from 'minisearch';
import type { GuidePage, GuideSection } from '../guide-page.ts';
import type { Locale } from '../../kernel/both-languages.ts';
import { mainCode, statementsOf } from '../guide-page.ts';
import { expandQuery } from './expand-query.ts';
import { wordsOf } from './words.ts';

/** Somewhere in the guide: a page, a statement or a question on it. */
export interface GuidePlace {
  readonly code: GuidePage['code'];
  readonly kind: 'page' | 'statement' | 'question';
  /** Anchor of the statement or question; absent for the page itself. */
  readonly anchor?: string;
}

export interface GuideHit extends GuidePlace {
  /** BM25 with the weights below: compares hits of one search, and nothing else. */
  readonly score: number;
}

interface Entry extends GuidePlace {
  readonly id: number;
  readonly name: string;
  readonly section: string;
  readonly question: string;
  readonly text: string;
}

export interface GuideIndex {
  readonly search: MiniSearch<Entry>;
  readonly entries: readonly Entry[];
}

/** What people ask for when they mean a section, in both languages. */
const sectionWords: Readonly<Record<GuideSection | 'confusedWith' | 'related' | 'questions', string>> = {
  whatFor: 'what is for meaning definition qué es para qué sirve significado',
  whenToUse: 'when to use example situation cuándo usar ejemplo situación',
  whenNotToUse: 'when not to use wrong instead cuándo no usar en lugar',
  whoMayPerform: 'who may perform bill hygienist coordinator quién puede realizar higienista',
  recordMustHold: 'document documentation record chart note evidence proof documentar expediente nota prueba',
  billing: 'billing claim pay covered facturar reclamación pagar cubierto',
  frequency: 'frequency how often limit frecuencia cada cuánto límite',
  wrongGuides: 'wrong guides myth error guías equivocadas',
  confusedWith: 'difference versus confused diferencia confundir',
  related: 'related relacionado',
  questions: 'question answer pregunta respuesta',
};

/** Made once for a language; some milliseconds for the whole guide. */
export function indexGuide(pages: Iterable<GuidePage>, locale: Locale): GuideIndex {
  const entries = [...pages]
    .flatMap((page) => placesOf(page, locale))
    .map((place, id): Entry => ({ id, ...place }));
  const search = new MiniSearch<Entry>({
    fields: ['code', 'name', 'section', 'question', 'text'],
    tokenize: (text) => [...wordsOf(text)],
    processTerm: (word) => word,
  });
  search.addAll(entries);
  return { search, entries };
}

function placesOf(page: GuidePage, locale: Locale): readonly Omit<Entry, 'id'>[] {
  const { code } = page;
  const name = page.name[locale];
  const statements = new Map(
    statementsOf(page).map(({ statement }) => [statement.id, statement.text[locale]]),
  );
  const whole = {
    code,
    kind: 'page' as const,
    name: `${code} ${name}`,
    section: sectionWords.whatFor,
    question: '',
    text: page.sections.whatFor[0]?.text[locale] ?? '',
  };
  return [
    whole,
    ...statementsOf(page).map(({ statement, place, about, question }) => ({
      code,
      kind: 'statement' as const,
      anchor: statement.id,
      name,
      section: `${sectionWords[place]} ${about ?? ''}`,
      question: question?.question[locale] ?? '',
      text: statement.text[locale],
    })),
    ...page.questions.map(({ id, question, answer }) => ({
      code,
      kind: 'question' as const,
      anchor: id,
      name,
      section: '',
      question: question[locale],
      text: Array.isArray(answer) ? answer.map((anchor) => statements.get(anchor) ?? '').join(' ') : '',
    })),
  ];
}

export interface SearchOptions {
  /** While somebody still types, the last word may be the beginning of one. */
  readonly typing?: boolean;
  readonly limit?: number;
  /** Only places on these pages. */
  readonly codes?: ReadonlySet<string>;
}

/** The best places for a question, the best first; none where no word of it occurs. */
export function searchGuide(
  { search, entries }: GuideIndex,
  query: string,
  { typing = false, limit = 20, codes }: SearchOptions = {},
): readonly GuideHit[] {
  const { own, besides } = expandQuery(query);
  const found = search.search([...own, ...besides].join(' '), {
    tokenize: (words) => words.split(' ').filter((word) => word !== ''),
    boost: { code: 8, name: 3, question: 2, section: 0.7, text: 2 },
    boostTerm: (_, index) => (index < own.length ? 1 : 0.35),
    boostDocument: (id) => (entries[Number(id)]?.code === mainCode ? 1.1 : 1),
    prefix: (_, index) => typing && index === own.length - 1,
    // A slip of one or two letters; never in a code, where it would be another code.
    fuzzy: (word, index) => (index < own.length && word.length > 4 && !/\d/.test(word) ? 0.2 : false),
    ...(codes === undefined ? {} : { filter: ({ id }) => codes.has(entries[Number(id)]?.code ?? '') }),
  });
  return found.slice(0, limit).flatMap(({ id, score }) => {
    const entry = entries[Number(id)];
    if (!entry) return [];
    const { code, kind, anchor } = entry;
    return { code, kind, score, ...(anchor === undefined ? {} : { anchor }) };
  });
}
