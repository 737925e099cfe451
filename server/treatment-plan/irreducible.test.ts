import { expect, test } from 'vitest';
import { irreducible } from './irreducible.ts';

const parts = Array.from({ length: 60 }, (_, index) => index);

test.each([[[7]], [[0, 59]], [[3, 4, 31]], [[]]])(
  'the conflict of %j is found with few questions',
  async (conflict) => {
    let questions = 0;
    const found = await irreducible(parts, (kept) => {
      questions += 1;
      return Promise.resolve(conflict.every((part) => kept.includes(part)));
    });
    expect(found).toEqual(conflict);
    expect(questions).toBeLessThan(40);
  },
);

test('of two conflicts, one is found', async () => {
  const holds = [
    [2, 40],
    [11, 12],
  ];
  const found = await irreducible(parts, (kept) =>
    Promise.resolve(holds.some((conflict) => conflict.every((part) => kept.includes(part)))),
  );
  expect(holds).toContainEqual(found);
});
