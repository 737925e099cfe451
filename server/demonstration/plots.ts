import type { closingOutcomes } from '#domain/case/case-events.ts';
import type { ConsentKind, Consent } from '#domain/consent/consent.ts';
import type { ReferralState } from '#domain/referral/referral.ts';
import type { PersonKey } from './people.ts';
import { barrierThemes } from './themes/with-barriers.ts';
import { childThemes } from './themes/children.ts';
import type { EverydayContact } from './themes/everyday-contacts.ts';
import { medicalThemes } from './themes/with-medical-care.ts';

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

const screen = (
  kind: ConsentKind = 'coordination-agreement',
  more: Partial<ConsentPlot> = {},
): ConsentPlot => ({
  kind,
  method: 'signed-on-screen',
  ...more,
});
const paper = (
  kind: ConsentKind = 'coordination-agreement',
  more: Partial<ConsentPlot> = {},
): ConsentPlot => ({
  kind,
  method: 'paper',
  ...more,
});
const word: ConsentPlot = { kind: 'coordination-agreement', method: 'documented-word' };
const authorization = 'hipaa-authorization';
const assignment = screen('benefits-assignment');

const marisol = 'staff-coordinator';
const devon = 'staff-coordinator-2';

/** Newly opened, or not far yet. */
const beginnings: readonly Plot[] = [
  {
    key: 'tsosie-implant',
    person: 'tsosie',
    theme: 'implant',
    owner: null,
    opened: 1,
    last: 1,
    plans: ['unlisted'],
    consents: [],
    prepared: 'opened',
    contacts: 0,
  },
  {
    key: 'okonjo-surgery',
    person: 'okonjo',
    theme: 'autism-surgery-center',
    owner: null,
    team: true,
    opened: 2,
    last: 2,
    plans: ['washington'],
    consents: [word],
    prepared: 'opened',
    contacts: 0,
    next: { due: 1, title: 'First call with the family' },
  },
  {
    key: 'arreola-wisdom',
    person: 'arreola',
    theme: 'recovery',
    owner: devon,
    opened: 3,
    last: 3,
    plans: [],
    consents: [word],
    prepared: 'needs',
    contacts: 0,
    next: { due: 0, title: 'Bring the insurance card', ball: 'patient' },
  },
  {
    key: 'reddick-bleeding',
    person: 'reddick',
    theme: 'hemophilia',
    owner: marisol,
    opened: 5,
    last: 3,
    plans: ['bright-harbor'],
    consents: [screen()],
    prepared: 'team',
    contacts: 1,
    everyday: [['voicemail', 1]],
    next: { due: 0 },
  },
  {
    key: 'farah-bridge',
    person: 'farah',
    theme: 'root-canal-again',
    owner: devon,
    opened: 6,
    last: 2,
    plans: ['washington'],
    consents: [screen(), screen('text-message')],
    prepared: 'plan',
    contacts: 2,
    referral: 'drafted',
    next: { due: 2 },
  },
  {
    key: 'lindgren-chair',
    person: 'lindgren',
    theme: 'autism-surgery-center',
    owner: marisol,
    team: true,
    opened: 8,
    last: 4,
    plans: ['bright-harbor'],
    consents: [screen(), screen(authorization, { expires: 300 }), assignment],
    prepared: 'plan',
    contacts: 2,
    referral: 'sent',
    next: { due: -1 },
  },
  {
    key: 'siddiqui-jaw',
    person: 'siddiqui',
    theme: 'jaw-and-sleep',
    owner: devon,
    opened: 7,
    last: 1,
    plans: ['lakeshore'],
    consents: [paper()],
    prepared: 'signed',
    contacts: 2,
    referral: 'received',
    papers: ['insurance-card'],
    next: { due: 3, title: 'Written answer about the appliance', ball: 'payer' },
  },
  {
    key: 'escalante-bridge',
    person: 'escalante',
    theme: 'root-canal-again',
    owner: null,
    team: true,
    opened: 9,
    last: 5,
    plans: ['unlisted'],
    consents: [word],
    prepared: 'needs',
    contacts: 1,
    everyday: [['no-answer', 1]],
    next: { due: -2 },
  },
];

