import type { Claim, ClaimLine, ClaimOtherCoverage } from '#domain/claim/claim.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { withoutDot } from '#domain/kernel/diagnosis-code.ts';
import { amount, d8, type ElementWriter } from './element-writer.ts';
import { insuredElements, memberElements, payerElements, relationshipCodes } from './insured-segments.ts';
import { personName, type SegmentSink } from './party-segments.ts';

const frequencyCodes = { original: '1', replacement: '7', void: '8' } as const satisfies Record<
  Claim['frequency'],
  string
>;

/** Loop 2300 with 2310B, 2320 and 2400. */
export function writeClaimLoop(claim: Claim, elements: ElementWriter, put: SegmentSink): void {
  const place = claim.lines[0]?.placeOfService ?? '';
  writeClaimSegment(claim, place, put);
  const dates = claim.lines.map((line) => line.serviceDate).toSorted();
  const first = dates[0];
  const last = dates.at(-1);
  const oneDay = first !== undefined && first === last;
  if (first && last) writeServiceDates(first, last, put);
  if (claim.attachmentControlNumber !== undefined) {
    const control = elements.exact(claim.attachmentControlNumber, {
      at: 'attachmentControlNumber',
      shortest: 2,
      longest: 10,
    });
    put('PWK', 'OZ', 'EL', '', '', 'AC', control);
  }
  if (claim.frequency !== 'original')
    put('REF', 'F8', elements.exact(claim.payerClaimNumber ?? '', { at: 'payerClaimNumber', longest: 50 }));
  for (const [index, remark] of claim.remarks.entries())
    put('NTE', 'ADD', elements.prose(remark, { at: `remarks/${index}`, longest: 80 }));
  if (claim.diagnoses.length > 0)
    put('HI', ...claim.diagnoses.map((code, index) => [index === 0 ? 'ABK' : 'ABF', withoutDot(code)]));
  writeTreatingProvider(claim, elements, put);
  for (const [index, other] of (claim.otherCoverages ?? []).entries())
    writeOtherCoverage(other, `otherCoverages/${index}`, claim, elements, put);
  for (const line of claim.lines) writeLine(line, place, oneDay, put);
}

/** CLM. What the record does not hold is not asserted: neither a signature nor that the practice takes assignment. */
function writeClaimSegment(claim: Claim, place: string, put: SegmentSink): void {
  const { agreements } = claim;
  put(
    'CLM',
    claim.controlNumber,
    amount(claim.total),
    '',
    '',
    [place, 'B', frequencyCodes[claim.frequency]],
    // The treating dentist has attested the case before there is a claim.
    'Y',
    agreements?.acceptsAssignment === true ? 'A' : 'C',
    agreements?.benefitsAssigned ? 'Y' : 'N',
    agreements?.releaseSigned ? 'Y' : 'I',
  );
}

/** One day as such; several days as their range, and then each line says its own day. */
function writeServiceDates(first: CalendarDate, last: CalendarDate, put: SegmentSink): void {
  if (first === last) put('DTP', '472', 'D8', d8(first));
  else put('DTP', '472', 'RD8', `${d8(first)}-${d8(last)}`);
}

/** Loop 2310B, always sent: some payers reject a claim without it even when the treating dentist also bills. */
function writeTreatingProvider(claim: Claim, elements: ElementWriter, put: SegmentSink): void {
  const { treating } = claim;
  put('NM1', '82', '1', ...personName(treating, 'treating', elements), '', '', '', 'XX', treating.npi);
  put('PRV', 'PE', 'PXC', treating.taxonomy);
}

/**
 * Loops 2320, 2330A and 2330B: who else may pay. Amounts are those that a payer has decided; the payer that is asked
 * first is told of the others before any of them has.
 */
function writeOtherCoverage(
  { subscriber, payer }: ClaimOtherCoverage,
  at: string,
  { agreements }: Claim,
  elements: ElementWriter,
  put: SegmentSink,
): void {
  const relationship = relationshipCodes[subscriber.relationship];
  put('SBR', ...insuredElements(subscriber, payer, relationship, `${at}/`, elements));
  // OI03 and OI06 say what CLM08 and CLM09 say.
  put('OI', '', '', agreements?.benefitsAssigned ? 'Y' : 'N', '', '', agreements?.releaseSigned ? 'Y' : 'I');
  put('NM1', 'IL', '1', ...memberElements(subscriber, `${at}/subscriber`, elements));
  put('NM1', 'PR', '2', ...payerElements(payer, `${at}/payer`, elements));
}

/** Loop 2400. No oral cavity, prosthesis, tooth or surface: coordination has none (field-facts 3.1). */
function writeLine(line: ClaimLine, claimPlace: string, oneDay: boolean, put: SegmentSink): void {
  put('LX', String(line.lineNumber));
  put(
    'SV3',
    ['AD', line.code],
    amount(line.fee),
    line.placeOfService === claimPlace ? '' : line.placeOfService,
    '',
    '',
    line.statesQuantity || line.quantity > 1 ? String(line.quantity) : '',
    ...['', '', '', ''],
    line.diagnosisPointers.map(String),
  );
  if (!oneDay) put('DTP', '472', 'D8', d8(line.serviceDate));
}
