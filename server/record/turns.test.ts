import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test.each([
  ['one key: one after the other, in the order in which they came', [['a'], ['a'], ['a']], [1, 1, 1]],
  ['different keys: all at once', [['a'], ['b'], ['c']], [1, 2, 3]],
  ['whoever shares a key with one who waits, waits too', [['a'], ['a', 'b'], ['b']], [1, 1, 1]],
  ['no key: nobody is waited for', [[], [], ['a']], [1, 2, 3]],
])('%s', async (_name, keysOf, atWork) => {
  const turns = new Turns();
  const order: number[] = [];
  let working = 0;
  const seen: number[] = [];
  await Promise.all(
    keysOf.map((keys, index) =>
      turns.take(keys, async () => {
        order.push(index);
        seen.push(++working);
        await sleep(5);
        working--;
      }),
    ),
  );
  expect(order).toEqual([0, 1, 2]);
  expect(seen).toEqual(atWork);
});

test('a failure is its own: the next has its turn', async () => {
  const turns = new Turns();
  const failing = turns.take(['a'], async () => {
    await sleep(1);
    throw new Error('no');
  });
  const next = turns.take(['a'], async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});
