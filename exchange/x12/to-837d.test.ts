import { describe, expect, it } from 'vitest';
import type { Claim } from '#domain/claim/claim.ts';
import { calendarDate, instant } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Envelope } from './envelope.ts';
import { check837d } from './check-837d.ts';
import { sampleClaim, sampleEnvelope, sampleOtherCoverage } from './claim.samples.ts';
import { read837d } from './from-837d.ts';
import { write837d } from './to-837d.ts';

function segments(claim: Claim, envelope: Envelope = sampleEnvelope): string[] {
  const text = write837d(claim, envelope);
  if (typeof text !== 'string') throw new Error(text.code);
  return text.split('~').filter((segment) => segment !== '');
}

function starting(claim: Claim, start: string): string[] {
  return segments(claim).filter((segment) => segment.startsWith(start));
}

const line = sampleLine();

const dependent: Claim = {
  ...sampleClaim,
  subscriber: {
    ...sampleClaim.subscriber,
    relationship: 'child',
    person: { lastName: 'Núñez', firstName: 'Rafael', sex: 'male' },
  },
};

function withLines(...changes: readonly Partial<Claim['lines'][number]>[]): Claim {
  const lines = changes.map((change, index) => ({ ...line, ...change, lineNumber: index + 1 }));
  return { ...sampleClaim, lines, total: cents(lines.reduce((sum, one) => sum + one.fee, 0)) };
}

