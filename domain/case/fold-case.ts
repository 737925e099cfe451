import { calendarDate } from '../kernel/calendar-date.ts';
import { GrowingMap } from '../kernel/growing-map.ts';
import { unreachable } from '../kernel/refusal.ts';
import type { Stamp } from '../audit/event.ts';
import { stampOf, type CoordinationCase, type RecordedTask } from './case.ts';
import { isSharedPlanEvent } from '../treatment-plan/plan-events.ts';
import { continueSharedPlan, emptySharedPlan } from '../treatment-plan/shared-plan.ts';
import { continueSheet, sheetIdOf } from '../decision/recorded-sheet.ts';
import type { CaseEvent } from './case-events.ts';

type Draft = {
  -readonly [Key in keyof CoordinationCase]: CoordinationCase[Key] extends ReadonlyMap<string, infer Value>
    ? GrowingMap<string, Value>
    : CoordinationCase[Key] extends readonly (infer Item)[]
      ? Item[]
      : CoordinationCase[Key];
};

/** Folds a case's events, in order, into its state. Throws when the first event is not 'case.opened'. */
export function foldCase(caseId: string, events: readonly CaseEvent[]): CoordinationCase {
  const first = events[0];
  if (first?.type !== 'case.opened') throw new Error(`case ${caseId} does not begin with case.opened`);
  return applyAll(opened(caseId, first), events);
}

/** The state after newer events; the state before is left as it was. */
export function continueCase(state: CoordinationCase, events: readonly CaseEvent[]): CoordinationCase {
  return applyAll(
    {
      ...state,
      factors: GrowingMap.continued(state.factors),
      members: GrowingMap.continued(state.members),
      planItems: GrowingMap.continued(state.planItems),
      planSignatures: [...state.planSignatures],
      optionSheets: GrowingMap.continued(state.optionSheets),
      activities: GrowingMap.continued(state.activities),
      tasks: GrowingMap.continued(state.tasks),
      referrals: GrowingMap.continued(state.referrals),
      coverageAnswers: [...state.coverageAnswers],
      chargeAgreements: [...state.chargeAgreements],
      codeDecisions: [...state.codeDecisions],
      attestations: [...state.attestations],
      claims: GrowingMap.continued(state.claims),
      packets: [...state.packets],
      inquiries: [...state.inquiries],
    },
    events,
  );
}

function applyAll(draft: Draft, events: readonly CaseEvent[]): CoordinationCase {
  for (const event of events) {
    apply(draft, event);
    draft.position = event.position;
  }
  return draft;
}

function opened(caseId: string, first: Extract<CaseEvent, { type: 'case.opened' }>): Draft {
  return {
    caseId,
    patientId: first.data.patientId,
    position: 0,
    title: first.data.title,
    reason: first.data.reason,
    state: 'open',
    stateReason: first.data.reason,
    stateSince: first.recordedAt,
    holdUntil: undefined,
    ownerStaffId: first.data.ownerStaffId ?? undefined,
    team: first.data.team ?? undefined,
    receivedReferralId: first.data.receivedReferralId ?? undefined,
    opened: stampOf(first),
    factors: new GrowingMap(),
    members: new GrowingMap(),
    planItems: new GrowingMap(),
    planSignatures: [],
    sharedPlan: emptySharedPlan,
    optionSheets: new GrowingMap(),
    activities: new GrowingMap(),
    tasks: new GrowingMap(),
    referrals: new GrowingMap(),
    coverageAnswers: [],
    chargeAgreements: [],
    codeDecisions: [],
    attestations: [],
    claims: new GrowingMap(),
    packets: [],
    inquiries: [],
  };
}

