import { daysBetween } from '#domain/kernel/calendar-date.ts';
import { weekdayTable } from '#domain/treatment-plan/sequencing/open-days.ts';
import type { SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';

/** Days on which the patient cannot come. */
export interface Away {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

/** Weekdays are told apart from this close on; from farther off they would be a gray haze. */
const closeEnough = 6;

/** Of every calendar that binds, within the days that the picture shows. */
export function awayDays(
  { constraints, start }: SequencingProblem,
  daysShown: number,
  pixelsPerDay: number,
): readonly Away[] {
  return constraints.flatMap((each): readonly Away[] => {
    if (each.kind !== 'calendar' || each.override || each.strength !== 'must') return [];
    const { notOn, text, constraintId } = each;
    const span = (first: number, last: number): readonly Away[] => {
      const [begins, ends] = [Math.max(0, first), Math.min(daysShown, last + 1)];
      if (ends <= begins) return [];
      const width = Math.max(2, (ends - begins) * pixelsPerDay);
      return [{ key: `${constraintId} ${begins}`, text, x: begins * pixelsPerDay, width }];
    };
    const named = weekdayTable(pixelsPerDay < closeEnough ? [] : (notOn.weekdays ?? []), start);
    const days = Array.from({ length: daysShown }, (_, day) => day);
    return [
      ...(notOn.days ?? []).flatMap(({ from, through }) =>
        span(daysBetween(start, from), daysBetween(start, through)),
      ),
      ...days.filter((day) => named[day % 7]).flatMap((day) => span(day, day)),
    ];
  });
}
