import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { obstacles } from './authorization-scope.ts';
import {
  dataCategories,
  purposes,
  recipientKinds,
  waysOut,
  type Consent,
  type DataCategory,
  type Restriction,
} from './consent.ts';
import { decideRelease, type ReleaseRequest } from './release-decision.ts';
import { releaseReasons } from './release-rules.ts';
import { authorization, patientWith, recorded } from './consent.samples.ts';

const nobody = patientWith([]);
const agreement: Consent = { ...authorization, consentId: 'agreement', kind: 'coordination-agreement' };
const part2: Consent = {
  ...authorization,
  consentId: 'part2',
  kind: 'part2-consent',
  categories: ['substance-use-treatment'],
};
const psychotherapy: Consent = { ...authorization, categories: ['psychotherapy-notes'] };
const having = (consent: Consent, revokedAt?: string) => patientWith([recorded(consent, revokedAt)]);

const lee = { kind: 'provider', name: 'Dr. Lee', partyId: 'provider-1' } as const;
const plan = { kind: 'payer', name: 'Evergreen Dental Plan', partyId: 'payer-1' } as const;
const mother = { kind: 'representative', name: 'Eva Vega', authority: 'parent' } as const;
const minor = patientWith([], [], '2014-05-01');

const paidInFull: Restriction = {
  restrictionId: 'r1',
  kind: 'not-to-health-plan-paid-in-full',
  recipientName: 'Evergreen Dental Plan',
  partyId: 'payer-1',
  categories: [],
  agreedOn: calendarDate('2026-02-01'),
  note: '',
};
const notToLee: Restriction = {
  ...paidInFull,
  kind: 'other',
  recipientName: 'Dr. Lee',
  partyId: 'provider-1',
};
const restricted = (restriction: Restriction) => patientWith([], [restriction]);

const base: ReleaseRequest = {
  patient: nobody,
  asOf: instant('2026-02-01T20:00:00Z'),
  timeZone: 'America/Los_Angeles',
  wayOut: 'packet',
  recipient: lee,
  purpose: 'treatment',
  categories: ['dental-record'],
};
const toPlan: Partial<ReleaseRequest> = { recipient: plan, purpose: 'payment' };
const toFriend: Partial<ReleaseRequest> = { recipient: { kind: 'other', name: 'Dr. Lee' }, purpose: 'other' };
const sud: Partial<ReleaseRequest> = { categories: ['substance-use-treatment'] };
const notes: Partial<ReleaseRequest> = { categories: ['psychotherapy-notes'] };
const emergency = { reason: 'unconscious after a fall' };

/** `outcome reason [obstacle] [+warning…]`, short enough to read in a column. */
function told(change: Partial<ReleaseRequest>): string {
  const { outcome, decisions, warnings } = decideRelease({ ...base, ...change });
  const reasons = decisions.map(({ reason, outcome, obstacle }) =>
    outcome === 'withheld' && obstacle ? `${reason}/${obstacle.kind}` : reason,
  );
  return [outcome, ...reasons, ...warnings.map((warning) => `+${warning}`)].join(' ');
}