/** Under way. */
const underway: readonly Plot[] = [
  {
    key: 'ochoa-gums',
    person: 'ochoa',
    theme: 'perio-diabetes',
    owner: marisol,
    opened: 34,
    last: 1,
    plans: ['bright-harbor'],
    consents: [screen(), screen(authorization, { expires: 365 }), assignment],
    prepared: 'signed',
    contacts: 5,
    referral: 'booked',
    papers: ['insurance-card', 'report'],
    charge: 'agreed',
    next: { due: 1 },
  },
  {
    key: 'pettibone-valve',
    person: 'pettibone',
    theme: 'heart-extractions',
    owner: devon,
    opened: 28,
    last: 2,
    plans: ['bright-harbor', 'medicare'],
    consents: [screen(), paper(authorization, { expires: 180 })],
    prepared: 'signed',
    contacts: 6,
    referral: 'accepted',
    papers: ['letter'],
    charge: 'agreed',
    next: { due: 0 },
  },
  {
    key: 'monroe-kidney',
    person: 'monroe',
    theme: 'kidney-dialysis',
    owner: marisol,
    team: true,
    opened: 41,
    last: 3,
    plans: ['unlisted', 'medicare'],
    consents: [screen(), screen(authorization, { expires: 90 })],
    prepared: 'signed',
    contacts: 5,
    everyday: [['payer-call', 1]],
    fact: 'by-report',
    referral: 'attended',
    charge: 'agreed',
    papers: ['insurance-card'],
    next: { due: 4 },
  },
  {
    key: 'ibarra-surgery',
    person: 'ibarra',
    theme: 'autism-surgery-center',
    owner: marisol,
    opened: 30,
    last: 6,
    plans: ['washington'],
    consents: [screen(), screen(authorization, { expires: 200 }), assignment],
    prepared: 'signed',
    contacts: 4,
    referral: 'accepted',
    marks: { late: 2 },
    next: { due: 6, heldUntil: 5 },
  },
  {
    key: 'brandt-denture',
    person: 'brandt',
    theme: 'care-home',
    owner: devon,
    opened: 26,
    last: 4,
    plans: ['medicare', 'unlisted'],
    consents: [paper(), paper(authorization, { expires: 120 })],
    prepared: 'changed-since-signed',
    contacts: 4,
    referral: 'booked',
    marks: { paused: 1 },
    papers: ['fax'],
    next: { due: 2 },
  },
  {
    key: 'jefferson-braces',
    person: 'jefferson',
    theme: 'teen-braces',
    owner: devon,
    team: true,
    opened: 25,
    last: 2,
    plans: ['bright-harbor'],
    consents: [screen()],
    prepared: 'signed',
    contacts: 4,
    referral: 'accepted',
    everyday: [['reminder', 3]],
    charge: 'agreed',
    next: { due: 3 },
  },
  {
    key: 'whitehorse-radiation',
    person: 'whitehorse',
    theme: 'before-radiation',
    owner: marisol,
    opened: 11,
    last: 1,
    plans: ['lakeshore'],
    consents: [screen(), screen(authorization, { expires: 60 })],
    prepared: 'signed',
    contacts: 5,
    referral: 'booked',
    papers: ['report'],
    next: { due: 0 },
  },
  {
    key: 'aziz-implant',
    person: 'aziz',
    theme: 'implant',
    owner: devon,
    opened: 38,
    last: 13,
    plans: ['unlisted', 'lakeshore'],
    consents: [screen()],
    prepared: 'plan',
    contacts: 3,
    fact: 'denied-patient-liable',
    referral: 'sent',
    everyday: [['letter', 3]],
    next: { due: -9 },
  },
  {
    key: 'markovic-bone',
    person: 'markovic',
    theme: 'bone-medicine',
    owner: marisol,
    opened: 33,
    last: 16,
    plans: ['unlisted'],
    consents: [screen(authorization, { expires: -20 }), word],
    prepared: 'signed',
    contacts: 3,
    referral: 'more-information-asked',
    everyday: [['asks-for-more', 3]],
  },
  {
    key: 'kowalski-surgery',
    person: 'kowalski',
    theme: 'autism-surgery-center',
    owner: devon,
    opened: 45,
    last: 5,
    plans: ['lakeshore'],
    consents: [screen(), screen(authorization, { expires: 365, revoked: 7 })],
    prepared: 'signed',
    contacts: 5,
    referral: 'more-information-asked',
    everyday: [['asks-for-more', 4]],
    next: { due: 1, heldUntil: -1 },
  },
  {
    key: 'abara-jaw',
    person: 'abara',
    theme: 'jaw-and-sleep',
    owner: marisol,
    team: true,
    opened: 36,
    last: 4,
    plans: ['bright-harbor', 'unlisted'],
    consents: [screen(), screen('text-message')],
    prepared: 'signed',
    contacts: 5,
    fact: 'paid',
    referral: 'attended',
    marks: { unsigned: 4 },
    charge: 'agreed',
    next: { due: 5 },
  },
  {
    key: 'santillan-bridge',
    person: 'santillan',
    theme: 'root-canal-again',
    owner: devon,
    opened: 29,
    last: 7,
    plans: ['washington'],
    consents: [screen()],
    prepared: 'signed',
    contacts: 3,
    everyday: [
      ['payer-voicemail', 2],
      ['declines', 3],
    ],
    fact: 'unknown',
    referral: 'declined',
    next: { due: -1 },
  },
  {
    key: 'vance-bone',
    person: 'vance',
    theme: 'bone-medicine',
    owner: null,
    team: true,
    opened: 31,
    last: 15,
    plans: ['medicare'],
    consents: [word],
    prepared: 'plan',
    contacts: 2,
    referral: 'sent',
  },
  {
    key: 'sugiyama-gums',
    person: 'sugiyama',
    theme: 'perio-diabetes',
    owner: devon,
    opened: 27,
    last: 3,
    plans: ['lakeshore'],
    consents: [screen(), paper(authorization, { expires: 30 })],
    prepared: 'changed-since-signed',
    contacts: 4,
    referral: 'report-received',
    marks: { byHand: 1 },
    next: { due: 2 },
  },
  {
    key: 'lund-implant',
    person: 'lund',
    theme: 'implant',
    owner: marisol,
    opened: 24,
    last: 2,
    plans: ['bright-harbor'],
    consents: [screen()],
    prepared: 'signed',
    contacts: 5,
    fact: 'paid',
    referral: 'booked',
    marks: { amended: 1 },
    charge: 'agreed',
    next: { due: 7, heldUntil: 6 },
  },
  {
    key: 'restrepo-braces',
    person: 'restrepo',
    theme: 'teen-braces',
    owner: marisol,
    opened: 22,
    last: 3,
    plans: ['washington'],
    consents: [screen()],
    prepared: 'signed',
    contacts: 3,
    everyday: [
      ['own-team', 2],
      ['charting', 3],
    ],
    referral: 'booked',
    next: { due: 1 },
  },
  {
    key: 'castellaw-ride',
    person: 'castellaw',
    theme: 'housing-ride',
    owner: devon,
    opened: 20,
    last: 1,
    plans: ['washington'],
    consents: [word, paper(authorization, { expires: 100 })],
    prepared: 'signed',
    contacts: 5,
    referral: 'accepted',
    next: { due: 1 },
  },
  {
    key: 'niakaros-gums',
    person: 'niakaros',
    theme: 'perio-diabetes',
    owner: marisol,
    opened: 18,
    last: 5,
    plans: ['bright-harbor-ended'],
    consents: [screen()],
    prepared: 'signed',
    contacts: 3,
    referral: 'sent',
    marks: { withdrawn: 2 },
    next: { due: -3 },
  },
  {
    key: 'greer-recovery',
    person: 'greer',
    theme: 'recovery',
    owner: devon,
    opened: 17,
    last: 2,
    plans: ['bright-harbor'],
    consents: [screen(), paper('part2-consent', { expires: 180 })],
    prepared: 'signed',
    contacts: 3,
    referral: 'received',
    charge: 'agreed',
    next: { due: 4 },
  },
  {
    key: 'villalobos-cleft',
    person: 'villalobos',
    theme: 'cleft-team',
    owner: marisol,
    team: true,
    opened: 40,
    last: 2,
    plans: ['washington', 'unlisted'],
    consents: [screen(), screen(authorization, { expires: 400 }), assignment],
    prepared: 'signed',
    contacts: 4,
    everyday: [['conference', 4]],
    referral: 'externally-managed',
    papers: ['letter'],
    next: { due: 8 },
  },
  {
    key: 'yazzie-gums',
    person: 'yazzie',
    theme: 'down-syndrome-heart',
    owner: 'staff-hygienist',
    team: true,
    opened: 21,
    last: 3,
    plans: ['unlisted'],
    consents: [screen()],
    prepared: 'signed',
    contacts: 4,
    referral: 'booked',
    next: { due: 3 },
  },
  {
    key: 'ochoa-bridge',
    person: 'ochoa',
    theme: 'root-canal-again',
    owner: marisol,
    opened: 10,
    last: 2,
    plans: ['bright-harbor'],
    consents: [],
    prepared: 'plan',
    contacts: 2,
    everyday: [['passed-on', 2]],
    referral: 'externally-managed',
    marks: { overlapping: { contact: 2, withCase: 'lund-implant' } },
    next: { due: 5 },
  },
];

