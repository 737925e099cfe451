import type { closingOutcomes } from '#domain/case/case-events.ts';
import type { ConsentKind, Consent } from '#domain/consent/consent.ts';
import type { ReferralState } from '#domain/referral/referral.ts';
import type { PersonKey } from '../people.ts';
import { barrierThemes } from '../themes/with-barriers.ts';
import { childThemes } from '../themes/children.ts';
import type { EverydayContact } from '../themes/everyday-contacts.ts';
import { medicalThemes } from '../themes/with-medical-care.ts';

export const themes = { ...medicalThemes, ...childThemes, ...barrierThemes };
export type ThemeKey = keyof typeof themes;

export type Owner = 'staff-coordinator' | 'staff-coordinator-2' | 'staff-hygienist';

export type PlanKey =
  | 'bright-harbor'
  | 'lakeshore'
  | 'washington'
  | 'unlisted'
  | 'medicare'
  /** Ended before the work began. */
  | 'bright-harbor-ended';

export interface ConsentPlot {
  readonly kind: ConsentKind;
  readonly method: Consent['method'];
  /** Calendar days from today; negative lies in the past. */
  readonly expires?: number;
  /** Working days ago. */
  readonly revoked?: number;
}

/** What is odd about one contact of the case, by its place among those told, from 0. */
export interface Marks {
  readonly late?: number;
  readonly unsigned?: number;
  readonly byHand?: number;
  readonly paused?: number;
  readonly amended?: number;
  readonly withdrawn?: number;
  /** Takes place at the same time as the last contact of another case, which is told before. */
  readonly overlapping?: { readonly contact: number; readonly withCase: string };
}

export interface NextPlot {
  /** Calendar days from today; negative is overdue. */
  readonly due: number;
  /** Put aside until so many calendar days from today; negative has run out. */
  readonly heldUntil?: number;
  /** Title, where it does not follow from the last contact. */
  readonly title?: string;
  /** Who has to do what the title says; nobody named: the owner. */
  readonly ball?: 'patient' | 'payer';
}

export type Ending =
  | { readonly hold: string; readonly until?: number }
  | {
      readonly close: (typeof closingOutcomes)[number];
      readonly because: string;
      readonly reopened?: string;
    };

export type Billing = 'decided' | 'attested' | 'claimed' | 'released' | 'replaced' | 'voided';

/** One case: who, about what, how far it has come, and how it ends. */
export interface Plot {
  readonly key: string;
  readonly person: PersonKey;
  readonly theme: ThemeKey;
  readonly owner: Owner | null;
  /** Left to the team, beside or instead of an owner. */
  readonly team?: true;
  /** Working days ago of the opening and of the last contact. */
  readonly opened: number;
  readonly last: number;
  readonly plans: readonly PlanKey[];
  readonly consents: readonly ConsentPlot[];
  /** How far the case was prepared. */
  readonly prepared: 'opened' | 'needs' | 'team' | 'plan' | 'signed' | 'changed-since-signed';
  /** How many of the theme's contacts have happened. */
  readonly contacts: number;
  /** Everyday contacts, each after so many of the theme's. */
  readonly everyday?: readonly (readonly [EverydayContact, after: number])[];
  readonly marks?: Marks;
  readonly referral?: ReferralState;
  /** What the payer said about D9992 in the first call, with what it may cost. */
  readonly fact?: 'paid' | 'denied-patient-liable' | 'not-a-benefit' | 'by-report' | 'unknown';
  readonly charge?: 'agreed' | 'refused';
  /** Paid for it in full, and asked that the plan is not told. */
  readonly restricted?: true;
  readonly billing?: Billing;
  readonly formats?: readonly ('x12' | 'fhir')[];
  readonly papers?: readonly ('insurance-card' | 'letter' | 'fax' | 'report')[];
  readonly next?: NextPlot;
  readonly ending?: Ending;
}
