import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim, ClaimLine } from '#domain/claim/claim.ts';
import { addDays, calendarDate } from '#domain/kernel/calendar-date.ts';
import { type DiagnosisCode, withoutDot } from '#domain/kernel/diagnosis-code.ts';
import { cents } from '#domain/kernel/money.ts';
import { type Npi, parseNpi } from '#domain/kernel/npi.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { spellPlainly } from '#domain/claim/claim-spelling.ts';
import { placesOfService } from '#domain/practice/places-of-service.ts';
import { check837d } from './check-837d.ts';
import { type FaultCode, faultCodes } from './fault.ts';
import { read837d } from './from-837d.ts';
import { sampleClaim, sampleEnvelope, sampleOtherCoverage } from './claim.samples.ts';
import { write837d } from './to-837d.ts';

const [sampleLine] = sampleClaim.lines;

/** A claim with every loop and segment that we write. */
const fullClaim: Claim = {
  ...sampleClaim,
  frequency: 'replacement',
  payerClaimNumber: 'ICN-2026-77',
  attachmentControlNumber: 'AW77',
  subscriber: { ...sampleClaim.subscriber, relationship: 'spouse' },
  otherCoverages: [sampleOtherCoverage],
  lines: [
    line(1, {}),
    line(2, { serviceDate: calendarDate('2026-03-09'), quantity: 2, placeOfService: '02' }),
  ],
  total: cents(15100),
};

function line(lineNumber: number, change: Partial<ClaimLine>): ClaimLine {
  if (!sampleLine) throw new Error('the sample has a line');
  return { ...sampleLine, lineNumber, ...change };
}

function written(claim: Claim): string {
  const text = write837d(claim, sampleEnvelope);
  if (isRefusal(text)) throw new Error(text.code);
  return text;
}

function faultsIn(text: string): readonly string[] {
  const faults = check837d(text);
  if (isRefusal(faults)) return [faults.code];
  return faults.map((fault) => fault.code);
}

/** A fault to plant: the segments of a sound file, changed. */
interface Planted {
  readonly code: FaultCode;
  readonly name: string;
  readonly plant: (segments: readonly string[]) => readonly string[];
}

/** Replaces in the first segment that matches; the file must have one, or the control proves nothing. */
function edit(start: string, change: (segment: string) => string | readonly string[]): Planted['plant'] {
  return (segments) => {
    const place = segments.findIndex((segment) => segment.startsWith(start));
    if (place < 0) throw new Error(`no segment begins with ${start}`);
    return segments.flatMap((segment, index) => (index === place ? change(segment) : [segment]));
  };
}

const drop = (start: string) => edit(start, () => []);
const replace = (start: string, from: string | RegExp, to: string) =>
  edit(start, (segment) => segment.replace(from, to));
const after = (start: string, ...more: string[]) => edit(start, (segment) => [segment, ...more]);

function nextDigit(segment: string): string {
  return segment.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
}

function swap(first: string, second: string): Planted['plant'] {
  return (segments) => {
    const a = segments.findIndex((segment) => segment.startsWith(first));
    const b = segments.findIndex((segment) => segment.startsWith(second));
    return segments.map((segment, index) => segments[index === a ? b : index === b ? a : index] ?? segment);
  };
}