/** Put aside. */
const waiting: readonly Plot[] = [
  {
    key: 'bellweather-wisdom',
    person: 'bellweather',
    theme: 'hemophilia',
    owner: marisol,
    opened: 32,
    last: 12,
    plans: ['unlisted'],
    consents: [screen()],
    prepared: 'signed',
    contacts: 4,
    referral: 'accepted',
    ending: { hold: 'Studies abroad this term; asks for surgery in the break', until: 25 },
  },
  {
    key: 'dufresne-denture',
    person: 'dufresne',
    theme: 'care-home',
    owner: devon,
    opened: 29,
    last: 11,
    plans: ['medicare'],
    consents: [paper()],
    prepared: 'plan',
    contacts: 2,
    ending: { hold: 'In the hospital; the family will tell us when she is back' },
  },
  {
    key: 'salerno-valve',
    person: 'salerno',
    theme: 'heart-extractions',
    owner: marisol,
    opened: 26,
    last: 13,
    plans: ['lakeshore'],
    consents: [screen()],
    prepared: 'signed',
    contacts: 3,
    referral: 'sent',
    ending: { hold: 'New valve medicine; the heart clinic asked to wait', until: -2 },
  },
  {
    key: 'chow-jaw',
    person: 'chow',
    theme: 'jaw-and-sleep',
    owner: devon,
    opened: 35,
    last: 14,
    plans: ['unlisted'],
    consents: [screen()],
    prepared: 'signed',
    contacts: 3,
    fact: 'not-a-benefit',
    charge: 'refused',
    restricted: true,
    referral: 'booked',
    ending: { hold: 'Waits for the new mask to be tried first', until: 12 },
  },
];

