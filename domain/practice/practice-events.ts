import { Type, type Static } from 'typebox';
import type { NewEvent, RecordedEvent } from '../audit/event.ts';
import type { LicensedListImport } from '../code-guide/licensed-list.ts';
import {
  CentsSchema,
  DateSchema,
  FilledTextSchema,
  IdSchema,
  NpiSchema,
  oneOf,
  ProcedureCodeSchema,
  TextSchema,
} from '../kernel/schema.ts';
import { staffRoles } from '../audit/event.ts';

export const PostalAddress = Type.Object({
  line1: FilledTextSchema(55),
  line2: Type.Optional(TextSchema(55)),
  city: FilledTextSchema(30),
  state: Type.String({ pattern: '^[A-Z]{2}$' }),
  /** ZIP or ZIP+4 without the hyphen; a claim needs all nine digits for the billing provider. */
  postalCode: Type.String({ pattern: '^\\d{5}(\\d{4})?$' }),
});
export type PostalAddress = Static<typeof PostalAddress>;

export const routes = [
  'telephone',
  'fax',
  'email',
  'letter',
  'portal',
  'in-person',
  'text-message',
  'video',
] as const;
export type Route = (typeof routes)[number];

export const ContactPoint = Type.Object({
  route: oneOf(routes),
  value: FilledTextSchema(200),
  preferred: Type.Optional(Type.Boolean()),
});
export type ContactPoint = Static<typeof ContactPoint>;

/** The billing entity and what its claims need. */
export const PracticeProfile = Type.Object({
  name: FilledTextSchema(60),
  entity: oneOf(['organization', 'person']),
  billingNpi: NpiSchema,
  taxIdKind: oneOf(['EIN', 'SSN']),
  /** Nine digits. */
  taxId: Type.String({ pattern: '^\\d{9}$' }),
  taxonomy: Type.String({ pattern: '^[A-Z0-9]{10}$' }),
  address: PostalAddress,
  telephone: Type.String({ pattern: '^\\d{10}$' }),
  /** IANA name; days of service are days here. */
  timeZone: FilledTextSchema(60),
  /** Two-digit place of service of coordination work, CMS list; 11 is the office. */
  placeOfService: Type.String({ pattern: '^\\d{2}$' }),
  /** Identifies this practice as sender to its clearinghouse (ISA06, NM1*41). */
  submitterId: FilledTextSchema(15),
  /** The clearinghouse (ISA08, NM1*40). */
  receiverId: FilledTextSchema(15),
  receiverName: FilledTextSchema(60),
  /** Days after sending a predetermination on which this practice asks the payer again; absent: it is not reminded. */
  predeterminationFollowUpDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
});
export type PracticeProfile = Static<typeof PracticeProfile>;

export const specialties = [
  'general-dentistry',
  'periodontics',
  'orthodontics',
  'oral-surgery',
  'endodontics',
  'pediatric-dentistry',
  'prosthodontics',
  'public-health-dentistry',
  'dental-anesthesiology',
  'dental-hygiene',
  'primary-care',
  'cardiology',
  'oncology',
  'endocrinology',
  'nephrology',
  'obstetrics',
  'anesthesiology',
  'behavioral-health',
  'other-medical',
  'social-services',
  'other',
] as const;
export type Specialty = (typeof specialties)[number];

/** A person or organization in the practice's directory: our own dentists and everybody else's. */
export const Provider = Type.Object({
  providerId: IdSchema,
  name: FilledTextSchema(120),
  lastName: Type.Optional(TextSchema(60)),
  firstName: Type.Optional(TextSchema(35)),
  credential: Type.Optional(TextSchema(20)),
  specialty: oneOf(specialties),
  organization: Type.Optional(TextSchema(120)),
  setting: Type.Optional(TextSchema(60)),
  npi: Type.Optional(NpiSchema),
  taxonomy: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{10}$' })),
  license: Type.Optional(TextSchema(30)),
  licenseState: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  ours: Type.Boolean(),
  staffId: Type.Optional(IdSchema),
  address: Type.Optional(PostalAddress),
  contacts: Type.Array(ContactPoint, { maxItems: 20 }),
});
export type Provider = Static<typeof Provider>;

export const payerLines = ['commercial', 'medicaid', 'medicare', 'other'] as const;

export const Payer = Type.Object({
  payerId: IdSchema,
  name: FilledTextSchema(60),
  /** The identifier that claims carry (NM1*PR*…*PI). */
  claimPayerId: FilledTextSchema(20),
  line: oneOf(payerLines),
  /** Folder name in rulebook/payers; absent: every answer about this payer is unknown. */
  rulebookPayer: Type.Optional(IdSchema),
  /** SBR09 claim filing indicator, such as CI, MC, MB. */
  filingIndicator: Type.String({ pattern: '^[A-Z0-9]{2}$' }),
  telephone: Type.Optional(TextSchema(20)),
  /** The practice takes what this payer allows as its fee (CLM07); absent: not recorded, and never asserted. */
  acceptsAssignment: Type.Optional(Type.Boolean()),
  /** By name, the way of this installation on which inquiries go to the payer; absent: they leave as files. */
  gateway: Type.Optional(IdSchema),
});
export type Payer = Static<typeof Payer>;

export const Fee = Type.Object({ code: ProcedureCodeSchema, amount: CentsSchema, from: DateSchema });
export type Fee = Static<typeof Fee>;

export const StaffMember = Type.Object({
  staffId: IdSchema,
  name: FilledTextSchema(120),
  role: oneOf(staffRoles),
  credential: Type.Optional(TextSchema(20)),
  providerId: Type.Optional(IdSchema),
  team: Type.Optional(TextSchema(60)),
  active: Type.Boolean(),
});
export type StaffMember = Static<typeof StaffMember>;

/** Where all other chains ended at a moment: the content lists them, its hash stands in this chain. */
export interface Checkpoint {
  readonly contentId: string;
  readonly sha256: string;
  readonly chains: number;
}

export interface PracticeEventData {
  /** The zone in which days of service are counted until there is a profile. */
  'practice.founded': { timeZone: string };
  'practice.profile-set': { profile: PracticeProfile };
  'practice.provider-recorded': { provider: Provider };
  'practice.payer-recorded': { payer: Payer };
  'practice.fee-set': { fee: Fee };
  'practice.staff-recorded': { staff: StaffMember };
  'practice.licensed-list-imported': { list: LicensedListImport };
  'practice.checkpoint-recorded': { checkpoint: Checkpoint };
}
export type PracticeEventType = keyof PracticeEventData;
export type PracticeEvent = {
  [T in PracticeEventType]: RecordedEvent<T, PracticeEventData[T]>;
}[PracticeEventType];
export type NewPracticeEvent = {
  [T in PracticeEventType]: NewEvent<T, PracticeEventData[T]>;
}[PracticeEventType];
