import { afterAll, beforeAll, describe, it } from 'vitest';
import { practiceCommandNames, type PracticeCommandName } from '#contract/patient-commands.ts';
import type { PracticeView } from '#contract/views.ts';
import { mayChangePractice } from '#domain/practice/practice-permissions.ts';
import { testPassword } from '#server/test-practice.ts';
import { expectDoneOnce, expectRefusals, expectRoles, type Good } from './expect-refusals.ts';
import { openTriedPractice, type TriedPractice } from './tried-practice.ts';

let practice: TriedPractice;

beforeAll(async () => {
  practice = await openTriedPractice();
});
afterAll(() => practice.server.close());

const onPractice: Readonly<Record<PracticeCommandName, object>> = {
  'set-profile': {
    profile: {
      name: 'CEDAR STREET DENTAL',
      entity: 'organization',
      billingNpi: '1999900016',
      taxIdKind: 'EIN',
      taxId: '990000001',
      taxonomy: '1223G0001X',
      address: { line1: '14 CEDAR ST', city: 'TACOMA', state: 'WA', postalCode: '984020001' },
      telephone: '2065550100',
      timeZone: 'America/Los_Angeles',
      placeOfService: '11',
      submitterId: 'CEDARDEMO',
      receiverId: 'DEMOHOUSE',
      receiverName: 'CLEARINGHOUSE',
    },
  },
  'record-provider': {
    provider: {
      providerId: 'provider-new',
      name: 'Nadia Brook',
      specialty: 'cardiology',
      npi: '1999900065',
      ours: false,
      contacts: [],
    },
  },
  'record-payer': {
    payer: {
      payerId: 'payer-new',
      name: 'New Payer',
      claimPayerId: 'NEWP1',
      line: 'commercial',
      filingIndicator: 'CI',
    },
  },
  'set-fee': { fee: { code: 'D9994', amount: 3000, from: '2026-01-01' } },
  'record-staff': {
    staff: { staffId: 'staff-new', name: 'New Person', role: 'biller', active: true, team: 'Billing' },
    account: { email: 'new.person@example.com', password: testPassword },
  },
};
const positionOfPractice = async () =>
  (await practice.as('coordinator').get<PracticeView>('/api/practice')).position;

describe('every command of the practice', () => {
  it.each(practiceCommandNames)('%s', async (name) => {
    const url = `/api/practice/${name}`;
    const good: Good = { path: url, url, body: onPractice[name], who: 'administrator' };
    await expectRefusals(practice, good);
    await expectRoles(practice, good, (role) => mayChangePractice(role, name));
    await expectDoneOnce(practice, good, positionOfPractice);
  });
});
