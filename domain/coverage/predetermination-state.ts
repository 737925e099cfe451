import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import {
  grants,
  type AskedItem,
  type ItemAnswer,
  type PredeterminationAnswer,
  type RecordedPredetermination,
} from './predetermination.ts';

export const predeterminationStates = [
  'prepared',
  'sent',
  'answered',
  'expiring',
  'expired',
  'withdrawn',
] as const;
export type PredeterminationState = (typeof predeterminationStates)[number];

/** Days before its last day from which a promise of a payer is shown as ending. Our own threshold. */
export const endingWithin = 30;

/** Worked out from what happened and from today's date; nothing of it is kept. */
export function stateOfPredetermination(
  recorded: RecordedPredetermination,
  today: CalendarDate,
): PredeterminationState {
  if (recorded.withdrawn) return 'withdrawn';
  if (recorded.answers.length === 0) return recorded.sendings.length === 0 ? 'prepared' : 'sent';
  const last = lastDayOf(recorded);
  if (last === undefined) return 'answered';
  if (last < today) return 'expired';
  return last <= addDays(today, endingWithin) ? 'expiring' : 'answered';
}

/** An item with the payer's latest word about it. */
export interface AnsweredItem {
  readonly item: AskedItem;
  readonly answer:
    (ItemAnswer & Pick<PredeterminationAnswer, 'on' | 'reference' | 'goodThrough'>) | undefined;
}

export function itemsWithAnswers({
  predetermination,
  answers,
}: RecordedPredetermination): readonly AnsweredItem[] {
  return predetermination.items.map((item) => ({
    item,
    answer: answers
      .flatMap(({ items, on, reference, goodThrough }) =>
        items
          .filter(({ itemId }) => itemId === item.itemId)
          .map((said) => ({
            ...said,
            on,
            reference,
            ...(goodThrough === undefined ? {} : { goodThrough }),
          })),
      )
      .at(-1),
  }));
}

/** Whether the payer says that it pays something for the item. */
export function isGranted(answer: AnsweredItem['answer']): answer is NonNullable<AnsweredItem['answer']> {
  return grants(answer?.outcome);
}

/** The first last day among the promises; undefined while nothing is promised or no day was named. */
export function lastDayOf(recorded: RecordedPredetermination): CalendarDate | undefined {
  return itemsWithAnswers(recorded)
    .flatMap(({ answer }) => (isGranted(answer) ? (answer.goodThrough ?? []) : []))
    .toSorted()[0];
}
