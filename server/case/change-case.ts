import type { CaseCommand, CaseCommandName } from '#contract/commands.ts';
import {
  decideAmendActivity,
  decideLogActivity,
  decideSignActivities,
  decideWithdrawActivity,
} from '#domain/case/activity-decisions.ts';
import { decideAttest } from '#domain/case/attest-decision.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import {
  decideAssign,
  decideClose,
  decidePutOnHold,
  decideReopen,
  decideResume,
} from '#domain/case/case-decisions.ts';
import type { NewCaseEvent } from '#domain/case/case-events.ts';
import { decideAgreeCharge, decideAnswerCoverage } from '#domain/case/coverage-decisions.ts';
import type { Deciding } from '#domain/case/deciding.ts';
import { decideWithdrawClaim } from '#domain/claim/withdraw-claim.ts';
import { costOfOption } from '#domain/decision/option-cost.ts';
import {
  decideRecordDecision,
  decideRecordOptions,
  decideRevisitDecision,
  decideWithdrawOptions,
} from '#domain/decision/option-decisions.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { decideRecordFactor, decideWithdrawFactor } from '#domain/necessity/factor-decisions.ts';
import { decideDraftReferral, decideMoveReferral } from '#domain/referral/referral-decisions.ts';
import { decideEndMember, decideRecordMember } from '#domain/team/team-decisions.ts';
import { decideKeepSchedule } from '#domain/treatment-plan/keep-schedule.ts';
import { decideRecordPlanItem, decideSignPlan } from '#domain/treatment-plan/plan-decisions.ts';
import { recordedRules } from './recorded-rules.ts';
import { constraintsOfPlan } from '#domain/treatment-plan/plan-constraints.ts';
import {
  decideAnswerGate,
  decideApplyPathway,
  decideLiftPathway,
  decideOpenDisagreement,
  decideRecordAvailability,
  decideRecordConstraint,
  decideRecordOutsideEvent,
  decideRecordPreferences,
  decideResolveDisagreement,
  decideRestoreConstraint,
  decideSetConstraintAside,
  decideTakeStance,
  decideWithdrawConstraint,
  decideWithdrawOutsideEvent,
} from '#domain/treatment-plan/shared-plan-decisions.ts';
import {
  decideCancelTask,
  decideFinishTask,
  decideHoldTask,
  decideOpenTask,
  decideReassignTask,
} from '#domain/worklist/task-decisions.ts';
import type { Archway } from '../archway.ts';
import type { Person } from '../http/signed-in.ts';
import { sha256, type Writing } from '../record/record.ts';
import { mentions, refuseStale } from '../record/stale.ts';
import { sayCost } from '../decision/say-cost.ts';
import { openProblem, planRecord } from '../treatment-plan/plan-order.ts';
import { actOnCase } from './acting-on-case.ts';
import { refuseTakenActivity } from './taken-ids.ts';
import type { CaseWork } from './case-work.ts';
import { decideCodeBesideProposal, decideCreateClaim } from './billing-decisions.ts';
import { pastServices } from './surroundings.ts';
import { recordContactRelease } from './contact-release.ts';
import { refuseWithoutPassword } from './signing.ts';

type Decided = readonly NewCaseEvent[] | Refusal;

type Deciders = {
  [Name in CaseCommandName]: (
    state: CoordinationCase,
    command: CaseCommand<Name>,
    work: CaseWork,
  ) => Decided | Promise<Decided>;
};

/** A decision of the domain, which sees nothing of the server. */
function pure<Command>(decide: (state: CoordinationCase, command: Command, deciding: Deciding) => Decided) {
  return (state: CoordinationCase, command: Command, work: CaseWork) => decide(state, command, work.deciding);
}

