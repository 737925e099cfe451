import type { CalendarDate } from '../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { CoordinationCase } from './case.ts';
import type { CaseEventData, NewCaseEvent } from './case-events.ts';
import { todayOf, type Deciding } from './deciding.ts';

type Decided = readonly NewCaseEvent[] | Refusal;

/** Refuses an owner who is not on the active staff, and a referral that the patient does not have. */
export function decideOpenCase(command: CaseEventData['case.opened'], deciding: Deciding): Decided {
  const wrongOwner = refuseOwner(command.ownerStaffId, deciding);
  if (wrongOwner) return wrongOwner;
  const { patientId, title, reason, ownerStaffId, team, receivedReferralId } = command;
  if (receivedReferralId !== null && !deciding.patient.receivedReferrals.has(receivedReferralId))
    return refuse('case/referral-unknown', {}, '/receivedReferralId');
  const data = { patientId, title, reason, ownerStaffId, team, receivedReferralId };
  return [{ type: 'case.opened', occurredAt: deciding.now, data }];
}

export function decideAssign(
  state: CoordinationCase,
  command: CaseEventData['case.assigned'],
  deciding: Deciding,
): Decided {
  const wrongOwner = refuseOwner(command.ownerStaffId, deciding);
  if (wrongOwner) return wrongOwner;
  const unchanged =
    (state.ownerStaffId ?? null) === command.ownerStaffId && (state.team ?? null) === command.team;
  const { ownerStaffId, team, reason } = command;
  return unchanged
    ? []
    : [{ type: 'case.assigned', occurredAt: deciding.now, data: { ownerStaffId, team, reason } }];
}

/** A hold ends by itself on the morning of `until`; without a date it lasts until somebody resumes the case. */
export function decidePutOnHold(
  _state: CoordinationCase,
  command: { readonly reason: string; readonly until: CalendarDate | null },
  deciding: Deciding,
): Decided {
  const { reason, until } = command;
  if (until !== null && until <= todayOf(deciding))
    return refuse('case/hold-ends-in-the-past', { until, today: todayOf(deciding) }, '/until');
  return [{ type: 'case.put-on-hold', occurredAt: deciding.now, data: { reason, until } }];
}

export function decideResume(
  _state: CoordinationCase,
  { reason }: { readonly reason: string },
  { now }: Deciding,
): Decided {
  return [{ type: 'case.resumed', occurredAt: now, data: { reason } }];
}

export function decideReopen(
  _state: CoordinationCase,
  { reason }: { readonly reason: string },
  { now }: Deciding,
): Decided {
  return [{ type: 'case.reopened', occurredAt: now, data: { reason } }];
}

/**
 * Closes the case unless something would be lost with it, in this order: 'case/open-tasks',
 * 'case/unsigned-activities', 'case/open-referrals'. When the patient declined, cannot be reached or went
 * elsewhere, referrals that stay open are no obstacle: nobody will finish them.
 */
export function decideClose(
  state: CoordinationCase,
  command: CaseEventData['case.closed'],
  { now }: Deciding,
): Decided {
  const tasks = [...state.tasks.values()].filter((recorded) => !recorded.ended);
  if (tasks.length > 0) return refuse('case/open-tasks', { tasks: tasks.map(({ task }) => task.title) });
  const unsigned = [...state.activities.values()].filter(
    (recorded) => !recorded.withdrawn && !recorded.signed,
  );
  if (unsigned.length > 0) return refuse('case/unsigned-activities', { count: unsigned.length });
  const underway = [...state.referrals.values()].filter(
    (recorded) => recorded.state !== 'closed' && recorded.state !== 'reviewed',
  );
  if (command.outcome === 'coordination-completed' && underway.length > 0)
    return refuse('case/open-referrals', { count: underway.length });
  const { outcome, reason } = command;
  return [{ type: 'case.closed', occurredAt: now, data: { outcome, reason } }];
}

function refuseOwner(ownerStaffId: string | null, { practice }: Deciding): Refusal | undefined {
  const owner = ownerStaffId === null ? undefined : practice.staff.get(ownerStaffId);
  if (ownerStaffId === null || (owner?.active && owner.role !== 'auditor')) return undefined;
  return refuse('case/owner-unknown', {}, '/ownerStaffId');
}
