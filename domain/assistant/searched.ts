import { expandQuery } from '../code-guide/search/expand-query.ts';
import { searchGuide } from '../code-guide/search/search-guide.ts';
import { wordsOf } from '../code-guide/search/words.ts';
import type { PlacedStatement } from '../code-guide/guide-page.ts';
import { message } from '../kernel/message.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { emptyPart, quoted, sentence, type AnswerStatus, type Part } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import type { ReadQuestion } from './question/read-question.ts';

/** Share of the words asked about that the best passage has, from which on it is taken for an answer, or for a hint. */
const enough = { answered: 0.75, partly: 0.5 } as const;
const fewestWords = 2;

/** What the guide says nearest to a question that no topic catches; `only` keeps to the pages of some codes. */
export function searched(
  knowledge: Knowledge,
  read: ReadQuestion,
  only?: readonly ProcedureCode[],
): Part | undefined {
  const asked = contentWords(read.text);
  // Of one page a single word may be enough; of the whole guide it would be chance.
  if (asked.length < (only === undefined ? fewestWords : 1)) return undefined;
  const found = searchGuide(knowledge.indexes[read.language], read.text, {
    limit: 6,
    ...(only === undefined ? {} : { codes: new Set<string>(only) }),
  }).flatMap(({ code, anchor }) => statementsAt(knowledge, code, anchor).map((placed) => ({ code, placed })));
  const scored = found
    .map((each) => ({ ...each, share: shareOf(asked, read, knowledge, each) }))
    .toSorted((one, other) => other.share - one.share);
  const [best] = scored;
  if (!best || best.share < enough.partly) return undefined;
  const near = scored
    .filter(({ code, share }) => code === best.code && share >= best.share - 0.15)
    .slice(0, 3);
  const said = quoted(best.code, [...new Set(near.map(({ placed }) => placed))], 'labeled');
  const status: AnswerStatus = best.share >= enough.answered ? 'answered' : 'partly';
  return {
    ...emptyPart,
    ...said,
    status,
    codes: [best.code],
    sentences:
      status === 'answered' ? said.sentences : [sentence(message('assistant.found')), ...said.sentences],
  };
}

/** A question of the page stands for the statements that answer it. */
function statementsAt(
  knowledge: Knowledge,
  code: ProcedureCode,
  anchor: string | undefined,
): readonly PlacedStatement[] {
  if (anchor === undefined) return [];
  const statements = knowledge.statements(code);
  const question = knowledge.page(code)?.questions.find(({ id }) => id === anchor);
  if (!question) return statements.filter(({ statement }) => statement.id === anchor);
  const anchors = Array.isArray(question.answer) ? question.answer : [question.answer.id];
  return statements.filter(({ statement }) => anchors.includes(statement.id));
}

function shareOf(
  asked: readonly string[],
  { language }: ReadQuestion,
  knowledge: Knowledge,
  { code, placed }: { readonly code: ProcedureCode; readonly placed: PlacedStatement },
): number {
  const { statement, question } = placed;
  const asks = knowledge
    .page(code)
    ?.questions.filter(({ answer }) => Array.isArray(answer) && answer.includes(statement.id))
    .map(({ question: words }) => words[language]);
  const has = new Set(
    wordsOf([statement.text[language], question?.question[language] ?? '', ...(asks ?? [])].join(' ')),
  );
  const stems = new Set([...has].map(stem));
  const meant = (word: string) =>
    stems.has(stem(word)) || expandQuery(word).besides.some((other) => stems.has(stem(other)));
  return asked.filter(meant).length / asked.length;
}

/** Words by which people ask, and which say nothing of what they ask about. */
const asking: ReadonlySet<string> = new Set(
  wordsIn(`
  code codigo bill billing billed facturar question pregunta use used usar say tell know need needs needed want please about
  sobre also get make does patient paciente require requires required must should right okay fit fits count counts include
  includes work works stand stands done goes take takes appropriate per only ever always really still just own necesita
  necesito requiere requieren debe debo deben sirve cuenta incluye tiene tengo solo siempre hace hacer usa
`),
);

function wordsIn(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}

/** What a question is about: its words without the empty ones, the codes and the asking itself. */
export function contentWords(text: string): readonly string[] {
  return [...new Set(wordsOf(text))].filter(
    (word) => word.length > 2 && !/^d\d{4}$/u.test(word) && !asking.has(word),
  );
}

/** The beginning of a word: enough to see that two forms are of one word. */
function stem(word: string): string {
  return word.slice(0, 6);
}
