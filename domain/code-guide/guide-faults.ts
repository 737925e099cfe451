import { locales, type BothLanguages } from '../kernel/both-languages.ts';
import { statementsOf, type GuidePage } from './guide-page.ts';

/** What is wrong with the words of a page, for its author. */
export interface GuideFault {
  readonly code: GuidePage['code'];
  readonly what: string;
}

/** What the shape of a page alone cannot show: anchors, codes, and what the two languages say. */
export function guideFaults(guide: ReadonlyMap<string, GuidePage>): readonly GuideFault[] {
  return [...guide.values()].flatMap((page) =>
    [...anchorFaults(page), ...codeFaults(page, guide), ...languageFaults(page)].map((what) => ({
      code: page.code,
      what,
    })),
  );
}

function anchorFaults(page: GuidePage): readonly string[] {
  const anchors = [
    ...statementsOf(page).map(({ statement }) => statement.id),
    ...page.questions.map(({ id }) => id),
  ];
  const twice = new Set(anchors.filter((anchor, index) => anchors.indexOf(anchor) < index));
  const statements = new Set(statementsOf(page).map(({ statement }) => statement.id));
  const dangling = page.questions.flatMap(({ id, answer }) =>
    Array.isArray(answer)
      ? answer
          .filter((anchor) => !statements.has(anchor))
          .map((anchor) => `answers "${id}" by the statement "${anchor}", which it does not have`)
      : [],
  );
  return [...[...twice].map((anchor) => `has the anchor "${anchor}" twice`), ...dangling];
}

/** A code without a page of its own would be a link to nowhere, and a code that the assistant does not know. */
function codeFaults(page: GuidePage, guide: ReadonlyMap<string, GuidePage>): readonly string[] {
  const named = [
    ...statementsOf(page).flatMap(({ statement, about }) => [
      ...(about === undefined ? [] : [about]),
      ...(statement.insteadCode === undefined ? [] : [statement.insteadCode]),
    ]),
    ...textsOf(page).flatMap(({ text }) => locales.flatMap((locale) => codesIn(text[locale]))),
  ];
  const unknown = [...new Set(named)].filter((code) => code !== 'none' && !guide.has(code));
  const itself = statementsOf(page).some(
    ({ statement, about }) => about === page.code || statement.insteadCode === page.code,
  );
  return [
    ...unknown.map((code) => `names ${code}, which has no page`),
    ...(itself ? ['sends the reader to itself'] : []),
  ];
}

/** Words differ between languages; numbers and codes do not. */
function languageFaults(page: GuidePage): readonly string[] {
  return textsOf(page).flatMap(({ where, text: { en, es } }) => {
    if (en.trim() === es.trim()) return `says "${where}" in one language only`;
    return numbersIn(en) === numbersIn(es)
      ? []
      : `has other numbers in English than in Spanish in "${where}"`;
  });
}

function textsOf(page: GuidePage): readonly { readonly where: string; readonly text: BothLanguages }[] {
  return [
    { where: 'name', text: page.name },
    ...statementsOf(page).map(({ statement }) => ({ where: statement.id, text: statement.text })),
    ...page.questions.map(({ id, question }) => ({ where: id, text: question })),
  ];
}

function codesIn(text: string): readonly string[] {
  return text.match(/\bD\d{4}\b/g) ?? [];
}

function numbersIn(text: string): string {
  return (text.match(/\d+/g) ?? []).sort().join(' ');
}
