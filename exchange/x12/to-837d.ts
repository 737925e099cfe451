import type { Claim } from '#domain/claim/claim.ts';
import { billingPersonName } from '#domain/claim/written-parts.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { writeClaimLoop } from './claim-segments.ts';
import { claimRefusals } from './claim-refusal.ts';
import { ourDelimiters } from './delimiters.ts';
import { createElementWriter, type ElementWriter } from './element-writer.ts';
import { dentalClaim, type Envelope, envelopeRefusal, localClock, wrapTransaction } from './envelope.ts';
import { read837d } from './from-837d.ts';
import { insuredElements, memberElements, payerElements, relationshipCodes } from './insured-segments.ts';
import { personName, type SegmentSink, writeAddress, writeBirthAndSex } from './party-segments.ts';
import { writeSegment } from './write-segment.ts';

/**
 * Writes one claim as an interchange of its own: 837D 005010X224A2, segments ended by '~' without line breaks.
 * Returns the first refusal when it cannot. What is written is read back by the checker before it leaves.
 * Structure and choices: docs/reference/x12-837d.md.
 */
export function write837d(claim: Claim, envelope: Envelope): string | Refusal {
  const refusal = envelopeRefusal(envelope) ?? claimRefusals(claim)[0];
  if (refusal) return refusal;
  const elements = createElementWriter(envelope.characterSet ?? 'extended', ourDelimiters);
  const body: string[] = [];
  const put: SegmentSink = (id, ...values) => void body.push(writeSegment(ourDelimiters, id, ...values));
  const parties = {
    sender: elements.exact(claim.billing.submitterId, {
      at: 'billing/submitterId',
      shortest: 2,
      longest: 15,
    }),
    receiver: elements.exact(claim.billing.receiverId, {
      at: 'billing/receiverId',
      shortest: 2,
      longest: 15,
    }),
  };
  writeHeader(claim, envelope, parties, elements, put);
  writeBillingProvider(claim, elements, put);
  writeSubscriber(claim, elements, put);
  if (claim.subscriber.relationship !== 'self') writeDependent(claim, elements, put);
  writeClaimLoop(claim, elements, put);
  const [unwritable] = elements.refusals;
  if (unwritable) return unwritable;
  return readBack(wrapTransaction(dentalClaim, ourDelimiters, envelope, parties, body), claim);
}

/** A claim that our own checker faults, or that reads back as another, never leaves. */
function readBack(text: string, claim: Claim): string | Refusal {
  const read = read837d(text);
  if (isRefusal(read)) return read;
  const same =
    read.length === 1 &&
    read[0]?.total === claim.total &&
    read[0].lines.length === claim.lines.length &&
    read[0].otherPayers.length === (claim.otherCoverages ?? []).length;
  if (!same) throw new Error(`claim ${claim.claimId} reads back as another`);
  return text;
}

/** BHT, loops 1000A and 1000B. BHT03 names the transmission by its control numbers, unique over time. */
function writeHeader(
  claim: Claim,
  envelope: Envelope,
  parties: { readonly sender: string; readonly receiver: string },
  elements: ElementWriter,
  put: SegmentSink,
): void {
  const { date, time } = localClock(envelope.createdAt, envelope.timeZone);
  const reference = `${envelope.interchangeControlNumber}${envelope.transactionControlNumber}`;
  put('BHT', '0019', '00', reference, date, time, 'CH');
  put('NM1', '41', ...billingName(claim, elements), '', '', '', '46', parties.sender);
  put('PER', 'IC', contactName(claim, elements), 'TE', claim.billing.telephone);
  const receiver = elements.exact(claim.billing.receiverName, { at: 'billing/receiverName', longest: 60 });
  put('NM1', '40', '2', receiver, '', '', '', '', '46', parties.receiver);
}

/** Loops 2000A and 2010AA. */
function writeBillingProvider(claim: Claim, elements: ElementWriter, put: SegmentSink): void {
  const { billing } = claim;
  put('HL', '1', '', '20', '1');
  put('PRV', 'BI', 'PXC', billing.taxonomy);
  put('NM1', '85', ...billingName(claim, elements), '', '', '', 'XX', billing.billingNpi);
  writeAddress(billing.address, 'billing/address', elements, put);
  put('REF', billing.taxIdKind === 'EIN' ? 'EI' : 'SY', billing.taxId);
  put('PER', 'IC', contactName(claim, elements), 'TE', billing.telephone);
}

function contactName(claim: Claim, elements: ElementWriter): string {
  return elements.exact(claim.billing.name, { at: 'billing/name', longest: 60 });
}

/**
 * NM102 to NM104 of the billing entity. A person who bills in the own name is either the treating dentist, or
 * the practice's name is written 'Last, First'.
 */
function billingName(claim: Claim, elements: ElementWriter): readonly [string, string, string] {
  const { billing, treating } = claim;
  if (billing.entity === 'organization')
    return ['2', elements.exact(billing.name, { at: 'billing/name', longest: 60 }), ''];
  if (billing.billingNpi === treating.npi) return ['1', ...personName(treating, 'treating', elements)];
  const person = billingPersonName(billing.name);
  if (person) return ['1', ...personName(person, 'billing/name', elements)];
  elements.refuse(refuse('x12/billing-person-name', { name: billing.name }, 'billing/name'));
  return ['1', '', ''];
}

/** Loops 2000B, 2010BA and 2010BB. Address and birth date of a subscriber who is not the patient are not sent. */
function writeSubscriber(claim: Claim, elements: ElementWriter, put: SegmentSink): void {
  const { subscriber, payer } = claim;
  const isPatient = subscriber.relationship === 'self';
  put('HL', '2', '1', '22', isPatient ? '0' : '1');
  put('SBR', ...insuredElements(subscriber, payer, isPatient ? relationshipCodes.self : '', '', elements));
  put('NM1', 'IL', '1', ...memberElements(subscriber, 'subscriber', elements));
  if (isPatient) writePatientPlaceAndBirth(claim, elements, put);
  put('NM1', 'PR', '2', ...payerElements(payer, 'payer', elements));
}

/** Loops 2000C and 2010CA. */
function writeDependent(claim: Claim, elements: ElementWriter, put: SegmentSink): void {
  const { relationship } = claim.subscriber;
  if (relationship === 'self') throw new Error('the subscriber is no dependent');
  put('HL', '3', '2', '23', '0');
  put('PAT', relationshipCodes[relationship]);
  put('NM1', 'QC', '1', ...personName(claim.patient, 'patient', elements));
  writePatientPlaceAndBirth(claim, elements, put);
}

function writePatientPlaceAndBirth(claim: Claim, elements: ElementWriter, put: SegmentSink): void {
  if (claim.patient.address) writeAddress(claim.patient.address, 'patient/address', elements, put);
  writeBirthAndSex(claim.patient, put);
}
