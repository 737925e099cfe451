import { expect, it } from 'vitest';
import { isSameFirstName } from './same-first-name.ts';

it.each([
  ['Marisol', 'MARISOL'],
  ['José', 'JOSE'],
  ['Anne-Marie', 'ANNE MARIE'],
  ['Anne-Marie', 'ANNEMARIE'],
  ['D’Andre', 'DANDRE'],
  ['Marisol', 'M'],
  ['Marisol', 'M.'],
  ['Christopher', 'CHRISTOP'],
  ['María', 'MARIA LUISA'],
  ['María Luisa', 'LUISA'],
  ['María Luisa', 'M L'],
  ['Marisol', ''],
])('%s can be %s', (one, other) => {
  expect(isSameFirstName(one, other)).toBe(true);
  expect(isSameFirstName(other, one)).toBe(true);
});

it.each([
  ['Marisol', 'ANNA'],
  ['Marisol', 'A'],
  ['Marisol', 'MARIO'],
  ['María Luisa', 'MARIA ANA'],
  ['María Luisa', 'M A'],
  // Nicknames cannot be known: a person is asked.
  ['Robert', 'BOB'],
])('%s is not %s', (one, other) => {
  expect(isSameFirstName(one, other)).toBe(false);
  expect(isSameFirstName(other, one)).toBe(false);
});
