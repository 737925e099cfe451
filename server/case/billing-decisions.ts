import type { CaseCommand } from '#contract/commands.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import type { NewCaseEvent } from '#domain/case/case-events.ts';
import { decideCode } from '#domain/case/code-decisions.ts';
import { repeats } from '#domain/case/deciding.ts';
import { buildClaim } from '#domain/claim/build-claim.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { nextControlNumber } from '../database/control-number.ts';
import type { CaseWork } from './case-work.ts';
import { proposeCode, readinessInput, workElsewhere } from './surroundings.ts';
import { refuseTakenClaim } from './taken-ids.ts';

type Decided = readonly NewCaseEvent[] | Refusal;

/** A person decides the code; what the rules propose is kept beside it. */
export async function decideCodeBesideProposal(
  state: CoordinationCase,
  { decisionId, code, activityIds, reason }: CaseCommand<'decide-code'>,
  { archway, writing, deciding }: CaseWork,
): Promise<Decided> {
  const { proposed, version } = proposeCode(archway, state, deciding);
  const decision = { decisionId, code, activityIds, reason, proposed, version };
  return decideCode(state, decision, deciding, await workElsewhere(writing, state));
}

/** Builds the claim from the record as it stands, and gives it a control number that no other claim has. */
export async function decideCreateClaim(
  state: CoordinationCase,
  command: CaseCommand<'create-claim'>,
  work: CaseWork,
): Promise<Decided> {
  const { archway, writing, deciding } = work;
  const repeated = repeats(requestBehind(state, command, work), requestOf(command));
  if (repeated === 'repeated') return [];
  if (isRefusal(repeated)) return repeated;
  const taken = await refuseTakenClaim(work, command.claimId);
  if (taken) return taken;
  const number = await nextControlNumber(writing.tenant, writing.organizationId, 'claim');
  const claim = buildClaim({
    ...(await readinessInput(archway, writing, state, deciding)),
    coverageId: command.coverageId,
    claimId: command.claimId,
    controlNumber: `AW${String(number).padStart(7, '0')}`,
    createdAt: deciding.now,
    frequency: command.frequency,
    ...(command.replacesClaimId === undefined ? {} : { replacesClaimId: command.replacesClaimId }),
    ...(command.payerClaimNumber === undefined ? {} : { payerClaimNumber: command.payerClaimNumber }),
  });
  return isRefusal(claim) ? claim : [{ type: 'claim.created', occurredAt: deciding.now, data: { claim } }];
}

function requestOf({
  coverageId,
  frequency,
  replacesClaimId,
  payerClaimNumber,
}: CaseCommand<'create-claim'>) {
  return {
    ...(replacesClaimId === undefined ? {} : { replacesClaimId }),
    // A void repeats its claim, whichever coverage is named.
    ...(frequency === 'void' ? {} : { coverageId }),
    frequency,
    ...(payerClaimNumber === undefined ? {} : { payerClaimNumber }),
  };
}

/** What was asked for when this claim was made. A claim names the coverage by its payer and member number. */
function requestBehind(
  state: CoordinationCase,
  { claimId, coverageId, replacesClaimId }: CaseCommand<'create-claim'>,
  { deciding }: CaseWork,
) {
  const claim = state.claims.get(claimId)?.claim;
  if (!claim) return undefined;
  const { payerId, memberId } = deciding.patient.coverages.get(coverageId)?.value ?? {};
  const same = payerId === claim.payer.payerId && memberId === claim.subscriber.memberId;
  const { frequency, payerClaimNumber } = claim;
  return {
    ...(replacesClaimId === undefined ? {} : { replacesClaimId: claim.replacesClaimId ?? '' }),
    ...(frequency === 'void' ? {} : { coverageId: same ? coverageId : '' }),
    frequency,
    ...(payerClaimNumber === undefined ? {} : { payerClaimNumber }),
  };
}
