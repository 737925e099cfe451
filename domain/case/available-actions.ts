import { message } from '#domain/kernel/message.ts';
import type { StaffRole } from '../audit/event.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { CaseState } from './case-events.ts';

/** Everything that can be done to a case. The names are those of the commands, and of the buttons. */
export const caseActions = [
  'assign',
  'put-on-hold',
  'resume',
  'close',
  'reopen',
  'record-factor',
  'withdraw-factor',
  'record-member',
  'end-member',
  'record-plan-item',
  'sign-plan',
  'record-outside-event',
  'withdraw-outside-event',
  'apply-pathway',
  'lift-pathway',
  'record-constraint',
  'withdraw-constraint',
  'set-constraint-aside',
  'restore-constraint',
  'answer-gate',
  'record-availability',
  'record-preferences',
  'open-disagreement',
  'take-stance',
  'resolve-disagreement',
  'keep-schedule',
  'record-options',
  'withdraw-options',
  'record-decision',
  'revisit-decision',
  'log-activity',
  'amend-activity',
  'withdraw-activity',
  'sign-activities',
  'open-task',
  'reassign-task',
  'hold-task',
  'finish-task',
  'cancel-task',
  'draft-referral',
  'move-referral',
  'answer-coverage',
  'agree-charge',
  'decide-code',
  'attest',
  'create-claim',
  'withdraw-claim',
  'release-claim',
  'seal-packet',
  'print-document',
  'ask-assistant',
] as const;
export type CaseAction = (typeof caseActions)[number];

interface Permission {
  readonly states: readonly CaseState[];
  readonly roles: readonly StaffRole[];
}

const open: readonly CaseState[] = ['open'];
const running: readonly CaseState[] = ['open', 'on-hold'];
const always: readonly CaseState[] = ['open', 'on-hold', 'closed'];
/** Concluding work waits while the case waits; after closing, billing goes on. */
const notWaiting: readonly CaseState[] = ['open', 'closed'];

const staff: readonly StaffRole[] = ['coordinator', 'dentist', 'hygienist', 'biller', 'administrator'];
const careStaff: readonly StaffRole[] = ['coordinator', 'dentist', 'hygienist', 'administrator'];
const leads: readonly StaffRole[] = ['coordinator', 'dentist', 'administrator'];
const billing: readonly StaffRole[] = ['coordinator', 'dentist', 'biller', 'administrator'];
const dentist: readonly StaffRole[] = ['dentist'];

/**
 * One table for the server and the screens, so that a button and its permission cannot disagree. An auditor
 * reads and does nothing else. Who may touch which activity is decided further on: only its author.
 */
const permissions: Record<CaseAction, Permission> = {
  assign: { states: running, roles: staff },
  'put-on-hold': { states: running, roles: leads },
  resume: { states: ['on-hold'], roles: leads },
  close: { states: running, roles: leads },
  reopen: { states: ['closed'], roles: leads },
  'record-factor': { states: running, roles: careStaff },
  'withdraw-factor': { states: running, roles: careStaff },
  'record-member': { states: running, roles: staff },
  'end-member': { states: running, roles: staff },
  'record-plan-item': { states: running, roles: careStaff },
  'sign-plan': { states: open, roles: dentist },
  'record-outside-event': { states: running, roles: careStaff },
  'withdraw-outside-event': { states: running, roles: careStaff },
  'apply-pathway': { states: running, roles: careStaff },
  'lift-pathway': { states: running, roles: careStaff },
  'record-constraint': { states: running, roles: careStaff },
  'withdraw-constraint': { states: running, roles: careStaff },
  'set-constraint-aside': { states: running, roles: dentist },
  'restore-constraint': { states: running, roles: dentist },
  'answer-gate': { states: running, roles: careStaff },
  'record-availability': { states: running, roles: careStaff },
  'record-preferences': { states: running, roles: careStaff },
  'open-disagreement': { states: running, roles: careStaff },
  'take-stance': { states: running, roles: careStaff },
  'resolve-disagreement': { states: running, roles: careStaff },
  'keep-schedule': { states: running, roles: careStaff },
  'record-options': { states: running, roles: careStaff },
  'withdraw-options': { states: running, roles: careStaff },
  'record-decision': { states: running, roles: careStaff },
  'revisit-decision': { states: running, roles: careStaff },
  'log-activity': { states: running, roles: staff },
  'amend-activity': { states: always, roles: staff },
  'withdraw-activity': { states: always, roles: staff },
  'sign-activities': { states: always, roles: staff },
  'open-task': { states: running, roles: staff },
  'reassign-task': { states: running, roles: staff },
  'hold-task': { states: running, roles: staff },
  'finish-task': { states: always, roles: staff },
  'cancel-task': { states: always, roles: staff },
  'draft-referral': { states: running, roles: careStaff },
  'move-referral': { states: always, roles: careStaff },
  'answer-coverage': { states: always, roles: billing },
  'agree-charge': { states: running, roles: billing },
  'decide-code': { states: notWaiting, roles: billing },
  attest: { states: notWaiting, roles: dentist },
  'create-claim': { states: notWaiting, roles: billing },
  'withdraw-claim': { states: always, roles: billing },
  'release-claim': { states: always, roles: billing },
  'seal-packet': { states: always, roles: billing },
  'print-document': { states: always, roles: staff },
  'ask-assistant': { states: always, roles: staff },
};

/** What somebody may do now, in the order of the list. */
export function availableActions(state: CaseState, role: StaffRole): readonly CaseAction[] {
  return caseActions.filter((action) => {
    const { states, roles } = permissions[action];
    return states.includes(state) && roles.includes(role);
  });
}

/** Whose work it is, in whatever state the case stands. */
export function rolesFor(action: CaseAction): readonly StaffRole[] {
  return permissions[action].roles;
}

/** Why somebody may not do it now: 'action/not-your-role' before 'action/not-in-this-state'; undefined when they may. */
export function refuseAction(action: CaseAction, state: CaseState, role: StaffRole): Refusal | undefined {
  const { states, roles } = permissions[action];
  if (!roles.includes(role))
    return refuse('action/not-your-role', {
      roles: roles.map((one) => message(`web.word.staffRole.${one}`)),
    });
  if (!states.includes(state))
    return refuse('action/not-in-this-state', { state: message(`pdf.caseState.${state}`) });
  return undefined;
}
