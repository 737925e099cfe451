import { message } from '#domain/kernel/message.ts';
import type { PatientCommand, PatientCommandName, RegisterPatient } from '#contract/patient-commands.ts';
import { timeZoneOf, repeats } from '#domain/case/deciding.ts';
import { decideRecordConsent } from '#domain/consent/consent-decisions.ts';
import { decideRecordBenefitFact } from '#domain/coverage/benefit-fact-decisions.ts';
import { decideRecordCoverage } from '#domain/coverage/coverage-decision.ts';
import { decideWithdrawBenefit } from '#domain/coverage/benefit-withdrawal-decisions.ts';
import { decideRecordBenefitUse } from '#domain/coverage/benefit-use-decisions.ts';
import { knownSteps } from '#domain/coverage/known-step.ts';
import { decideRecordPlanAnswer } from '#domain/coverage/plan-answer-decisions.ts';
import { dayOf } from '#domain/kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { duplicateCandidates } from '#domain/patient/duplicates.ts';
import { refuseDemographics } from '#domain/patient/refuse-demographics.ts';
import { refuseContactPoints } from '#domain/practice/contact-point.ts';
import type { NewPatientEvent } from '#domain/patient/patient-events.ts';
import { mayChangePatient, type PatientChange } from '#domain/patient/patient-permissions.ts';
import { decideWithdrawDocument } from '#domain/patient/withdraw-document.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { Archway } from '../archway.ts';
import { casesOf } from '../case/surroundings.ts';
import {
  answerPredetermination,
  preparePredetermination,
  sendPredetermination,
  withdrawPredetermination,
} from '../coverage/predetermination-changes.ts';
import type { Person } from '../http/signed-in.ts';
import type { Writing } from '../record/record.ts';
import { holdersAmong } from './holders-among.ts';
import { similarPatients } from './similar-patients.ts';
import { isRepeated, mentions, refuseStale } from '../record/stale.ts';

type Decided = NewPatientEvent | 'repeated' | Refusal;

type Deciders = {
  [Name in PatientCommandName]: (
    command: PatientCommand<Name>,
    writing: Writing,
    patient: Patient,
    timeZone: string,
  ) => Decided | Promise<Decided>;
};

const deciders: Deciders = {
  'change-demographics': ({ demographics, reason }, { now }, patient, timeZone) =>
    refuseDemographics(demographics, patient.demographics, dayOf(now, timeZone)) ?? {
      type: 'patient.demographics-changed',
      occurredAt: now,
      data: { demographics, reason },
    },
  'record-related-person': ({ relatedPerson }, { now }, patient) =>
    refuseContactPoints(
      relatedPerson.contacts,
      patient.relatedPersons.get(relatedPerson.relatedPersonId)?.contacts,
      '/relatedPerson/contacts',
    ) ?? { type: 'patient.related-person-recorded', occurredAt: now, data: { relatedPerson } },
  'record-condition': ({ condition }, { now }) => ({
    type: 'patient.condition-recorded',
    occurredAt: now,
    data: { condition },
  }),
  'record-accommodation': ({ accommodation }, { now }) => ({
    type: 'patient.accommodation-recorded',
    occurredAt: now,
    data: { accommodation },
  }),
  'record-coverage': async ({ coverage }, writing, patient) =>
    decideRecordCoverage(patient, coverage, writing.now, await holdersAmong(writing, coverage)),
  'record-benefit-fact': ({ fact }, { now }, patient) => decideRecordBenefitFact(patient, fact, now),
  'withdraw-benefit': ({ withdrawal }, { now }, patient) => decideWithdrawBenefit(patient, withdrawal, now),
  'record-benefit-use': async ({ use, confirmed = false }, writing, patient) =>
    decideRecordBenefitUse(patient, use, {
      steps: knownSteps(await casesOf(writing, patient.patientId)),
      now: writing.now,
      isConfirmed: confirmed,
    }),
  'prepare-predetermination': preparePredetermination,
  'send-predetermination': sendPredetermination,
  'answer-predetermination': answerPredetermination,
  'withdraw-predetermination': withdrawPredetermination,
  'record-plan-answer': async ({ answer }, writing, patient) =>
    decideRecordPlanAnswer(
      patient,
      answer,
      writing.now,
      knownSteps(await casesOf(writing, patient.patientId)),
    ),
  'record-consent': ({ consent }, { now }, patient, timeZone) =>
    decideRecordConsent(patient, consent, now, timeZone),
  'revoke-consent': ({ revocation }, _writing, patient) => {
    const recorded = patient.consents.get(revocation.consentId);
    if (!recorded) return refuse('absent/consent', {}, '/revocation/consentId');
    if (recorded.revocation)
      return refuse('consent/already-revoked', { day: recorded.revocation.receivedAt.slice(0, 10) });
    return { type: 'patient.consent-revoked', occurredAt: revocation.receivedAt, data: { revocation } };
  },
  'withdraw-document': (command, { now }, patient) => decideWithdrawDocument(patient, command, now),
  'agree-restriction': ({ restriction }, { now }, patient) =>
    repeats(
      patient.restrictions.find(({ restrictionId }) => restrictionId === restriction.restrictionId),
      restriction,
    ) ?? { type: 'patient.restriction-agreed', occurredAt: now, data: { restriction } },
};

