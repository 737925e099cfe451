import { expect, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { sampleAgreement } from '../readiness/ready-case.samples.ts';
import type { Consent } from './consent.ts';
import { consentConcerns } from './consent-concerns.ts';
import { lapseDay } from './standing.ts';

const timeZone = 'America/Los_Angeles';
const by = (authority: Consent['signer']['authority'], signedAt = '2026-03-02T17:00:00.000Z'): Consent => ({
  ...sampleAgreement,
  signer: { name: 'Somebody', authority },
  signedAt: instant(signedAt),
});

test.each<[name: string, consent: Consent, birth: string, recordedAt: string, expected: string[]]>([
  ['a day before 18, alone', by('self'), '2008-03-03', '2026-03-02T17:01:00.000Z', ['minorAlone']],
  ['on the birthday', by('self'), '2008-03-02', '2026-03-02T17:01:00.000Z', []],
  ['a parent', by('parent'), '2008-03-03', '2026-03-02T17:01:00.000Z', ['lapses']],
  ['a guardian of a minor', by('legal-guardian'), '2008-03-03', '2026-03-02T17:01:00.000Z', ['lapses']],
  ['a guardian of an adult', by('legal-guardian'), '1961-04-12', '2026-03-02T17:01:00.000Z', []],
  ['written down before midnight', by('self'), '1961-04-12', '2026-03-03T07:59:59.000Z', []],
  ['written down after midnight', by('self'), '1961-04-12', '2026-03-03T08:00:00.000Z', ['recordedLater']],
])('%s', (_name, consent, birth, recordedAt, expected) => {
  const recorded = { consent, position: 1, recordedAt: instant(recordedAt), revocation: undefined };
  const found = consentConcerns(recorded, { timeZone, birthDate: calendarDate(birth) });
  expect(found.map(({ id }) => id.replace('release.concern.', ''))).toEqual(expected);
});

test.each([
  ['2008-03-03', '2026-03-03'],
  ['2008-02-29', '2026-03-01'],
])('a parent\u2019s signature for somebody born on %s ends on %s', (birth, day) => {
  expect(lapseDay(by('parent'), { timeZone, birthDate: calendarDate(birth) })).toBe(day);
});
