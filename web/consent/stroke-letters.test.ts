import { expect, it } from 'vitest';
import { strokesOfName } from './stroke-letters.ts';

it.each([
  ['Ana Whitlock', true],
  ['José Núñez-Ortega', true],
  ["O'Brien Jr.", true],
  ['', false],
  ['李', false],
])('a name typed as a signature: %s', (name, isDrawn) => {
  const path = strokesOfName(name);
  expect(path).toMatch(/^[MLml0-9 .,-]*$/);
  expect(path !== '').toBe(isDrawn);
});

it('a long name stays inside the box', () => {
  const across = [...strokesOfName('W'.repeat(120)).matchAll(/[ML]([\d.]+)/g)].map((found) =>
    Number(found[1]),
  );
  expect(Math.max(...across)).toBeLessThanOrEqual(600);
});
