import type { StaffRole } from '#domain/audit/event.ts';
import { caseSections } from './case/sections.ts';
import { practiceSections } from './practice/sections.ts';

/** What of a database the screens are opened on. */
export interface OnRecord {
  readonly caseId: string;
  readonly patientId: string;
  /** A document, and whose it is. */
  readonly document: { readonly patientId: string; readonly documentId: string };
  /** A question to a payer that was sent, and its case. */
  readonly asked: { readonly caseId: string; readonly predeterminationId: string };
  /** Options for a patient, and their case. */
  readonly options: { readonly caseId: string; readonly sheetId: string };
  /** A claim that stands, and its case. */
  readonly claimed: { readonly caseId: string; readonly claimId: string };
  /** A case whose work is ready for a claim. */
  readonly readyCaseId: string;
  /** An answer of a payer that is for the patient, and that was set aside. */
  readonly setAsideId: string;
}

/** A screen, or a form on a screen: where it is, and who must be signed in to see it. */
export interface Screen {
  readonly name: string;
  readonly path: (on: OnRecord) => string;
  readonly role: StaffRole | 'nobody';
  /** A form that takes the place of its part instead of opening beside it. */
  readonly inPlace?: true;
}

const casePath =
  (section: string, form?: string) =>
  ({ caseId }: OnRecord) =>
    `/cases/${caseId}/${section}${form === undefined ? '' : `?do=${form}`}`;

/** Forms that open without naming a thing, by the part of the case on which they are. */
const caseForms: readonly (readonly [section: string, form: string, role: StaffRole])[] = [
  ['overview', 'assign', 'coordinator'],
  ['overview', 'put-on-hold', 'coordinator'],
  ['overview', 'close', 'coordinator'],
  ['overview', 'print', 'coordinator'],
  ['necessity', 'record-factor', 'coordinator'],
  ['necessity', 'record-condition', 'coordinator'],
  ['necessity', 'record-accommodation', 'coordinator'],
  ['consent', 'record-consent', 'coordinator'],
  ['team', 'record-member', 'coordinator'],
  ['plan', 'record-plan-item', 'coordinator'],
  ['plan', 'sign-plan', 'dentist'],
  ['plan', 'record-outside-event', 'coordinator'],
  ['plan', 'record-constraint', 'coordinator'],
  ['plan', 'open-disagreement', 'coordinator'],
  ['plan', 'record-preferences', 'coordinator'],
  ['coverage', 'record-coverage', 'coordinator'],
  ['coverage', 'record-benefit-fact', 'coordinator'],
  ['coverage', 'record-plan-answer', 'coordinator'],
  ['coverage', 'answer-coverage', 'coordinator'],
  ['coverage', 'agree-charge', 'coordinator'],
  ['coverage', 'prepare-predetermination', 'coordinator'],
  ['estimate', 'record-benefit-use', 'coordinator'],
  ['code', 'decide-code', 'biller'],
  ['readiness', 'attest', 'dentist'],
  ['packet', 'seal-packet', 'biller'],
  ['tasks', 'open-task', 'coordinator'],
  ['referrals', 'draft-referral', 'coordinator'],
];

const practiceForms = [
  ['providers', 'record-provider'],
  ['payers', 'record-payer'],
  ['fees', 'set-fee'],
  ['staff', 'record-staff'],
] as const;

