import { Type, type Static } from 'typebox';
import { DateSchema, IdSchema, oneOf } from '../kernel/schema.ts';
import { strict } from './plan-facts.ts';

/** What decides which of several plans pays first (field-facts 7.3). */
export const OrderFacts = Type.Object(
  {
    /** Policies that somebody bought alone do not coordinate. */
    market: oneOf(['group', 'individual']),
    patientIs: oneOf(['subscriber', 'spouse', 'child', 'other-dependant']),
    /** The subscriber as a person of the family, where circles are looked for. */
    subscriberId: Type.Optional(IdSchema),
    subscriberBirthDate: Type.Optional(DateSchema),
    employment: Type.Optional(oneOf(['active', 'retired', 'cobra'])),
    /** Covered through this employer since; a change of the carrier does not begin it anew. */
    coveredSince: Type.Optional(DateSchema),
    /** What a court decree says of this subscriber and the child's care. */
    decree: Type.Optional(oneOf(['responsible', 'not-responsible'])),
    custody: Type.Optional(
      oneOf(['custodial', 'custodial-spouse', 'non-custodial', 'non-custodial-spouse'] as const),
    ),
    /** The place that the payers themselves name: 1 is primary. */
    stated: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
  },
  strict,
);
export type OrderFacts = Static<typeof OrderFacts>;

/** Who is whose dependant. */
export const Dependant = Type.Object({ personId: IdSchema, dependantOf: IdSchema }, strict);
export type Dependant = Static<typeof Dependant>;