const planted: readonly Planted[] = [
  { code: 'other-payer', name: 'two payers in one place', plant: replace('SBR*S', 'SBR*S', 'SBR*P') },
  { code: 'other-payer', name: 'no place in the order', plant: replace('SBR*S', 'SBR*S', 'SBR*9') },
  {
    code: 'other-payer',
    name: 'no relationship to the other insured',
    plant: replace('SBR*S*01', '*01', '*77'),
  },
  { code: 'other-payer', name: 'an assignment that is none', plant: replace('OI*', 'OI***N', 'OI***X') },
  {
    code: 'other-payer',
    name: 'another payer without number',
    plant: replace('NM1*PR*2*HARBOR', '*PI*HARB2', '*PI'),
  },
  {
    code: 'other-payer-balance',
    name: 'a payment that leaves part of the charge unexplained',
    plant: after('SBR*S', 'CAS*PR*2*50', 'AMT*D*100.99'),
  },
  { code: 'out-of-order', name: 'N4 before N3', plant: swap('N3', 'N4') },
  { code: 'out-of-order', name: 'diagnoses before remarks', plant: swap('NTE', 'HI') },
  { code: 'unexpected-segment', name: 'a PAT below the billing provider', plant: after('PRV*BI', 'PAT*01') },
  { code: 'unexpected-segment', name: 'a segment of the medical claim', plant: after('CLM', 'CR1*A') },
  {
    code: 'unexpected-segment',
    name: 'a second claim of a service line',
    plant: after('LX', 'SV1*HC:99213*1'),
  },
  {
    code: 'too-many',
    name: 'six remarks',
    plant: after('NTE', ...Array.from({ length: 5 }, () => 'NTE*ADD*X')),
  },
  {
    code: 'too-many',
    name: 'eleven attachments',
    plant: after('PWK', ...Array.from({ length: 10 }, () => 'PWK*OZ*EL***AC*A1')),
  },
  {
    code: 'too-many',
    name: '51 lines',
    plant: after(
      'SV3',
      ...Array.from({ length: 49 }, (_one, index) => [`LX*${index + 2}`, 'SV3*AD:D9992*0']).flat(),
    ),
  },
  { code: 'missing', name: 'no submitter', plant: drop('NM1*41') },
  { code: 'missing', name: 'no receiver', plant: drop('NM1*40') },
  { code: 'missing', name: 'no BHT', plant: drop('BHT') },
  { code: 'missing', name: 'no tax identifier', plant: drop('REF*EI') },
  { code: 'missing', name: 'no address of the billing provider', plant: drop('N3') },
  { code: 'missing', name: 'no payer', plant: drop('NM1*PR') },
  { code: 'missing', name: 'no birth date of the patient', plant: drop('DMG') },
  { code: 'missing', name: 'no procedure on a line', plant: drop('SV3') },
  { code: 'missing', name: 'no specialty of the treating dentist', plant: drop('PRV*PE') },
  { code: 'missing', name: 'no end of the transaction', plant: drop('SE') },
  { code: 'missing', name: 'no end of the interchange', plant: drop('IEA') },
  { code: 'control-number', name: 'another number in IEA', plant: replace('IEA', '000000017', '000000018') },
  { code: 'control-number', name: 'another number in GE', plant: replace('GE', '*17', '*18') },
  { code: 'control-number', name: 'another number in SE', plant: replace('SE', '*0017', '*0018') },
  {
    code: 'segment-count',
    name: 'SE one short',
    plant: edit('SE', (se) => se.replace(/\d+/, (n) => String(Number(n) - 1))),
  },
  { code: 'segment-count', name: 'two transactions in GE', plant: replace('GE', 'GE*1', 'GE*2') },
  { code: 'segment-count', name: 'two groups in IEA', plant: replace('IEA', 'IEA*1', 'IEA*2') },
  { code: 'version', name: 'the medical claim in ST', plant: replace('ST', '224A2', '222A1') },
  { code: 'version', name: 'the medical claim in GS', plant: replace('GS', '224A2', '222A1') },
  { code: 'version', name: 'another interchange version', plant: replace('ISA', '00501', '00401') },
  { code: 'hierarchy', name: 'a level that counts wrong', plant: replace('HL*2', 'HL*2', 'HL*7') },
  { code: 'hierarchy', name: 'a parent that is not there', plant: replace('HL*2', '*1*22', '*9*22') },
  { code: 'hierarchy', name: 'children denied', plant: replace('HL*1', '*20*1', '*20*0') },
  { code: 'characters', name: 'an accent', plant: replace('NM1*IL', 'NUNEZ', 'NUÑEZ') },
  { code: 'small-letters', name: 'small letters', plant: replace('NM1*PR', 'CASCADIA', 'Cascadia') },
  {
    code: 'element-length',
    name: 'a remark of 81 characters',
    plant: edit('NTE', () => `NTE*ADD*${'A'.repeat(81)}`),
  },
  { code: 'element-length', name: 'a state of three letters', plant: replace('N4', '*WA*', '*WAS*') },
  { code: 'element-form', name: 'three decimals', plant: replace('CLM', /\*(\d+)\*/, '*$1.001*') },
  {
    code: 'element-form',
    name: 'a birth date that does not exist',
    plant: replace('DMG', '19610412', '19610431'),
  },
  { code: 'element-form', name: 'a usage of its own', plant: replace('ISA', '*T*', '*X*') },
  { code: 'element-form', name: 'no units', plant: edit('SV3', () => 'SV3*AD:D9992*75.5****0') },
  {
    code: 'element-form',
    name: 'a release of its own',
    plant: edit('CLM', (clm) => clm.replace(/[YI]$/, 'Q')),
  },
  { code: 'element-form', name: 'eight digits of tax identifier', plant: replace('REF*EI', /\d$/, '') },
  { code: 'element-missing', name: 'no charge', plant: replace('SV3', /\*75\.5/, '*') },
  { code: 'element-missing', name: 'no kind of plan', plant: replace('SBR', /CI$/, '') },
  { code: 'element-not-used', name: 'CLM03', plant: edit('CLM', (clm) => clm.replace('***', '*MC**')) },
  { code: 'postal-code', name: 'five digits of the billing ZIP', plant: replace('N4', '984021234', '98402') },
  {
    code: 'npi',
    name: 'a wrong check digit of the billing NPI',
    plant: edit('NM1*85', nextDigit),
  },
  {
    code: 'npi',
    name: 'a wrong check digit of the treating NPI',
    plant: edit('NM1*82', nextDigit),
  },
  { code: 'npi', name: 'no NPI of the treating dentist', plant: replace('NM1*82', /\*+XX\*\d+$/, '') },
  {
    code: 'total',
    name: 'a cent too much',
    plant: edit('CLM', (clm) => clm.replace(/\*\d+(\.\d+)?\*/, '*99.99*')),
  },
  {
    code: 'total',
    name: 'a line lost',
    plant: (all) =>
      all.filter(
        (_one, index) => index < lastLine(all) || index >= all.findIndex((one) => one.startsWith('SE')),
      ),
  },
  { code: 'diagnosis', name: 'a dot', plant: replace('HI', 'E11630', 'E11.630') },
  { code: 'diagnosis', name: 'a second principal', plant: replace('HI', 'ABF', 'ABK') },
  { code: 'diagnosis', name: 'a diagnosis twice', plant: replace('HI', 'Z7901', 'E11630') },
  {
    code: 'diagnosis-pointer',
    name: 'a pointer at nothing',
    plant: edit('SV3', (sv3) => sv3.replace(/1:2$/, '1:3')),
  },
  { code: 'diagnosis-pointer', name: 'diagnoses lost', plant: drop('HI') },
  {
    code: 'diagnosis-pointer',
    name: 'a letter as pointer',
    plant: edit('SV3', (sv3) => sv3.replace(/1:2$/, 'A:B')),
  },
  {
    code: 'place-of-service',
    name: 'an unassigned place',
    plant: edit('CLM', (clm) => clm.replace(/\d\d:B/, '98:B')),
  },
  {
    code: 'place-of-service',
    name: 'a bill type instead of a place',
    plant: edit('CLM', (clm) => clm.replace(':B:', ':A:')),
  },
  { code: 'procedure-code', name: 'a medical procedure', plant: replace('SV3', 'AD:D9992', 'HC:99213') },
  { code: 'procedure-code', name: 'a code without its letter', plant: replace('SV3', 'D9992', '09992') },
  { code: 'frequency', name: 'a corrected claim', plant: edit('CLM', (clm) => clm.replace(/:B:\d/, ':B:6')) },
  { code: 'payer-claim-number', name: 'a void of nothing', plant: drop('REF*F8') },
  {
    code: 'service-date',
    name: 'a range backwards',
    plant: edit('DTP', () => 'DTP*472*RD8*20260309-20260305'),
  },
  {
    code: 'service-date',
    name: 'a line outside the range',
    plant: edit('DTP*472*D8', () => 'DTP*472*D8*20270101'),
  },
  { code: 'service-date', name: 'a line without a day', plant: drop('DTP*472*D8') },
  {
    code: 'service-date',
    name: 'a range called a day',
    plant: edit('DTP', (dtp) => dtp.replace('RD8', 'D8')),
  },
  { code: 'line-numbers', name: 'a line number left out', plant: replace('LX*2', 'LX*2', 'LX*3') },
  { code: 'tooth-on-coordination', name: 'a tooth', plant: after('SV3', 'TOO*JP*14*M:O') },
  {
    code: 'tooth-on-coordination',
    name: 'an area of the mouth',
    plant: edit('SV3', () => 'SV3*AD:D9992*75.5**10'),
  },
  { code: 'tooth-on-coordination', name: 'a prosthesis', plant: edit('SV3', () => 'SV3*AD:D9992*75.5***I') },
  { code: 'duplicate-qualifier', name: 'two earlier claims', plant: after('REF*F8', 'REF*F8*ICN-2') },
  {
    code: 'patient-place',
    name: 'the subscriber called the patient as well',
    plant: replace('SBR', 'SBR*P*', 'SBR*P*18'),
  },
];

