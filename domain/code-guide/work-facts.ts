import { reachedWords, type ActivityKind, type ContactParty, type Reached } from '../activity/activity.ts';
import type { Performer } from '../activity/performer.ts';
import type { ChoosableCode } from './code-decision.ts';

/** Yes, no, or the record does not say. */
export type Known = 'yes' | 'no' | 'unknown';

/** How many providers, specialties, settings and payers the case joins up, ours included. */
export interface Breadth {
  readonly providers: number;
  readonly specialties: number;
  readonly settings: number;
  readonly payers: number;
}

/** A payer's dated rule that uses a code for work of its own choosing (rule kind 'modality'). */
export interface PayerUse {
  readonly code: ChoosableCode;
  readonly activityKinds: readonly ActivityKind[];
  readonly ruleId: string;
}

/** By which way the work was done; 'unknown' also where it was no contact. */
export type Modality = 'in-person' | 'telephone' | 'video' | 'written' | 'unknown';

/** Work that this family has no code for, and that a code outside it names (field-facts 1.1). */
export const occasions = [
  'missed-appointment',
  'cancelled-appointment',
  'interpreting',
  'separate-presentation',
  'screening',
  'observation-visit',
  'nothing-named',
] as const;
export type Occasion = (typeof occasions)[number];

/** What the choice of a code depends on, for one piece of work. */
export interface WorkFacts {
  /** A visit for treatment is no activity of a case, but D9997 is about one. */
  readonly kind: ActivityKind | 'treatment-visit';
  /** Absent where the work is of a kind that the family may have a code for. */
  readonly occasion?: Occasion;
  readonly performer: Performer | 'unknown';
  readonly partyKinds: readonly ContactParty['kind'][] | 'unknown';
  readonly modality: Modality;
  /** 'none' where the work was no contact. */
  readonly reached: Reached | 'none' | 'unknown';
  /** A physician, nurse practitioner or the like took part. */
  readonly medicalClinician: Known;
  /** It was about a medical matter that could change the dental treatment. */
  readonly medicalMatter: Known;
  /** The person who did the work examined the patient in it. */
  readonly patientExamined: Known;
  /** Another practitioner had asked for it, and the opinion goes back there. */
  readonly askedByPractitioner: Known;
  /** A condition forced a changed delivery of treatment at a visit. */
  readonly deliveryModified: Known;
  readonly patientDecided: Known;
  /** Counted on a case; elsewhere whether there are two or more of one of them. */
  readonly breadth: Breadth | Known;
  readonly payerUses: readonly PayerUse[];
}

/** Contact in which something was exchanged: leaving or hearing a voicemail is none (field-facts 5, Broward). */
const contactWords: readonly Reached[] = reachedWords.filter(
  (word) => word === 'reached' || word === 'received',
);

export function isContact(reached: WorkFacts['reached']): boolean {
  return reached === 'none' || reached === 'unknown' || contactWords.includes(reached);
}

/** Two or more on one axis: what makes care worth joining up (field-facts 1.2). */
export function joinsSeveral(breadth: Breadth): boolean {
  return Math.max(breadth.providers, breadth.specialties, breadth.settings, breadth.payers) >= 2;
}