const deciders: Deciders = {
  assign: pure(decideAssign),
  'put-on-hold': pure(decidePutOnHold),
  resume: pure(decideResume),
  close: pure(decideClose),
  reopen: pure(decideReopen),
  'record-factor': pure(decideRecordFactor),
  'withdraw-factor': pure(decideWithdrawFactor),
  'record-member': pure(decideRecordMember),
  'end-member': pure(decideEndMember),
  'record-plan-item': pure(decideRecordPlanItem),
  'sign-plan': (state, command, { archway, deciding }) =>
    decideSignPlan(state, command, deciding, recordedRules(archway)),
  'record-outside-event': pure(decideRecordOutsideEvent),
  'withdraw-outside-event': pure(decideWithdrawOutsideEvent),
  'apply-pathway': (state, command, { archway, deciding }) =>
    decideApplyPathway(state, command, deciding, archway.rulebook.pathways),
  'lift-pathway': pure(decideLiftPathway),
  'record-constraint': pure(decideRecordConstraint),
  'withdraw-constraint': pure(decideWithdrawConstraint),
  'set-constraint-aside': (state, command, work) =>
    decideSetConstraintAside(state, command, work.deciding, planConstraints(work, state)),
  'restore-constraint': pure(decideRestoreConstraint),
  'answer-gate': (state, command, work) =>
    decideAnswerGate(state, command, work.deciding, planConstraints(work, state)),
  'record-availability': pure(decideRecordAvailability),
  'record-preferences': pure(decideRecordPreferences),
  'open-disagreement': pure(decideOpenDisagreement),
  'take-stance': pure(decideTakeStance),
  'resolve-disagreement': pure(decideResolveDisagreement),
  'keep-schedule': async (state, command, { archway, writing, deciding }) => {
    const record = await planRecord(writing, state);
    const chosen = Object.values(command.days);
    const problem = openProblem(archway, record, { language: 'en', now: deciding.now, chosen });
    return decideKeepSchedule(state, command, deciding, problem);
  },
  'record-options': (state, command, { deciding }) =>
    decideRecordOptions(state, command, deciding, {
      costOf: (option, language) => sayCost(costOfOption(state, option, deciding), language),
      sha256,
    }),
  'withdraw-options': pure(decideWithdrawOptions),
  'record-decision': pure(decideRecordDecision),
  'revisit-decision': pure(decideRevisitDecision),
  'log-activity': logActivity,
  'amend-activity': amendActivity,
  'withdraw-activity': pure(decideWithdrawActivity),
  'sign-activities': pure(decideSignActivities),
  'open-task': pure(decideOpenTask),
  'reassign-task': pure(decideReassignTask),
  'hold-task': pure(decideHoldTask),
  'finish-task': pure(decideFinishTask),
  'cancel-task': pure(decideCancelTask),
  'draft-referral': pure(decideDraftReferral),
  'move-referral': pure(decideMoveReferral),
  'answer-coverage': async (state, command, { archway, writing, deciding }) =>
    decideAnswerCoverage(state, command, deciding, archway.rulebook, await pastServices(writing, state)),
  'agree-charge': (state, command, { archway, deciding }) =>
    decideAgreeCharge(state, command, deciding, archway.rulebook),
  'decide-code': decideCodeBesideProposal,
  attest: pure(decideAttest),
  'create-claim': decideCreateClaim,
  'withdraw-claim': pure(decideWithdrawClaim),
};

function planConstraints({ archway }: CaseWork, state: CoordinationCase) {
  return constraintsOfPlan(state, recordedRules(archway)).constraints;
}

/** Commands that record something on the patient's chain too, or rely on what stands there at this moment. */
const withPatient: ReadonlySet<CaseCommandName> = new Set(['log-activity', 'amend-activity']);

/**
 * Does one thing to a case, in one transaction: permission, stale write, decision, events, read models. Returns the
 * case's position afterwards; nothing is recorded twice when the same request comes again.
 */