function lastLine(segments: readonly string[]): number {
  return segments.findLastIndex((segment) => segment.startsWith('LX'));
}

function plantIn(text: string, fault: Planted): string {
  const segments = text.split('~').slice(0, -1);
  return fault
    .plant(segments)
    .map((segment) => `${segment}~`)
    .join('');
}

describe('check837d', () => {
  it.each([
    ['the sample', sampleClaim],
    ['a claim with every loop', fullClaim],
  ])('finds nothing in %s', (_name, claim) => {
    expect(check837d(written(claim))).toEqual([]);
  });

  it.each(planted)('finds $code: $name', (fault) => {
    expect(faultsIn(plantIn(written(fullClaim), fault))).toContain(fault.code);
  });

  it('has a planted fault for every kind that it knows', () => {
    expect(new Set(planted.map((fault) => fault.code))).toEqual(new Set(faultCodes));
  });

  it('names the segment and the byte', () => {
    const text = written(sampleClaim).replace('SV3*AD:D9992*75.5', 'SV3*AD:D9992*75.6');
    expect(check837d(text)).toEqual([
      {
        code: 'total',
        segment: text.slice(0, text.indexOf('CLM*')).split('~').length,
        offset: text.indexOf('CLM*'),
        what: 'CLM02 is 75.5, but the lines add up to 75.60.',
      },
    ]);
  });

  it('refuses what is no interchange, and finds no loops missing twice', () => {
    expect(isRefusal(check837d('hello'))).toBe(true);
    expect(faultsIn(written(sampleClaim).replace(/LX\*1~SV3[^~]*~/, ''))).toEqual(
      expect.arrayContaining(['missing', 'total', 'segment-count']),
    );
  });

  it('accepts teeth on other dental procedures, and a line that alone says its day', () => {
    const filling = written(sampleClaim)
      .replace('AD:D9992', 'AD:D2330')
      .replace('~SE*28', '~TOO*JP*9*M~DTP*472*D8*20260305~SE*29')
      .replace('DTP*472*D8*20260305~NTE', 'NTE');
    expect(check837d(filling)).toEqual([]);
  });
});

