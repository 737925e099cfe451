import { createHash } from 'node:crypto';
import type { EligibilityReport } from '#contract/eligibility.ts';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { decideRecordBenefitFact } from '#domain/coverage/benefit-fact-decisions.ts';
import { decideRecordPlanAnswer } from '#domain/coverage/plan-answer-decisions.ts';
import { planStatementWords } from '#domain/coverage/plan-statement-words.ts';
import { instant, type Instant } from '#domain/kernel/calendar-date.ts';
import { message } from '#domain/kernel/message.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Demographics, NewPatientEvent } from '#domain/patient/patient-events.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { AnsweredPerson, Answer271, BenefitLine } from '#exchange/x12/answer-271.ts';
import type { AsideReason } from '#exchange/x12/aside.ts';
import { answerFor, refuseDoubtful, type OwnAnswer } from '#exchange/x12/answers-for.ts';
import { factsOf271, type FactsOf271 } from '#exchange/x12/facts-of-271.ts';
import { read271 } from '#exchange/x12/from-271.ts';
import { mendOf } from '#exchange/x12/mend.ts';
import { aboutOfServices } from '#exchange/x12/service-types.ts';
import { splitAnswers } from '#exchange/x12/split-answers.ts';
import { keepContent } from '../document/attach-document.ts';
import type { Writing } from '../record/record.ts';

export interface EligibilityFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A file without an answer says why there is none, and need not name anybody. */
function isRejection(answers: readonly Answer271[], refusal: Refusal): boolean {
  const hasLines = answers.some(({ people }) => people.some(({ lines }) => lines.length > 0));
  return refusal.code === 'eligibility/nobody-named' && !hasLines;
}

/**
 * Keeps a payer's file as a document of one coverage and records what it says, in the transaction of the caller. A
 * rejection is kept and told, and changes no fact. Refused, with nothing kept: a file that is about somebody else, and
 * one that may be about somebody else of the family until a person has `confirmed` that it is about the patient. The same
 * file again changes nothing.
 */
export async function takeAnswer(
  writing: Writing,
  patient: Patient,
  coverage: Coverage,
  file: EligibilityFile,
  answers: readonly Answer271[],
  confirmed: boolean,
): Promise<EligibilityReport | Refusal> {
  if (!patient.demographics) return refuse('absent/patient');
  const own = answerFor(answers, patient.demographics, coverage);
  if (!isRefusal(own)) {
    const doubt = confirmed ? undefined : refuseDoubtful(own);
    if (doubt) return doubt;
    const ownFile = partAbout(patient.demographics, coverage, file, own.person);
    return keep(writing, patient, coverage, ownFile, answers, own);
  }
  return isRejection(answers, own) ? keep(writing, patient, coverage, file, answers) : own;
}

/** Of a file about several people what is about this patient, so that nobody else stands in their documents. */
function partAbout(
  demographics: Demographics,
  coverage: Coverage,
  { name, bytes }: EligibilityFile,
  person: AnsweredPerson,
): EligibilityFile {
  const split = splitAnswers(bytes.toString('utf8'));
  const parts = isRefusal(split) ? [] : [...split()];
  if (parts.length < 2) return { name, bytes };
  const own = parts.filter(({ text }) => {
    const answers = read271(text);
    const found = isRefusal(answers) ? answers : answerFor(answers, demographics, coverage);
    // A twin differs in the first name only.
    return !isRefusal(found) && found.person.firstName === person.firstName;
  });
  return { name, bytes: Buffer.from(own.map(({ text }) => text).join('')) };
}

async function keep(
  writing: Writing,
  patient: Patient,
  coverage: Coverage,
  file: EligibilityFile,
  answers: readonly Answer271[],
  own?: OwnAnswer,
): Promise<EligibilityReport | Refusal> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const there = [...patient.documents.values()].find(
    ({ value }) => value.sha256 === sha256 && value.attachedTo.some(({ id }) => id === coverage.coverageId),
  );
  const documentId = there?.value.documentId ?? writing.newId();
  const facts = own && factsOf271(own.person, own.answer.madeOn);
  const report = reportOf(documentId, there !== undefined, answers, own, facts);
  if (there) return report;
  if (!(await keepContent(writing, documentId, sha256, file.bytes))) return refuse('duplicate/document');
  const events: NewPatientEvent[] = [
    {
      type: 'patient.document-attached',
      occurredAt: writing.now,
      data: {
        document: {
          documentId,
          title: file.name.slice(0, 200).trim() || '271',
          kind: 'eligibility-answer',
          mediaType: 'text/plain',
          byteLength: file.bytes.length,
          sha256,
          attachedTo: [{ kind: 'coverage', id: coverage.coverageId }],
        },
      },
    },
  ];
  const told = facts && own ? factEvents(writing, patient, coverage, documentId, own, facts) : [];
  if (isRefusal(told)) return told;
  await writing.appendToPatient(patient.patientId, [...events, ...told]);
  return report;
}

