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
  ])('nor whether the codes of service type %s count together', (service, about) => {
    const { statements, aside } = limited(service);
    expect(statements.at(-1)).toEqual({
      kind: 'frequency',
      for: about,
      times: 1,
      window: 'every-years',
      every: 2,
      per: 'not-said',
    });
    expect(aside).toEqual([]);
  });
  it('of dental care as a whole nobody can tell what is limited', () => {
    const { statements, aside } = limited('35');
    expect(statements).toEqual([]);
    expect(aside.map(([, reason]) => reason)).toEqual(['counts-for-what']);
  });
  it.each([
    ['D1110', { times: 1, window: 'benefit-year' }],
    ['D9992', { times: 1, window: 'benefit-year' }],
    ['D4341', undefined],
  ])('in a year, of %s', (code, frequency) => {
    const { codes, statements, aside } = factsWith(`EB*F*IND***********AD:${code}`, 'HSD*VS*1***23*1');
    expect(codes[0]?.frequency).toEqual(frequency);
    expect(statements.map((one) => one.kind)).toEqual(frequency ? [] : ['frequency']);
    expect(aside).toEqual([]);
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
    const { codes } = factsWith('EB*F*IND***********AD:D1110', `HSD*${unit}*2***23*1`);
    expect(codes[0]?.frequency).toEqual(kind && { times: 2, window: 'benefit-year' });
  });

  it.each(['304', '472'])('the day of the last service is no span and is not lost: %s', (qualifier) => {
    const { statements, aside } = of(['EB*F*IND*26', 'HSD*VS*1***21*5', `DTP*${qualifier}*D8*20240301`]);
    expect(statements.at(-1)).toMatchObject({ kind: 'frequency', times: 1, every: 5 });
    expect(aside.map(([, reason]) => reason)).toEqual(qualifier === '304' ? ['last-service'] : []);
  });

  it('the sum of the same line counts all the same', () => {
    const { statements, aside } = of(['EB*F*IND*35***23*500', 'HSD*VS*1***21*2']);
    expect(statements).toMatchObject([{ kind: 'maximum', amount: 50_000 }]);
    expect(aside).toEqual([['35', 'counts-for-what']]);
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
