import { describe, expect, it } from 'vitest';
import { isEstimatorFact } from '#domain/coverage/statement-subject.ts';
import { estimated, line, network, plan } from '#domain/estimate/estimate.samples.ts';
import { refuseFacts } from '#domain/estimate/refuse-facts.ts';
import { factsWith } from './facts-of-271.samples.ts';

const crowns = { kind: 'group', name: 'D27xx', codes: ['D2700-D2799'] };
const prosthodontics = {
  kind: 'group',
  name: 'D50xx-D58xx, D62xx-D69xx',
  codes: ['D5000-D5899', 'D6200-D6999'],
};

describe('service types that name a group of codes', () => {
  it.each<[string, string, unknown[]]>([
    [
      'a share of crowns',
      'EB*A*IND*36*****.5',
      [crowns, { kind: 'percentage', for: { group: 'D27xx' }, percent: 50 }],
    ],
    [
      'crowns are not covered',
      'EB*I*IND*36',
      [crowns, { kind: 'status', for: { group: 'D27xx' }, status: 'not-a-benefit' }],
    ],
    [
      'a share of prosthodontics, of which each category has its own word',
      'EB*A*IND*39*****.5',
      [
        { kind: 'percentage', for: { category: 'removable-prosthodontics' }, percent: 50 },
        { kind: 'percentage', for: { category: 'fixed-prosthodontics' }, percent: 50 },
      ],
    ],
    [
      'a maximum of prosthodontics, which both categories share',
      'EB*F*IND*39***23*1000',
      [
        prosthodontics,
        {
          kind: 'maximum',
          for: { group: prosthodontics.name },
          per: 'individual',
          period: 'benefit-year',
          amount: 100_000,
        },
      ],
    ],
    ['a dental accident, which is no group', 'EB*A*IND*37*****.5', []],
  ])('%s', (_what, benefit, expected) => {
    const { statements } = factsWith(benefit);
    expect(statements).toEqual(expected);
    expect(refuseFacts(statements.filter(isEstimatorFact), '')).toBeUndefined();
  });

  it('a group is described once, however much is said of it', () => {
    const { statements } = factsWith('EB*A*IND*36*****.5', 'EB*C*IND*36***23*100');
    expect(statements.filter(({ kind }) => kind === 'group')).toEqual([crowns]);
  });

  it('a group of which two lines say different things is not described', () => {
    const { statements, aside } = factsWith('EB*A*IND*36*****.5', 'EB*A*IND*36*****.4');
    expect(statements).toEqual([]);
    expect(aside.map(({ reason }) => reason)).toEqual(['contradicts', 'contradicts']);
  });
});

describe('what the patient pays of 1,000 dollars', () => {
  const basicAndCrowns = ['EB*A*IND*25*****.2', 'EB*A*IND*36*****.5', 'EB*A*IND*39*****.6'];
  const open = ['EB*F*IND*35***23*9000', 'EB*C*IND*35***23*0'];
  const patientPays = (code: string, benefits: readonly string[]) => {
    const facts = factsWith(...benefits, ...open).statements.filter(isEstimatorFact);
    const [first] = estimated([plan([...facts, network(false)])], [line(code, 1000)]).lines;
    return first && [first.patient.low / 100, first.patient.high / 100];
  };
  it.each<[string, string[], number[]]>([
    ['D2699', basicAndCrowns, [200, 200]],
    ['D2700', basicAndCrowns, [500, 500]],
    ['D2740', basicAndCrowns, [500, 500]],
    ['D2799', basicAndCrowns, [500, 500]],
    ['D2800', basicAndCrowns, [200, 200]],
    ['D2740', ['EB*A*IND*25*****.2'], [200, 200]],
    ['D5110', basicAndCrowns, [600, 600]],
    ['D5899', basicAndCrowns, [600, 600]],
    ['D5900', basicAndCrowns, [0, 1000]],
    ['D6010', basicAndCrowns, [0, 1000]],
    ['D6199', basicAndCrowns, [0, 1000]],
    ['D6240', basicAndCrowns, [600, 600]],
    // Where the word about crowns cannot be told, that about fillings does not stand in for it.
    ['D2740', ['EB*A*IND*25*****.2', 'EB*A*IND*36*****.5', 'EB*A*IND*36*****.4'], [0, 1000]],
    ['D2740', ['EB*A*IND*25*****.2', 'EB*A*IND*36*****50'], [0, 1000]],
    // Nor does any word about more than the code, where lines about the code contradict each other.
    [
      'D2740',
      ['EB*A*IND*25*****.2', 'EB*A*IND******.5*****AD:D2740', 'EB*I************AD:D2740'],
      [200, 1000],
    ],
    [
      'D2740',
      ['EB*A*IND*25*****.2', 'EB*A*IND******.5*****AD:D2740', 'EB*A*IND******.4*****AD:D2740'],
      [200, 1000],
    ],
    ['D2699', ['EB*A*IND*25*****.2', 'EB*A*IND*36*****50'], [200, 200]],
    ['D2800', ['EB*A*IND*25*****.2', 'EB*A*IND*36*****50'], [200, 200]],
    ['D2740', ['EB*A*IND*25*****.2', 'EB*A*IND*24*****50'], [200, 200]],
    ['D2740', ['EB*A*IND*25*****.2', 'EB*A*IND*36*****.5****N'], [200, 200]],
  ])('for %s by %j is %j', (code, benefits, expected) => {
    expect(patientPays(code, benefits)).toEqual(expected);
  });
});