function factEvents(
  writing: Writing,
  patient: Patient,
  { coverageId }: Coverage,
  documentId: string,
  { answer, person }: OwnAnswer,
  { statements, codes }: FactsOf271,
): NewPatientEvent[] | Refusal {
  const [trace = ''] = person.traces;
  const told = {
    coverageId,
    source: { kind: '271' as const, documentId, ...(trace === '' ? {} : { reference: trace.slice(0, 60) }) },
    learnedAt: learnedAt(answer, writing.now),
  };
  const decided = [
    ...(statements.length === 0
      ? []
      : [
          decideRecordPlanAnswer(
            patient,
            { ...told, answerId: writing.newId(), statements: [...statements] },
            writing.now,
            [],
          ),
        ]),
    ...codes.map((fact) =>
      decideRecordBenefitFact(patient, { ...told, factId: writing.newId(), ...fact }, writing.now),
    ),
  ];
  const events: NewPatientEvent[] = [];
  for (const event of decided) {
    if (isRefusal(event)) return event;
    if (event !== 'repeated') events.push(event);
  }
  return events;
}

/** An answer of last month that is taken today is no newer than last month; its header names a day, not a zone. */
function learnedAt({ madeOn }: Answer271, now: Instant): Instant {
  if (madeOn === undefined) return now;
  const made = instant(`${madeOn}T12:00:00.000Z`);
  return made < now ? made : now;
}

function reportOf(
  documentId: string,
  alreadyRecorded: boolean,
  answers: readonly Answer271[],
  own: OwnAnswer | undefined,
  facts: FactsOf271 | undefined,
): EligibilityReport {
  const errors = own
    ? [...own.answer.errors, ...own.person.errors]
    : answers.flatMap(({ errors: general, people }) => [
        ...general,
        ...people.flatMap((each) => each.errors),
      ]);
  const answered = (own?.person.lines.length ?? 0) > 0;
  const madeOn = own?.answer.madeOn;
  return {
    outcome: answered ? 'answered' : errors.length > 0 ? 'rejected' : 'acknowledged',
    alreadyRecorded,
    documentId,
    payerName: own?.answer.payerName ?? '',
    ...(madeOn === undefined ? {} : { madeOn }),
    differs: (own?.differs ?? []).map((what) => message(`eligibility.differs.${what}`)),
    says: [
      ...(facts?.statements ?? []).map(planStatementWords),
      ...(facts?.codes ?? []).map(({ code, status }) =>
        message(`planStatement.status.${status}`, { about: code, code: '' }),
      ),
    ],
    aside: (facts?.aside ?? []).map(({ line, reason, figures, days }) => ({
      line: lineWords(line),
      reason: message(`eligibility.aside.${reason}`, {
        figures: figures ?? line.unbelievable.join(', '),
        code: line.otherCode,
        from: days?.from ?? '',
        through: days?.through ?? '',
      }),
      words: [...line.messages],
      ...(isPerhapsUse(reason) && days?.from && { usedOn: days.from }),
    })),
    mend: errors.map((error) => [...mendOf(error)]),
    words: wordsOf(own?.person),
  };
}

/** It names a day on which something was done, or may have been. */
function isPerhapsUse(reason: AsideReason): boolean {
  return reason === 'last-day' || reason === 'other-day';
}

function wordsOf(person: AnsweredPerson | undefined): string[] {
  return [...new Set(person?.lines.flatMap(({ messages }) => messages) ?? [])];
}

/** A line by its codes, as whoever reads the file itself would look for it, and what it is about in words. */
function lineWords({ segment, information, level, services, code, otherCode, period }: BenefitLine) {
  const about = code === '' && otherCode === '' ? aboutOfServices(services) : undefined;
  const codes = [information, level, services.join('+'), code, otherCode, period]
    .filter((part) => part !== '')
    .join(' ');
  return about === undefined
    ? message('eligibility.line', { segment, codes })
    : message('eligibility.lineAbout', { segment, codes, about });
}
