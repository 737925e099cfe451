import { describe, expect, test } from 'vitest';
import { calendarDate, instant } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import {
  writtenAddress,
  writtenDate,
  writtenDay,
  writtenDuration,
  writtenMessage,
  writtenMoment,
  writtenMoney,
  writtenRole,
  writtenTelephone,
  writtenTime,
} from './written-values.ts';

const zone = 'America/Los_Angeles';

test.each([
  ['en', 'Mar 5, 2026'],
  ['es', '5 mar 2026'],
] as const)('a date in %s', (language, written) => {
  expect(writtenDate(calendarDate('2026-03-05'), language)).toBe(written);
});

test.each([
  ['dental-specialist', 'en', 'Dental specialist'],
  ['dental-specialist', 'es', 'Especialista dental'],
  ['grandmother', 'en', 'grandmother'],
] as const)('the role %s in %s', (role, language, written) => {
  expect(writtenRole(role, language)).toBe(written);
});

describe('a moment is written as the practice saw it', () => {
  test.each([
    ['before midnight there', '2026-03-06T07:59:59.000Z', 'Mar 5, 2026', '11:59:59 PM'],
    ['after midnight there', '2026-03-06T08:00:00.000Z', 'Mar 6, 2026', '12:00:00 AM'],
    ['before summer time', '2026-03-08T09:59:59.000Z', 'Mar 8, 2026', '1:59:59 AM'],
    ['after summer time', '2026-03-08T10:00:00.000Z', 'Mar 8, 2026', '3:00:00 AM'],
  ])('%s', (_, moment, day, time) => {
    expect(writtenDay(instant(moment), zone, 'en')).toBe(day);
    expect(writtenTime(instant(moment), zone, 'en')).toBe(time);
  });

  test.each([
    ['en', 'Mar 20, 2026, 3:05 PM PDT'],
    ['es', '20 mar 2026, 3:05 p.m. PDT'],
  ] as const)('with its zone, in %s', (language, written) => {
    expect(writtenMoment(instant('2026-03-20T22:05:00.000Z'), zone, language)).toBe(written);
  });
});

test.each([
  [0, '0 min'],
  [59, '0 min 59 s'],
  [60, '1 min'],
  [3861, '64 min 21 s'],
])('%i seconds', (seconds, written) => {
  expect(writtenDuration(seconds, 'en')).toBe(written);
});

test.each([
  [0, '$0.00'],
  [99_999, '$999.99'],
  [100_000, '$1,000.00'],
  [123_456_789, '$1,234,567.89'],
])('%i cents', (amount, written) => {
  expect(writtenMoney(cents(amount))).toBe(written);
});

test.each([
  ['2535550142', '(253) 555-0142'],
  ['253555014', '253555014'],
  ['desk@cedar.example', 'desk@cedar.example'],
])('telephone %s', (digits, written) => {
  expect(writtenTelephone(digits)).toBe(written);
});

test.each([
  ['98402', 'Tacoma, WA 98402'],
  ['984021234', 'Tacoma, WA 98402-1234'],
])('postal code %s', (postalCode, place) => {
  expect(
    writtenAddress({ line1: '418 Harbor Street', line2: '', city: 'Tacoma', state: 'WA', postalCode }),
  ).toEqual(['418 Harbor Street', place]);
});

test.each([
  ['en', 'Sep 29, 2026'],
  ['es', '29 sept 2026'],
] as const)('days in a message are written out in %s; other words stay', (language, day) => {
  const said = writtenMessage(
    { id: 'x', params: { day: '2026-09-29', code: 'D9992', reference: '2026-09', minutes: 7 } },
    language,
  );
  expect(said).toEqual({ id: 'x', params: { day, code: 'D9992', reference: '2026-09', minutes: 7 } });
});
