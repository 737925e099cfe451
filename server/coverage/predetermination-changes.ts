import { createHash } from 'node:crypto';
import type { PatientCommand } from '#contract/patient-commands.ts';
import {
  decideAnswerPredetermination,
  decidePreparePredetermination,
  decideSendPredetermination,
  decideWithdrawPredetermination,
  type PredeterminationSeen,
} from '#domain/coverage/predetermination-decisions.ts';
import type { Predetermination } from '#domain/coverage/predetermination.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { NewPatientEvent } from '#domain/patient/patient-events.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { Writing } from '../record/record.ts';
import { decideLeaving, recordDisclosure, type Leaving } from '../release/release.ts';

type Decided = NewPatientEvent | 'repeated' | Refusal;

const asked = ['demographics', 'coverage-and-billing', 'dental-record'] as const;

export async function preparePredetermination(
  { predetermination }: PatientCommand<'prepare-predetermination'>,
  writing: Writing,
  patient: Patient,
): Promise<Decided> {
  const state = await writing.coordinationCase(predetermination.caseId);
  return decidePreparePredetermination(predetermination, state, await seenBy(writing, patient));
}

/** To say that it went out is a way out: it is decided like any other and recorded as a disclosure to the payer. */
export async function sendPredetermination(
  { sending }: PatientCommand<'send-predetermination'>,
  writing: Writing,
  patient: Patient,
): Promise<Decided> {
  const decided = decideSendPredetermination(sending, await seenBy(writing, patient));
  const recorded = patient.predeterminations.get(sending.predeterminationId);
  if (decided === 'repeated' || isRefusal(decided) || !recorded) return decided;
  const { predetermination } = recorded;
  const leaving = leavingTo(patient, predetermination);
  const decision = await decideLeaving(writing, leaving);
  if (isRefusal(decision)) return decision;
  const sha256 = createHash('sha256').update(canonicalJson(predetermination)).digest('hex');
  await recordDisclosure(writing, leaving, decision, `predetermination by ${sending.route}`, sha256);
  return decided;
}

function leavingTo(patient: Patient, { caseId, coverageId }: Predetermination): Leaving {
  const coverage = patient.coverages.get(coverageId)?.value;
  if (!coverage) throw new Error(`a predetermination names coverage ${coverageId}, which is not there`);
  return {
    patientId: patient.patientId,
    caseId,
    wayOut: 'predetermination',
    recipient: {
      kind: 'payer',
      name: coverage.payerName,
      ...(coverage.payerId === undefined ? {} : { partyId: coverage.payerId }),
    },
    purpose: 'payment',
    categories: asked,
    needed: asked,
  };
}

export async function answerPredetermination(
  { answer }: PatientCommand<'answer-predetermination'>,
  writing: Writing,
  patient: Patient,
): Promise<Decided> {
  return decideAnswerPredetermination(answer, await seenBy(writing, patient));
}

export async function withdrawPredetermination(
  command: PatientCommand<'withdraw-predetermination'>,
  writing: Writing,
  patient: Patient,
): Promise<Decided> {
  return decideWithdrawPredetermination(command, await seenBy(writing, patient));
}

async function seenBy(writing: Writing, patient: Patient): Promise<PredeterminationSeen> {
  return { patient, practice: await writing.practice(), now: writing.now };
}