const of = (benefits: readonly string[]) => {
  const { statements, aside } = factsWith(...benefits);
  return { statements, aside: aside.map(({ line, reason }) => [line.services.join('^'), reason]) };
};

describe('the plan for dental care and the health plan as a whole', () => {
  it.each<[string, string[], unknown[], string[][]]>([
    [
      'dental in force under a health plan that is not',
      ['EB*6**30', 'EB*1**35'],
      [{ kind: 'in-force', active: true, from: '2026-01-01' }],
      [['30', 'health-plan']],
    ],
    [
      'dental not in force under a health plan that is',
      ['EB*6**35', 'EB*1**30'],
      [{ kind: 'in-force', active: false, from: '2026-01-01' }],
      [['30', 'health-plan']],
    ],
    [
      'the same word of both',
      ['EB*1**30', 'EB*1**35'],
      [{ kind: 'in-force', active: true, from: '2026-01-01' }],
      [],
    ],
    ['the health plan alone', ['EB*6**30'], [{ kind: 'in-force', active: false, from: '2026-01-01' }], []],
    [
      'the same two words of one service type',
      ['EB*6**35', 'EB*1**35'],
      [],
      [
        ['35', 'contradicts'],
        ['35', 'contradicts'],
      ],
    ],
    [
      'in force as no service and as dental care',
      ['EB*6', 'EB*1**30^35'],
      [{ kind: 'in-force', active: true, from: '2026-01-01' }],
      [['', 'health-plan']],
    ],
    [
      'another deductible, which is never taken for the dental one',
      ['EB*C*IND*30***23*1000', 'EB*C*IND*35***23*50'],
      [{ kind: 'deductible', per: 'individual', period: 'benefit-year', amount: 5_000 }],
      [['30', 'no-word']],
    ],
  ])('%s', (_what, benefits, statements, aside) => {
    expect(of(benefits)).toEqual({ statements, aside });
  });
});

describe('amounts and dates that cannot be true together', () => {
  const both = (reason: string) => [
    ['35', reason],
    ['35', reason],
  ];
  it.each<[string, string[], number, string[][]]>([
    ['as much is left as there is', ['EB*F*IND*35***23*1000', 'EB*F*IND*35***29*1000'], 2, []],
    [
      'a cent more is left',
      ['EB*F*IND*35***23*1000', 'EB*F*IND*35***29*1000.01'],
      0,
      both('more-left-than-there-is'),
    ],
    ['what is left of something else', ['EB*F*IND*35***23*1000', 'EB*F*IND*38***29*1500'], 2, []],
    ['one deductible for one and all', ['EB*C*IND*35***23*50', 'EB*C*FAM*35***23*50'], 2, []],
    [
      'less for all than for one',
      ['EB*C*IND*35***23*50', 'EB*C*FAM*35***23*49.99'],
      0,
      both('family-below-one'),
    ],
    ['a deductible as high as the maximum', ['EB*C*IND*35***23*1000', 'EB*F*IND*35***23*1000'], 2, []],
    [
      'a higher one',
      ['EB*C*IND*35***23*1000.01', 'EB*F*IND*35***23*1000'],
      0,
      both('deductible-above-maximum'),
    ],
  ])('%s', (_what, benefits, count, aside) => {
    const { statements, aside: found } = of(benefits);
    expect(statements).toHaveLength(count);
    expect(found).toEqual(aside);
  });

  it.each<[string, string[], unknown]>([
    [
      'one day',
      ['DTP*356*D8*20260101', 'DTP*357*D8*20260101'],
      { from: '2026-01-01', through: '2026-01-01' },
    ],
    ['an end the day before', ['DTP*356*D8*20260101', 'DTP*357*D8*20251231'], 'ends-first'],
    ['a range', ['DTP*307*RD8*20260701-20270630'], { from: '2026-01-01', through: '2027-06-30' }],
    ['a range backwards', ['DTP*307*RD8*20270630-20251231'], 'ends-first'],
  ])('of a coverage: %s', (_what, dates, expected) => {
    const { statements, aside } = of(['EB*1**35', ...dates]);
    if (typeof expected === 'string') {
      expect(statements).toEqual([]);
      expect(aside).toEqual([['35', expected]]);
    } else expect(statements).toEqual([{ kind: 'in-force', active: true, ...(expected ?? {}) }]);
  });
});