export async function changeCase<Name extends CaseCommandName>(
  archway: Archway,
  person: Person,
  caseId: string,
  name: Name,
  command: CaseCommand<Name>,
): Promise<number | Refusal> {
  const secret = 'password' in command ? await refuseWithoutPassword(archway, person, command) : undefined;
  if (secret) return secret;
  const refuseOvertaken = async (writing: Writing) =>
    refuseStale(
      await writing.events({ kind: 'case', id: caseId }),
      command.expectedPosition,
      concerning(name, command),
    );
  const work = async (writing: Writing, state: CoordinationCase) => {
    const patient = await writing.patient(state.patientId);
    if (!patient) throw new Error(`case ${caseId} names patient ${state.patientId}, who has no chain`);
    const deciding: Deciding = {
      now: writing.now,
      who: person.who,
      role: person.staff.role,
      practice: await writing.practice(),
      patient,
    };
    const events = await deciders[name](state, command, { archway, person, writing, deciding });
    if (!isRefusal(events) && events.length === 0) return state.position;
    const refusal = (await refuseOvertaken(writing)) ?? events;
    return isRefusal(refusal) ? refusal : writing.appendToCase(caseId, refusal);
  };
  return actOnCase<number>(archway, person, caseId, name, withPatient.has(name), work, refuseOvertaken);
}

const subjectIds = {
  item: 'itemId',
  factor: 'factorId',
  member: 'memberId',
  activity: 'activityId',
  task: 'taskId',
  referral: 'referralId',
  move: 'referralId',
  agreement: 'agreementId',
  event: 'eventId',
  application: 'pathwayId',
  constraint: 'constraintId',
  answer: 'constraintId',
  availability: 'memberId',
  disagreement: 'disagreementId',
  stance: 'disagreementId',
  sheet: 'sheetId',
} as const;

/** Which newer events make a write stale: those about the same thing; for a signature, any change of what is signed. */
function concerning(name: CaseCommandName, command: object) {
  const signs: Partial<Record<CaseCommandName, readonly string[]>> = {
    'sign-plan': ['plan.'],
    attest: ['plan.', 'activity.', 'necessity.', 'team.', 'code.', 'case.attested'],
    'create-claim': ['claim.created', 'claim.withdrawn', 'activity.', 'code.decided'],
    'withdraw-claim': ['claim.'],
    assign: ['case.'],
    close: ['case.'],
    'put-on-hold': ['case.'],
    resume: ['case.'],
    reopen: ['case.'],
    'keep-schedule': ['plan.'],
  };
  const prefixes = signs[name];
  if (prefixes) return (event: { type: string }) => prefixes.some((prefix) => event.type.startsWith(prefix));
  const ids: string[] = [];
  for (const [member, value] of Object.entries(command)) {
    if (member.endsWith('Id') && typeof value === 'string') ids.push(value);
    if (member.endsWith('Ids') && Array.isArray(value)) ids.push(...value.map(String));
    const idName = Object.entries(subjectIds).find(([noun]) => noun === member)?.[1];
    if (idName !== undefined && typeof value === 'object' && value !== null) {
      const id: unknown = Object.entries(value).find(([key]) => key === idName)?.[1];
      if (typeof id === 'string') ids.push(id);
    }
  }
  return mentions(ids);
}

/** One contact, one entry: the domain decides all of its consequences, and what was told is a way out like any other. */
async function logActivity(
  state: CoordinationCase,
  command: CaseCommand<'log-activity'>,
  work: CaseWork,
): Promise<Decided> {
  const decided = decideLogActivity(state, command, work.deciding);
  if (isRefusal(decided) || decided.length === 0) return decided;
  const taken = await refuseTakenActivity(work, state, command.activity.activityId);
  if (taken) return taken;
  const reliedOn = await recordContactRelease(work, state, command);
  return isRefusal(reliedOn) ? reliedOn : decideLogActivity(state, command, work.deciding, reliedOn);
}

/** What an amendment says was told, and was not said before, is a way out too. */
async function amendActivity(
  state: CoordinationCase,
  command: CaseCommand<'amend-activity'>,
  work: CaseWork,
): Promise<Decided> {
  const decided = decideAmendActivity(state, command, work.deciding);
  if (isRefusal(decided)) return decided;
  const before = state.activities.get(command.activity.activityId)?.activity;
  const { activity } = command;
  const reliedOn = await recordContactRelease(work, state, { activity }, before);
  return isRefusal(reliedOn) ? reliedOn : decideAmendActivity(state, command, work.deciding, reliedOn);
}
