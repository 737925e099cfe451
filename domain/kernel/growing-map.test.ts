import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GrowingMap } from './growing-map.ts';

type Change = { readonly key: number; readonly value: string | undefined };

function change(map: Map<number, string> | GrowingMap<number, string>, { key, value }: Change): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

const changes = fc.array(
  fc.record({
    key: fc.integer({ min: 0, max: 200 }),
    value: fc.oneof({ weight: 9, arbitrary: fc.string() }, { weight: 1, arbitrary: fc.constant(undefined) }),
  }),
  { maxLength: 120 },
);

test('is what a copied Map would be, at every step, whoever looked at it in between', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(changes, fc.boolean())), (steps) => {
      let copied = new Map<number, string>();
      let grown = new GrowingMap<number, string>();
      const before: [Map<number, string>, GrowingMap<number, string>][] = [];
      for (const [step, isLookedAt] of steps) {
        before.push([copied, grown]);
        copied = new Map(copied);
        grown = GrowingMap.continued(grown);
        for (const each of step) {
          change(copied, each);
          change(grown, each);
        }
        expect(grown.size).toBe(copied.size);
        for (const { key } of step)
          expect([grown.has(key), grown.get(key)]).toEqual([copied.has(key), copied.get(key)]);
        if (isLookedAt) expect([...grown]).toEqual([...copied]);
      }
      for (const [was, is] of [...before, [copied, grown] as const]) expect([...is]).toEqual([...was]);
    }),
  );
});

test('continues an ordinary map without touching it', () => {
  const before = new Map([['one', 1]]);
  const grown = GrowingMap.continued(before).set('two', 2).set('one', 3);
  expect([[...before], [...grown.keys()], [...grown.values()]]).toEqual([
    [['one', 1]],
    ['one', 'two'],
    [3, 2],
  ]);
  const told: unknown[] = [];
  grown.forEach((value, key) => told.push([key, value]));
  expect(told).toEqual([...grown]);
});