function apply(draft: Draft, event: CaseEvent): void {
  const stamp = stampOf(event);
  if (isSharedPlanEvent(event)) {
    draft.sharedPlan = continueSharedPlan(draft.sharedPlan, event, stamp);
    return;
  }
  switch (event.type) {
    case 'case.opened':
      return;
    case 'case.assigned':
      draft.ownerStaffId = event.data.ownerStaffId ?? undefined;
      draft.team = event.data.team ?? undefined;
      return;
    case 'case.put-on-hold':
      draft.holdUntil = event.data.until ?? undefined;
      return moveTo(draft, 'on-hold', event.data.reason, stamp);
    case 'case.resumed':
    case 'case.reopened':
      draft.holdUntil = undefined;
      return moveTo(draft, 'open', event.data.reason, stamp);
    case 'case.closed':
      return moveTo(draft, 'closed', event.data.reason, stamp);
    case 'necessity.factor-recorded':
      draft.factors.set(event.data.factor.factorId, { ...stamp, factor: event.data.factor });
      return;
    case 'necessity.factor-withdrawn':
      draft.factors.delete(event.data.factorId);
      return;
    case 'team.member-recorded':
      draft.members.set(event.data.member.memberId, { ...stamp, member: event.data.member });
      return;
    case 'team.member-ended':
      return endMember(draft, event.data.memberId, event.data.through, stamp);
    case 'plan.item-recorded':
      draft.planItems.set(event.data.item.itemId, { ...stamp, item: event.data.item });
      return;
    case 'plan.signed':
      draft.planSignatures.push({ ...stamp, ...event.data });
      return;
    case 'decision.options-recorded':
    case 'decision.options-withdrawn':
    case 'decision.made':
    case 'decision.revisited':
      draft.optionSheets.set(
        sheetIdOf(event),
        continueSheet(draft.optionSheets.get(sheetIdOf(event)), event, stamp),
      );
      return;
    case 'activity.logged':
      draft.activities.set(event.data.activity.activityId, {
        ...stamp,
        activity: event.data.activity,
        late: event.data.late,
        reliedOn: event.reliedOn,
        signed: undefined,
        amendments: [],
        withdrawn: undefined,
      });
      return;
    case 'activity.amended':
      return change(draft.activities, event.data.amendment.activity.activityId, (recorded) => ({
        ...recorded,
        activity: event.data.amendment.activity,
        reliedOn: event.reliedOn,
        signed: undefined,
        amendments: [
          ...recorded.amendments,
          { ...stamp, original: recorded.activity, reason: event.data.amendment.reason },
        ],
      }));
    case 'activity.withdrawn':
      return change(draft.activities, event.data.activityId, (recorded) => ({
        ...recorded,
        withdrawn: { ...stamp, reason: event.data.reason },
      }));
    case 'activity.signed':
      for (const activityId of event.data.activityIds)
        change(draft.activities, activityId, (recorded) => ({ ...recorded, signed: stamp }));
      return;
    case 'task.opened':
      draft.tasks.set(event.data.task.taskId, {
        ...stamp,
        task: event.data.task,
        hold: undefined,
        ended: undefined,
        heldSince: event.recordedAt,
      });
      return;
    case 'task.reassigned':
      return change(draft.tasks, event.data.taskId, (recorded) => reassign(recorded, event.data, stamp));
    case 'task.held':
      return change(draft.tasks, event.data.taskId, (recorded) => ({ ...recorded, hold: event.data.hold }));
    case 'task.done':
      return change(draft.tasks, event.data.taskId, (recorded) => ({
        ...recorded,
        ended: { ...stamp, outcome: event.data.outcome, how: 'done' as const },
      }));
    case 'task.canceled':
      return change(draft.tasks, event.data.taskId, (recorded) => ({
        ...recorded,
        ended: { ...stamp, outcome: event.data.reason, how: 'canceled' as const },
      }));
    case 'referral.drafted':
      draft.referrals.set(event.data.referral.referralId, {
        ...stamp,
        referral: event.data.referral,
        state: 'drafted',
        moves: [],
      });
      return;
    case 'referral.moved':
      return change(draft.referrals, event.data.move.referralId, (recorded) => ({
        ...recorded,
        state: event.data.move.to,
        moves: [...recorded.moves, { ...stamp, move: event.data.move }],
      }));
    case 'coverage.answered':
      draft.coverageAnswers.push({ ...stamp, answer: event.data.answer });
      return;
    case 'charge.agreed':
      draft.chargeAgreements.push({ ...stamp, agreement: event.data.agreement });
      return;
    case 'code.decided':
      draft.codeDecisions.push({ ...stamp, decision: event.data.decision });
      return;
    case 'case.attested':
      draft.attestations.push({ ...stamp, attestation: event.data.attestation });
      return;
    case 'claim.created':
      draft.claims.set(event.data.claim.claimId, {
        ...stamp,
        claim: event.data.claim,
        releases: [],
        withdrawn: undefined,
      });
      return;
    case 'claim.released':
      return change(draft.claims, event.data.claimId, (recorded) => ({
        ...recorded,
        releases: [...recorded.releases, { ...stamp, format: event.data.format, sha256: event.data.sha256 }],
      }));
    case 'claim.withdrawn':
      return change(draft.claims, event.data.claimId, (recorded) => ({
        ...recorded,
        withdrawn: { ...stamp, reason: event.data.reason },
      }));
    case 'packet.sealed':
      draft.packets.push({ ...stamp, packet: event.data.packet });
      return;
    case 'assistant.asked':
      draft.inquiries.push({ ...stamp, inquiry: event.data.inquiry });
      return;
    default:
      unreachable(event);
  }
}

function moveTo(draft: Draft, state: Draft['state'], reason: string, stamp: Stamp): void {
  draft.state = state;
  draft.stateReason = reason;
  draft.stateSince = stamp.recordedAt;
}

function endMember(draft: Draft, memberId: string, through: string, stamp: Stamp): void {
  const recorded = draft.members.get(memberId);
  if (recorded)
    draft.members.set(memberId, { ...stamp, member: { ...recorded.member, through: calendarDate(through) } });
}

function reassign(
  recorded: RecordedTask,
  change: { holder: RecordedTask['task']['holder']; ownerStaffId: string | null; due: string | null },
  stamp: Stamp,
): RecordedTask {
  const { ownerStaffId: _, ...task } = recorded.task;
  return {
    ...recorded,
    task: {
      ...task,
      holder: change.holder,
      ...(change.ownerStaffId === null ? {} : { ownerStaffId: change.ownerStaffId }),
      due: change.due === null ? recorded.task.due : calendarDate(change.due),
    },
    hold: undefined,
    heldSince: sameHolder(recorded.task.holder, change.holder) ? recorded.heldSince : stamp.recordedAt,
  };
}

function sameHolder(one: RecordedTask['task']['holder'], other: RecordedTask['task']['holder']): boolean {
  return one.kind === other.kind && one.id === other.id && one.name === other.name;
}

function change<Value>(values: GrowingMap<string, Value>, id: string, how: (value: Value) => Value): void {
  const value = values.get(id);
  if (value !== undefined) values.set(id, how(value));
}