describe('how often', () => {
  const limited = (about: string) =>
    of([about.startsWith('D') ? `EB*F*IND***********AD:${about}` : `EB*F*IND*${about}`, 'HSD*VS*1***21*2']);
  it.each(['D0120', 'D1110', 'D1349', 'D4346', 'D4355', 'D4910', 'D8660', 'D9310'])(
    'for the whole mouth: %s',
    (code) => {
      expect(limited(code)).toEqual({
        statements: [
          { kind: 'frequency', for: { code }, times: 1, window: 'every-years', every: 2, per: 'mouth' },
        ],
        aside: [],
      });
    },
  );
  it.each(['D1351', 'D1510', 'D2740', 'D3310', 'D4341', 'D4345', 'D4911', 'D7140', 'D9944'])(
    'by what it counts is not said: %s',
    (code) => {
      expect(limited(code)).toEqual({
        statements: [
          { kind: 'frequency', for: { code }, times: 1, window: 'every-years', every: 2, per: 'not-said' },
        ],
        aside: [],
      });
    },
  );
  it.each([
    ['23', { category: 'diagnostic' }],
    ['24', { category: 'periodontics' }],
    ['36', { group: expect.any(String) }],
    ['35', undefined],
  ])('nor whether the codes of service type %s count together', (service, about) => {
    const { statements, aside } = limited(service);
    expect(statements.at(-1)).toEqual({
      kind: 'frequency',
      ...(about && { for: about }),
      times: 1,
      window: 'every-years',
      every: 2,
      per: 'not-said',
    });
    expect(aside).toEqual([]);
  });
  it.each(['D1110', 'D9992', 'D4341'])('in a year, of %s', (code) => {
    const { codes, statements, aside } = factsWith(`EB*F*IND***********AD:${code}`, 'HSD*VS*1***23*1');
    expect(statements).toMatchObject([
      { kind: 'frequency', for: { code }, times: 1, window: 'benefit-year' },
    ]);
    expect([codes, aside]).toEqual([[], []]);
  });

  it.each<[string, string, unknown]>([
    ['D9992', '7', { times: 1, window: 'client-day' }],
    ['D9992', '32', { times: 1, window: 'lifetime' }],
    ['D2740', '32', 'limit-without-words'],
  ])('of %s in the period %s', (code, period, expected) => {
    const { codes, statements, aside } = factsWith(`EB*F*IND***********AD:${code}`, `HSD*VS*1***${period}`);
    expect(statements).toEqual([]);
    expect(codes[0]?.frequency ?? aside[0]?.reason).toEqual(expected);
  });

  it('two lines about one code are followed both, or contradict each other', () => {
    const twice = (period: string, other: string) =>
      of(
        [period, other].flatMap((each, index) => [
          'EB*F*IND***********AD:D1110',
          `HSD*VS*${index + 1}***${each}`,
        ]),
      );
    expect(twice('34*6', '23').statements).toMatchObject([
      { kind: 'frequency', times: 1, window: 'every-months', every: 6 },
      { kind: 'frequency', times: 2, window: 'benefit-year' },
    ]);
    expect(twice('23', '23')).toEqual({
      statements: [],
      aside: [
        ['', 'contradicts'],
        ['', 'contradicts'],
      ],
    });
    expect(twice('7', '7').aside).toHaveLength(2);
  });

  it.each<[string, string[], unknown[], string[]]>([
    [
      'visits',
      ['EB*F*IND*41***23***VS*2'],
      [{ for: { category: 'preventive' }, times: 2, window: 'benefit-year' }],
      [],
    ],
    [
      'services of a code',
      ['EB*F*IND****21***P6*1***AD:D0210'],
      [{ times: 1, window: 'every-years', every: 1 }],
      [],
    ],
    ['a month', ['EB*F*IND****34***VS*1***AD:D1110'], [{ window: 'every-months', every: 1 }], []],
    ['all dental care', ['EB*F*IND*35***23***VS*2'], [{ times: 2, window: 'benefit-year' }], []],
    [
      'the same in an HSD',
      ['EB*F*IND****23***VS*2***AD:D1110', 'HSD*VS*2***23*1'],
      [{ times: 2, window: 'benefit-year' }],
      [],
    ],
    ['another unit', ['EB*F*IND*38***23***MN*24'], [], ['other-unit: EB09 MN, EB10 24, EB06 23']],
    ['an age', ['EB*F*IND*38******S7*19'], [], ['other-unit: EB09 S7, EB10 19']],
    ['no unit', ['EB*F*IND*41***23****2'], [], ['other-unit: EB10 2, EB06 23']],
    ['no number', ['EB*F*IND*41***23***VS'], [], ['limit-without-words: EB09 VS, EB06 23']],
    ['no period', ['EB*F*IND*41******VS*2'], [], ['limit-without-words: EB09 VS, EB10 2']],
    ['what is left', ['EB*F*IND*41***29***P6*1'], [], ['times-left: EB09 P6, EB10 1, EB06 29']],
    ['that nothing is left', ['EB*F*IND*41***29***VS*0'], [], ['times-left: EB09 VS, EB10 0, EB06 29']],
    [
      'in the HSD, what is left',
      ['EB*F************AD:D1110', 'HSD*VS*1***29'],
      [],
      ['times-left: HSD01 VS, HSD02 1, HSD05 29'],
    ],
    [
      'a number nobody can read',
      ['EB*F************AD:D1110', 'HSD*VS*1***21*x'],
      [],
      ['limit-without-words: HSD01 VS, HSD02 1, HSD05 21, HSD06 x'],
    ],
    [
      'so many a week',
      ['EB*F************AD:D1110', 'HSD*VS*12*WK*3*34*1'],
      [],
      ['limit-without-words: HSD01 VS, HSD02 12, HSD03 WK, HSD04 3, HSD05 34, HSD06 1'],
    ],
    [
      'beside a share',
      ['EB*A*IND*41*****.2', 'HSD*VS*2***23*1'],
      [{ kind: 'percentage' }],
      ['limit-of-no-limitation: HSD01 VS, HSD02 2, HSD05 23, HSD06 1'],
    ],
    ['a half', ['EB*F*IND*41***23***VS*1.5'], [], ['unbelievable: ']],
  ])('told beside the line itself: %s', (_what, benefits, statements, reasons) => {
    const found = factsWith(...benefits);
    expect(found.statements).toMatchObject(statements);
    expect(found.statements).toHaveLength(statements.length);
    expect(found.aside.map(({ reason, figures = '' }) => `${reason}: ${figures}`)).toEqual(reasons);
  });

  it.each([
    ['VS', 'frequency', []],
    ['P6', 'frequency', []],
    ['MN', undefined, ['other-unit']],
    ['DY', undefined, ['other-unit']],
    ['', undefined, ['other-unit']],
  ])('counted in %s', (unit, kind, reasons) => {
    const { statements, aside } = of(['EB*F*IND*26', `HSD*${unit}*12***34*1`]);
    expect(statements.at(-1)?.kind).toBe(kind);
    expect(aside.map(([, reason]) => reason)).toEqual(reasons);
  });

  it('the sum of the same line counts all the same', () => {
    const { statements, aside } = of(['EB*F*IND*41***23*500', 'HSD*DY*1***21*2']);
    expect(statements).toMatchObject([{ kind: 'maximum', amount: 50_000 }]);
    expect(aside).toEqual([['41', 'other-unit']]);
  });
});

