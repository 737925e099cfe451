import type { CoordinationCase } from '../case/case.ts';
import type { CaseState } from '../case/case-events.ts';
import type { Seen } from '../case/case-gaps.ts';
import { nextStep, taskAsStep, type NextStep } from '../case/next-step.ts';
import { standingActivities } from '../case/standing-activities.ts';
import {
  calendarDate,
  dayOf,
  daysBetween,
  type CalendarDate,
  type Instant,
} from '../kernel/calendar-date.ts';
import type { Practice } from '../practice/practice.ts';
import { isHeld, openTasks } from './tasks-in-play.ts';

/** Days without any entry after which a case counts as silent. Our own threshold. */
const silentAfterDays = 14;

const worklistFlags = ['overdue', 'unowned', 'silent', 'hold-ran-out'] as const;
export type WorklistFlag = (typeof worklistFlags)[number];

/** One row of the worklist. */
export interface WorklistEntry {
  readonly caseId: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly birthDate: CalendarDate | undefined;
  readonly title: string;
  readonly state: CaseState;
  readonly ownerStaffId: string | undefined;
  readonly ownerName: string | undefined;
  readonly team: string | undefined;
  readonly nextStep: NextStep | undefined;
  /** Every open task that is not put aside, the earliest due first: somebody may have one beside the next step. */
  readonly tasks: readonly NextStep[];
  readonly holdUntil: CalendarDate | undefined;
  /** Everything that is open is put aside until a later day. */
  readonly held: boolean;
  readonly flags: readonly WorklistFlag[];
  readonly lastActivityAt: Instant | undefined;
  readonly coordinationSeconds: number;
}

export function worklistEntry(state: CoordinationCase, seen: Seen, practice: Practice): WorklistEntry {
  const today = dayOf(seen.now, seen.timeZone);
  const step = nextStep(state, seen, practice);
  const activities = standingActivities(state);
  const lastActivityAt = activities
    .map(({ activity }) => activity.time.endedAt)
    .sort()
    .at(-1);
  const owner = state.ownerStaffId === undefined ? undefined : practice.staff.get(state.ownerStaffId);
  const demographics = seen.patient.demographics;
  return {
    caseId: state.caseId,
    patientId: state.patientId,
    patientName: demographics ? `${demographics.lastName}, ${demographics.firstName}` : '',
    birthDate: demographics?.birthDate,
    title: state.title,
    state: state.state,
    ownerStaffId: state.ownerStaffId,
    ownerName: owner?.name,
    team: state.team,
    nextStep: step,
    tasks: openTasks(state)
      .filter((recorded) => !isHeld(recorded, today))
      .map(taskAsStep),
    holdUntil: state.holdUntil === undefined ? undefined : calendarDate(state.holdUntil),
    held: isPutAside(state, today),
    flags: state.state === 'closed' ? [] : flagsOf(state, step, lastActivityAt, today, seen.timeZone),
    lastActivityAt,
    coordinationSeconds: activities.reduce((sum, { activity }) => sum + activity.time.seconds, 0),
  };
}

/** On hold until a later day or until somebody resumes it, or with all its tasks put aside. */
function isPutAside(state: CoordinationCase, today: CalendarDate): boolean {
  if (state.state === 'on-hold') return state.holdUntil === undefined || today < state.holdUntil;
  const tasks = openTasks(state);
  return state.state === 'open' && tasks.length > 0 && tasks.every((recorded) => isHeld(recorded, today));
}

function flagsOf(
  state: CoordinationCase,
  step: NextStep | undefined,
  lastActivityAt: Instant | undefined,
  today: CalendarDate,
  timeZone: string,
): readonly WorklistFlag[] {
  const aside = isPutAside(state, today);
  const last = lastMoment(state, lastActivityAt);
  const holds: Record<WorklistFlag, boolean> = {
    overdue: !aside && step?.due !== undefined && step.due < today,
    unowned: state.ownerStaffId === undefined,
    silent: !aside && daysBetween(dayOf(last, timeZone), today) >= silentAfterDays,
    'hold-ran-out': ranOut(state, today),
  };
  return worklistFlags.filter((flag) => holds[flag]);
}

function ranOut(state: CoordinationCase, today: CalendarDate): boolean {
  const caseHold = state.state === 'on-hold' && state.holdUntil !== undefined && today >= state.holdUntil;
  return caseHold || openTasks(state).some(({ hold }) => hold !== undefined && today >= hold.until);
}

function lastMoment(state: CoordinationCase, lastActivityAt: Instant | undefined): Instant {
  const moments = [
    state.stateSince,
    ...(lastActivityAt ? [lastActivityAt] : []),
    ...[...state.tasks.values()].map(({ heldSince, ended }) => ended?.recordedAt ?? heldSince),
  ];
  return moments.sort().at(-1) ?? state.stateSince;
}
