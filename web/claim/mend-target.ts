import type { CheckView } from '#contract/views.ts';
import { staffRoles, type StaffRole } from '#domain/audit/event.ts';
import { caseActions, rolesFor } from '#domain/case/available-actions.ts';
import { mayChangePatient } from '#domain/patient/patient-permissions.ts';
import { mayChangePractice } from '#domain/practice/practice-permissions.ts';
import { isCaseSection, type CaseSection } from '../case/sections.ts';
import type { PracticeSection } from '../practice/sections.ts';

export type Mend = NonNullable<CheckView['mend']>;

/** Where a gap is closed: the contact form, a form on a part of the case, on the practice or on the patient's page. */
export type MendTarget =
  | { readonly kind: 'contact' }
  | { readonly kind: 'case'; readonly section: CaseSection; readonly form: string; readonly subject?: string }
  | { readonly kind: 'practice'; readonly section: PracticeSection; readonly form: string }
  | { readonly kind: 'patient'; readonly form: string };

/** Forms that stand on another part of the case than the one whose check asks for them. */
const partOfForm: Readonly<Record<string, CaseSection>> = {
  'decide-code': 'code',
  attest: 'readiness',
  'record-consent': 'consent',
  'record-condition': 'necessity',
  'record-accommodation': 'necessity',
  'record-coverage': 'coverage',
};

const partOfPractice = {
  'set-profile': 'profile',
  'record-provider': 'providers',
  'record-payer': 'payers',
  'set-fee': 'fees',
  'record-staff': 'staff',
} as const satisfies Record<string, PracticeSection>;

const patientForms = [
  'change-demographics',
  'record-consent',
  'record-condition',
  'record-accommodation',
  'record-coverage',
] as const;

export function mendTarget({ screen, action }: Mend): MendTarget {
  if (action === 'log-activity') return { kind: 'contact' };
  // An assignment is one of the consents that the form takes.
  if (action === 'record-assignment')
    return { kind: 'case', section: 'consent', form: 'record-consent', subject: 'benefits-assignment' };
  if (isPracticeForm(action)) return { kind: 'practice', section: partOfPractice[action], form: action };
  const section = partOfForm[action] ?? screen;
  return isCaseSection(section) ? { kind: 'case', section, form: action } : { kind: 'patient', form: action };
}

/** The roles that close the gap, by the tables that the server holds as well. */
export function whoMends(mend: Mend): readonly StaffRole[] {
  const target = mendTarget(mend);
  if (target.kind === 'practice') {
    const { form } = target;
    return staffRoles.filter((role) => isPracticeForm(form) && mayChangePractice(role, form));
  }
  // A call to a payer is an activity like any other.
  const form = target.kind === 'contact' || target.form === 'call' ? 'log-activity' : target.form;
  const ofPatient = patientForms.find((each) => each === form);
  if (ofPatient) return staffRoles.filter((role) => mayChangePatient(role, ofPatient));
  const ofCase = caseActions.find((each) => each === form);
  return ofCase ? rolesFor(ofCase) : [];
}

function isPracticeForm(action: string): action is keyof typeof partOfPractice {
  return action in partOfPractice;
}