/** Written claims of every shape that the record allows. */
const arbitraryClaim: fc.Arbitrary<Claim> = fc
  .record({
    diagnoses: fc.uniqueArray(
      fc.stringMatching(/^[A-TV-Z]\d[0-9AB](\.[0-9A-Z]{1,4})?$/).map((code) => code as DiagnosisCode),
      { maxLength: 4 },
    ),
    lines: fc.array(
      fc.record({
        fee: fc.integer({ min: 0, max: 1_000_000 }),
        day: fc.integer({ min: 0, max: 90 }),
        quantity: fc.integer({ min: 1, max: 99 }),
        statesQuantity: fc.boolean(),
        place: fc.constantFrom(...placesOfService),
        pointers: fc.subarray([1, 2, 3, 4]),
        code: fc.constantFrom('D9992', 'D9991', 'D9311').map((code) => code as ClaimLine['code']),
      }),
      { minLength: 1, maxLength: 50 },
    ),
    frequency: fc.constantFrom<Claim['frequency']>('original', 'replacement', 'void'),
    relationship: fc.constantFrom<Claim['subscriber']['relationship']>('self', 'spouse', 'child', 'other'),
    npi: fc.stringMatching(/^[12]\d{8}$/).map(withCheckDigit),
    name: fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ'’ -]{0,20}[A-Za-z]$/),
    street: fc.stringMatching(/^[A-Za-z0-9 #.,*:~^/é-]{0,40}[A-Za-z0-9]$/),
    remarks: fc.array(fc.stringMatching(/^[A-Za-z0-9 .,;:*~^%ñ–-]{0,78}[A-Za-z]$/), { maxLength: 5 }),
    attachment: fc.option(fc.stringMatching(/^[A-Z0-9]{2,10}$/)),
    group: fc.option(fc.stringMatching(/^[A-Za-z0-9-]{0,20}[0-9]$/)),
    taxIdKind: fc.constantFrom<'EIN' | 'SSN'>('EIN', 'SSN'),
    sex: fc.constantFrom<Claim['patient']['sex']>('female', 'male', 'unknown'),
  })
  .map((parts) => {
    const { groupNumber: _group, ...subscriber } = sampleClaim.subscriber;
    const lines = parts.lines.map((one, index) =>
      line(index + 1, {
        code: one.code,
        fee: cents(one.fee),
        serviceDate: addDays(calendarDate('2026-01-05'), one.day),
        quantity: one.quantity,
        statesQuantity: one.statesQuantity,
        placeOfService: one.place,
        diagnosisPointers: one.pointers.filter((pointer) => pointer <= parts.diagnoses.length),
      }),
    );
    return {
      ...sampleClaim,
      diagnoses: parts.diagnoses,
      lines,
      total: cents(lines.reduce((sum, one) => sum + one.fee, 0)),
      frequency: parts.frequency,
      payerClaimNumber: 'ICN1',
      remarks: parts.remarks,
      billing: { ...sampleClaim.billing, taxIdKind: parts.taxIdKind },
      treating: { ...sampleClaim.treating, npi: parts.npi },
      patient: {
        ...sampleClaim.patient,
        lastName: parts.name,
        sex: parts.sex,
        address: { line1: parts.street, city: 'Tacoma', state: 'WA', postalCode: '98405' },
      },
      subscriber: {
        ...subscriber,
        relationship: parts.relationship,
        ...(parts.group === null ? {} : { groupNumber: parts.group }),
      },
      ...(parts.attachment === null ? {} : { attachmentControlNumber: parts.attachment }),
    };
  });

function withCheckDigit(nine: string): Npi {
  for (let digit = 0; digit <= 9; digit++) {
    const npi = parseNpi(`${nine}${digit}`);
    if (!isRefusal(npi)) return npi;
  }
  throw new Error(`no check digit fits ${nine}`);
}

/** Faults that can be planted in any claim, whatever its loops. */
const everywhere = planted.filter((fault) =>
  [
    'no submitter',
    'no payer',
    'another number in IEA',
    'SE one short',
    'a level that counts wrong',
    'a wrong check digit of the billing NPI',
    'a wrong check digit of the treating NPI',
    'five digits of the billing ZIP',
    'a tooth',
    'a bill type instead of a place',
    'a corrected claim',
    'small letters',
  ].includes(fault.name),
);

describe('the writer and the checker', () => {
  it('agree on every claim: what is written is accepted, and reads back as it was', () => {
    fc.assert(
      fc.property(arbitraryClaim, (claim) => {
        const text = written(claim);
        expect(check837d(text)).toEqual([]);
        const read = read837d(text);
        expect(isRefusal(read) ? read : read.map(comparable)).toEqual([sentOf(claim)]);
      }),
      { numRuns: 60 },
    );
  });

  it('disagree on every planted fault', () => {
    fc.assert(
      fc.property(arbitraryClaim, fc.constantFrom(...everywhere), (claim, fault) => {
        const coordination = {
          ...claim,
          lines: claim.lines.map((one) => ({ ...one, code: 'D9992' as typeof one.code })),
        };
        expect(faultsIn(plantIn(written(coordination), fault))).toContain(fault.code);
      }),
      { numRuns: 60 },
    );
  });

  it('reads a full claim back', () => {
    const read = read837d(written(fullClaim));
    expect(isRefusal(read) ? read : read.map(comparable)).toEqual([sentOf(fullClaim)]);
  });

  it('refuses to read a file with a fault, naming the first', () => {
    const refused = read837d(written(sampleClaim).replace('CLM*AW000001*75.5', 'CLM*AW000001*75.4'));
    expect(isRefusal(refused) && [refused.code, refused.params['fault'], refused.at]).toEqual([
      'x12/faults',
      'total',
      expect.stringMatching(/^segment 22, byte/),
    ]);
  });
});

type Sent = Exclude<ReturnType<typeof read837d>, { refused: true }>[number];

function comparable(sent: Sent) {
  return {
    controlNumber: sent.controlNumber,
    total: sent.total,
    frequency: sent.frequency,
    payerClaimNumber: sent.payerClaimNumber,
    billingNpi: sent.billing.identifier,
    treating: sent.treating,
    member: sent.subscriber.identifier,
    payer: sent.payer.identifier,
    patientBirthDate: sent.patient.birthDate,
    patientLastName: sent.patient.lastName,
    diagnoses: sent.diagnoses,
    attachment: sent.attachmentControlNumber,
    remarks: sent.remarks.length,
    lines: sent.lines,
  };
}

function sentOf(claim: Claim): ReturnType<typeof comparable> {
  const self = claim.subscriber.relationship === 'self';
  return {
    controlNumber: claim.controlNumber,
    total: claim.total,
    frequency: claim.frequency,
    payerClaimNumber: claim.frequency === 'original' ? '' : (claim.payerClaimNumber ?? ''),
    billingNpi: claim.billing.billingNpi,
    treating: { lastName: 'OKAFOR', firstName: 'ADAEZE', identifier: claim.treating.npi },
    member: claim.subscriber.memberId,
    payer: claim.payer.claimPayerId,
    patientBirthDate: claim.patient.birthDate,
    patientLastName: spellPlainly(self ? claim.subscriber.person.lastName : claim.patient.lastName),
    diagnoses: claim.diagnoses.map(withoutDot),
    attachment: claim.attachmentControlNumber ?? '',
    remarks: claim.remarks.length,
    lines: claim.lines.map((one) => ({
      lineNumber: one.lineNumber,
      code: one.code,
      charge: one.fee,
      serviceDate: one.serviceDate,
      placeOfService: one.placeOfService,
      quantity: one.quantity,
      diagnosisPointers: one.diagnosisPointers,
    })),
  };
}
