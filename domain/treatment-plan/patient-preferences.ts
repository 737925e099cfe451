import { Type, type Static } from 'typebox';
import { DateSchema, FilledTextSchema, oneOf, TextSchema } from '../kernel/schema.ts';
import { weekdays, type CalendarConstraint } from './constraint.ts';
import { objectives, type SequencingProblem } from './sequencing/sequencing-problem.ts';

export const dayTimes = ['morning', 'midday', 'afternoon', 'evening'] as const;

/** What may come right after nothing being late. */
export const wishes = ['visits', 'finish', 'patient-pays'] as const satisfies readonly Objective[];

/** What suits the patient. A wish and no rule of the plan: whoever signs the plan does not sign it. */
export const PatientPreferences = Type.Object({
  /** What they bear in the chair on one day, and to how many places they can go. */
  minutesPerDay: Type.Optional(Type.Integer({ minimum: 5, maximum: 1440 })),
  placesPerDay: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  /** Days and times that suit; none: every one does. An order is of days, so that times are for whoever books. */
  weekdays: Type.Array(oneOf(weekdays), { maxItems: 7 }),
  dayTimes: Type.Array(oneOf(dayTimes), { maxItems: dayTimes.length, uniqueItems: true }),
  mattersMost: Type.Optional(oneOf(wishes)),
  note: TextSchema(500),
  /** Whose word it is, and of which day. */
  saidBy: FilledTextSchema(120),
  saidOn: DateSchema,
});
export type PatientPreferences = Static<typeof PatientPreferences>;

type Objective = SequencingProblem['objectives'][number];

/** What is minimized first, next and last where nobody says otherwise: after lateness, what matters most to them. */
export function preferredObjectives(preferences: PatientPreferences | undefined): readonly Objective[] {
  const most = preferences?.mattersMost;
  if (most === undefined) return objectives;
  return ['lateness', most, ...objectives.filter((each) => each !== 'lateness' && each !== most)];
}

/** What they can bear on one day binds; days that suit are kept where they can be. */
export function preferencesInOrder(
  preferences: PatientPreferences | undefined,
  words: string,
): Pick<SequencingProblem, 'patient'> & { readonly constraints: readonly CalendarConstraint[] } {
  if (!preferences) return { patient: {}, constraints: [] };
  const { minutesPerDay, placesPerDay, weekdays: suiting, saidBy, saidOn } = preferences;
  const others = weekdays.filter((day) => !suiting.includes(day));
  return {
    patient: {
      ...(minutesPerDay === undefined ? {} : { minutesPerDay }),
      ...(placesPerDay === undefined ? {} : { placesPerDay }),
    },
    constraints:
      suiting.length === 0 || others.length === 0
        ? []
        : [
            {
              kind: 'calendar',
              constraintId: 'days-that-suit',
              text: words,
              source: { by: 'person', ref: saidBy, asOf: saidOn },
              strength: 'should',
              why: 'other',
              notOn: { weekdays: others },
            },
          ],
  };
}