const rows: [name: string, change: Partial<ReleaseRequest>, told: string][] = [
  // Treatment: no consent needed, one expected.
  ['treatment without consent', {}, 'permitted-with-warning treatment +consent-expected'],
  ['treatment with an agreement', { patient: having(agreement) }, 'permitted treatment'],
  ['treatment with an authorization', { patient: having(authorization) }, 'permitted treatment'],
  [
    'treatment, authorization revoked',
    { patient: having(authorization, '2026-02-01T19:00:00Z') },
    'permitted-with-warning treatment +consent-expected +authorization-revoked',
  ],
  [
    'treatment, authorization on its last day',
    { patient: having(authorization), asOf: instant('2026-03-06T07:59:59Z') },
    'permitted treatment',
  ],
  [
    'treatment, authorization expired the day before',
    { patient: having(authorization), asOf: instant('2026-03-06T08:00:00Z') },
    'permitted-with-warning treatment +consent-expected +authorization-expired',
  ],
  [
    'treatment, HIV',
    { categories: ['hiv'] },
    'permitted-with-warning treatment +consent-expected +state-law-unknown',
  ],
  ['treatment by somebody who is no provider', { recipient: plan }, 'refused authorization-needed/none'],

  // Where an authorization is needed.
  ['other recipient, none', toFriend, 'refused authorization-needed/none'],
  ['other recipient, authorized', { ...toFriend, patient: having(authorization) }, 'permitted authorized'],
  [
    '… of another name',
    { ...toFriend, recipient: { kind: 'other', name: 'Dr. Leigh' }, patient: having(authorization) },
    'refused authorization-needed/other-recipient',
  ],
  [
    '… of another spacing and case',
    { ...toFriend, recipient: { kind: 'other', name: ' dr.  LEE ' }, patient: having(authorization) },
    'permitted authorized',
  ],
  [
    '… with another id',
    {
      ...toFriend,
      recipient: { kind: 'other', name: 'Dr. Lee', partyId: 'provider-2' },
      patient: having(authorization),
    },
    'refused authorization-needed/other-recipient',
  ],
  [
    '… for another purpose',
    { ...toFriend, purpose: 'legal', patient: having(authorization) },
    'refused authorization-needed/other-purpose',
  ],
  [
    '… at the request of the individual',
    {
      ...toFriend,
      purpose: 'legal',
      patient: having({ ...authorization, purposes: ['individual-request'] }),
    },
    'permitted authorized',
  ],
  [
    '… another category',
    { ...toFriend, categories: ['medications'], patient: having(authorization) },
    'refused authorization-needed/other-category',
  ],
  [
    '… one category of two',
    { ...toFriend, categories: ['images', 'medications'], patient: having(authorization) },
    'partly-withheld authorized authorization-needed/other-category',
  ],
  [
    '… an element missing',
    { ...toFriend, patient: having({ ...authorization, purposes: ['other'], disclosers: [] }) },
    'refused authorization-needed/incomplete',
  ],
  [
    '… only a documented word',
    { ...toFriend, patient: having({ ...authorization, method: 'documented-word' }) },
    'refused authorization-needed/incomplete',
  ],
  [
    '… an agreement to coordination is none',
    { ...toFriend, patient: having(agreement) },
    'refused authorization-needed/none',
  ],
  [
    '… the moment before signing',
    { ...toFriend, patient: having(authorization), asOf: instant('2026-01-10T17:59:59.999Z') },
    'refused authorization-needed/not-yet-signed',
  ],
  [
    '… the moment of signing',
    { ...toFriend, patient: having(authorization), asOf: instant('2026-01-10T18:00:00Z') },
    'permitted authorized',
  ],
  [
    '… the last day',
    { ...toFriend, patient: having(authorization), asOf: instant('2026-03-06T07:59:59Z') },
    'permitted authorized',
  ],
  [
    '… the day after',
    { ...toFriend, patient: having(authorization), asOf: instant('2026-03-06T08:00:00Z') },
    'refused authorization-needed/expired',
  ],
  [
    '… the moment before the revocation',
    { ...toFriend, patient: having(authorization, '2026-02-01T20:00:00.001Z') },
    'permitted authorized',
  ],
  [
    '… the moment of the revocation',
    { ...toFriend, patient: having(authorization, '2026-02-01T20:00:00Z') },
    'refused authorization-needed/revoked',
  ],
  [
    'a class of recipients',
    {
      purpose: 'other',
      patient: having({
        ...authorization,
        recipients: [{ kind: 'class', name: 'my treating providers', class: 'treating-providers' }],
      }),
    },
    'permitted authorized',
  ],
  [
    'a class that the recipient is not of',
    {
      purpose: 'other',
      patient: having({
        ...authorization,
        recipients: [{ kind: 'class', name: 'my plans', class: 'health-plans' }],
      }),
    },
    'refused authorization-needed/other-recipient',
  ],
  [
    'a class in free text',
    {
      purpose: 'other',
      patient: having({ ...authorization, recipients: [{ kind: 'class', name: 'anyone' }] }),
    },
    'refused authorization-needed/other-recipient',
  ],

  // Payment and operations: the minimum necessary.
  ['payment, dental record', toPlan, 'permitted payment'],
  ['payment, images', { ...toPlan, categories: ['images'] }, 'refused beyond-minimum-necessary/none'],
  [
    'payment, images authorized',
    {
      ...toPlan,
      categories: ['images'],
      patient: having({
        ...authorization,
        purposes: ['payment'],
        recipients: [{ kind: 'named', name: plan.name }],
      }),
    },
    'permitted authorized',
  ],
  [
    'payment, diagnoses in a claim',
    { ...toPlan, wayOut: 'claim', categories: ['medical-history'] },
    'permitted payment',
  ],
  [
    'payment, diagnoses on the telephone',
    { ...toPlan, wayOut: 'contact', categories: ['medical-history'] },
    'refused beyond-minimum-necessary/none',
  ],
  ['payment, HIV', { ...toPlan, categories: ['hiv'] }, 'refused beyond-minimum-necessary/none'],
  ['payment of a provider', { purpose: 'payment' }, 'permitted payment'],
  ['operations, dental record', { ...toPlan, purpose: 'operations' }, 'permitted operations'],
  [
    'operations, diagnoses',
    { ...toPlan, purpose: 'operations', categories: ['medical-history'] },
    'refused beyond-minimum-necessary/none',
  ],
  [
    'payment through a clearinghouse',
    { ...toPlan, recipient: { kind: 'clearinghouse', name: 'ClearWay' } },
    'permitted payment',
  ],
  [
    'an auditor',
    { recipient: { kind: 'auditor', name: 'State Medicaid' }, purpose: 'audit', categories: ['images'] },
    'permitted review',
  ],
  [
    'an auditor, HIV',
    { recipient: { kind: 'auditor', name: 'State Medicaid' }, purpose: 'audit', categories: ['hiv'] },
    'refused beyond-minimum-necessary/none',
  ],
  [
    'a lawyer as auditor',
    { recipient: { kind: 'auditor', name: 'State Medicaid' }, purpose: 'legal' },
    'refused authorization-needed/none',
  ],

  // Restrictions.
  [
    'paid in full, to the plan',
    { ...toPlan, patient: restricted(paidInFull) },
    'refused restricted-paid-in-full',
  ],
  [
    '… to another plan',
    { ...toPlan, recipient: { ...plan, name: 'Other', partyId: 'payer-2' }, patient: restricted(paidInFull) },
    'permitted payment',
  ],
  [
    '… any plan',
    { ...toPlan, patient: restricted({ ...paidInFull, recipientName: '', partyId: 'payer-9' }) },
    'refused restricted-paid-in-full',
  ],
  [
    '… through a clearinghouse',
    { ...toPlan, recipient: { kind: 'clearinghouse', name: 'ClearWay' }, patient: restricted(paidInFull) },
    'refused restricted-paid-in-full',
  ],
  [
    '… agreed the day after',
    { ...toPlan, patient: restricted({ ...paidInFull, agreedOn: calendarDate('2026-02-02') }) },
    'permitted payment',
  ],
  [
    '… of another category',
    { ...toPlan, patient: restricted({ ...paidInFull, categories: ['images'] }) },
    'permitted payment',
  ],
  [
    '… to a provider for treatment',
    { patient: restricted(paidInFull) },
    'permitted-with-warning treatment +consent-expected',
  ],
  ['agreed restriction', { patient: restricted(notToLee) }, 'refused restricted-by-agreement'],
  [
    '… in an emergency',
    { patient: restricted(notToLee), emergency },
    'permitted-with-warning treatment +consent-expected',
  ],
  [
    '… to the patient',
    {
      patient: restricted({ ...notToLee, recipientName: 'Rosa Vega' }),
      recipient: { kind: 'patient', name: 'Rosa Vega' },
      purpose: 'individual-request',
    },
    'permitted own-record',
  ],

  // Records of substance-use programs.
  ['substance use, no consent', sud, 'refused substance-use-needs-consent/none'],
  [
    '… a HIPAA authorization is none',
    { ...sud, patient: having({ ...authorization, categories: ['substance-use-treatment'] }) },
    'refused substance-use-needs-consent/none',
  ],
  [
    '… consented',
    { ...sud, patient: having(part2) },
    'permitted-with-warning substance-use-consented +redisclosure-notice-due',
  ],
  [
    '… revoked',
    { ...sud, patient: having(part2, '2026-02-01T19:00:00Z') },
    'refused substance-use-needs-consent/revoked',
  ],
  [
    '… to the plan',
    { ...sud, ...toPlan, patient: having(part2) },
    'refused substance-use-needs-consent/other-recipient',
  ],
  [
    '… emergency',
    { ...sud, emergency },
    'permitted-with-warning substance-use-emergency +redisclosure-notice-due',
  ],
  [
    '… emergency without a reason',
    { ...sud, emergency: { reason: ' ' } },
    'refused substance-use-needs-consent/none',
  ],
  ['… emergency, to the plan', { ...sud, ...toPlan, emergency }, 'refused substance-use-needs-consent/none'],
  [
    '… own use',
    { ...sud, recipient: { kind: 'own-use', name: 'Maple Dental' } },
    'refused substance-use-needs-consent/none',
  ],
  [
    '… to the patient',
    { ...sud, recipient: { kind: 'patient', name: 'Rosa Vega' } },
    'permitted substance-use-own-record',
  ],

  // Psychotherapy notes.
  ['psychotherapy notes, none', notes, 'refused psychotherapy-notes-need-authorization/none'],
  [
    '… their own authorization',
    { ...notes, patient: having(psychotherapy) },
    'permitted psychotherapy-notes-authorized',
  ],
  [
    '… in a general authorization',
    { ...notes, patient: having({ ...authorization, categories: ['psychotherapy-notes', 'images'] }) },
    'refused psychotherapy-notes-need-authorization/not-separate',
  ],
  [
    '… to the patient',
    { ...notes, recipient: { kind: 'patient', name: 'Rosa Vega' } },
    'refused psychotherapy-notes-need-authorization/none',
  ],
  ['… in an emergency', { ...notes, emergency }, 'refused psychotherapy-notes-need-authorization/none'],

  // The patient and who acts for the patient.
  [
    'to the patient',
    { recipient: { kind: 'patient', name: 'Rosa Vega' }, purpose: 'individual-request' },
    'permitted own-record',
  ],
  ["to a minor's parent", { patient: minor, recipient: mother }, 'permitted personal-representative'],
  ["to an adult's parent", { recipient: mother }, 'refused authorization-needed/none'],
  [
    'on the 18th birthday',
    { patient: patientWith([], [], '2008-02-01'), recipient: mother },
    'refused authorization-needed/none',
  ],
  [
    'the day before',
    { patient: patientWith([], [], '2008-02-02'), recipient: mother },
    'permitted personal-representative',
  ],
  [
    "to an adult's guardian",
    { recipient: { ...mother, authority: 'legal-guardian' } },
    'permitted personal-representative',
  ],
  [
    'to somebody of no authority',
    { patient: minor, recipient: { kind: 'representative', name: 'Eva Vega' } },
    'refused authorization-needed/none',
  ],
  [
    'what a minor agreed to, to a parent',
    { patient: minor, recipient: mother, categories: ['minor-consented'] },
    'refused minor-consented/none',
  ],
  [
    '… to the patient',
    { patient: minor, recipient: { kind: 'patient', name: 'Rosa Vega' }, categories: ['minor-consented'] },
    'permitted own-record',
  ],
  [
    '… signed for by the parent',
    {
      patient: patientWith(
        [
          recorded({
            ...authorization,
            signer: { name: 'Eva Vega', authority: 'parent', authorityEvidence: 'seen' },
            categories: ['minor-consented'],
            recipients: [{ kind: 'named', name: 'Eva Vega' }],
          }),
        ],
        [],
        '2014-05-01',
      ),
      recipient: mother,
      categories: ['minor-consented'],
    },
    'refused minor-consented/none',
  ],
  [
    '… signed for by the patient',
    {
      patient: patientWith(
        [
          recorded({
            ...authorization,
            categories: ['minor-consented'],
            recipients: [{ kind: 'named', name: 'Eva Vega' }],
          }),
        ],
        [],
        '2014-05-01',
      ),
      recipient: mother,
      categories: ['minor-consented'],
    },
    'permitted-with-warning authorized +minor-signed-alone',
  ],
  [
    '… on a claim',
    { ...toPlan, patient: minor, wayOut: 'claim', categories: ['minor-consented'] },
    'refused beyond-minimum-necessary/none',
  ],
  [
    'own use',
    { recipient: { kind: 'own-use', name: 'Maple Dental' }, categories: ['images'] },
    'permitted own-use',
  ],
  ['nothing asked', { categories: [] }, 'permitted'],
];

