import type { PredeterminationView } from '#contract/views.ts';
import {
  itemsWithAnswers,
  lastDayOf,
  stateOfPredetermination,
} from '#domain/coverage/predetermination-state.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { Patient } from '#domain/patient/patient.ts';

/** What payers were asked before the work, the newest first. */
export function predeterminationViews(
  { predeterminations, coverages }: Patient,
  today: CalendarDate,
): PredeterminationView[] {
  return [...predeterminations.values()].toReversed().map((recorded) => {
    const { items: _items, note, ...asked } = recorded.predetermination;
    const { withdrawn, preparedAt, sendings } = recorded;
    const lastDay = lastDayOf(recorded);
    return {
      ...asked,
      payerName: coverages.get(asked.coverageId)?.value.payerName ?? '',
      state: stateOfPredetermination(recorded, today),
      preparedAt,
      ...(note === undefined ? {} : { note }),
      sendings: [...sendings],
      items: itemsWithAnswers(recorded).map(({ item, answer }) => ({ item, ...(answer ? { answer } : {}) })),
      ...(lastDay === undefined ? {} : { lastDay }),
      ...(withdrawn ? { withdrawn } : {}),
    };
  });
}
