import type { CaseView, CodeProposalView, CoverageAnswerView, MinuteStandingView } from '#contract/views.ts';
import { standardStatement } from '#contract/messages/standard-statement.ts';
import type { MinuteStanding } from '#domain/activity/minute-standing.ts';
import { standMinutes } from '#domain/activity/minute-standing.ts';
import { sumSeconds } from '#domain/activity/seconds.ts';
import { availableActions } from '#domain/case/available-actions.ts';
import type { RecordedActivity, RecordedClaim, RecordedReferral, RecordedTask } from '#domain/case/case.ts';
import { timeZoneOf } from '#domain/case/deciding.ts';
import { nextStep } from '#domain/case/next-step.ts';
import type { CaseChoice } from '#domain/code-guide/choose-for-case.ts';
import { answerCoverage } from '#domain/coverage/answer-coverage.ts';
import { basisMessage, limitMessage, type PayerAnswer } from '#domain/coverage/payer-answer.ts';
import { dayOf } from '#domain/kernel/calendar-date.ts';
import { message } from '#domain/kernel/message.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { necessityStatement } from '#domain/necessity/necessity-statement.ts';
import { assessReadiness } from '#domain/readiness/assess-readiness.ts';
import { referralNext } from '#domain/referral/referral.ts';
import { frameOfPlan } from '#domain/treatment-plan/plan-frame.ts';
import { planStanding } from '#domain/treatment-plan/plan-version.ts';
import type { Archway } from '../archway.ts';
import type { Person } from '../http/signed-in.ts';
import { basisView } from './basis-view.ts';
import { messageView, pointerView } from './message-view.ts';
import { obstacleView } from './obstacle-view.ts';
import { optionSheetViews } from '../decision/option-sheet-views.ts';
import { recordedRules } from './recorded-rules.ts';
import { sharedPlanView } from './shared-plan-view.ts';
import { patientView } from '../patient/patient-view.ts';
import type { Reading } from '../record/record.ts';
import { nextStepView } from '../worklist/worklist.ts';
import { readinessView } from './readiness-view.ts';
import { coverageQuestion, otherCases, proposeCode, readinessAmong, servicesAmong } from './surroundings.ts';

const coordination = procedureCode('D9992');

/** A case as somebody of the practice sees it, with everything that follows from it. Undefined: there is none. */
export async function caseView(
  archway: Archway,
  reading: Reading,
  person: Person,
  caseId: string,
): Promise<CaseView | undefined> {
  const state = await reading.coordinationCase(caseId);
  const patient = state && (await reading.patient(state.patientId));
  const now = archway.record.now();
  const shown = state && (await patientView(reading, state.patientId, now, archway.rulebook));
  if (!state || !patient || !shown) return undefined;
  const practice = await reading.practice();
  const timeZone = timeZoneOf(practice);
  const today = dayOf(now, timeZone);
  const others = await otherCases(reading, state);
  const question = { theCase: state, patient, practice, rulebook: archway.rulebook, otherCases: others };
  const minutes = standMinutes(question);
  const necessity = necessityStatement(state, patient);
  const choice = proposeCode(archway, state, { practice, patient });
  const step = nextStep(state, { patient, now, timeZone }, practice);
  const owner = state.ownerStaffId === undefined ? undefined : practice.staff.get(state.ownerStaffId);
  const history = servicesAmong(others, state);
  const answers = [...patient.coverages.values()].map(({ value: coverage }) => ({
    coverageId: coverage.coverageId,
    answer: answerCoverage(
      coverageQuestion(archway, state, {
        coverage,
        code: coordination,
        serviceDate: today,
        history,
        practice,
        patient,
      }),
    ),
  }));
  return {
    caseId,
    patientId: state.patientId,
    position: state.position,
    title: state.title,
    reason: state.reason,
    state: state.state,
    stateReason: state.stateReason,
    stateSince: state.stateSince,
    ...(state.holdUntil === undefined ? {} : { holdUntil: state.holdUntil }),
    ...(state.ownerStaffId === undefined ? {} : { ownerStaffId: state.ownerStaffId }),
    ...(owner ? { ownerName: owner.name } : {}),
    ...(state.team === undefined ? {} : { team: state.team }),
    ...(state.receivedReferralId === undefined ? {} : { receivedReferralId: state.receivedReferralId }),
    opened: state.opened,
    patient: shown,
    factors: [...state.factors.values()],
    necessityStatement: necessity.sentences.map(({ text, evidence }) => ({ text, evidence: [...evidence] })),
    necessityMissing: necessity.missing.map(({ message: said }) => messageView(said)),
    members: [...state.members.values()],
    planItems: [...state.planItems.values()].sort((one, other) => one.item.order - other.item.order),
    planSignatures: [...state.planSignatures],
    planChangedSinceSignature:
      planStanding(state, frameOfPlan(state, recordedRules(archway))).standing === 'changed-since',
    sharedPlan: sharedPlanView(state, patient, archway.rulebook),
    optionSheets: optionSheetViews(state),
    activities: [...state.activities.values()].map((recorded) => activityView(recorded, minutes)),
    tasks: [...state.tasks.values()].map(taskView),
    referrals: [...state.referrals.values()].map(referralView),
    coverageAnswers: [...state.coverageAnswers],
    chargeAgreements: [...state.chargeAgreements],
    codeDecisions: [...state.codeDecisions],
    attestations: state.attestations.map((recorded) => {
      const standard = standardStatement('attest', recorded.attestation.statement);
      return standard ? { ...recorded, standard } : recorded;
    }),
    claims: [...state.claims.values()].map(claimView),
    packets: [...state.packets],
    inquiries: [...state.inquiries],
    actions: [...availableActions(state.state, person.staff.role)],
    ...(step ? { nextStep: nextStepView(step) } : {}),
    readiness: readinessView(
      assessReadiness(readinessAmong(archway, others, state, { now, practice, patient })),
    ),
    codeProposal: proposalView(choice),
    coordinationCoverage: answers.map(({ coverageId, answer }) => answerView(coverageId, answer)),
    countedSeconds: sumSeconds([...minutes.values()].map((standing) => standing.countedSeconds)),
    pendingSeconds: sumSeconds([...minutes.values()].map((standing) => standing.pendingSeconds)),
  };
}

