import fc from 'fast-check';
import { addDays } from '#domain/kernel/calendar-date.ts';
import {
  sampleConstraint,
  sampleItem,
  sampleProblem,
  sampleStart,
} from '#domain/treatment-plan/sequencing/problem.samples.ts';
import type { SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';

/** Small problems with every kind of constraint, so small that all schedules can be tried. */
const ids = ['a', 'b', 'c'] as const;
const strength = fc.constantFrom('must' as const, 'should' as const);
const pair = fc.constantFrom(['a', 'b'] as const, ['a', 'c'] as const, ['b', 'c'] as const);

const interval = fc
  .record({
    pair,
    strength,
    minDays: fc.integer({ min: -2, max: 4 }),
    span: fc.option(fc.nat(3)),
    target: fc.boolean(),
  })
  .map(({ pair: [from, to], strength, minDays, span, target }) =>
    sampleConstraint(
      'interval',
      {
        kind: 'interval',
        from,
        to,
        minDays,
        ...(span !== null && { maxDays: minDays + span }),
        ...(target && { targetDays: minDays }),
      },
      { strength },
    ),
  );
const visit = fc
  .record({
    pair,
    strength,
    kind: fc.constantFrom('together' as const, 'apart' as const),
    within: fc.constantFrom('visit' as const, 'day' as const),
  })
  .map(({ pair, strength, kind, within }) =>
    sampleConstraint(
      'visit',
      kind === 'together' ? { kind, items: [...pair] } : { kind, items: [...pair], within },
      {
        strength,
      },
    ),
  );
const calendar = fc
  .record({ strength, weekdays: fc.subarray(['mon', 'tue', 'wed', 'thu'] as const) })
  .map(({ strength, weekdays }) =>
    sampleConstraint(
      'calendar',
      { kind: 'calendar', why: 'school', notOn: { weekdays: [...weekdays] } },
      { strength },
    ),
  );
const gate = fc
  .record({ strength, item: fc.constantFrom(...ids), opens: fc.nat(4), goodForDays: fc.option(fc.nat(3)) })
  .map(({ strength, item, opens, goodForDays }) =>
    sampleConstraint(
      'gate',
      {
        kind: 'gate',
        gate: 'clearance',
        holder: 'the physician',
        items: [item],
        expectedOn: addDays(sampleStart, opens),
        ...(goodForDays !== null && { goodForDays }),
      },
      { strength },
    ),
  );
const deadline = fc
  .record({ strength, item: fc.constantFrom(...ids), daysBefore: fc.integer({ min: 3, max: 8 }) })
  .map(({ strength, item, daysBefore }) =>
    sampleConstraint(
      'deadline',
      { kind: 'deadline', event: 'surgery-day', items: [item], daysBefore },
      { strength },
    ),
  );

const item = (id: string) =>
  fc
    .record({
      owner: fc.constantFrom('general', 'general', 'surgeon'),
      minutes: fc.constantFrom(30, 60),
      urgency: fc.constantFrom('routine' as const, 'soon' as const, 'urgent' as const),
      modality: fc.constantFrom('office' as const, 'office' as const, 'sedation' as const),
      days: fc.integer({ min: 1, max: 2 }),
      due: fc.option(fc.nat(6)),
    })
    .map(({ due, ...rest }) =>
      sampleItem(id, {
        ...rest,
        ...(due !== null && { due: addDays(sampleStart, due) }),
        uses: [{ resource: 'tray', amount: 1 }],
      }),
    );

/** Objectives are permuted too. Together stays at one place: the check refuses anything else. */
export const smallProblems: fc.Arbitrary<SequencingProblem> = fc
  .record({
    items: fc.tuple(item('a'), item('b'), item('c')),
    constraints: fc.tuple(...[interval, visit, calendar, gate, deadline].map((one) => fc.option(one))),
    minutes: fc.constantFrom(60, 90, 240),
    trays: fc.constantFrom(1, 2, 3),
    placesPerDay: fc.constantFrom(1, 2),
    objectives: fc.shuffledSubarray(['lateness', 'visits', 'finish'] as const, { minLength: 1 }),
  })
  .map(({ items, constraints, minutes, trays, placesPerDay, objectives }) =>
    sampleProblem(
      items,
      constraints.flatMap((one) => (one === null ? [] : [one])),
      {
        horizonDays: 8,
        events: [{ eventId: 'surgery-day', text: 'Surgery', on: addDays(sampleStart, 9) }],
        providers: [
          {
            providerId: 'general',
            name: 'Dr. Gray',
            place: 'office',
            availability: {
              minutesPerDay: minutes,
              weekdays: { on: ['mon', 'tue', 'wed', 'fri', 'sat'], source: { by: 'office', ref: 'office' } },
            },
          },
          { providerId: 'surgeon', name: 'Dr. Sand', place: 'surgery', availability: {} },
        ],
        patient: { placesPerDay },
        resources: [{ resourceId: 'tray', capacity: trays }],
        objectives,
      },
    ),
  );

/** Every way to give the items days. */
export function* everySchedule(items: number, days: number): Generator<readonly number[]> {
  if (items === 0) yield [];
  else
    for (const rest of everySchedule(items - 1, days))
      for (let day = 0; day < days; day += 1) yield [day, ...rest];
}
