import { Type, type Static } from 'typebox';
import { FilledTextSchema, IdSchema, oneOf, TextSchema } from '../kernel/schema.ts';

/** Codes that the choice can name; numbers only. */
export const choosableCodes = ['D9992', 'D9991', 'D9993', 'D9994', 'D9997', 'D9310', 'D9311'] as const;
export type ChoosableCode = (typeof choosableCodes)[number];

export const CodeDecision = Type.Object({
  decisionId: IdSchema,
  code: oneOf([...choosableCodes, 'none']),
  activityIds: Type.Array(IdSchema, { maxItems: 2000 }),
  reason: TextSchema(2000),
  /** What the rules proposed; differs from `code` when a person decided otherwise, with a reason. */
  proposed: oneOf([...choosableCodes, 'none']),
  version: FilledTextSchema(40),
});
export type CodeDecision = Static<typeof CodeDecision>;
