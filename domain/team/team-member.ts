import { Type, type Static } from 'typebox';
import { DateSchema, FilledTextSchema, IdSchema, NpiSchema, oneOf, TextSchema } from '../kernel/schema.ts';
import { ContactPoint, specialties } from '../practice/practice-events.ts';

export const teamRoles = [
  'coordinator',
  'treating-dentist',
  'dental-specialist',
  'hygienist',
  'physician',
  'facility',
  'payer',
  'caregiver',
  'community',
  'other',
] as const;
export type TeamRole = (typeof teamRoles)[number];

/** Somebody who takes part in the care: ours, outside, a facility, a payer or a caregiver. */
export const TeamMember = Type.Object({
  memberId: IdSchema,
  role: oneOf(teamRoles),
  name: FilledTextSchema(120),
  credential: Type.Optional(TextSchema(20)),
  specialty: Type.Optional(oneOf(specialties)),
  organization: Type.Optional(TextSchema(120)),
  setting: Type.Optional(TextSchema(60)),
  npi: Type.Optional(NpiSchema),
  providerId: Type.Optional(IdSchema),
  payerId: Type.Optional(IdSchema),
  relatedPersonId: Type.Optional(IdSchema),
  contacts: Type.Array(ContactPoint, { maxItems: 20 }),
  from: DateSchema,
  through: Type.Optional(DateSchema),
});
export type TeamMember = Static<typeof TeamMember>;
