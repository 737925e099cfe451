import { Type, type Static } from 'typebox';
import { decidingFacts, markets } from '../coverage/coverage-order.ts';
import { DateSchema, FilledTextSchema, IdSchema, oneOf } from '../kernel/schema.ts';
import { strict } from './plan-facts.ts';

const Place = Type.Integer({ minimum: 1, maximum: 9 });

/** What decides which of several plans pays first (field-facts 7.3). */
export const OrderFacts = Type.Object(
  {
    /** Policies that somebody bought alone do not coordinate. */
    market: oneOf(markets),
    patientIs: oneOf(['subscriber', 'spouse', 'child', 'other-dependant']),
    /** The subscriber as a person of the family, where circles are looked for. */
    subscriberId: Type.Optional(IdSchema),
    subscriberBirthDate: Type.Optional(DateSchema),
    ...decidingFacts,
    /** The place that the payers themselves name: 1 is primary. */
    stated: Type.Optional(Place),
    /** The place at which the practice bills it. It decides nothing, but with a reason. */
    recorded: Type.Optional(Place),
    /** Why somebody keeps the recorded place though a rule says otherwise, or none tells. */
    keptBecause: Type.Optional(FilledTextSchema(300)),
  },
  strict,
);
export type OrderFacts = Static<typeof OrderFacts>;

/** Who is whose dependant. */
export const Dependant = Type.Object({ personId: IdSchema, dependantOf: IdSchema }, strict);
export type Dependant = Static<typeof Dependant>;