describe('the days of a benefit', () => {
  const ofCode = 'EB*F************AD:D0210';
  it.each<[string, string, string[]]>([
    ['of a code, last done', ofCode, ['DTP*304*D8*20240301']],
    ['of a code, on the very day of the answer', ofCode, ['DTP*304*D8*20260305']],
    ['its span', ofCode, ['DTP*292*RD8*20260101-20261231']],
    ['its first and last day', ofCode, ['DTP*348*D8*20260305', 'DTP*349*D8*20260305']],
    ['the day that was asked about', ofCode, ['DTP*472*D8*20260101']],
  ])('that leave nothing open: %s', (_what, line, dates) => {
    const { statements, aside } = factsWith(line, 'HSD*VS*1***21*5', ...dates);
    const days = dates.flatMap((date) => (date.startsWith('DTP*304') ? date.slice(-8) : []));
    expect(aside).toEqual([]);
    expect(statements).toMatchObject([
      { kind: 'frequency', for: { code: 'D0210' }, times: 1, every: 5 },
      ...days.map((day) => ({
        kind: 'last-service',
        code: 'D0210',
        on: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
      })),
    ]);
  });

  it.each<[string, string[], number, string]>([
    ['of a service type', ['EB*F*IND*26', 'DTP*304*D8*20240301'], 0, 'last-day DTP*304 2024-03-01'],
    ['after the answer', [ofCode, 'DTP*304*D8*20260306'], 0, 'last-day DTP*304 2026-03-06'],
    ['several', [ofCode, 'DTP*304*RD8*20240301-20240302'], 0, 'other-days DTP*304 2024-03-01 2024-03-02'],
    ['a day of service', ['EB*A*IND*26*****.2', 'DTP*472*D8*20240301'], 1, 'other-day DTP*472 2024-03-01'],
    [
      'that no calendar has',
      ['EB*A*IND*26*****.2', 'DTP*304*D8*20240230'],
      1,
      'unread-date DTP01 304, DTP03 20240230',
    ],
    ['still to come', ['EB*A*IND*36*****.5', 'DTP*348*D8*20260306'], 0, 'not-yet 2026-03-06'],
    [
      'a span to come',
      ['EB*A*IND*36*****.5', 'DTP*292*RD8*20270101-20271231'],
      0,
      'not-yet 2027-01-01 2027-12-31',
    ],
    ['past', ['EB*F*IND*35***23*1500', 'DTP*349*D8*20260304'], 0, 'no-longer 2026-03-04'],
  ])('that are told: %s', (_what, benefits, count, expected) => {
    const { statements, aside } = factsWith(...benefits);
    expect(statements).toHaveLength(count);
    const told = aside.map(({ reason, figures, days }) =>
      [reason, figures, days?.from, days?.through !== days?.from && days?.through].filter(Boolean).join(' '),
    );
    expect(told).toEqual([expected]);
  });
});

