import { expect, test } from 'vitest';
import { aboutOfServices } from './service-types.ts';

test.each<[services: string[], about: string | undefined]>([
  [['26'], 'D3000-D3999'],
  [['36'], 'D27xx'],
  [['35'], 'D0001-D9999'],
  // The health plan as a whole has no codes.
  [['30', '35'], 'D0001-D9999'],
  [['30'], undefined],
  [['23', '41'], undefined],
  [[], undefined],
])('services %j are about %s', (services, about) => {
  expect(aboutOfServices(services)).toBe(about);
});
