import { Type, type Static } from 'typebox';
import { FilledTextSchema, IdSchema, oneOf, TextSchema } from '../kernel/schema.ts';

/** Why the patient's care is complex enough to need a coordinator. */
export const factorKinds = [
  'condition',
  'functional-need',
  'communication-need',
  'social-barrier',
  'several-providers',
  'several-specialties',
  'several-settings',
  'several-payers',
  'clearance-needed',
  'facility-needed',
] as const;
export type FactorKind = (typeof factorKinds)[number];

/** What shows that a factor is true. `position` is the place in the patient's chain, or in this case's. */
export const Evidence = Type.Object({
  kind: oneOf([
    'condition',
    'history',
    'accommodation',
    'document',
    'contact',
    'team-member',
    'coverage',
    'plan-item',
    'referral',
    'observation-by-author',
  ]),
  id: IdSchema,
  label: FilledTextSchema(300),
});
export type Evidence = Static<typeof Evidence>;

export const NecessityFactor = Type.Object({
  factorId: IdSchema,
  kind: oneOf(factorKinds),
  text: FilledTextSchema(500),
  evidence: Type.Array(Evidence, { maxItems: 20 }),
  note: Type.Optional(TextSchema(1000)),
});
export type NecessityFactor = Static<typeof NecessityFactor>;
