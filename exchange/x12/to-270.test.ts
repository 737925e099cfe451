import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { check270 } from './check-270.ts';
import { sampleClaim, sampleEnvelope } from './claim.samples.ts';
import { askedServiceTypes } from './service-types.ts';
import { type EligibilityInquiry, write270 } from './to-270.ts';
import { element, tokenize } from './tokenize.ts';

const coverage: Coverage = {
  coverageId: 'coverage-1',
  payerId: 'cascadia',
  payerName: 'Cascadia Mutual Dental',
  kind: 'dental',
  priority: 'primary',
  memberId: 'XYZ123456',
  groupNumber: 'G100',
  subscriber: { relationship: 'self', lastName: 'Núñez', firstName: 'Marisol' },
  flags: [],
};

const inquiry: EligibilityInquiry = {
  trace: 'AW000000017',
  practice: sampleClaim.billing,
  payer: { ...sampleClaim.payer, line: 'commercial' },
  coverage,
  patient: {
    lastName: 'Núñez',
    firstName: 'Marisol',
    birthDate: calendarDate('1961-04-12'),
    sex: 'female',
    contacts: [],
    identifiers: [],
  },
  serviceDate: calendarDate('2026-03-05'),
  serviceTypes: ['35', '28'],
  codes: [procedureCode('D9992')],
};

function written(change: Partial<EligibilityInquiry> = {}): string {
  const text = write270({ ...inquiry, ...change }, sampleEnvelope);
  if (isRefusal(text)) throw new Error(text.code);
  return text;
}

describe('an inquiry', () => {
  it('asks for service types together and for D9992 by its code', () => {
    const text = written();
    expect(text.slice(0, 106)).toMatch(/^ISA.{102}~$/);
    expect(text).toContain('~GS*HS*HARBOR01*CLEAR01*');
    expect(text).toContain(
      '~HL*3*2*22*0~TRN*1*AW000000017*9234567893~NM1*IL*1*NUNEZ*MARISOL****MI*XYZ123456~REF*6P*G100~' +
        'DMG*D8*19610412*F~DTP*291*D8*20260305~EQ*35^28~EQ**AD:D9992~SE*',
    );
  });

  it('asks about a dependent below the subscriber', () => {
    const text = written({
      coverage: { ...coverage, subscriber: { relationship: 'spouse', lastName: 'Vidal', firstName: 'Iván' } },
    });
    expect(text).toContain('~NM1*IL*1*VIDAL*IVAN****MI*XYZ123456~REF*6P*G100~HL*4*3*23*0~TRN*1*');
    expect(text).toContain('~NM1*03*1*NUNEZ*MARISOL~DMG*D8*19610412*F~');
  });

  it('leaves out a sex that is not known, which an inquiry has no letter for', () => {
    expect(written({ patient: { ...inquiry.patient, sex: 'unknown' } })).toContain(
      '~DMG*D8*19610412~DTP*291',
    );
  });

  it.each<[string, Partial<EligibilityInquiry>, string]>([
    ['no member number', { coverage: { ...coverage, memberId: ' ' } }, 'eligibility/no-member-number'],
    ['a name that X12 cannot spell', { patient: { ...inquiry.patient, lastName: '夏' } }, 'x12/characters'],
    ['nothing asked', { serviceTypes: [], codes: [] }, 'eligibility/nothing-asked'],
    ['a type asked twice', { serviceTypes: ['35', '35'] }, 'x12/faults'],
  ])('refuses %s', (_what, change, code) => {
    const text = write270({ ...inquiry, ...change }, sampleEnvelope);
    expect(isRefusal(text) && text.code).toBe(code);
  });
});

describe('the checker', () => {
  const ok = written();
  it.each<[string, string, string, string]>([
    ['nothing', '', '', ''],
    ['another version', '*005010X279A1~BHT', '*005010X224A2~BHT', 'version'],
    ['a count that is off', '~SE*', '~SE*1', 'segment-count'],
    ['a lost segment', 'DMG*D8*19610412*F~', '', 'segment-count'],
    ['no trace', 'TRN*1*AW000000017*9234567893~', '', 'patient-place'],
    ['an empty question', 'EQ*35^28~', 'EQ~', 'element-missing'],
    ['a sex that only claims and answers have', '*19610412*F', '*19610412*U', 'element-form'],
    ['a code without its kind', 'AD:D9992', 'D9992', 'element-form'],
    ['a day that no calendar has', '19610412', '19610431', 'element-form'],
    ['a level that is not counted', 'HL*3*2*22', 'HL*4*2*22', 'hierarchy'],
  ])('finds %s', (_what, from, to, code) => {
    const faults = check270(ok.replace(from, to));
    expect(isRefusal(faults) ? faults.code : faults.map((fault) => fault.code)).toEqual(
      code === '' ? [] : expect.arrayContaining([code]),
    );
  });
});

it('says whatever it is given so that it can be read again', () => {
  const name = fc.stringMatching(/^[A-Z][A-Z' -]{0,20}[A-Z]$/);
  fc.assert(
    fc.property(
      name,
      name,
      fc.stringMatching(/^[A-Z0-9]{2,20}$/),
      fc.constantFrom('self' as const, 'spouse' as const, 'child' as const),
      fc.uniqueArray(fc.constantFrom(...askedServiceTypes), { minLength: 1 }),
      (lastName, firstName, memberId, relationship, serviceTypes) => {
        const text = written({
          coverage: { ...coverage, memberId, subscriber: { relationship, lastName, firstName } },
          patient: { ...inquiry.patient, lastName, firstName },
          serviceTypes,
        });
        const interchange = tokenize(text);
        if (isRefusal(interchange)) throw new Error(interchange.code);
        const of = (id: string, number: number) =>
          interchange.segments
            .filter((segment) => segment.id === id)
            .map((segment) => element(segment, number));
        expect(of('NM1', 9)).toContain(memberId);
        expect(of('NM1', 3)).toContain(lastName.replace(/ +/g, ' '));
        expect(of('EQ', 1)[0]?.split('^')).toEqual(serviceTypes);
      },
    ),
    { numRuns: 200 },
  );
});