describe('write837d', () => {
  it('writes the whole interchange of a subscriber’s claim', () => {
    expect(segments(sampleClaim)).toMatchInlineSnapshot(`
      [
        "ISA*00*          *00*          *ZZ*HARBOR01       *ZZ*CLEAR01        *260305*1815*^*00501*000000017*0*T*:",
        "GS*HC*HARBOR01*CLEAR01*20260305*1815*17*X*005010X224A2",
        "ST*837*0017*005010X224A2",
        "BHT*0019*00*0000000170017*20260305*1815*CH",
        "NM1*41*2*HARBOR FAMILY DENTAL*****46*HARBOR01",
        "PER*IC*HARBOR FAMILY DENTAL*TE*2535550100",
        "NM1*40*2*EXAMPLE CLEARINGHOUSE*****46*CLEAR01",
        "HL*1**20*1",
        "PRV*BI*PXC*122300000X",
        "NM1*85*2*HARBOR FAMILY DENTAL*****XX*1234567893",
        "N3*400 HARBOR WAY",
        "N4*TACOMA*WA*984021234",
        "REF*EI*912345678",
        "PER*IC*HARBOR FAMILY DENTAL*TE*2535550100",
        "HL*2*1*22*0",
        "SBR*P*18*G100******CI",
        "NM1*IL*1*NUNEZ*MARISOL****MI*XYZ123456",
        "N3*12 ALDER ST*APT #4",
        "N4*TACOMA*WA*98405",
        "DMG*D8*19610412*F",
        "NM1*PR*2*CASCADIA MUTUAL DENTAL*****PI*CASC1",
        "CLM*AW000001*75.5***11:B:1*Y*C*N*I",
        "DTP*472*D8*20260305",
        "NTE*ADD*42 MIN OF COORDINATION WITH CARDIOLOGY AND PERIODONTIST.",
        "HI*ABK:E11630*ABF:Z7901",
        "NM1*82*1*OKAFOR*ADAEZE****XX*1245319599",
        "PRV*PE*PXC*1223G0001X",
        "LX*1",
        "SV3*AD:D9992*75.5*********1:2",
        "SE*28*0017",
        "GE*1*17",
        "IEA*1*000000017",
      ]
    `);
  });

  it('begins with an ISA segment of exactly 106 characters', () => {
    const text = write837d(sampleClaim, sampleEnvelope);
    expect(String(text).slice(0, 106)).toMatch(/^ISA.*~$/);
    expect(String(text).slice(106, 108)).toBe('GS');
  });

  it('puts a patient who is not the subscriber into loop 2000C, and sends no birth date of the subscriber', () => {
    expect(starting(dependent, 'HL')).toEqual(['HL*1**20*1', 'HL*2*1*22*1', 'HL*3*2*23*0']);
    expect(starting(dependent, 'SBR')).toEqual(['SBR*P**G100******CI']);
    expect(starting(dependent, 'PAT')).toEqual(['PAT*19']);
    expect(starting(dependent, 'NM1*QC')).toEqual(['NM1*QC*1*NUNEZ*MARISOL']);
    expect(starting(dependent, 'DMG')).toEqual(['DMG*D8*19610412*F']);
  });

  it.each<[string, Partial<Claim>, string, readonly string[]]>([
    ['a replacement', { frequency: 'replacement', payerClaimNumber: 'ICN77' }, 'REF*F8', ['REF*F8*ICN77']],
    [
      'a void',
      { frequency: 'void', payerClaimNumber: 'ICN77' },
      'CLM',
      ['CLM*AW000001*75.5***11:B:8*Y*C*N*I'],
    ],
    ['an attachment', { attachmentControlNumber: 'AW77' }, 'PWK', ['PWK*OZ*EL***AC*AW77']],
    ['no attachment', {}, 'PWK', []],
    ['no diagnosis', { diagnoses: [], lines: [{ ...line, diagnosisPointers: [] }] }, 'HI', []],
    [
      'signatures on file',
      { agreements: { acceptsAssignment: true, benefitsAssigned: true, releaseSigned: true, charges: [] } },
      'CLM',
      ['CLM*AW000001*75.5***11:B:1*Y*A*Y*Y'],
    ],
    [
      'no assignment accepted',
      {
        agreements: { acceptsAssignment: false, benefitsAssigned: false, releaseSigned: false, charges: [] },
      },
      'CLM',
      ['CLM*AW000001*75.5***11:B:1*Y*C*N*I'],
    ],
    [
      'a plan without group number',
      { subscriber: planOnly() },
      'SBR',
      ['SBR*P*18**CASCADIA DENTAL CHOICE*****CI'],
    ],
    [
      'delimiters in a remark',
      { remarks: ['CALLED 12:30 * ^ ~ DONE'] },
      'NTE',
      ['NTE*ADD*CALLED 12 30 DONE'],
    ],
    [
      'a person who bills',
      { billing: { ...sampleClaim.billing, entity: 'person', name: 'Reyes, Ana' } },
      'NM1*85',
      ['NM1*85*1*REYES*ANA****XX*1234567893'],
    ],
    [
      'a treating dentist who bills in the own name',
      {
        billing: {
          ...sampleClaim.billing,
          entity: 'person',
          name: 'Okafor Dental',
          billingNpi: sampleClaim.treating.npi,
        },
      },
      'NM1*85',
      ['NM1*85*1*OKAFOR*ADAEZE****XX*1245319599'],
    ],
    [
      'a social security number',
      { billing: { ...sampleClaim.billing, taxIdKind: 'SSN' } },
      'REF*SY',
      ['REF*SY*912345678'],
    ],
  ])('%s', (_name, change, start, expected) => {
    expect(starting({ ...sampleClaim, ...change }, start)).toEqual(expected);
  });

  it.each<[string, Partial<Claim['lines'][number]>, string]>([
    ['one unit', {}, 'SV3*AD:D9992*75.5*********1:2'],
    ['one unit that the payer wants stated', { statesQuantity: true }, 'SV3*AD:D9992*75.5****1*****1:2'],
    ['two units', { quantity: 2 }, 'SV3*AD:D9992*75.5****2*****1:2'],
    ['no pointer', { diagnosisPointers: [] }, 'SV3*AD:D9992*75.5'],
    ['whole dollars', { fee: cents(5000) }, 'SV3*AD:D9992*50*********1:2'],
    ['no fee', { fee: cents(0) }, 'SV3*AD:D9992*0*********1:2'],
  ])('line with %s', (_name, change, expected) => {
    expect(starting(withLines(change), 'SV3')).toEqual([expected]);
  });

  it('names the day once when all lines share it, else the range on the claim and the day on each line', () => {
    expect(starting(withLines({}, {}), 'DTP')).toEqual(['DTP*472*D8*20260305']);
    const apart = withLines({ serviceDate: calendarDate('2026-03-09') }, {});
    expect(starting(apart, 'DTP')).toEqual([
      'DTP*472*RD8*20260305-20260309',
      'DTP*472*D8*20260309',
      'DTP*472*D8*20260305',
    ]);
  });

  it('names the other payers of the patient, who have decided nothing yet', () => {
    const claim = { ...sampleClaim, otherCoverages: [sampleOtherCoverage] };
    const all = segments(claim);
    const first = all.findIndex((segment) => segment.startsWith('SBR*S'));
    expect(all.slice(first - 1, first + 5)).toEqual([
      'PRV*PE*PXC*1223G0001X',
      'SBR*S*01*G200******CI',
      'OI***N***I',
      'NM1*IL*1*VIDAL*IVAN****MI*HB-2002',
      'NM1*PR*2*HARBOR BENEFIT PLAN*****PI*HARB2',
      'LX*1',
    ]);
    const read = read837d(`${all.join('~')}~`);
    expect(read).toMatchObject([
      {
        otherPayers: [
          {
            priority: 'S',
            payer: { lastName: 'HARBOR BENEFIT PLAN', identifier: 'HARB2' },
            member: { lastName: 'VIDAL', identifier: 'HB-2002' },
          },
        ],
      },
    ]);
  });

  it('balances what another payer decided against the charge', () => {
    const decided = (...answer: string[]) => {
      const all = segments({ ...sampleClaim, otherCoverages: [sampleOtherCoverage] });
      return check837d(
        `${all
          .flatMap((segment) => (segment.startsWith('SBR*S') ? [segment, ...answer] : [segment]))
          .map((segment) => segment.replace(/^SE\*\d+/, `SE*${all.length - 4 + answer.length}`))
          .join('~')}~`,
      );
    };
    expect(decided('CAS*PR*2*25.5', 'AMT*D*50')).toEqual([]);
    expect(decided('CAS*PR*2*20*1*3*5.5', 'AMT*D*50')).toEqual([]);
    expect(decided('CAS*PR*2*25.49', 'AMT*D*50')).toMatchObject([{ code: 'other-payer-balance' }]);
  });

  it('states a line’s place of service only where it differs from the claim’s', () => {
    const claim = withLines({}, { placeOfService: '02' });
    expect(starting(claim, 'SV3')).toEqual([
      'SV3*AD:D9992*75.5*********1:2',
      'SV3*AD:D9992*75.5*02********1:2',
    ]);
  });

  it('dates the envelope by the sender’s clock', () => {
    const winter = { ...sampleEnvelope, createdAt: instant('2026-01-01T07:59:00.000Z') };
    expect(segments(sampleClaim, winter)[0]).toContain('*251231*2359*');
    const midnight = { ...sampleEnvelope, createdAt: instant('2026-01-01T08:00:00.000Z') };
    expect(segments(sampleClaim, midnight)[0]).toContain('*260101*0000*');
  });
});

