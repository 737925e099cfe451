import type { SetAsideAnswerView, SetAsideCandidates } from '#contract/set-aside.ts';
import type { Language } from '#contract/say.ts';
import { sayRefusal } from '#contract/say-refusal.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { AnsweredPerson, Answer271 } from '#exchange/x12/answer-271.ts';
import { answerFor } from '#exchange/x12/answers-for.ts';
import type { Reading } from '../record/record.ts';
import { inquiriesOfTraces } from './inquiry.store.ts';
import { findSetAside, setAsideAnswers, type SetAsideAnswer } from './set-aside.store.ts';
import { readAnswers } from './take-inquiry-answer.ts';

/** Nobody looks through more at once; settled ones make room for the rest. */
const mostShown = 50;

export async function setAsideViews(
  reading: Reading,
  language: Language,
): Promise<readonly SetAsideAnswerView[]> {
  return (await setAsideAnswers(reading, mostShown)).map((aside) => viewOf(aside, language));
}

export function viewOf(aside: SetAsideAnswer, language: Language): SetAsideAnswerView {
  const { setAsideId, gateway, name, at, reason, bytes, settled } = aside;
  return {
    setAsideId,
    gateway,
    name,
    at,
    problem: sayRefusal(language, reason),
    about: answersIn(aside).flatMap(({ payerName, people }) =>
      people.map(({ firstName, lastName, birthDate, memberId }) => ({
        firstName,
        lastName,
        memberId,
        payerName,
        ...(birthDate === undefined ? {} : { birthDate }),
      })),
    ),
    kept: bytes !== undefined,
    ...(settled && { settled }),
  };
}

/** Nothing for what cannot be read: why not is its reason. */
function answersIn({ name, bytes }: SetAsideAnswer): readonly Answer271[] {
  const answers = bytes && readAnswers({ name, bytes });
  return answers === undefined || isRefusal(answers) ? [] : answers;
}

/**
 * The coverages that an answer can be for: of the patients whose inquiries it names, and of those who were born on a
 * day that it names. Only what would be taken is offered.
 */
export async function candidatesFor(
  reading: Reading,
  setAsideId: string,
): Promise<SetAsideCandidates['candidates'] | Refusal> {
  const aside = await findSetAside(reading, setAsideId);
  if (!aside) return refuse('absent/set-aside-answer');
  const answers = answersIn(aside);
  const people = answers.flatMap(({ people }) => people);
  const patientIds = new Set([...(await askedAbout(reading, people)), ...(await bornWith(reading, people))]);
  const patients = await Promise.all([...patientIds].map((patientId) => reading.patient(patientId)));
  return patients.flatMap((patient) => (patient ? coveragesFor(patient, answers) : []));
}

async function askedAbout(reading: Reading, people: readonly AnsweredPerson[]): Promise<readonly string[]> {
  const inquiries = await inquiriesOfTraces(
    reading,
    people.flatMap(({ traces }) => traces),
  );
  return [...inquiries.values()].map(({ patientId }) => patientId);
}

async function bornWith(
  { tenant, organizationId }: Reading,
  people: readonly AnsweredPerson[],
): Promise<readonly string[]> {
  const days = people.flatMap(({ birthDate }) => (birthDate === undefined ? [] : [String(birthDate)]));
  if (days.length === 0) return [];
  const rows = await tenant
    .selectFrom('patient_summary')
    .select('patient_id')
    .where('organization_id', '=', organizationId)
    .where('birth_date', 'in', days)
    .orderBy('search_name')
    .limit(100)
    .execute();
  return rows.map((row) => row.patient_id);
}

function coveragesFor(
  { patientId, demographics, coverages }: Patient,
  answers: readonly Answer271[],
): SetAsideCandidates['candidates'] {
  if (!demographics) return [];
  const { firstName, lastName, birthDate } = demographics;
  return [...coverages.values()]
    .filter(({ value }) => !isRefusal(answerFor(answers, demographics, value)))
    .map(({ value: { coverageId, payerName } }) => ({
      patientId,
      patientName: `${lastName}, ${firstName}`,
      birthDate,
      coverageId,
      payerName,
    }));
}