/** On their way to the claim, or past it. */
const billed: readonly Plot[] = [
  {
    key: 'montero-gums',
    person: 'montero',
    theme: 'perio-diabetes',
    owner: marisol,
    opened: 58,
    last: 9,
    plans: ['bright-harbor'],
    consents: [screen(), screen(authorization, { expires: 150 }), assignment],
    prepared: 'signed',
    contacts: 5,
    everyday: [
      ['payer-call', 2],
      ['voicemail', 3],
    ],
    fact: 'paid',
    referral: 'reviewed',
    charge: 'agreed',
    billing: 'released',
    formats: ['x12'],
    papers: ['insurance-card', 'report'],
    next: { due: 9, title: 'Answer to the claim', ball: 'payer' },
  },
  {
    key: 'ellingsen-bone',
    person: 'ellingsen',
    theme: 'bone-medicine',
    owner: devon,
    opened: 48,
    last: 8,
    plans: ['bright-harbor', 'medicare'],
    consents: [screen()],
    prepared: 'signed',
    contacts: 4,
    everyday: [['reminder', 3]],
    referral: 'reviewed',
    charge: 'agreed',
    billing: 'attested',
    next: { due: 1, title: 'Create the claim' },
  },
  {
    key: 'nair-radiation',
    person: 'nair',
    theme: 'before-radiation',
    owner: marisol,
    opened: 44,
    last: 10,
    plans: ['bright-harbor'],
    consents: [screen(), screen(authorization, { expires: 90 })],
    prepared: 'signed',
    contacts: 5,
    referral: 'report-received',
    charge: 'agreed',
    billing: 'claimed',
    next: { due: 0, title: 'Send the claim' },
  },
  {
    key: 'holloway-kidney',
    person: 'holloway',
    theme: 'kidney-dialysis',
    owner: devon,
    opened: 60,
    last: 12,
    plans: ['lakeshore'],
    consents: [screen()],
    prepared: 'signed',
    contacts: 5,
    referral: 'reviewed',
    billing: 'released',
    formats: ['x12', 'fhir'],
    next: { due: 6, title: 'File the answer of Lakeshore' },
  },
  {
    key: 'quintero-implant',
    person: 'quintero',
    theme: 'implant',
    owner: marisol,
    opened: 52,
    last: 11,
    plans: ['unlisted'],
    consents: [screen()],
    prepared: 'signed',
    contacts: 5,
    fact: 'denied-patient-liable',
    referral: 'attended',
    charge: 'agreed',
    billing: 'decided',
    next: { due: 2, title: 'Dr. Raman reviews and attests' },
  },
  {
    key: 'blackwood-valve',
    person: 'blackwood',
    theme: 'heart-extractions',
    owner: devon,
    opened: 55,
    last: 18,
    plans: ['bright-harbor'],
    consents: [screen(), paper(authorization, { expires: 60 })],
    prepared: 'signed',
    contacts: 6,
    referral: 'reviewed',
    charge: 'agreed',
    marks: { paused: 2 },
    billing: 'replaced',
    formats: ['x12'],
    next: { due: 7, title: 'Answer to the corrected claim' },
  },
  {
    key: 'tran-bridge',
    person: 'tran',
    theme: 'root-canal-again',
    owner: marisol,
    opened: 42,
    last: 13,
    plans: ['unlisted'],
    consents: [screen()],
    prepared: 'signed',
    contacts: 4,
    fact: 'by-report',
    referral: 'closed',
    billing: 'claimed',
  },
];

