import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import type { PlanItem } from '#domain/treatment-plan/plan-item.ts';
import type { PlanFrame } from '#domain/treatment-plan/signed-plan.ts';
import { tooth } from './read-exactly.samples.ts';

export const planItems: PlanItem[] = [
  {
    itemId: 'item-1',
    text: 'Report from endocrinology on blood sugar control',
    ownerMemberId: 'member-osei',
    order: 1,
    after: [],
    surfaces: [],
    status: 'done',
  },
  {
    itemId: 'item-2',
    text: 'Deep cleaning below the gums, upper right',
    code: procedureCode('D4341'),
    area: '10',
    ownerMemberId: 'member-cedar',
    order: 2,
    after: ['item-1'],
    surfaces: [],
    fee: cents(28500),
    status: 'scheduled',
  },
  {
    itemId: 'item-3',
    text: 'Filling, lower left first molar',
    code: procedureCode('D2392'),
    tooth: tooth('19'),
    surfaces: ['M', 'O'],
    ownerMemberId: 'member-feld',
    order: 3,
    after: ['item-1'],
    fee: cents(24000),
    status: 'accepted',
    note: 'Short appointment, in the morning after breakfast and medication.',
  },
  {
    itemId: 'item-4',
    text: 'Second look at the gums, six weeks after the deep cleaning',
    ownerMemberId: 'member-cedar',
    order: 4,
    after: ['item-2', 'item-3'],
    surfaces: [],
    status: 'proposed',
  },
];

export const planFrame: PlanFrame = {
  events: [{ eventId: 'event-1', text: 'Blood sugar is measured', on: calendarDate('2026-03-02') }],
  constraints: [
    {
      kind: 'interval',
      constraintId: 'wait-1',
      text: 'The gums are looked at again after four to six weeks',
      source: { by: 'person', ref: 'member-cedar' },
      strength: 'should',
      from: 'item-2',
      to: 'item-4',
      minDays: 28,
      maxDays: 42,
    },
    {
      kind: 'interval',
      constraintId: 'wait-2',
      text: 'Fillings wait until blood sugar was measured',
      source: { by: 'person', ref: 'member-feld' },
      strength: 'must',
      override: { by: 'Nora Feld', reason: 'The tooth hurts' },
      from: 'event-1',
      to: 'item-3',
      minDays: 0,
    },
  ],
  order: {
    scheduleId: 'schedule-1',
    madeBy: 'solver',
    levels: [],
    schedule: {
      visits: [
        {
          on: calendarDate('2026-03-09'),
          place: 'place-cedar',
          items: ['item-2'],
          providers: ['member-cedar'],
          minutes: 90,
          anesthetic: false,
          waitsFor: [],
        },
        {
          on: calendarDate('2026-04-13'),
          place: 'place-cedar',
          items: ['item-4'],
          providers: ['member-cedar'],
          minutes: 30,
          anesthetic: false,
          waitsFor: [],
        },
      ],
    },
  },
};