describe('not covered, beside a share', () => {
  it.each<[string, string[], number]>([
    ['of the same code', ['EB*A*IND******.5*****AD:D2740', 'EB*I************AD:D2740'], 2],
    ['of the same code, as a copayment', ['EB*B*IND*****25******AD:D2740', 'EB*I************AD:D2740'], 2],
    ['of the same services', ['EB*A*IND*36*****.5', 'EB*I*IND*36'], 2],
    ['of nothing', ['EB*A*IND******1*****AD:D2740', 'EB*I************AD:D2740'], 0],
    ['of another code', ['EB*A*IND******.5*****AD:D2750', 'EB*I************AD:D2740'], 0],
    ['of the category', ['EB*A*IND*25*****.5', 'EB*I************AD:D2740'], 0],
  ])('%s', (what, benefits, contradicting) => {
    const { statements, codes, aside } = factsWith(...benefits);
    expect(aside.map(({ reason }) => reason)).toEqual(Array(contradicting).fill('contradicts'));
    if (contradicting === 0) expect(statements.length + codes.length).toBe(2);
    else
      expect([...statements, ...codes]).toEqual(
        what === 'of the same services'
          ? []
          : [{ kind: 'status', for: { code: 'D2740' }, status: 'unknown' }],
      );
  });
});

describe('a code that is no dental one', () => {
  it.each([
    ['not covered', 'EB*6************HC:98960'],
    ['covered', 'EB*1**35**********HC:98960'],
    ['with a share', 'EB*A*IND*35*****.2*****HC:98960'],
    ['in the dental set, and none', 'EB*6************AD:D99'],
  ])('is no word about the plan: %s', (_what, benefit) => {
    expect(of([benefit])).toEqual({ statements: [], aside: [[expect.any(String), 'other-code']] });
    expect(factsWith(benefit).codes).toEqual([]);
  });

  it('and without any code it is one', () => {
    expect(of(['EB*6']).statements).toMatchObject([{ kind: 'in-force', active: false }]);
  });
});
