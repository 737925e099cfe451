import type { ActivityKind, Contact, ContactParty } from '#domain/activity/activity.ts';
import type { NecessityFactor } from '#domain/necessity/factor.ts';
import type { Accommodation } from '#domain/patient/patient-events.ts';
import type { Route } from '#domain/practice/practice-events.ts';
import type { ReferralState } from '#domain/referral/referral.ts';
import type { OralArea } from '#domain/kernel/tooth.ts';
import type { CodeDecision } from '#domain/code-guide/code-decision.ts';

/**
 * What a case is about, told so that any patient of the demonstration can have it. Texts may name {first}, {caller}
 * (the patient, or who speaks for the patient), {specialist}, {office}, {physician}, {medical}, {place} and {payer}.
 */
export interface Theme {
  readonly title: string;
  readonly reason: string;
  /** ICD-10-CM as a source or a person stated it. */
  readonly conditions: readonly {
    readonly text: string;
    readonly diagnosis: string;
    readonly sensitive?: 'substance-use-treatment';
  }[];
  readonly need?: Need;
  readonly factors: readonly FactorLine[];
  /** Keys of the directory. */
  readonly specialist: string;
  readonly physician?: string;
  /** A hospital, surgery center or care home. */
  readonly facility?: string;
  /** A service of the community. */
  readonly community?: string;
  /** What the referral asks of the specialist. */
  readonly question: string;
  readonly priority?: 'urgent';
  readonly plan: readonly PlanStep[];
  readonly contacts: readonly ContactLine[];
}

export interface Need extends Pick<Accommodation, 'kind' | 'need' | 'accommodation'> {}

export type Shown =
  'condition' | 'second-condition' | 'need' | 'specialist' | 'physician' | 'place' | 'coverage' | 'seen';

export interface FactorLine {
  readonly kind: NecessityFactor['kind'];
  readonly text: string;
  /** What shows it; nothing: the factor lacks its evidence. */
  readonly shownBy: readonly Shown[];
}

export interface PlanStep {
  readonly text: string;
  readonly code?: string;
  readonly tooth?: string;
  readonly area?: OralArea;
  readonly by: 'dentist' | 'specialist';
  /** Place in the list of the step that comes before it, from 0. */
  readonly after?: number;
}

/** With whom: the words of the team, or nobody ('records') or several ('conference'). */
export type With =
  | 'patient'
  | 'specialist'
  | 'physician'
  | 'facility'
  | 'community'
  | 'payer'
  | 'conference'
  | 'own-team'
  | 'records';

/** A contact as it will be told. */
export interface ContactLine {
  readonly with: With;
  readonly kind?: ActivityKind;
  readonly route: Route;
  readonly direction?: Contact['direction'];
  readonly reached?: Contact['reached'];
  readonly asked: string;
  readonly answered: string;
  readonly effect?: string;
  /** What has to happen next, and who has the ball then. */
  readonly next?: string;
  readonly ball?:
    Exclude<ContactParty['kind'], 'own-team' | 'provider' | 'caregiver'> | 'specialist' | 'physician';
  /** Step of the plan that it serves, from 0. */
  readonly step?: number;
  /** Whole minutes, about. */
  readonly minutes: number;
  readonly by?: 'dentist' | 'hygienist' | 'biller';
  /** The code that is decided for it; D9992 when it is not named. */
  readonly code?: CodeDecision['code'];
  readonly move?: ReferralState;
}
