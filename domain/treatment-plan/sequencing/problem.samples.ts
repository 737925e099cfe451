import { calendarDate } from '../../kernel/calendar-date.ts';
import type { Constraint } from '../constraint.ts';
import type { SequencingItem, SequencingProblem } from './sequencing-problem.ts';

/** Monday. */
export const sampleStart = calendarDate('2027-01-04');

export function sampleItem(itemId: string, change: Partial<SequencingItem> = {}): SequencingItem {
  return {
    itemId,
    text: `Step ${itemId}`,
    owner: 'general',
    modality: 'office',
    urgency: 'routine',
    minutes: 60,
    ...change,
  };
}

export function sampleProblem(
  items: readonly SequencingItem[],
  constraints: readonly Constraint[] = [],
  change: Partial<SequencingProblem> = {},
): SequencingProblem {
  return {
    start: sampleStart,
    horizonDays: 60,
    items: [...items],
    events: [],
    providers: [
      { providerId: 'general', name: 'Dr. Gray', place: 'office', availability: {} },
      { providerId: 'surgeon', name: 'Dr. Sand', place: 'surgery', availability: {} },
    ],
    places: [
      { placeId: 'office', name: 'The office' },
      { placeId: 'surgery', name: 'The surgery' },
    ],
    constraints: [...constraints],
    patient: {},
    objectives: ['lateness', 'patient-pays', 'visits', 'finish'],
    ...change,
  };
}

/** `Omit` over each member of a union by itself. */
type Said<Each> = Each extends Constraint
  ? Omit<Each, 'constraintId' | 'text' | 'source' | 'strength'>
  : never;

export function sampleConstraint(
  constraintId: string,
  said: Said<Constraint>,
  change: Partial<Pick<Constraint, 'strength' | 'override' | 'text'>> = {},
): Constraint {
  return {
    constraintId,
    text: `Rule ${constraintId}`,
    source: { by: 'person', ref: 'dentist' },
    strength: 'must',
    ...said,
    ...change,
  };
}