describe('one thing changed at a time', () => {
  test.each(rows)('%s', (_name, change, expected) => {
    expect(told(change)).toBe(expected);
  });

  test('every reason and every obstacle has a row', () => {
    const all = rows.map((row) => row[2]).join(' ');
    for (const reason of Object.keys(releaseReasons)) expect(all).toContain(reason);
    for (const obstacle of obstacles) expect(all + told(lapsed)).toContain(obstacle);
  });
});

const lapsed: Partial<ReleaseRequest> = {
  ...toFriend,
  patient: patientWith(
    [recorded({ ...authorization, signer: { name: 'Eva', authority: 'parent', authorityEvidence: 'seen' } })],
    [],
    '2008-02-01',
  ),
};

test('a signature that lapsed at 18 is no authorization any more', () => {
  expect(told(lapsed)).toBe('refused authorization-needed/lapsed-at-majority');
});

test('what was relied on is cited by its position', () => {
  const decision = decideRelease({ ...base, ...toFriend, patient: having(authorization) });
  expect(decision.reliedOn).toEqual([{ stream: 'patient', id: 'patient-1', position: 4, as: 'consent' }]);
  expect(decision.decisions[0]?.consent).toEqual({ consentId: 'consent-1', position: 4 });
});

test('a complete authorization is found behind one that has ended', () => {
  const ended = recorded(
    { ...authorization, consentId: 'old', expiresOn: calendarDate('2026-01-20') },
    undefined,
    2,
  );
  const patient = patientWith([ended, recorded(authorization)]);
  expect(told({ ...toFriend, patient })).toBe('permitted authorized');
});

