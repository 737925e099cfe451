import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import type { Visit } from '../treatment-plan/sequencing/schedule.ts';
import { startOptions } from './start-sheet.ts';

function item(itemId: string, change: Partial<PlanItem> = {}): PlanItem {
  return { itemId, text: itemId, surfaces: [], order: 1, after: [], status: 'proposed', ...change };
}

function visit(on: string, ...items: readonly string[]): Visit {
  return {
    on: calendarDate(on),
    place: 'office',
    items: [...items],
    providers: ['x'],
    minutes: 60,
    anesthetic: false,
    waitsFor: [],
  };
}

const choice = [
  item('cleaning'),
  item('implant', { alternatives: ['bridge'] }),
  item('crown', { after: ['implant'] }),
  item('bridge'),
];
const order = [visit('2026-03-02', 'cleaning'), visit('2026-03-09', 'implant'), visit('2026-06-08', 'crown')];

test.each<[string, readonly PlanItem[], readonly (readonly [kind: string, steps: string])[]]>([
  [
    'alternatives, each with what follows from it',
    choice,
    [
      ['treatment', 'implant crown'],
      ['treatment', 'bridge'],
      ['in-phases', 'implant crown'],
      ['do-nothing', ''],
    ],
  ],
  [
    'alternatives named by the other side',
    [item('implant'), item('bridge', { alternatives: ['implant'] })],
    [
      ['treatment', 'implant'],
      ['treatment', 'bridge'],
      ['in-phases', 'implant'],
      ['do-nothing', ''],
    ],
  ],
  [
    'a plan without alternatives, without what is done',
    [item('exam', { status: 'done' }), item('crown')],
    [
      ['treatment', 'crown'],
      ['in-phases', 'crown'],
      ['do-nothing', ''],
    ],
  ],
  [
    'an alternative that was withdrawn',
    [item('implant', { alternatives: ['bridge'] }), item('bridge', { status: 'withdrawn' })],
    [
      ['treatment', 'implant'],
      ['in-phases', 'implant'],
      ['do-nothing', ''],
    ],
  ],
  [
    'an empty plan',
    [],
    [
      ['treatment', ''],
      ['in-phases', ''],
      ['do-nothing', ''],
    ],
  ],
])('%s', (_name, items, expected) => {
  expect(startOptions(items, []).map(({ kind, itemIds }) => [kind, itemIds.join(' ')])).toEqual(expected);
});

test('visits and weeks come from the kept order, where it holds every step', () => {
  const [implant, bridge, phases, nothing] = startOptions(choice, order);
  expect([implant?.visits, implant?.weeks]).toEqual([2, 13]);
  expect([bridge?.visits, bridge?.weeks]).toEqual([undefined, undefined]);
  expect([phases?.visits, phases?.weeks]).toEqual([undefined, undefined]);
  expect([nothing?.visits, nothing?.weeks]).toEqual([0, 0]);
});