function activityView(
  recorded: RecordedActivity,
  minutes: ReadonlyMap<string, MinuteStanding>,
): CaseView['activities'][number] {
  const { signed, withdrawn, amendments, reliedOn, ...rest } = recorded;
  const standing = minutes.get(recorded.activity.activityId);
  if (!standing) throw new Error(`no standing for activity ${recorded.activity.activityId}`);
  return {
    ...rest,
    reliedOn: [...reliedOn],
    ...(signed ? { signed } : {}),
    amendments: [...amendments],
    ...(withdrawn ? { withdrawn } : {}),
    standing: standingView(standing),
  };
}

function claimView({ releases, withdrawn, ...rest }: RecordedClaim): CaseView['claims'][number] {
  return { ...rest, releases: [...releases], ...(withdrawn ? { withdrawn } : {}) };
}

function standingView(standing: MinuteStanding): MinuteStandingView {
  return {
    activityId: standing.activityId,
    standing: standing.standing,
    countedSeconds: standing.countedSeconds,
    pendingSeconds: standing.pendingSeconds,
    missing: standing.reasons
      .filter(({ effect }) => effect === 'incomplete')
      .map(({ message: said, mend }) => ({ message: messageView(said), ...(mend ? { mend } : {}) })),
    reasons: standing.reasons.map((reason) => ({
      message: messageView(reason.message),
      ...basisView(reason.basis),
      evidence: [],
    })),
  };
}

function taskView({ hold, ended, ...rest }: RecordedTask): CaseView['tasks'][number] {
  return { ...rest, ...(hold ? { hold } : {}), ...(ended ? { ended } : {}) };
}

function referralView(recorded: RecordedReferral): CaseView['referrals'][number] {
  return { ...recorded, moves: [...recorded.moves], mayMoveTo: [...referralNext[recorded.state]] };
}

function proposalView(choice: CaseChoice): CodeProposalView {
  const group = choice.groups.find(({ code }) => code === choice.proposed);
  return {
    code: choice.proposed,
    because: messageView(choice.because),
    factsFor: (group?.factsFor ?? []).map(messageView),
    factsAgainst: (group?.factsAgainst ?? []).map(messageView),
    missing: (group?.factsMissing ?? []).map(messageView),
    neighbors: (group?.neighbors ?? [])
      .filter(({ needs }) => needs.length > 0)
      .map(({ code, needs }) => ({ code, needs: needs.map(messageView) })),
    pointers: [
      ...new Map(
        choice.groups.flatMap(({ pointers }) => pointers).map((each) => [each.code, pointerView(each)]),
      ).values(),
    ],
    groups: choice.groups.map(({ code, because, activityIds }) => ({
      code,
      because: messageView(because),
      activityIds: [...activityIds],
    })),
  };
}

/** What certainly keeps the plan from paying what it pays as such. */
function inTheWay({ obstacles }: PayerAnswer) {
  return obstacles.filter(({ kind, certain }) => certain && kind !== 'status');
}

function answerView(coverageId: string, answer: PayerAnswer): CoverageAnswerView {
  const { source, inForce } = basisView(answer.basis);
  return {
    code: answer.code,
    serviceDate: answer.serviceDate,
    status: answer.status,
    message: messageView(answer.message),
    basis: messageView(
      answer.basis.kind === 'rule'
        ? message('coverage.basis.rule', { rule: answer.basis.ruleId })
        : basisMessage(answer.basis),
    ),
    ...(source === undefined ? {} : { source }),
    ...(inForce ? { inForce } : {}),
    payable: answer.payable,
    notInForce: answer.notInForce,
    inTheWay: inTheWay(answer).map(obstacleView),
    ...(answer.fee ? { fee: answer.fee.amount } : {}),
    limits: answer.limits.map((each) => messageView(limitMessage(each))),
    documentation: [
      ...answer.documentation.items.map(String),
      ...(answer.documentation.text ? [answer.documentation.text] : []),
    ],
    mayChargePatient: answer.mayChargePatient.answer,
    mayChargeReason: messageView(answer.mayChargePatient.why),
    coverageId,
  };
}
