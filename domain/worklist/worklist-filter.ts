import type { NextStep } from '../case/next-step.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { WorklistEntry } from './worklist-entry.ts';

export const worklistFilters = ['mine', 'team', 'unowned', 'due', 'held', 'all'] as const;
export type WorklistFilter = (typeof worklistFilters)[number];

/** Who is looking: "team" is the team of their own entry in the staff list. */
export interface Viewer {
  readonly staffId: string;
  readonly team: string | undefined;
}

/**
 * Whether a row belongs in a view. What is put aside shows under "held" and "all" only, until it comes back.
 * "mine" is what I own, where I have the ball, and where any task is mine; "due" is due today or earlier, whoever holds it.
 */
export function isInView(
  entry: WorklistEntry,
  filter: WorklistFilter,
  viewer: Viewer,
  today: CalendarDate,
): boolean {
  if (entry.state === 'closed') return false;
  if (filter === 'all') return true;
  if (filter === 'held') return entry.held;
  if (entry.held) return false;
  switch (filter) {
    case 'mine':
      return (
        entry.ownerStaffId === viewer.staffId ||
        (entry.nextStep !== undefined && isHeldBy(entry.nextStep, viewer)) ||
        entry.tasks.some((task) => isHeldBy(task, viewer))
      );
    case 'team':
      return viewer.team !== undefined && entry.team === viewer.team;
    case 'unowned':
      return entry.ownerStaffId === undefined;
    case 'due':
      return entry.nextStep?.due !== undefined && entry.nextStep.due <= today;
  }
}

/** What a case wants of whoever looks besides its one next step. */
export function othersOf({ nextStep, tasks }: WorklistEntry, viewer: Viewer): readonly NextStep[] {
  return tasks.filter((task) => task.taskId !== nextStep?.taskId && isHeldBy(task, viewer));
}

function isHeldBy({ holder }: NextStep, { staffId }: Viewer): boolean {
  return holder.kind === 'staff' && holder.id === staffId;
}

/** Overdue and due first by day, then cases without a day, silent ones before others; ties by case. */
export function byUrgency(one: WorklistEntry, other: WorklistEntry): number {
  return (
    compare(one.nextStep?.due ?? '9999', other.nextStep?.due ?? '9999') ||
    Number(other.flags.includes('silent')) - Number(one.flags.includes('silent')) ||
    compare(one.caseId, other.caseId)
  );
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
