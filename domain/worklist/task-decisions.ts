import type { CoordinationCase, RecordedTask } from '../case/case.ts';
import type { NewCaseEvent } from '../case/case-events.ts';
import { refuseAbsent, repeats, todayOf, type Deciding } from '../case/deciding.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { Holder, Task, TaskHold } from './task.ts';
import { openTasks } from './tasks-in-play.ts';

type Decided = readonly NewCaseEvent[] | Refusal;

export function decideOpenTask(
  state: CoordinationCase,
  { task }: { readonly task: Task },
  deciding: Deciding,
): Decided {
  const repeated = repeats(state.tasks.get(task.taskId)?.task, task);
  if (repeated === 'repeated') return [];
  if (isRefusal(repeated)) return repeated;
  const refusal =
    refuseHolder(task.holder, state, deciding, '/task/holder') ??
    refuseWatcher(task.ownerStaffId, deciding, '/task/ownerStaffId') ??
    refusePast(task.due, deciding, '/task/due');
  return refusal ?? [{ type: 'task.opened', occurredAt: deciding.now, data: { task } }];
}

export function decideReassignTask(
  state: CoordinationCase,
  command: {
    readonly taskId: string;
    readonly holder: Holder;
    readonly ownerStaffId: string | null;
    readonly due: CalendarDate | null;
  },
  deciding: Deciding,
): Decided {
  const { taskId, holder, ownerStaffId, due } = command;
  const refusal =
    refuseUnlessOpen(state, taskId) ??
    refuseHolder(holder, state, deciding, '/holder') ??
    refuseWatcher(ownerStaffId ?? undefined, deciding, '/ownerStaffId') ??
    (due === null ? undefined : refusePast(due, deciding, '/due'));
  return (
    refusal ?? [
      { type: 'task.reassigned', occurredAt: deciding.now, data: { taskId, holder, ownerStaffId, due } },
    ]
  );
}

/** A held task comes back by itself on the morning of `until`. */
export function decideHoldTask(
  state: CoordinationCase,
  { taskId, hold }: { readonly taskId: string; readonly hold: TaskHold },
  deciding: Deciding,
): Decided {
  const notOpen = refuseUnlessOpen(state, taskId);
  if (notOpen) return notOpen;
  if (hold.until <= todayOf(deciding))
    return refuse(
      'task/hold-ends-in-the-past',
      { until: hold.until, today: todayOf(deciding) },
      '/hold/until',
    );
  return [{ type: 'task.held', occurredAt: deciding.now, data: { taskId, hold } }];
}

export function decideFinishTask(
  state: CoordinationCase,
  { taskId, outcome }: { readonly taskId: string; readonly outcome: string },
  { now }: Deciding,
): Decided {
  return (
    refuseUnlessOpen(state, taskId) ?? [{ type: 'task.done', occurredAt: now, data: { taskId, outcome } }]
  );
}

/** What was asked for by tasks has been done: they end with it. */
export function finishAsked(
  state: CoordinationCase,
  checkId: string,
  { now }: Deciding,
): readonly NewCaseEvent[] {
  return openTasks(state)
    .filter(({ task }) => task.checkId === checkId)
    .map(({ task: { taskId } }) => ({ type: 'task.done', occurredAt: now, data: { taskId, outcome: '' } }));
}

export function decideCancelTask(
  state: CoordinationCase,
  { taskId, reason }: { readonly taskId: string; readonly reason: string },
  { now }: Deciding,
): Decided {
  return (
    refuseUnlessOpen(state, taskId) ?? [{ type: 'task.canceled', occurredAt: now, data: { taskId, reason } }]
  );
}

function refuseUnlessOpen(state: CoordinationCase, taskId: string): Refusal | undefined {
  const recorded: RecordedTask | undefined = state.tasks.get(taskId);
  if (!recorded) return refuseAbsent('task', '/taskId');
  if (!recorded.ended) return undefined;
  return refuse(
    recorded.ended.how === 'done' ? 'task/done' : 'task/canceled',
    { day: recorded.ended.recordedAt.slice(0, 10) },
    '/taskId',
  );
}

function refuseHolder(
  holder: Holder,
  state: CoordinationCase,
  { practice }: Deciding,
  at: string,
): Refusal | undefined {
  const known =
    holder.kind === 'staff'
      ? practice.staff.get(holder.id ?? '')?.active === true
      : holder.kind === 'team-member'
        ? state.members.has(holder.id ?? '')
        : true;
  if (known) return undefined;
  return refuse('task/holder-unknown', {}, at);
}

function refuseWatcher(staffId: string | undefined, { practice }: Deciding, at: string): Refusal | undefined {
  if (staffId === undefined || practice.staff.get(staffId)?.active) return undefined;
  return refuse('task/watcher-unknown', {}, at);
}

function refusePast(due: CalendarDate, deciding: Deciding, at: string): Refusal | undefined {
  if (due >= todayOf(deciding)) return undefined;
  return refuse('task/due-in-the-past', { due, today: todayOf(deciding) }, at);
}
