import type { CoordinationCase, RecordedTask } from '../case/case.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** Open tasks, the earliest due first. */
export function openTasks(state: CoordinationCase): readonly RecordedTask[] {
  return [...state.tasks.values()]
    .filter((recorded) => !recorded.ended)
    .sort(
      (one, other) =>
        compare(one.task.due, other.task.due) ||
        one.position - other.position ||
        compare(one.task.taskId, other.task.taskId),
    );
}

/** A held task is out of sight until the day on which it returns, and back on that day without anybody's doing. */
export function isHeld({ hold }: RecordedTask, today: CalendarDate): boolean {
  return hold !== undefined && today < hold.until;
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