/** Every route, and every form that has an address, so that each can be opened and looked at by a machine. */
export const screens: readonly Screen[] = [
  { name: 'sign-in', path: () => '/', role: 'nobody' },
  { name: 'guide', path: () => '/guide', role: 'nobody' },
  { name: 'guide page', path: () => '/guide/D9992', role: 'nobody' },
  { name: 'guide page of a neighbor', path: () => '/guide/D9311#record-who', role: 'nobody' },
  { name: 'guide page that is not there', path: () => '/guide/D2740', role: 'nobody' },
  { name: 'guide of somebody signed in', path: () => '/guide', role: 'coordinator' },
  { name: 'guide page of somebody signed in', path: () => '/guide/D9994', role: 'coordinator' },
  ...['mine', 'team', 'unowned', 'due', 'held', 'all', 'closed'].map((view): Screen => ({
    name: `worklist ${view}`,
    path: () => `/worklist?view=${view}`,
    role: 'coordinator',
  })),
  { name: 'patients', path: () => '/patients', role: 'coordinator' },
  { name: 'new patient', path: () => '/patients/new', role: 'coordinator' },
  { name: 'patient', path: ({ patientId }) => `/patients/${patientId}`, role: 'coordinator' },
  ...[
    'change-demographics',
    'record-related-person',
    'record-coverage',
    'record-consent',
    'agree-restriction',
  ].map((form): Screen => ({
    name: `patient ${form}`,
    path: ({ patientId }) => `/patients/${patientId}?do=${form}`,
    role: 'coordinator',
  })),
  {
    name: 'patient withdraw-document',
    path: ({ document: { patientId, documentId } }) =>
      `/patients/${patientId}?do=withdraw-document&id=${documentId}`,
    role: 'coordinator',
  },
  { name: 'import', path: () => '/import', role: 'coordinator' },
  { name: 'open case', path: () => '/cases/new', role: 'coordinator' },
  {
    name: 'open case for a patient',
    path: ({ patientId }) => `/cases/new?of=${patientId}`,
    role: 'coordinator',
  },
  ...caseSections.map((section): Screen => ({
    name: `case ${section}`,
    path: casePath(section),
    role: 'coordinator',
  })),
  ...caseForms.map(([section, form, role]): Screen => ({
    name: `case ${form}`,
    path: casePath(section, form),
    role,
  })),
  {
    name: 'case create-claim',
    path: ({ readyCaseId }) => `/cases/${readyCaseId}/claim?do=create-claim`,
    role: 'biller',
  },
  ...['replace', 'void', 'withdraw'].map((what): Screen => ({
    name: `case ${what}-claim`,
    path: ({ claimed: { caseId, claimId } }) => `/cases/${caseId}/claim?do=${what}-claim&id=${claimId}`,
    role: 'biller',
  })),
  { name: 'case call', path: casePath('coverage', 'call'), role: 'coordinator', inPlace: true },
  ...['send', 'answer', 'withdraw'].map((what): Screen => ({
    name: `case ${what}-predetermination`,
    path: ({ asked: { caseId, predeterminationId } }) =>
      `/cases/${caseId}/coverage?do=${what}-predetermination&id=${predeterminationId}`,
    role: 'coordinator',
  })),
  {
    name: 'case record-options',
    path: ({ options: { caseId, sheetId } }) => `/cases/${caseId}/decision?do=record-options&id=${sheetId}`,
    role: 'coordinator',
    inPlace: true,
  },
  {
    name: 'case revisit-decision',
    path: ({ options: { caseId, sheetId } }) => `/cases/${caseId}/decision?do=revisit-decision&id=${sheetId}`,
    role: 'coordinator',
  },
  {
    name: 'options for the patient',
    path: ({ options: { caseId, sheetId } }) => `/for-patient/${caseId}/options/${sheetId}`,
    role: 'coordinator',
  },
  {
    name: 'plan for the patient',
    path: ({ options: { caseId } }) => `/for-patient/${caseId}/plan`,
    role: 'coordinator',
  },
  ...practiceSections.map((section): Screen => ({
    name: `practice ${section}`,
    path: () => `/practice/${section}`,
    role: 'administrator',
  })),
  ...practiceForms.map(([section, form]): Screen => ({
    name: `practice ${form}`,
    path: () => `/practice/${section}?do=${form}`,
    role: 'administrator',
  })),
  ...(['assign-answer', 'dismiss-answer'] as const).map((form): Screen => ({
    name: `practice ${form}`,
    path: ({ setAsideId }) => `/practice/gateways?do=${form}&id=${setAsideId}`,
    role: 'coordinator',
  })),
  { name: 'which code, signed out', path: () => '/guide/which-code', role: 'nobody' },
  {
    name: 'which code, answered',
    path: () =>
      '/guide/which-code?work=coordination-with-provider&who=coordinator&with=provider&reached=yes&several=yes',
    role: 'nobody',
  },
  { name: 'which code', path: () => '/guide/which-code?work=helping-the-patient-decide', role: 'biller' },
  { name: 'no such page', path: () => '/no-such-page', role: 'coordinator' },
];
