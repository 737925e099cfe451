import { SequencingAnswer } from './schedule.ts';
import { SequencingProblem } from './sequencing-problem.ts';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** What strangers read: the form of a plan to solve, and of the answer. docs/reference/ holds the same. */
export const planSchemas = {
  problem: { $schema: dialect, title: 'A plan to put into an order', ...SequencingProblem },
  answer: { $schema: dialect, title: 'The order of a plan', ...SequencingAnswer },
} as const;
