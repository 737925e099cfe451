import type { AskAssistant } from '#contract/assistant.ts';
import type { CaseFacts } from '#domain/assistant/about-case.ts';
import { refuseAction } from '#domain/case/available-actions.ts';
import type { Inquiry } from '#domain/case/case-events.ts';
import { repeats, timeZoneOf } from '#domain/case/deciding.ts';
import { dayOf, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { assessReadiness } from '#domain/readiness/assess-readiness.ts';
import type { Archway } from '../archway.ts';
import { actOnCase, noCase } from '../case/acting-on-case.ts';
import { proposeCode, readinessInput } from '../case/surroundings.ts';
import { licensedListOn } from '../code-guide/licensed-list.ts';
import type { Person } from '../http/signed-in.ts';
import { logRead } from '../identity/access-log.ts';
import type { Reading } from '../record/record.ts';
import { replyTo, type Assistant, type Reply } from './assistant.ts';

/**
 * Answers on a case from its record, and keeps question and answer as evidence on its chain. The record is read in
 * one transaction and the event written in another: what lies between may take as long as a connected model takes.
 */
export async function askOnCase(
  archway: Archway,
  assistant: Assistant,
  person: Person,
  command: AskAssistant & { readonly caseId: string },
): Promise<Reply | Refusal> {
  const { caseId } = command;
  const inquiryId = command.inquiryId ?? archway.record.newId();
  const known = await archway.record.read(person.organizationId, async (reading) => {
    const facts = await caseFacts(archway, reading, caseId);
    if (isRefusal(facts)) return facts;
    return { facts, listed: await listedCodes(reading, dayOfAsking(archway, person, command.on)) };
  });
  if (isRefusal(known)) return known;
  const refusal = refuseAction('ask-assistant', known.facts.state.state, person.staff.role);
  if (refusal) return refusal;
  await logRead(archway.record.db, person, { kind: 'case', id: caseId }, archway.record.now());
  const today = dayOfAsking(archway, person, command.on);
  const reply = await replyTo(assistant, command, { today, onCase: known.facts, listed: known.listed });
  const kept = await keep(archway, person, caseId, inquiryOf(inquiryId, reply));
  return isRefusal(kept) ? kept : reply;
}

/** The practice's day, unless the question is put for another. */
export function dayOfAsking(
  archway: Archway,
  { practice }: Person,
  on: CalendarDate | undefined,
): CalendarDate {
  return on ?? dayOf(archway.record.now(), timeZoneOf(practice));
}

/** Codes of the list that the practice licenses, to tell a code without a page from one that is unknown. */
export async function listedCodes(reading: Reading, day: CalendarDate): Promise<ReadonlySet<string>> {
  const { codes } = await licensedListOn(reading, day);
  return new Set(codes.map(({ code }) => code));
}

async function caseFacts(archway: Archway, reading: Reading, caseId: string): Promise<CaseFacts | Refusal> {
  const state = await reading.coordinationCase(caseId);
  const patient = state && (await reading.patient(state.patientId));
  if (!state || !patient) return noCase(caseId);
  const practice = await reading.practice();
  const deciding = { now: archway.record.now(), practice, patient };
  return {
    state,
    readiness: assessReadiness(await readinessInput(archway, reading, state, deciding)),
    choice: proposeCode(archway, state, deciding),
    caseEvents: await reading.events({ kind: 'case', id: caseId }),
    patientEvents: await reading.events({ kind: 'patient', id: state.patientId }),
  };
}

/** The question as it was read: without the personal data that somebody typed into it. */
function inquiryOf(inquiryId: string, { answered, answer, rephrased }: Reply): Inquiry {
  return {
    inquiryId,
    question: answered.read.text.slice(0, 2000),
    status: answer.status,
    answer: answer.answer.slice(0, 6000),
    codes: answer.codes,
    cited: answer.citations.map(({ id }) => id),
    rephrased,
  };
}

function keep(archway: Archway, person: Person, caseId: string, inquiry: Inquiry): Promise<number | Refusal> {
  return actOnCase<number>(archway, person, caseId, 'ask-assistant', false, async (writing, state) => {
    const before = state.inquiries.find((each) => each.inquiry.inquiryId === inquiry.inquiryId)?.inquiry;
    const repeated = repeats(before?.question, inquiry.question);
    if (isRefusal(repeated)) return repeated;
    if (repeated === 'repeated') return state.position;
    return writing.appendToCase(caseId, [
      { type: 'assistant.asked', occurredAt: writing.now, data: { inquiry } },
    ]);
  });
}
