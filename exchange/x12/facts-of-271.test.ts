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
  ])('for %s by %j is %j', (code, benefits, expected) => {
    expect(patientPays(code, benefits)).toEqual(expected);
  });
});