describe('properties', () => {
  const request = fc.record({
    asOf: fc
      .date({ min: new Date('2025-12-01'), max: new Date('2026-06-01'), noInvalidDate: true })
      .map((date) => instant(date.toISOString())),
    wayOut: fc.constantFrom(...waysOut),
    recipient: fc.record({
      kind: fc.constantFrom(...recipientKinds),
      name: fc.constantFrom('Dr. Lee', 'Evergreen Dental Plan', 'Eva Vega'),
      authority: fc.constantFrom('parent' as const, 'legal-guardian' as const, undefined),
    }),
    purpose: fc.constantFrom(...purposes),
    categories: fc.uniqueArray(fc.constantFrom(...dataCategories)),
  });

  test('every category asked for is decided once, and only released or withheld', () => {
    fc.assert(
      fc.property(request, (change) => {
        const { released, withheld } = decideRelease({ ...base, ...change });
        expect([...released, ...withheld].sort()).toEqual([...change.categories].sort());
      }),
    );
  });

  test('without consent or emergency, nothing from the hard stops reaches anybody but the patient', () => {
    const stopped: readonly DataCategory[] = ['substance-use-treatment', 'psychotherapy-notes'];
    fc.assert(
      fc.property(request, (change) => {
        fc.pre(change.recipient.kind !== 'patient');
        const { released } = decideRelease({ ...base, ...change });
        expect(released.filter((category) => stopped.includes(category))).toEqual([]);
      }),
    );
  });

  test('what is signed or revoked after a moment does not change the decision as of that moment', () => {
    fc.assert(
      fc.property(request, fc.integer({ min: 1, max: 1e10 }), (change, later) => {
        const after = new Date(Date.parse(change.asOf) + later).toISOString();
        const known = { ...base, ...change, patient: having(authorization) };
        const revokedLater = { ...known, patient: having(authorization, after) };
        const signedLater = {
          ...known,
          patient: patientWith([
            recorded(authorization),
            recorded({ ...part2, signedAt: instant(after) }, undefined, 9),
          ]),
        };
        const released = decideRelease(known).released;
        expect(decideRelease(revokedLater).released).toEqual(released);
        expect(decideRelease(signedLater).released).toEqual(released);
      }),
    );
  });

  test('an authorization never takes anything away', () => {
    fc.assert(
      fc.property(request, (change) => {
        const without = decideRelease({ ...base, ...change }).released;
        const withIt = decideRelease({ ...base, ...change, patient: having(authorization) }).released;
        expect(withIt).toEqual(expect.arrayContaining([...without]));
      }),
    );
  });
});