/** What a command edits: a newer change of the same thing refuses the write. */
function subjectIds(command: PatientCommand<PatientCommandName>): string[] {
  if ('relatedPerson' in command) return [command.relatedPerson.relatedPersonId];
  if ('condition' in command) return [command.condition.conditionId];
  if ('accommodation' in command) return [command.accommodation.accommodationId];
  if ('coverage' in command) return [command.coverage.coverageId];
  if ('consent' in command) return [command.consent.consentId];
  if ('revocation' in command) return [command.revocation.consentId];
  if ('restriction' in command) return [command.restriction.restrictionId];
  if ('withdrawal' in command) return [command.withdrawal.recordId];
  if ('predetermination' in command) return [command.predetermination.predeterminationId];
  if ('sending' in command) return [command.sending.predeterminationId];
  if ('predeterminationId' in command) return [command.predeterminationId];
  if ('documentId' in command) return [command.documentId];
  if ('use' in command) return [command.use.useId];
  if ('fact' in command) return [command.fact.factId];
  if ('answer' in command)
    return 'predeterminationId' in command.answer
      ? [command.answer.predeterminationId]
      : [command.answer.answerId];
  return [];
}

/**
 * Records something about a patient, where the person's role may. Returns the position of the patient's chain
 * afterwards; nothing is recorded twice when the same request comes again.
 */
export async function changePatient<Name extends PatientCommandName>(
  archway: Archway,
  person: Person,
  patientId: string,
  name: Name,
  command: PatientCommand<Name>,
): Promise<number | Refusal> {
  const forbidden = refusePatientChange(person, name);
  if (forbidden) return forbidden;
  return archway.record.write(person.organizationId, person.who, { patientId }, async (writing) => {
    const patient = await writing.patient(patientId);
    if (!patient?.demographics) return refuse('absent/patient', {}, '/patientId');
    const concerns =
      name === 'change-demographics'
        ? (event: { type: string }) => event.type === 'patient.demographics-changed'
        : mentions(subjectIds(command));
    const events = await writing.events({ kind: 'patient', id: patientId });
    const timeZone = timeZoneOf(person.practice);
    const event = await deciders[name](command, writing, patient, timeZone);
    if (event === 'repeated') return patient.position;
    if (!isRefusal(event) && isRepeated(events, event, concerns)) return patient.position;
    const refusal = refuseStale(events, command.expectedPosition, concerns) ?? event;
    return isRefusal(refusal) ? refusal : writing.appendToPatient(patientId, [refusal]);
  });
}

export function refuseAuditor(person: Person): Refusal | undefined {
  return person.staff.role === 'auditor' ? refuse('permission/read-only') : undefined;
}

export function refusePatientChange(person: Person, change: PatientChange): Refusal | undefined {
  const { role } = person.staff;
  if (role === 'auditor' || mayChangePatient(role, change)) return refuseAuditor(person);
  return refuse('permission/patient', { role: message(`web.word.staffRole.${role}`) });
}

export interface DuplicateWarning extends Refusal {
  readonly candidates: ReturnType<typeof duplicateCandidates>;
}

/** Registers a patient by hand. Likely duplicates are refused once, with who they might be. */
export async function registerPatient(
  archway: Archway,
  person: Person,
  command: RegisterPatient,
): Promise<number | Refusal> {
  const forbidden = refusePatientChange(person, 'register');
  if (forbidden) return forbidden;
  const { patientId, demographics } = command;
  return archway.record.write(person.organizationId, person.who, { patientId }, async (writing) => {
    const there = await writing.patient(patientId);
    if (there) {
      const [registered] = await writing.events({ kind: 'patient', id: patientId });
      const repeated = repeats(registered?.data['demographics'], demographics);
      return isRefusal(repeated) ? repeated : there.position;
    }
    const today = dayOf(writing.now, timeZoneOf(person.practice));
    const unfit = refuseDemographics(demographics, undefined, today);
    if (unfit) return unfit;
    const candidates = duplicateCandidates(demographics, await similarPatients(writing, demographics)).filter(
      (candidate) => !command.notDuplicateOf.includes(candidate.patientId),
    );
    if (candidates.length > 0) return duplicateWarning(candidates);
    return writing.appendToPatient(patientId, [
      {
        type: 'patient.registered',
        occurredAt: writing.now,
        data: { demographics, origin: 'by-hand' },
      },
    ]);
  });
}

function duplicateWarning(candidates: DuplicateWarning['candidates']): DuplicateWarning {
  return {
    ...refuse('duplicate/patient', { count: candidates.length }),
    candidates,
  };
}
