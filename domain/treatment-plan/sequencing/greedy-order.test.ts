import { expect, test } from 'vitest';
import { addDays } from '../../kernel/calendar-date.ts';
import type { Constraint } from '../constraint.ts';
import { greedyOrder } from './greedy-order.ts';
import { sampleConstraint, sampleItem, sampleProblem, sampleStart } from './problem.samples.ts';
import type { SequencingItem } from './sequencing-problem.ts';

const wait = (strength: 'must' | 'should') =>
  sampleConstraint('wait', { kind: 'interval', from: 'a', to: 'b', minDays: 30 }, { strength });
const limit = sampleConstraint('limit', { kind: 'interval', from: 'a', to: 'b', maxDays: 9 });
const emergency = (days: number) =>
  sampleItem('c', { due: addDays(sampleStart, days), urgency: 'emergency' });
const after = sampleConstraint('after', { kind: 'interval', from: 'b', to: 'c', maxDays: 0 });

test.each<[string, readonly SequencingItem[], readonly Constraint[], readonly number[] | undefined]>([
  ['what must hold is kept', [], [wait('must')], [0, 30]],
  ['what should hold is kept where nothing speaks against it', [], [wait('should')], [0, 30]],
  ['not where it cannot', [], [wait('should'), limit], [0, 0]],
  ['not where an emergency would be late by it', [emergency(0)], [wait('should'), after], [0, 0, 0]],
  ['where that is due no sooner', [emergency(30)], [wait('should'), after], [0, 30, 30]],
  ['nothing where no order is found', [], [wait('must'), limit], undefined],
])('%s', (_name, others, constraints, expected) => {
  const items = [sampleItem('a'), sampleItem('b'), ...others];
  expect(greedyOrder(sampleProblem(items, constraints))).toEqual(expected);
});
