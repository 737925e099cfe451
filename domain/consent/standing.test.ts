import { expect, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import type { Consent } from './consent.ts';
import { standingOf, type Standing } from './standing.ts';
import { authorization, recorded } from './consent.samples.ts';

const parent: Consent = { ...authorization, signer: { name: 'Eva Vega', authority: 'parent' } };
const guardian: Consent = { ...authorization, signer: { name: 'Eva Vega', authority: 'legal-guardian' } };
const endless: Consent = { ...authorization, expiryEvent: 'the end of treatment' };
delete endless.expiresOn;

// The practice is in Los Angeles, eight hours behind UTC in winter.
const rows: [
  name: string,
  consent: Consent,
  asOf: string,
  birthDate: string,
  revokedAt: string | undefined,
  Standing,
][] = [
  [
    'the moment before signing',
    authorization,
    '2026-01-10T17:59:59.999Z',
    '1980-05-01',
    undefined,
    'not-yet-signed',
  ],
  ['the moment of signing', authorization, '2026-01-10T18:00:00Z', '1980-05-01', undefined, 'active'],
  ['the day before it expires', authorization, '2026-03-05T07:59:59Z', '1980-05-01', undefined, 'active'],
  ['the day on which it expires', authorization, '2026-03-05T08:00:00Z', '1980-05-01', undefined, 'active'],
  [
    'the last moment of that day there',
    authorization,
    '2026-03-06T07:59:59.999Z',
    '1980-05-01',
    undefined,
    'active',
  ],
  [
    'the first moment of the day after',
    authorization,
    '2026-03-06T08:00:00Z',
    '1980-05-01',
    undefined,
    'expired',
  ],
  ['one that ends with an event', endless, '2036-01-01T08:00:00Z', '1980-05-01', undefined, 'active'],
  [
    'the moment before the revocation',
    authorization,
    '2026-02-01T11:59:59.999Z',
    '1980-05-01',
    '2026-02-01T12:00:00Z',
    'active',
  ],
  [
    'the moment of the revocation',
    authorization,
    '2026-02-01T12:00:00Z',
    '1980-05-01',
    '2026-02-01T12:00:00Z',
    'revoked',
  ],
  [
    'after both revocation and expiry',
    authorization,
    '2026-04-01T12:00:00Z',
    '1980-05-01',
    '2026-02-01T12:00:00Z',
    'revoked',
  ],
  ["a parent's, the day before 18", parent, '2026-02-01T12:00:00Z', '2008-02-02', undefined, 'active'],
  [
    "a parent's, on the 18th birthday",
    parent,
    '2026-02-01T12:00:00Z',
    '2008-02-01',
    undefined,
    'lapsed-at-majority',
  ],
  [
    "a parent's, 18 in UTC and not yet there",
    parent,
    '2026-02-01T07:00:00Z',
    '2008-02-01',
    undefined,
    'active',
  ],
  [
    "a minor's guardian's, on the 18th birthday",
    guardian,
    '2026-02-01T12:00:00Z',
    '2008-02-01',
    undefined,
    'lapsed-at-majority',
  ],
  ["an adult's guardian's", guardian, '2026-02-01T12:00:00Z', '2007-02-01', undefined, 'active'],
  [
    "the patient's own, on the 18th birthday",
    authorization,
    '2026-02-01T12:00:00Z',
    '2008-02-01',
    undefined,
    'active',
  ],
];

test.each(rows)('%s', (_name, consent, asOf, birthDate, revokedAt, standing) => {
  const moment = {
    asOf: instant(asOf),
    timeZone: 'America/Los_Angeles',
    birthDate: calendarDate(birthDate),
  };
  expect(standingOf(recorded(consent, revokedAt), moment)).toBe(standing);
});

test('without a birth date nothing lapses by age', () => {
  const moment = { asOf: instant('2026-02-01T12:00:00Z'), timeZone: 'UTC', birthDate: undefined };
  expect(standingOf(recorded(parent), moment)).toBe('active');
});
