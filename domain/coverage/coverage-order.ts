import { Type, type Static } from 'typebox';
import { DateSchema, FilledTextSchema, oneOf } from '../kernel/schema.ts';

export const markets = ['group', 'individual'] as const;
export const employments = ['active', 'retired', 'cobra'] as const;
export const decrees = ['responsible', 'not-responsible'] as const;
export const custodies = ['custodial', 'custodial-spouse', 'non-custodial', 'non-custodial-spouse'] as const;

/**
 * What is known of one coverage that decides which of several pays first (field-facts 7.3); whose it is and when they
 * were born stands with the subscriber.
 */
export const decidingFacts = {
  /** Work of the subscriber through which the plan is held. */
  employment: Type.Optional(oneOf(employments)),
  /** Covered through this employer since; a change of the carrier does not begin it anew. */
  coveredSince: Type.Optional(DateSchema),
  /** What a court decree says of this subscriber and the child's care. */
  decree: Type.Optional(oneOf(decrees)),
  custody: Type.Optional(oneOf(custodies)),
};

export const CoverageOrder = Type.Object({
  /** Absent: taken as a group's. */
  market: Type.Optional(oneOf(markets)),
  ...decidingFacts,
  /** Why a person keeps the recorded place although a rule says otherwise. */
  keptBecause: Type.Optional(FilledTextSchema(300)),
});
export type CoverageOrder = Static<typeof CoverageOrder>;
