/** Answers of an invented payer about an invented patient, for tests of the reader. */

const isa =
  'ISA*00*          *00*          *ZZ*CASC1          *ZZ*HARBOR01       *260305*0915*^*00501*000000042*0*T*:~';

/** Benefits of a plan as one answer says them: 100/80/50, a deductible, a maximum, D9992 once a year. */
const sampleBenefits: readonly string[] = [
  'EB*1**30^35**CASCADIA DENTAL CHOICE',
  'EB*A*IND*23^41*****0',
  'EB*A*IND*28*****.2****Y',
  'EB*A*IND*28*****.5****N',
  'EB*C*IND*35***23*50',
  'EB*C*FAM*35***23*150',
  'EB*C*IND*35***29*25',
  'EB*F*IND*35***23*1500',
  'EB*F*IND*35***29*840',
  'EB*F*IND*38***32*1500',
  'EB*F*IND*24',
  'HSD*VS*1***21*2',
  'EB*1**********U**AD:D9992',
  'EB*F*IND***********AD:D9992',
  'HSD*VS*1***23*1',
  'MSG*COORDINATION NOTE REQUIRED WITH CLAIM',
];

export interface SampleAnswer {
  readonly benefits?: readonly string[];
  readonly lastName?: string;
  readonly firstName?: string;
  /** Absent: a day; empty: no day at all. */
  readonly birthDate?: string;
  readonly memberId?: string;
  /** Segments after the subscriber's name, such as AAA. */
  readonly after?: readonly string[];
  readonly madeOn?: string;
  readonly version?: string;
}

export function sample271(sample: SampleAnswer = {}): string {
  const { benefits = sampleBenefits, after = [], version = '005010X279A1' } = sample;
  const body = [
    `ST*271*0042*${version}`,
    `BHT*0022*11*AW000000017*${sample.madeOn ?? '20260305'}*0915`,
    'HL*1**20*1',
    'NM1*PR*2*CASCADIA MUTUAL DENTAL*****PI*CASC1',
    'HL*2*1*21*1',
    'NM1*1P*2*HARBOR FAMILY DENTAL*****XX*1234567893',
    'HL*3*2*22*0',
    'TRN*2*AW000000017*9234567893',
    `NM1*IL*1*${sample.lastName ?? 'NUNEZ'}*${sample.firstName ?? 'MARISOL'}****MI*${sample.memberId ?? 'XYZ123456'}`,
    ...after,
    'REF*6P*G100',
    ...(sample.birthDate === '' ? [] : [`DMG*D8*${sample.birthDate ?? '19610412'}*F`]),
    'DTP*346*D8*20260101',
    ...benefits,
  ];
  const transaction = [...body, `SE*${body.length + 1}*0042`].map((segment) => `${segment}~`).join('');
  return `${isa}GS*HB*CASC1*HARBOR01*20260305*0915*42*X*${version}~${transaction}GE*1*42~IEA*1*000000042~`;
}

/** A 999 that finds fault with the name of the subscriber, and one that finds none. */
export function sample999(faults: readonly string[] = ['IK3*NM1*8**8', 'IK4*9*67*1']): string {
  const body = [
    'ST*999*0001*005010X231A1',
    'AK1*HS*17*005010X279A1',
    'AK2*270*0017*005010X279A1',
    ...faults,
    `IK5*${faults.length > 0 ? 'R' : 'A'}`,
    `AK9*${faults.length > 0 ? 'R' : 'A'}*1*1*0`,
  ];
  const transaction = [...body, `SE*${body.length + 1}*0001`].map((segment) => `${segment}~`).join('');
  return `${isa}GS*FA*CASC1*HARBOR01*20260305*0915*42*X*005010X231A1~${transaction}GE*1*42~IEA*1*000000042~`;
}

export const sampleTa1 = `${isa}TA1*000000017*260305*0915*R*006~IEA*0*000000042~`;
