import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { ProcedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Demographics } from '#domain/patient/patient-events.ts';
import type { Payer, PracticeProfile } from '#domain/practice/practice-events.ts';
import { check270 } from './check-270.ts';
import { ourDelimiters } from './delimiters.ts';
import { createElementWriter, d8, type ElementWriter } from './element-writer.ts';
import {
  eligibilityInquiry,
  type Envelope,
  envelopeRefusal,
  localClock,
  wrapTransaction,
} from './envelope.ts';
import { genderCodes, personName, type SegmentSink } from './party-segments.ts';
import { refuseFaults } from './refuse-faults.ts';
import { writeSegment } from './write-segment.ts';

/** What is asked of a payer about one coverage: service types together, then each code for itself. */
export interface EligibilityInquiry {
  /** Comes back in the answer: TRN02. */
  readonly trace: string;
  readonly practice: PracticeProfile;
  readonly payer: Payer;
  readonly coverage: Coverage;
  readonly patient: Demographics;
  readonly serviceDate: CalendarDate;
  readonly serviceTypes: readonly string[];
  readonly codes: readonly ProcedureCode[];
}

/**
 * Writes one inquiry as an interchange of its own: 270 005010X279A1. Returns the first refusal when it cannot. What
 * is written is held against the checker before it leaves.
 */
export function write270(inquiry: EligibilityInquiry, envelope: Envelope): string | Refusal {
  const refusal = envelopeRefusal(envelope) ?? refuseNothingAsked(inquiry);
  if (refusal) return refusal;
  const elements = createElementWriter(envelope.characterSet ?? 'extended', ourDelimiters);
  const body: string[] = [];
  const put: SegmentSink = (id, ...values) => void body.push(writeSegment(ourDelimiters, id, ...values));
  const { practice, coverage } = inquiry;
  const party = (value: string, at: string) => elements.exact(value, { at, shortest: 2, longest: 15 });
  const parties = {
    sender: party(practice.submitterId, 'billing/submitterId'),
    receiver: party(practice.receiverId, 'billing/receiverId'),
  };
  const { date, time } = localClock(envelope.createdAt, envelope.timeZone);
  put('BHT', eligibilityInquiry.structure, '13', inquiry.trace, date, time);
  writePayerAndProvider(inquiry, elements, put);
  const isPatient = coverage.subscriber.relationship === 'self';
  put('HL', '3', '2', '22', isPatient ? '0' : '1');
  if (isPatient) writeTrace(inquiry, put);
  writeSubscriber(inquiry, isPatient, elements, put);
  if (!isPatient) writeDependent(inquiry, elements, put);
  const [unwritable] = elements.refusals;
  if (unwritable) return unwritable;
  const text = wrapTransaction(eligibilityInquiry, ourDelimiters, envelope, parties, body);
  const faults = check270(text);
  return isRefusal(faults) ? faults : (refuseFaults(faults) ?? text);
}

function refuseNothingAsked({ serviceTypes, codes, payer }: EligibilityInquiry): Refusal | undefined {
  return serviceTypes.length === 0 && codes.length === 0
    ? refuse('eligibility/nothing-asked', { payer: payer.name })
    : undefined;
}

function writePayerAndProvider(
  { practice, payer }: EligibilityInquiry,
  elements: ElementWriter,
  put: SegmentSink,
): void {
  const payerName = elements.exact(payer.name, { at: 'payer/name', longest: 60 });
  const payerId = elements.exact(payer.claimPayerId, { at: 'payer/claimPayerId', shortest: 2, longest: 80 });
  put('HL', '1', '', '20', '1');
  put('NM1', 'PR', '2', payerName, '', '', '', '', 'PI', payerId);
  put('HL', '2', '1', '21', '1');
  const name = elements.exact(practice.name, { at: 'billing/name', longest: 60 });
  put('NM1', '1P', practice.entity === 'person' ? '1' : '2', name, '', '', '', '', 'XX', practice.billingNpi);
}

/** TRN03 names who gave the number; the 9 says that the name is of our own choice: nine digits of the NPI. */
function writeTrace({ trace, practice }: EligibilityInquiry, put: SegmentSink): void {
  put('TRN', '1', trace, `9${practice.billingNpi.slice(1)}`);
}

function writeSubscriber(
  inquiry: EligibilityInquiry,
  isPatient: boolean,
  elements: ElementWriter,
  put: SegmentSink,
): void {
  const { coverage, patient } = inquiry;
  if (coverage.memberId.trim() === '')
    elements.refuse(refuse('eligibility/no-member-number', {}, 'memberId'));
  const member = elements.exact(coverage.memberId || '--', { at: 'memberId', shortest: 2, longest: 80 });
  const person = isPatient ? patient : coverage.subscriber;
  put('NM1', 'IL', '1', ...personName(person, 'subscriber', elements), '', '', '', 'MI', member);
  const group = coverage.groupNumber?.trim() ?? '';
  if (group !== '') put('REF', '6P', elements.exact(group, { at: 'groupNumber', longest: 50 }));
  if (isPatient) writeQuestion(inquiry, put);
}

function writeDependent(inquiry: EligibilityInquiry, elements: ElementWriter, put: SegmentSink): void {
  put('HL', '4', '3', '23', '0');
  writeTrace(inquiry, put);
  put('NM1', '03', '1', ...personName(inquiry.patient, 'patient', elements));
  writeQuestion(inquiry, put);
}

function writeQuestion(
  { patient, serviceDate, serviceTypes, codes }: EligibilityInquiry,
  put: SegmentSink,
): void {
  writeBirth(patient, put);
  put('DTP', '291', 'D8', d8(serviceDate));
  if (serviceTypes.length > 0) put('EQ', { repeated: serviceTypes });
  for (const code of codes) put('EQ', '', ['AD', code]);
}

/**
 * Sex is left out while it is unknown. DMG03 is situational in an inquiry and has only F and M there, unlike in a claim
 * and in the answer (map 270.5010.X279.A1 of the open validator pyx12; unverified against the implementation guide).
 */
function writeBirth({ birthDate, sex }: Demographics, put: SegmentSink): void {
  put('DMG', 'D8', d8(birthDate), sex === 'unknown' ? '' : genderCodes[sex]);
}
