import type { EligibilityReport } from '#contract/eligibility.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import { inTenant } from '../database/connect.ts';
import type { Person } from '../http/signed-in.ts';
import { refusePatientChange } from '../patient/change-patient.ts';
import type { Reading, Writing } from '../record/record.ts';
import { inquiriesOfTraces } from './inquiry.store.ts';
import { findSetAside, settle, type SetAsideAnswer } from './set-aside.store.ts';
import { takeAnswer } from './take-answer.ts';
import { namedIn, noteAnswer, readAnswers } from './take-inquiry-answer.ts';

interface Whose {
  readonly patientId: string;
  readonly coverageId: string;
  /** Somebody looked at what differs and says that it is the patient all the same. */
  readonly confirmed?: boolean;
}

/**
 * Gives an answer that was set aside to the coverage that it is about, all in one transaction: document and facts into
 * the patient's chain, the inquiry that it names to answered. An answer about somebody else is refused here as well.
 */
export async function assignAnswer(
  archway: Archway,
  person: Person,
  setAsideId: string,
  { patientId, coverageId, confirmed = false }: Whose,
): Promise<EligibilityReport | Refusal> {
  const forbidden = refusePatientChange(person, 'record-plan-answer');
  if (forbidden) return forbidden;
  return archway.record.write(person.organizationId, person.who, { patientId }, async (writing) => {
    const aside = await openAnswer(writing, setAsideId);
    if (isRefusal(aside)) return aside;
    if (!aside.bytes) return refuse('eligibility/not-kept');
    const patient = await writing.patient(patientId);
    if (!patient?.demographics) return refuse('absent/patient', {}, '/patientId');
    const coverage = patient.coverages.get(coverageId)?.value;
    if (!coverage) return refuse('absent/coverage', {}, '/coverageId');
    const file = { name: aside.name, bytes: aside.bytes };
    const answers = readAnswers(file);
    if (isRefusal(answers)) return answers;
    const report = await takeAnswer(writing, patient, coverage, file, answers, confirmed);
    if (isRefusal(report)) return report;
    for (const inquiry of (await inquiriesOfTraces(writing, namedIn(answers))).values())
      if (inquiry.patientId === patientId && inquiry.coverageId === coverageId)
        await noteAnswer(writing, inquiry, report);
    const settled = {
      how: 'assigned' as const,
      at: writing.now,
      by: writing.who.name,
      patientId,
      coverageId,
    };
    if (!(await settle(writing, setAsideId, settled))) return settledAlready(writing, setAsideId);
    return report;
  });
}

/** Ends it without anybody's record; the file is kept with the reason. */
export async function dismissAnswer(
  { record }: Archway,
  person: Person,
  setAsideId: string,
  reason: string,
): Promise<SetAsideAnswer | Refusal> {
  const forbidden = refusePatientChange(person, 'record-plan-answer');
  if (forbidden) return forbidden;
  const { organizationId, who } = person;
  return inTenant(record.db, organizationId, async (tenant) => {
    const place = { tenant, organizationId };
    const aside = await openAnswer(place, setAsideId);
    if (isRefusal(aside)) return aside;
    const settled = { how: 'dismissed' as const, at: record.now(), by: who.name, reason: reason.trim() };
    if (!(await settle(place, setAsideId, settled))) return settledAlready(place, setAsideId);
    return { ...aside, settled };
  });
}

type Place = Pick<Reading | Writing, 'tenant' | 'organizationId'>;

async function openAnswer(place: Place, setAsideId: string): Promise<SetAsideAnswer | Refusal> {
  const aside = await findSetAside(place, setAsideId);
  if (!aside) return refuse('absent/set-aside-answer');
  return aside.settled ? settledAlready(place, setAsideId) : aside;
}

async function settledAlready(place: Place, setAsideId: string): Promise<Refusal> {
  const { settled } = (await findSetAside(place, setAsideId)) ?? {};
  return refuse('eligibility/settled-already', { by: settled?.by ?? '-', at: settled?.at ?? '-' });
}
