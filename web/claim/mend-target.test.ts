import { expect, it } from 'vitest';
import { readinessChecks } from '#domain/readiness/readiness-checks.ts';
import { screens, type OnRecord } from '../screens.ts';
import { mendTarget, whoMends, type Mend, type MendTarget } from './mend-target.ts';

const on: OnRecord = {
  caseId: 'C',
  patientId: 'P',
  document: { patientId: 'Q', documentId: 'F' },
  options: { caseId: 'D', sheetId: 'O' },
  asked: { caseId: 'case-1', predeterminationId: 'pre-1' },
  claimed: { caseId: 'C', claimId: 'K' },
  readyCaseId: 'C',
  setAsideId: 'A',
};
const addresses = new Set(screens.map((screen) => screen.path(on)));

/** Actions that one press on their part does, without a form of their own, or for one thing that has to be named. */
const withoutForm = ['sign-activities', 'amend-activity', 'set-profile'];

function addressOf(target: Exclude<MendTarget, { kind: 'contact' }>): string {
  const form = withoutForm.includes(target.form) ? '' : `?do=${target.form}`;
  if (target.kind === 'practice') return `/practice/${target.section}${form}`;
  if (target.kind === 'patient') return `/patients/P${form}`;
  return `/cases/C/${target.section}${form}`;
}

it.each(readinessChecks.map(({ id, mend }) => [id, mend] as const))(
  'the button of %s opens a form that is there, and is somebody’s work',
  (_id, mend) => {
    const target = mendTarget(mend);
    if (target.kind !== 'contact') expect(addresses).toContain(addressOf(target));
    expect(whoMends(mend)).not.toEqual([]);
  },
);

it('finds a form that stands nowhere', () => {
  const nowhere = mendTarget({ screen: 'claim', action: 'no-such-form' });
  expect(nowhere).toEqual({ kind: 'case', section: 'claim', form: 'no-such-form' });
  expect(whoMends({ screen: 'claim', action: 'no-such-form' })).toEqual([]);
});

it.each<[name: string, mend: Mend, roles: readonly string[]]>([
  ['the dentist attests', { screen: 'claim', action: 'attest' }, ['dentist']],
  [
    'an administrator completes the practice',
    { screen: 'practice', action: 'set-profile' },
    ['administrator'],
  ],
  [
    'a biller takes no signature',
    { screen: 'patient', action: 'record-assignment' },
    ['coordinator', 'dentist', 'hygienist', 'administrator'],
  ],
])('%s', (_name, mend, roles) => {
  expect(whoMends(mend).toSorted()).toEqual(roles.toSorted());
});
