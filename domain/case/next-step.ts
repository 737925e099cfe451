import type { CalendarDate, Instant } from '../kernel/calendar-date.ts';
import { predeterminationSteps } from '../coverage/predetermination-step.ts';
import { dayOf } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Practice } from '../practice/practice.ts';
import type { Holder } from '../worklist/task.ts';
import { isHeld, openTasks } from '../worklist/tasks-in-play.ts';
import { firstGap, type Seen } from './case-gaps.ts';
import type { CoordinationCase, RecordedTask } from './case.ts';

/** What happens next, who has the ball, and since when. */
export interface NextStep {
  /** The task's own title; for a step that follows from a gap, its message says it. */
  readonly title: string;
  readonly message: Message | undefined;
  readonly taskId: string | undefined;
  readonly holder: Holder;
  readonly since: Instant;
  readonly due: CalendarDate | undefined;
}

/**
 * The one next step of a case; undefined only when it is closed. The earliest due task that is not put aside
 * comes first, or what a predetermination asks for where that is due before it; without either, with nothing but tasks
 * that are put aside, the one that returns first; else the first gap on the way to the claim, held by the owner.
 */
export function nextStep(state: CoordinationCase, seen: Seen, practice: Practice): NextStep | undefined {
  if (state.state === 'closed') return undefined;
  const today = dayOf(seen.now, seen.timeZone);
  const tasks = openTasks(state);
  const waiting = tasks.filter((recorded) => isHeld(recorded, today));
  const first = tasks.find((each) => !isHeld(each, today));
  const [asked] = predeterminationSteps(state, seen.patient, practice, today);
  if (asked && (!first || asked.due < first.task.due))
    return {
      title: 'predetermination',
      message: asked.said,
      taskId: undefined,
      holder: ownerAsHolder(state, practice),
      since: asked.since,
      due: asked.due,
    };
  const recorded =
    first ??
    waiting.toSorted((one, other) => ((one.hold?.until ?? '') < (other.hold?.until ?? '') ? -1 : 1))[0];
  if (recorded) return taskAsStep(recorded);
  const gap = firstGap(state, seen);
  return {
    title: gap,
    message: message(`nextStep.${gap === 'consent' && tookBack(seen) ? 'consentTakenBack' : gap}`),
    taskId: undefined,
    holder: ownerAsHolder(state, practice),
    since: state.stateSince,
    due: undefined,
  };
}

export function taskAsStep({ task, heldSince }: RecordedTask): NextStep {
  const { title, taskId, holder, due } = task;
  return { title, message: undefined, taskId, holder, since: heldSince, due };
}

/** Whoever took their agreement back is not simply asked again. */
function tookBack({ patient }: Seen): boolean {
  return [...(patient?.consents.values() ?? [])].some(
    ({ consent, revocation }) => consent.kind === 'coordination-agreement' && revocation !== undefined,
  );
}

function ownerAsHolder({ ownerStaffId }: CoordinationCase, { staff }: Practice): Holder {
  const owner = ownerStaffId === undefined ? undefined : staff.get(ownerStaffId);
  return owner ? { kind: 'staff', id: owner.staffId, name: owner.name } : { kind: 'nobody', name: '—' };
}
