import { expect, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import type { Disclosure } from '../patient/patient-events.ts';
import { accountingOfDisclosures } from './accounting-of-disclosures.ts';

const review: Disclosure = {
  disclosureId: 'd1',
  wayOut: 'packet',
  recipientName: 'State Medicaid',
  recipientKind: 'auditor',
  purpose: 'audit',
  categories: ['dental-record'],
  what: 'Case packet',
  at: instant('2026-03-05T20:00:00Z'),
  decision: 'permitted',
  withheld: [],
};

const rows: [name: string, disclosure: Disclosure, told: boolean][] = [
  ['a review', review, true],
  ['treatment', { ...review, purpose: 'treatment' }, false],
  ['payment', { ...review, purpose: 'payment' }, false],
  ['operations', { ...review, purpose: 'operations' }, false],
  ['to the patient', { ...review, recipientKind: 'patient' }, false],
  ['own use', { ...review, recipientKind: 'own-use' }, false],
  ['under an authorization', { ...review, consentId: 'consent-1' }, false],
  ['the first day of the six years', { ...review, at: instant('2020-06-01T08:00:00Z') }, true],
  ['the day before', { ...review, at: instant('2020-06-01T06:59:59Z') }, false],
  ['the day of the request', { ...review, at: instant('2026-06-02T06:59:59Z') }, true],
  ['the day after', { ...review, at: instant('2026-06-02T07:00:00Z') }, false],
];

test.each(rows)('%s', (_name, disclosure, told) => {
  const accounted = accountingOfDisclosures([disclosure], calendarDate('2026-06-01'), 'America/Los_Angeles');
  expect(accounted).toHaveLength(told ? 1 : 0);
});

test('oldest first, with date, recipient, what and purpose', () => {
  const older: Disclosure = { ...review, disclosureId: 'd0', at: instant('2026-01-05T20:00:00Z') };
  const accounted = accountingOfDisclosures([review, older], calendarDate('2026-06-01'), 'UTC');
  expect(accounted.map(({ disclosureId }) => disclosureId)).toEqual(['d0', 'd1']);
  expect(accounted[1]).toEqual({
    disclosureId: 'd1',
    on: '2026-03-05',
    recipientName: 'State Medicaid',
    what: 'Case packet',
    purpose: 'audit',
  });
});
