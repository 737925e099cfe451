import type { Instant } from '#domain/kernel/calendar-date.ts';
import type { NewPracticeEvent, Payer, PracticeProfile, Provider } from '#domain/practice/practice-events.ts';
import { npi, outsideProviders } from './directory.ts';
import { feesOfPractice } from './plan-words.ts';

export const demonstrationTimeZone = 'America/Los_Angeles';

const profile: PracticeProfile = {
  name: 'CEDAR STREET DENTAL',
  entity: 'organization',
  billingNpi: npi('1999900016'),
  taxIdKind: 'EIN',
  taxId: '990000001',
  taxonomy: '1223G0001X',
  address: { line1: '14 CEDAR ST', city: 'TACOMA', state: 'WA', postalCode: '984020001' },
  telephone: '2065550100',
  timeZone: demonstrationTimeZone,
  placeOfService: '11',
  submitterId: 'CEDARDEMO',
  receiverId: 'DEMOHOUSE',
  receiverName: 'DEMONSTRATION CLEARINGHOUSE',
};

/** Our own dentist, and whom the practice works with. */
export const demonstrationProviders: readonly Provider[] = [
  {
    providerId: 'provider-raman',
    name: 'Priya Raman',
    lastName: 'Raman',
    firstName: 'Priya',
    credential: 'DDS',
    specialty: 'general-dentistry',
    organization: 'Cedar Street Dental',
    setting: 'office',
    npi: npi('1999900024'),
    taxonomy: '1223G0001X',
    license: 'DE00000001',
    licenseState: 'WA',
    ours: true,
    staffId: 'staff-dentist',
    contacts: [{ route: 'telephone', value: '2065550101' }],
  },
  ...outsideProviders,
];

/** The way to the invented payers, which answer on this machine. */
export const loopbackGateway = 'loopback';

/** The first two are fictional, with fictional rules in the rulebook. */
export const demonstrationPayers: readonly Payer[] = [
  {
    payerId: 'payer-bright-harbor',
    name: 'Bright Harbor Dental Plan',
    claimPayerId: 'BHDP1',
    line: 'commercial',
    rulebookPayer: 'bright-harbor-dental-plan',
    filingIndicator: 'CI',
    acceptsAssignment: true,
    telephone: '8005550110',
    gateway: loopbackGateway,
  },
  {
    payerId: 'payer-lakeshore',
    name: 'Lakeshore Mutual Dental',
    claimPayerId: 'LMD02',
    line: 'commercial',
    rulebookPayer: 'lakeshore-mutual-dental',
    filingIndicator: 'CI',
    acceptsAssignment: false,
    telephone: '8005550111',
    gateway: loopbackGateway,
  },
  {
    payerId: 'payer-washington',
    name: 'Washington Apple Health',
    claimPayerId: 'WAHCA',
    line: 'medicaid',
    rulebookPayer: 'washington-apple-health',
    filingIndicator: 'MC',
    acceptsAssignment: true,
  },
  {
    payerId: 'payer-unlisted',
    name: 'Harborview Benefit Trust',
    claimPayerId: 'HBT03',
    line: 'commercial',
    filingIndicator: 'CI',
    telephone: '8005550112',
  },
  {
    payerId: 'payer-medicare',
    name: 'Medicare',
    claimPayerId: 'MEDIC',
    line: 'medicare',
    rulebookPayer: 'medicare',
    filingIndicator: 'MB',
  },
];

/** Everything that the demonstration practice has set up, as events of one moment. */
export function demonstrationPractice(occurredAt: Instant): NewPracticeEvent[] {
  return [
    { type: 'practice.profile-set', occurredAt, data: { profile } },
    ...demonstrationProviders.map((provider): NewPracticeEvent => ({
      type: 'practice.provider-recorded',
      occurredAt,
      data: { provider },
    })),
    ...demonstrationPayers.map((payer): NewPracticeEvent => ({
      type: 'practice.payer-recorded',
      occurredAt,
      data: { payer },
    })),
    ...feesOfPractice(occurredAt),
  ];
}
