import { expect, it } from 'vitest';
import { refuseContactPoints } from './contact-point.ts';
import type { Route } from './practice-events.ts';

const refused = (route: Route, value: string, before: readonly string[] = []) => {
  const kept = before.map((each) => ({ route, value: each }));
  return refuseContactPoints([{ route, value }], kept, '/contacts')?.code;
};

it.each<[Route, string, string | undefined]>([
  ['telephone', '5550142', undefined],
  ['telephone', '555014', 'contact-point/number'],
  ['telephone', '(206) 555-0142 ext. 4', undefined],
  ['telephone', '+52 55 5555 0142', undefined],
  ['telephone', 'twelve', 'contact-point/number'],
  ['fax', 'xyz', 'contact-point/number'],
  ['text-message', '12', 'contact-point/number'],
  ['email', 'abc', 'contact-point/email'],
  ['email', 'ana@example', 'contact-point/email'],
  ['email', 'ana vega@example.com', 'contact-point/email'],
  ['email', 'ana@example.com', undefined],
  ['letter', 'by hand', undefined],
])('%s %s: %s', (route, value, code) => {
  expect(refused(route, value)).toBe(code);
});

it('keeps what was there before', () => {
  expect(refused('telephone', 'see the chart', ['see the chart'])).toBeUndefined();
  expect(refused('telephone', 'see the chart', ['12'])).toBe('contact-point/number');
});
