import { expect, test } from 'vitest';
import { tooth } from '#domain/kernel/tooth.ts';
import type { PlanItem } from '#domain/treatment-plan/plan-item.ts';
import { toothRows } from './tooth-chart-cells.ts';

function item(itemId: string, on: string, status: PlanItem['status'] = 'accepted'): PlanItem {
  return { itemId, text: itemId, tooth: tooth(on), surfaces: [], order: 1, after: [], status };
}

test('the mouth as it is looked at: 1 to 16 above 32 to 17', () => {
  const [upper, lower] = toothRows([], new Set());
  expect(upper?.cells.map((each) => each.tooth)).toEqual(
    Array.from({ length: 16 }, (_, at) => String(at + 1)),
  );
  expect(lower?.cells.map((each) => each.tooth)).toEqual(
    Array.from({ length: 16 }, (_, at) => String(32 - at)),
  );
});

test('primary teeth are there when a step is on one', () => {
  const rows = toothRows([item('a', 'K')], new Set());
  expect(rows.map(({ jaw, dentition, cells }) => `${jaw} ${dentition} ${cells.length}`)).toEqual([
    'upper permanent 16',
    'upper primary 10',
    'lower primary 10',
    'lower permanent 16',
  ]);
});

test.each<[string, readonly PlanItem[], string]>([
  ['planned', [item('a', '3')], 'planned'],
  ['all done', [item('a', '3', 'done')], 'done'],
  ['one of two done', [item('a', '3', 'done'), item('b', '3')], 'planned'],
  ['in conflict', [item('a', '3', 'done'), item('x', '3')], 'conflicting'],
  ['declined', [item('a', '3', 'declined')], 'none'],
  ['on the supernumerary tooth beside it', [item('a', '53')], 'planned'],
])('%s', (_name, items, state) => {
  const cell = toothRows(items, new Set(['x']))[0]?.cells.find((each) => each.tooth === '3');
  expect(cell?.state).toBe(state);
});