function sampleLine(): Claim['lines'][number] {
  const [first] = sampleClaim.lines;
  if (!first) throw new Error('the sample has a line');
  return first;
}

function planOnly(): Claim['subscriber'] {
  const { groupNumber: _groupNumber, ...rest } = sampleClaim.subscriber;
  return rest;
}

function withoutAddress(): Claim['patient'] {
  const { address: _address, ...rest } = sampleClaim.patient;
  return rest;
}

function withoutBirthDate(): Claim['patient'] {
  const { birthDate: _birthDate, ...rest } = sampleClaim.patient;
  return rest;
}

describe('write837d refuses', () => {
  const { billing, treating, subscriber, patient } = sampleClaim;
  it.each<[string, Partial<Claim>, string]>([
    ['a total that is not the sum', { total: cents(7551) }, 'x12/total'],
    ['no lines', { lines: [], total: cents(0) }, 'x12/line-count'],
    ['51 lines', withLines(...Array.from({ length: 51 }, () => ({}))), 'x12/line-count'],
    ['lines out of number', { lines: [{ ...line, lineNumber: 2 }] }, 'x12/line-numbers'],
    [
      'a pointer beyond the diagnoses',
      { lines: [{ ...line, diagnosisPointers: [3] }] },
      'x12/diagnosis-pointer',
    ],
    ['a pointer twice', { lines: [{ ...line, diagnosisPointers: [1, 1] }] }, 'x12/diagnosis-pointer'],
    ['a diagnosis twice', { diagnoses: [diagnosis(), diagnosis()] }, 'x12/diagnoses'],
    ['five digits of ZIP', { billing: zip('98402') }, 'x12/billing-postal-code'],
    ['an NPI that fails its check digit', { treating: { ...treating, npi: badNpi() } }, 'npi/check-digit'],
    ['a patient without address', { patient: withoutAddress() }, 'x12/patient-address'],
    ['a patient without birth date', { patient: withoutBirthDate() }, 'x12/patient-birth-date'],
    ['a replacement of nothing', { frequency: 'replacement' }, 'x12/payer-claim-number'],
    [
      'a place that is not in the list',
      { lines: [{ ...line, placeOfService: '98' }] },
      'x12/place-of-service',
    ],
    ['a later payer', { subscriber: { ...subscriber, priority: 'secondary' } }, 'x12/other-coverage'],
    [
      'a name with a delimiter',
      { ...dependent, patient: { ...patient, lastName: 'Nu*ez' } },
      'x12/characters',
    ],
    [
      'a name in another script',
      { ...dependent, patient: { ...patient, firstName: 'Мария' } },
      'x12/characters',
    ],
    ['a remark that grows too long', { remarks: [`${'A'.repeat(79)}ß`] }, 'x12/value-length'],
    ['a remark of nothing but delimiters', { remarks: ['~~~'] }, 'x12/value-missing'],
    [
      'a payer identifier of one character',
      { payer: { ...sampleClaim.payer, claimPayerId: 'C' } },
      'x12/value-length',
    ],
    [
      'a person’s name in one piece',
      { billing: { ...billing, entity: 'person' } },
      'x12/billing-person-name',
    ],
  ])('%s', (_name, change, code) => {
    const refused = write837d({ ...sampleClaim, ...change }, sampleEnvelope);
    expect(isRefusal(refused) && refused.code).toBe(code);
  });

  it.each<[string, Partial<Envelope>, string]>([
    [
      'eight digits of interchange control number',
      { interchangeControlNumber: '12345678' },
      'x12/interchange-number',
    ],
    ['a group control number with a leading zero', { groupControlNumber: '01' }, 'x12/group-number'],
    [
      'three digits of transaction control number',
      { transactionControlNumber: '001' },
      'x12/transaction-number',
    ],
  ])('%s', (_name, change, code) => {
    const refused = write837d(sampleClaim, { ...sampleEnvelope, ...change });
    expect(isRefusal(refused) && refused.code).toBe(code);
  });

  it('what the basic set lacks, where the receiver takes only that', () => {
    const basic: Envelope = { ...sampleEnvelope, characterSet: 'basic' };
    expect(segments(sampleClaim, basic)).toContain('N3*12 ALDER ST*APT 4');
    const claim = { ...sampleClaim, subscriber: { ...subscriber, memberId: 'XYZ_1' } };
    const refused = write837d(claim, basic);
    expect(isRefusal(refused) && refused.code).toBe('x12/characters');
    expect(isRefusal(write837d(claim, sampleEnvelope))).toBe(false);
  });

  function zip(postalCode: string): Claim['billing'] {
    return { ...billing, address: { ...billing.address, postalCode } };
  }
});

function badNpi(): Claim['treating']['npi'] {
  return '1245319598' as Claim['treating']['npi'];
}

function diagnosis(): Claim['diagnoses'][number] {
  const [first] = sampleClaim.diagnoses;
  if (!first) throw new Error('the sample has a diagnosis');
  return first;
}
