import { expect, test } from 'vitest';
import type { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import type { EvaluationQuestion } from './evaluation-question.ts';
import { scoreAnswer } from './score.ts';

/** The judge judged: a right answer passes, and each single fault is found. */

const d9992 = procedureCode('D9992');
const question: EvaluationQuestion = {
  id: 'sample',
  language: 'en',
  question: 'Is D9992 paid, or D9978?',
  expect: {
    status: 'answered',
    codes: [d9992],
    mayAlso: [procedureCode('D9311')],
    cites: ['guide/D9992#', 'rulebook/medicare/kx'],
    mustNotSay: ['$500'],
  },
  kind: 'coverage',
};
const right: AssistantAnswer = {
  status: 'answered',
  answer: 'D9992 it is, and D9978 is not of this guide.',
  codes: [d9992],
  citations: [{ id: 'guide/D9992#record-time', source: 'a page', quote: 'Time.' }],
  missing: [],
  safety: [],
};

const all = { status: true, codes: true, citations: true, nothingInvented: true };
const cases: readonly [string, Partial<AssistantAnswer>, Partial<typeof all>][] = [
  ['the right one', {}, {}],
  ['another status', { status: 'partly' }, { status: false }],
  ['a code missing', { codes: [] }, { codes: false }],
  ['a code that may stand besides', { codes: [d9992, procedureCode('D9311')] }, {}],
  ['a code too many', { codes: [d9992, procedureCode('D9991')] }, { codes: false }],
  [
    'a rule cited by its whole id',
    { citations: [{ id: 'rulebook/medicare/kx', source: 'x', quote: 'x' }] },
    {},
  ],
  [
    'a rule cited by the beginning of its id',
    { citations: [{ id: 'rulebook/medicare/kx-2', source: 'x', quote: 'x' }] },
    { citations: false },
  ],
  ['no citation', { citations: [] }, { citations: false }],
  ['a code that is nowhere', { answer: 'D9123 fits.' }, { nothingInvented: false }],
  [
    'such a code in the list',
    { codes: [d9992, procedureCode('D9123')] },
    { codes: false, nothingInvented: false },
  ],
  ['such a code in what is missing', { missing: ['Ask about d-9123.'] }, { nothingInvented: false }],
  ['what must not be said', { safety: ['It pays $500.'] }, { nothingInvented: false }],
];

test.each(cases)('%s', (_name, change, faults) => {
  const { status, codes, citations, nothingInvented } = scoreAnswer(
    question,
    { ...right, ...change },
    new Set(['D9992', 'D9311', 'D9991']),
  );
  expect({ status, codes, citations, nothingInvented }).toEqual({ ...all, ...faults });
});
