import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

const one = { name: 'one' };
const other = { name: 'other' };

test.each([
  ['the same subject and rest', [one, 'a', 1], 1],
  ['another subject', [other, 'a', 1], 2],
  ['a subject that only looks the same', [{ ...one }, 'a', 1], 2],
  ['another rest', [one, 'b', 1], 2],
  ['more of it', [one, 'a', 1, 2], 2],
  ['less of it', [one, 'a'], 2],
] as const)('%s', (_name, [subject, ...rest], times) => {
  let worked = 0;
  const work = remembered((about: { readonly name: string }, ...more: readonly (string | number)[]) => {
    worked++;
    return [about.name, ...more].join(' ');
  });
  expect(work(one, 'a', 1)).toBe('one a 1');
  expect(work(subject, ...rest)).toBe([subject.name, ...rest].join(' '));
  expect(worked).toBe(times);
});
