import type { CaseCommand } from '#contract/commands.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import type { NewCaseEvent } from '#domain/case/case-events.ts';
import { refuseAbsent, todayOf } from '#domain/case/deciding.ts';
import { buildClaim } from '#domain/claim/build-claim.ts';
import { chooseForCase } from '#domain/code-guide/choose-for-case.ts';
import { answerCoverage } from '#domain/coverage/answer-coverage.ts';
import { basisInWords } from '#domain/coverage/payer-answer.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { nextControlNumber } from '../database/control-number.ts';
import type { CaseWork } from './change-case.ts';
import { coverageQuestion, readinessInput } from './surroundings.ts';

type Decided = readonly NewCaseEvent[] | Refusal;

/** Asks the rulebook and the benefit facts, and keeps the answer as it was known when it was asked. */
export async function decideAnswerCoverage(
  state: CoordinationCase,
  { answerId, coverageId, code, serviceDate }: CaseCommand<'answer-coverage'>,
  { archway, writing, deciding }: CaseWork,
): Promise<Decided> {
  const recorded = deciding.patient.coverages.get(coverageId);
  if (!recorded) return refuseAbsent('coverage', '/coverageId');
  if (state.coverageAnswers.some(({ answer }) => answer.answerId === answerId)) return [];
  const answer = answerCoverage(
    await coverageQuestion(archway, writing, state, {
      coverage: recorded.value,
      code,
      serviceDate,
      ...deciding,
    }),
  );
  return [
    {
      type: 'coverage.answered',
      occurredAt: deciding.now,
      data: {
        answer: {
          answerId,
          coverageId,
          code,
          serviceDate,
          status: answer.status,
          basis: basisInWords(answer.basis),
          rulebookVersion: archway.rulebook.version,
        },
      },
      reliedOn: [{ stream: 'patient', id: state.patientId, position: recorded.position, as: 'coverage' }],
    },
  ];
}

/** What the patient was told beforehand; where the payer's word forbids a charge, none can be agreed. */
export async function decideAgreeCharge(
  state: CoordinationCase,
  { agreement }: CaseCommand<'agree-charge'>,
  { archway, writing, deciding }: CaseWork,
): Promise<Decided> {
  if (state.chargeAgreements.some((recorded) => recorded.agreement.agreementId === agreement.agreementId))
    return [];
  if (agreement.toldAt > deciding.now)
    return refuse(
      'charge/told-in-the-future',
      'The patient is told about a charge beforehand, not in the future.',
      `It says ${agreement.toldAt}, and now is ${deciding.now}.`,
      'Correct the time.',
      '/agreement/toldAt',
    );
  for (const { value: coverage } of deciding.patient.coverages.values()) {
    if (coverage.kind !== 'dental' || agreement.amount === 0) continue;
    const answer = answerCoverage(
      await coverageQuestion(archway, writing, state, {
        coverage,
        code: agreement.code,
        serviceDate: todayOf(deciding),
        ...deciding,
      }),
    );
    if (answer.mayChargePatient.answer === 'no')
      return refuse(
        'charge/forbidden',
        'The patient may not be charged for this.',
        `${coverage.payerName}: ${answer.mayChargePatient.why.id.split('.').at(-1) ?? ''} (${answer.status}).`,
        'Do not ask the patient to agree to a charge; bill the payer or write it off.',
        '/agreement/amount',
      );
  }
  return [{ type: 'charge.agreed', occurredAt: agreement.toldAt, data: { agreement } }];
}

/** A person decides the code; what the rules propose is kept beside it, and differing needs a reason. */
export function decideCode(
  state: CoordinationCase,
  command: CaseCommand<'decide-code'>,
  { deciding }: CaseWork,
): Decided {
  if (state.codeDecisions.some(({ decision }) => decision.decisionId === command.decisionId)) return [];
  const unknown = command.activityIds.findIndex(
    (id) => !state.activities.get(id) || state.activities.get(id)?.withdrawn,
  );
  if (unknown >= 0) return refuseAbsent('activity', `/activityIds/${unknown}`);
  const choice = chooseForCase(state, deciding.practice);
  if (command.code !== choice.proposed && command.reason.trim() === '')
    return refuse(
      'code/reason-needed',
      'Deciding otherwise than proposed needs a reason.',
      `The record speaks for ${choice.proposed}, and ${command.code} was chosen.`,
      'Say in a sentence why, or take what is proposed.',
      '/reason',
    );
  const used = usedElsewhere(state, command);
  if (used) return used;
  return [
    {
      type: 'code.decided',
      occurredAt: deciding.now,
      data: {
        decision: {
          decisionId: command.decisionId,
          code: command.code,
          activityIds: command.activityIds,
          reason: command.reason,
          proposed: choice.proposed,
          version: choice.version,
        },
      },
    },
  ];
}

/** The same minutes never support two codes: the first use is named. A later decision on the same code replaces it. */
function usedElsewhere(state: CoordinationCase, command: CaseCommand<'decide-code'>): Refusal | undefined {
  for (const { decision } of state.codeDecisions) {
    if (decision.code === command.code || decision.code === 'none' || command.code === 'none') continue;
    const shared = decision.activityIds.find((id) => command.activityIds.includes(id));
    if (shared !== undefined)
      return refuse(
        'code/minutes-already-used',
        'These minutes already support another code.',
        `An activity of them was decided for ${decision.code}, and the same minutes never support two codes.`,
        `Leave it out, or decide it anew for ${decision.code}.`,
        '/activityIds',
      );
  }
  return undefined;
}

export async function decideCreateClaim(
  state: CoordinationCase,
  command: CaseCommand<'create-claim'>,
  { archway, writing, deciding }: CaseWork,
): Promise<Decided> {
  if (state.claims.has(command.claimId)) return [];
  const number = await nextControlNumber(writing.tenant, writing.organizationId, 'claim');
  const claim = buildClaim({
    ...(await readinessInput(archway, writing, state, deciding)),
    coverageId: command.coverageId,
    claimId: command.claimId,
    controlNumber: `AW${String(number).padStart(7, '0')}`,
    createdAt: deciding.now,
    frequency: command.frequency,
    ...(command.payerClaimNumber === undefined ? {} : { payerClaimNumber: command.payerClaimNumber }),
  });
  if (isRefusal(claim)) return claim;
  return [{ type: 'claim.created', occurredAt: deciding.now, data: { claim } }];
}
