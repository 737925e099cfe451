import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { message, type Message } from '../kernel/message.ts';
import type { PlacedStatement } from '../code-guide/guide-page.ts';
import type { BothLanguages } from '../kernel/both-languages.ts';
import type { RuleMark, RuleSource } from '../rulebook/rule.ts';
import type { answerStatuses } from './assistant-answer.ts';
import type { AnswerLanguage } from './question/language.ts';

export type AnswerStatus = (typeof answerStatuses)[number];

/** A message with gaps that other messages fill: `{{items}}` takes the messages of `filling.items`, with commas. */
export interface Filled {
  readonly message: Message;
  readonly filling: Readonly<Record<string, readonly Message[]>>;
}

/**
 * A statement of a page with what a reader needs who does not see that page: whose it is, where an answer speaks of
 * several codes, and the code that fits instead, where it says what the code is not for.
 */
export interface OffPage {
  readonly statement: BothLanguages;
  readonly of?: ProcedureCode;
  readonly instead?: ProcedureCode;
}

/** Something said, before it is put into the words of one language. */
export type Wording = Message | BothLanguages | OffPage | Filled;

/** A passage that a sentence may rest on. */
export interface Passage {
  readonly id: string;
  readonly text: Wording;
  readonly source:
    | {
        readonly kind: 'published';
        readonly source: RuleSource;
        readonly mark: RuleMark;
        readonly fictional: boolean;
      }
    /** An event of the case: by whom and when. */
    | { readonly kind: 'case'; readonly who: string; readonly at: string };
}

/** One sentence or list item of the answer, and the passages that it rests on. */
export interface Sentence {
  readonly text: Wording;
  readonly rests: readonly string[];
  readonly item: boolean;
}

/** One part of the answer: what one topic of the question led to. */
export interface Part {
  readonly status: AnswerStatus;
  readonly codes: readonly ProcedureCode[];
  readonly sentences: readonly Sentence[];
  readonly passages: readonly Passage[];
  readonly missing: readonly Wording[];
  readonly safety: readonly Wording[];
}

/** The whole answer as facts and message ids; contract/write-answer.ts puts it into words. */
export interface Draft extends Part {
  readonly language: AnswerLanguage;
}

export const emptyPart: Omit<Part, 'status'> = {
  codes: [],
  sentences: [],
  passages: [],
  missing: [],
  safety: [],
};

export function sentence(text: Wording, rests: readonly string[] = []): Sentence {
  return { text, rests, item: false };
}

export function listed(text: Wording, rests: readonly string[] = []): Sentence {
  return { text, rests, item: true };
}

/** Statements of the guide as list items and as the passages behind them; `labeled` says of each whose it is. */
export function quoted(
  code: ProcedureCode,
  statements: readonly Pick<PlacedStatement, 'statement'>[],
  labeled: 'labeled' | 'told' = 'told',
): Pick<Part, 'sentences' | 'passages'> {
  const idOf = (anchor: string) => `guide/${code}#${anchor}`;
  return {
    passages: statements.map(({ statement }) => ({
      id: idOf(statement.id),
      text: statement.text,
      source: {
        kind: 'published',
        source: statement.source,
        mark: statement.mark,
        fictional: false,
      },
    })),
    sentences: statements.map(({ statement }) => {
      const { insteadCode } = statement;
      const text: OffPage = {
        statement: statement.text,
        ...(labeled === 'labeled' ? { of: code } : {}),
        ...(insteadCode === undefined || insteadCode === 'none' ? {} : { instead: insteadCode }),
      };
      return listed(text, [idOf(statement.id)]);
    }),
  };
}

/** Nothing of what was asked, said in one sentence. */
export function notKnown(id: string): Part {
  return { ...emptyPart, status: 'not-known', sentences: [sentence(message(id))] };
}

/** Several parts as one: answered when all are, not known when none is, otherwise partly. */
export function joined(parts: readonly Part[]): Part {
  const statuses = new Set(parts.map(({ status }) => status));
  const [only] = statuses;
  return {
    status: statuses.size === 1 && only !== undefined ? only : 'partly',
    codes: [...new Set(parts.flatMap(({ codes }) => codes))],
    sentences: saidOnce(parts),
    passages: [...new Map(parts.flatMap(({ passages }) => passages).map((each) => [each.id, each])).values()],
    missing: once(parts.flatMap(({ missing }) => missing)),
    safety: once(parts.flatMap(({ safety }) => safety)),
  };
}

/** Each sentence once; but a part of which nothing new would stay under its lead is said whole. */
function saidOnce(parts: readonly Part[]): readonly Sentence[] {
  const said = new Set<string>();
  return parts.flatMap(({ sentences }) => {
    const fresh = once(sentences).filter((each) => !said.has(JSON.stringify(each)));
    const bare = fresh.length > 0 && sentences.some(({ item }) => item) && !fresh.some(({ item }) => item);
    for (const each of fresh) said.add(JSON.stringify(each));
    return bare ? sentences : fresh;
  });
}

function once<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
