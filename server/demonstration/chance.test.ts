import { expect, test } from 'vitest';
import { Chance } from './chance.ts';

const some = (seed: number) => {
  const chance = new Chance(seed);
  return Array.from({ length: 200 }, () => chance.whole(3, 7));
};

test('the same seed says the same, another seed something else', () => {
  expect(some(1)).toEqual(some(1));
  expect(some(1)).not.toEqual(some(2));
});

test('every number between both ends comes, and none beyond', () => {
  expect([...new Set(some(9992))].sort()).toEqual([3, 4, 5, 6, 7]);
});

test('identifiers have the form of a UUID of version 8', () => {
  const chance = new Chance(7);
  const ids = Array.from({ length: 100 }, () => chance.uuid());
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(100);
});