/** Closed, one for each way to close, and reopened. */
const closed: readonly Plot[] = [
  {
    key: 'kowalski-braces',
    person: 'kowalski',
    theme: 'teen-braces',
    owner: devon,
    opened: 75,
    last: 48,
    plans: ['lakeshore'],
    consents: [],
    prepared: 'signed',
    contacts: 5,
    referral: 'closed',
    billing: 'released',
    formats: ['fhir'],
    ending: { close: 'coordination-completed', because: 'Fillings done, braces under way' },
  },
  {
    key: 'ellingsen-valve',
    person: 'ellingsen',
    theme: 'heart-extractions',
    owner: marisol,
    opened: 85,
    last: 75,
    plans: ['bright-harbor'],
    consents: [],
    prepared: 'signed',
    contacts: 6,
    referral: 'closed',
    charge: 'agreed',
    billing: 'released',
    formats: ['x12'],
    ending: {
      close: 'coordination-completed',
      because: 'Teeth are out, healing was checked, report on file',
    },
  },
  {
    key: 'pettibone-denture',
    person: 'pettibone',
    theme: 'implant',
    owner: devon,
    opened: 70,
    last: 56,
    plans: ['bright-harbor', 'medicare'],
    consents: [],
    prepared: 'plan',
    contacts: 2,
    ending: {
      close: 'patient-declined',
      because: 'Decided against the implant and keeps the partial denture',
    },
  },
  {
    key: 'escalante-wisdom',
    person: 'escalante',
    theme: 'recovery',
    owner: devon,
    opened: 66,
    last: 50,
    plans: ['unlisted'],
    consents: [],
    prepared: 'team',
    contacts: 1,
    everyday: [['no-answer', 1]],
    ending: { close: 'patient-unreachable', because: 'Letter came back, number no longer in service' },
  },
  {
    key: 'aziz-gums',
    person: 'aziz',
    theme: 'perio-diabetes',
    owner: marisol,
    opened: 62,
    last: 51,
    plans: ['unlisted', 'lakeshore'],
    consents: [],
    prepared: 'plan',
    contacts: 2,
    referral: 'sent',
    ending: {
      close: 'transferred',
      because: 'Care goes on at the endocrinology clinic’s own dental program',
    },
  },
  {
    key: 'lund-error',
    person: 'lund',
    theme: 'jaw-and-sleep',
    owner: marisol,
    opened: 19,
    last: 19,
    plans: ['bright-harbor'],
    consents: [],
    prepared: 'opened',
    contacts: 0,
    ending: { close: 'opened-in-error', because: 'Meant for another case of the same patient' },
  },
  {
    key: 'castellaw-heart',
    person: 'castellaw',
    theme: 'heart-extractions',
    owner: devon,
    opened: 64,
    last: 52,
    plans: ['washington'],
    consents: [],
    prepared: 'plan',
    contacts: 2,
    ending: { close: 'other', because: 'The hospital did everything in one stay' },
  },
  {
    key: 'greer-implant',
    person: 'greer',
    theme: 'implant',
    owner: devon,
    opened: 72,
    last: 46,
    plans: ['bright-harbor'],
    consents: [],
    prepared: 'signed',
    contacts: 5,
    fact: 'paid',
    referral: 'closed',
    charge: 'agreed',
    billing: 'voided',
    formats: ['x12'],
    next: { due: 1, title: 'Find a visit with Dr. Hargrove' },
    ending: {
      close: 'coordination-completed',
      because: 'Crown is on the implant',
      reopened: 'The crown is loose; the prosthodontist wants to see it',
    },
  },
];

/** Every case of the demonstration. Ids of cases are 'demo-' and the key. */
export const plots: readonly Plot[] = [...beginnings, ...underway, ...waiting, ...billed, ...closed];
