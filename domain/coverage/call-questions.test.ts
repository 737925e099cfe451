import { describe, expect, it, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { sampleCoverage, sampleRule, sampleRulebook } from '../readiness/ready-case.samples.ts';
import { answerCoverage } from './answer-coverage.ts';
import type { BenefitFact } from './benefit-fact.ts';
import { callQuestions } from './call-questions.ts';
import type { PlanAnswer, PlanStatement } from './plan-answer.ts';
import { planKnowledge } from './plan-knowledge.ts';

const today = calendarDate('2026-03-12');
const timeZone = 'America/Los_Angeles';
const crown = procedureCode('D2740');
const braces = procedureCode('D8080');
const cleaning = procedureCode('D1110');

interface Known {
  readonly statements?: readonly PlanStatement[];
  readonly learnedAt?: string;
  readonly goodThrough?: string;
  readonly fact?: Partial<BenefitFact>;
  readonly rules?: Parameters<typeof sampleRulebook>[0];
  readonly codes?: readonly ReturnType<typeof procedureCode>[];
  readonly coveredTwice?: boolean;
}

function asked(known: Known) {
  const learnedAt = instant(known.learnedAt ?? '2026-03-12T17:00:00.000Z');
  const answer: PlanAnswer = {
    answerId: 'answer-1',
    coverageId: sampleCoverage.coverageId,
    statements: [...(known.statements ?? [])],
    source: { kind: 'portal' },
    learnedAt,
    ...(known.goodThrough !== undefined && { goodThrough: calendarDate(known.goodThrough) }),
  };
  const fact: BenefitFact = {
    factId: 'fact-1',
    coverageId: sampleCoverage.coverageId,
    code: procedureCode('D9992'),
    status: 'unknown',
    source: { kind: 'portal' },
    learnedAt,
    ...known.fact,
  };
  const planAnswers = known.statements ? [{ value: answer, position: 1 }] : [];
  const benefitFacts = known.fact ? [{ value: fact, position: 2 }] : [];
  const coordination = answerCoverage({
    code: procedureCode('D9992'),
    serviceDate: today,
    payer: {
      payerId: 'payer-1',
      name: 'Sample Dental',
      claimPayerId: 'SAMPL',
      line: 'commercial',
      rulebookPayer: 'sample-payer',
      filingIndicator: 'CI',
    },
    coverage: sampleCoverage,
    alongside: [],
    facts: benefitFacts,
    planAnswers,
    rulebook: sampleRulebook(known.rules ?? []),
    timeZone,
    performer: { role: 'coordinator' },
    activityKinds: [],
    uses: [],
    history: [],
  });
  return callQuestions({
    knowledge: planKnowledge({ benefitFacts, planAnswers }, sampleCoverage.coverageId, today, timeZone),
    coordination,
    codes: known.codes ?? [],
    coveredTwice: known.coveredTwice ?? false,
    today,
    timeZone,
  });
}

const openOf = (known: Known) => asked(known).flatMap(({ question, open }) => (open ? question.id : []));

const coordination = [
  'coordination-paid',
  'coordination-often',
  'who-may-perform',
  'documentation',
  'coordination-fee',
];

describe('the order of a call', () => {
  it.each<[string, Known, string[]]>([
    ['nothing planned', {}, ['in-force', 'benefit-year', ...coordination, 'network']],
    [
      'a crown',
      { codes: [crown] },
      [
        'in-force',
        'benefit-year',
        ...coordination,
        'deductible',
        'maximum',
        'code-terms.D2740',
        'frequency.D2740',
        'alternate-benefit.D2740',
        'waiting-period.restorative',
        'network',
        'family-limits',
        'category-percentage.restorative',
      ],
    ],
    [
      'a code twice is asked once, and preventive work has no waiting period',
      { codes: [cleaning, cleaning] },
      [
        'in-force',
        'benefit-year',
        ...coordination,
        'deductible',
        'maximum',
        'code-terms.D1110',
        'frequency.D1110',
        'network',
        'family-limits',
        'category-percentage.preventive',
        'age-limit.preventive',
      ],
    ],
    [
      'braces and a second plan',
      { codes: [braces], coveredTwice: true },
      [
        'in-force',
        'benefit-year',
        ...coordination,
        'deductible',
        'maximum',
        'code-terms.D8080',
        'frequency.D8080',
        'waiting-period.orthodontics',
        'orthodontic-maximum',
        'coordination-of-benefits',
        'network',
        'family-limits',
        'category-percentage.orthodontics',
        'age-limit.orthodontics',
        'orthodontic-instalments',
      ],
    ],
    [
      'a bridge may replace a missing tooth',
      { codes: [procedureCode('D6240')] },
      [
        'in-force',
        'benefit-year',
        ...coordination,
        'deductible',
        'maximum',
        'code-terms.D6240',
        'frequency.D6240',
        'missing-tooth.D6240',
        'alternate-benefit.D6240',
        'waiting-period.fixed-prosthodontics',
        'network',
        'family-limits',
        'category-percentage.fixed-prosthodontics',
      ],
    ],
    [
      'D9992 in the plan is not asked for twice',
      { codes: [procedureCode('D9992')] },
      ['in-force', 'benefit-year', ...coordination, 'network'],
    ],
  ])('%s', (_name, known, ids) => {
    expect(asked(known).map(({ question }) => question.id)).toEqual(ids);
  });
});

const active: PlanStatement = { kind: 'in-force', active: true };
const ofYear = { per: 'individual', period: 'benefit-year' } as const;
const maximum: PlanStatement = { kind: 'maximum', ...ofYear, amount: cents(1500_00) };
const maximumLeft: PlanStatement = { kind: 'remaining', of: 'maximum', ...ofYear, amount: cents(200_00) };
const noDeductible: PlanStatement = { kind: 'deductible', ...ofYear, amount: cents(0) };

describe('what is known and fresh is passed over', () => {
  it.each<[string, Known, string, boolean]>([
    ['in force, heard today', { statements: [active] }, 'in-force', false],
    [
      'in force, heard on the first of the month',
      { statements: [active], learnedAt: '2026-03-01T20:00:00.000Z' },
      'in-force',
      false,
    ],
    [
      'in force, heard on the last of the month before',
      { statements: [active], learnedAt: '2026-03-01T07:59:00.000Z' },
      'in-force',
      true,
    ],
    ['the maximum without what is left', { statements: [maximum] }, 'maximum', true],
    ['what is left without the maximum', { statements: [maximumLeft] }, 'maximum', true],
    ['both, heard today', { statements: [maximum, maximumLeft] }, 'maximum', false],
    [
      'both, heard yesterday',
      { statements: [maximum, maximumLeft], learnedAt: '2026-03-12T06:59:00.000Z' },
      'maximum',
      true,
    ],
    ['no deductible leaves nothing to count', { statements: [noDeductible] }, 'deductible', false],
    [
      'that a code has no limit',
      { statements: [{ kind: 'no-frequency-limit', for: { code: crown } }] },
      'frequency.D2740',
      false,
    ],
    [
      'that it is paid as itself',
      { statements: [{ kind: 'alternate-benefit', code: crown, applies: false }] },
      'alternate-benefit.D2740',
      false,
    ],
    [
      'what nobody could say yesterday',
      { statements: [{ kind: 'not-said', question: 'frequency', code: crown }] },
      'frequency.D2740',
      true,
    ],
    [
      'the percentage of the code',
      { statements: [{ kind: 'percentage', for: { code: crown }, percent: 50 }] },
      'code-terms.D2740',
      false,
    ],
    [
      'the percentage of its class',
      { statements: [{ kind: 'percentage', for: { category: 'restorative' }, percent: 50 }] },
      'code-terms.D2740',
      false,
    ],
    [
      'the percentage of a group that holds it',
      {
        statements: [
          { kind: 'group', name: 'Major', codes: ['D2710-D2799'] },
          { kind: 'percentage', for: { group: 'Major' }, percent: 50 },
        ],
      },
      'code-terms.D2740',
      false,
    ],
    [
      'the percentage of everything',
      { statements: [{ kind: 'percentage', percent: 50 }] },
      'code-terms.D2740',
      true,
    ],
    [
      'the percentage of another class',
      { statements: [{ kind: 'percentage', for: { category: 'endodontics' }, percent: 50 }] },
      'code-terms.D2740',
      true,
    ],
    [
      'a benefit year that ran out',
      {
        statements: [{ kind: 'benefit-year', begins: '07-01' }],
        learnedAt: '2025-11-01T18:00:00.000Z',
      },
      'benefit-year',
      true,
    ],
    [
      'a benefit year on its last good day',
      {
        statements: [{ kind: 'benefit-year', begins: '07-01' }],
        learnedAt: '2026-03-11T18:00:00.000Z',
        goodThrough: '2026-03-12',
      },
      'benefit-year',
      false,
    ],
    ['D9992 is paid', { fact: { status: 'paid' } }, 'coordination-paid', false],
    ['D9992 is not said to be paid', { fact: { allowed: cents(2500) } }, 'coordination-paid', true],
    ['its fee, where nothing is paid', { fact: { status: 'not-a-benefit' } }, 'coordination-fee', false],
    [
      'how often, of a code that is not paid',
      { statements: [{ kind: 'status', for: { code: crown }, status: 'not-a-benefit' }] },
      'frequency.D2740',
      false,
    ],
    [
      'how often, of a code that needs a predetermination',
      { statements: [{ kind: 'status', for: { code: crown }, status: 'prior-authorization' }] },
      'frequency.D2740',
      true,
    ],
    [
      'what is left for the family is not what is left for the patient',
      { statements: [maximum, { ...maximumLeft, per: 'family' }] },
      'maximum',
      true,
    ],
    ['the maximum of the family', { statements: [{ ...maximum, per: 'family' }] }, 'family-limits', false],
    ['the maximum of the patient', { statements: [maximum] }, 'family-limits', true],
    [
      'the percentage of a code, which is not that of its class',
      { statements: [{ kind: 'percentage', for: { code: crown }, percent: 50 }] },
      'category-percentage.restorative',
      true,
    ],
    [
      'the percentage of the class',
      { statements: [{ kind: 'percentage', for: { category: 'restorative' }, percent: 50 }] },
      'category-percentage.restorative',
      false,
    ],
    [
      'that there are no ages',
      {
        codes: [braces],
        statements: [{ kind: 'age-limit', for: { category: 'orthodontics' }, from: 0 }],
      },
      'age-limit.orthodontics',
      false,
    ],
    [
      'the ages of another class',
      { codes: [braces], statements: [{ kind: 'age-limit', for: { category: 'preventive' }, through: 14 }] },
      'age-limit.orthodontics',
      true,
    ],
    [
      'how orthodontics is paid',
      {
        codes: [braces],
        statements: [{ kind: 'orthodontics', bandingPercent: 25, every: 'month', incurred: 'end' }],
      },
      'orthodontic-instalments',
      false,
    ],
    ['its fee is said', { fact: { allowed: cents(2500) } }, 'coordination-fee', false],
    ['it has no limit', { fact: { frequency: 'none' } }, 'coordination-often', false],
    [
      'it has a limit',
      { fact: { frequency: { times: 1, window: 'calendar-month' } } },
      'coordination-often',
      false,
    ],
    [
      'somebody only assumes it',
      { fact: { status: 'paid', source: { kind: 'assumption' } } },
      'coordination-paid',
      true,
    ],
    [
      'a confirmed rule',
      { rules: [sampleRule({ kind: 'coverage-status', status: 'paid' })] },
      'coordination-paid',
      false,
    ],
  ])('%s', (_name, known, id, open) => {
    const found = asked({ codes: [crown], ...known }).find(({ question }) => question.id === id);
    expect(found?.open).toBe(open);
  });
});

test('what is passed over says from where it is known', () => {
  const [first] = asked({ statements: [active] });
  expect(first?.known).toMatchObject([{ statement: active, basis: { source: { kind: 'portal' } } }]);
});

test('a rule that nobody saw in a source is asked for', () => {
  const rule = sampleRule({ kind: 'coverage-status', status: 'paid' });
  expect(openOf({ rules: [{ ...rule, mark: 'general-knowledge' }] })).toContain('coordination-paid');
});
