import { expect, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import type { At } from '../patient/patient.ts';
import { sampleRulebook, sampleRules } from '../rulebook/rulebook.samples.ts';
import { answerCoverage } from './answer-coverage.ts';
import type { BenefitFact, Coverage } from './benefit-fact.ts';
import type { CoverageQuestion } from './coverage-question.ts';
import { basisInWords, type Basis } from './payer-answer.ts';

const code = procedureCode('D9992');
const { status, fee, limit, who, waiting } = sampleRules;

const coverage: Coverage = {
  coverageId: 'coverage-1',
  payerId: 'payer-1',
  payerName: 'Sample Dental',
  kind: 'dental',
  priority: 'primary',
  memberId: 'M1',
  subscriber: { relationship: 'self', lastName: 'Lake', firstName: 'Lia' },
  flags: [],
};

function fact(change: Partial<BenefitFact> = {}, position = 5): At<BenefitFact> {
  return {
    position,
    value: {
      factId: `fact-${position}`,
      coverageId: 'coverage-1',
      code,
      status: 'not-a-benefit',
      source: { kind: 'telephone-call', representative: 'Ruth', reference: 'R-77' },
      learnedAt: instant('2026-02-10T18:00:00Z'),
      ...change,
    },
  };
}

const everything: CoverageQuestion = {
  code,
  serviceDate: calendarDate('2026-03-05'),
  payer: {
    payerId: 'payer-1',
    name: 'Sample Dental',
    claimPayerId: 'SAMPL',
    line: 'commercial',
    rulebookPayer: 'sample',
    filingIndicator: 'CI',
  },
  coverage,
  alongside: [],
  facts: [],
  planAnswers: [],
  rulebook: sampleRulebook([status, fee, limit, who]),
  timeZone: 'America/Los_Angeles',
  performer: { role: 'coordinator' },
  activityKinds: ['coordination-with-provider'],
  uses: [],
  history: [],
};

const noPayer = { ...everything, payer: undefined };
const word = (basis: Basis) =>
  basis.kind === 'none' ? 'none' : basis.kind === 'rule' ? basis.ruleId : basis.factId;

interface Row {
  name: string;
  change: Partial<CoverageQuestion>;
  status?: string;
  payable?: string;
  basis?: string;
  obstacles?: string[];
  conflicts?: string[];
}

const rows: Row[] = [
  { name: 'a rule pays', change: {}, status: 'paid', payable: 'yes', basis: 'sample/status', obstacles: [] },
  {
    name: 'no payer recorded',
    change: noPayer,
    status: 'unknown',
    payable: 'unknown',
    basis: 'none',
    obstacles: ['status', 'who-may-perform'],
  },
  {
    name: 'a payer that the rulebook does not have',
    change: {
      rulebook: sampleRulebook([]),
      payer: { payerId: 'p', name: 'Other', claimPayerId: 'X', line: 'commercial', filingIndicator: 'CI' },
    },
    status: 'unknown',
    payable: 'unknown',
    basis: 'none',
  },
  {
    name: 'the last day of the rule',
    change: { serviceDate: calendarDate('2026-12-31') },
    status: 'paid',
    payable: 'yes',
  },
  {
    name: 'the day after the rule',
    change: { serviceDate: calendarDate('2027-01-01') },
    status: 'unknown',
    payable: 'unknown',
    basis: 'none',
  },
  { name: 'another code', change: { code: procedureCode('D9994') }, status: 'unknown', payable: 'unknown' },
  {
    name: 'a dentist of an unknown payer needs no rule on who',
    change: { ...noPayer, performer: { role: 'dentist' } },
    obstacles: ['status'],
  },
  {
    name: 'a hygienist',
    change: { performer: { role: 'hygienist' } },
    payable: 'no',
    obstacles: ['who-may-perform'],
  },
  {
    name: 'an administrator who is a dentist',
    change: { performer: { role: 'administrator', credential: 'D.D.S.' } },
    payable: 'yes',
    obstacles: [],
  },

  {
    name: 'told: not a benefit, where no rule speaks',
    change: { rulebook: sampleRulebook([]), facts: [fact()] },
    status: 'not-a-benefit',
    payable: 'no',
    basis: 'fact-5',
  },
  {
    name: 'told: paid, with who',
    change: { rulebook: sampleRulebook([]), facts: [fact({ status: 'paid', performers: ['coordinator'] })] },
    status: 'paid',
    payable: 'yes',
    basis: 'fact-5',
    obstacles: [],
  },
  {
    name: 'told: paid, for dentists',
    change: { rulebook: sampleRulebook([]), facts: [fact({ status: 'paid', performers: ['dentist'] })] },
    payable: 'no',
    obstacles: ['who-may-perform'],
  },
  {
    name: 'told: paid, nothing of who',
    change: { rulebook: sampleRulebook([]), facts: [fact({ status: 'paid' })] },
    payable: 'unknown',
    obstacles: ['who-may-perform'],
  },
  {
    name: 'told: paid, who only in words',
    change: {
      rulebook: sampleRulebook([]),
      facts: [fact({ status: 'paid', whoMayPerform: 'licensed staff' })],
    },
    payable: 'unknown',
    obstacles: ['who-may-perform'],
  },
  {
    name: 'told of another coverage',
    change: { rulebook: sampleRulebook([]), facts: [fact({ coverageId: 'coverage-2' })] },
    status: 'unknown',
  },
  {
    name: 'told of another code',
    change: { rulebook: sampleRulebook([]), facts: [fact({ code: procedureCode('D9991') })] },
    status: 'unknown',
  },
  {
    name: 'told by nobody: an assumption decides nothing',
    change: { rulebook: sampleRulebook([]), facts: [fact({ source: { kind: 'assumption' } })] },
    status: 'unknown',
  },
  {
    name: 'told: the payer does not know',
    change: { rulebook: sampleRulebook([]), facts: [fact({ status: 'unknown' })] },
    status: 'unknown',
    basis: 'none',
  },
  {
    name: 'by report',
    change: { rulebook: sampleRulebook([who]), facts: [fact({ status: 'by-report' })] },
    payable: 'unknown',
    obstacles: ['status'],
  },
  {
    name: 'authorization first',
    change: { rulebook: sampleRulebook([who]), facts: [fact({ status: 'prior-authorization' })] },
    payable: 'unknown',
    obstacles: ['status'],
  },
  {
    name: 'bundled',
    change: {
      rulebook: sampleRulebook([who]),
      facts: [fact({ status: 'bundled-into', bundledInto: procedureCode('D0150') })],
    },
    payable: 'no',
    obstacles: ['status'],
  },

  {
    name: 'good through the day of service',
    change: { rulebook: sampleRulebook([]), facts: [fact({ goodThrough: calendarDate('2026-03-05') })] },
    status: 'not-a-benefit',
  },
  {
    name: 'good through the day before',
    change: { rulebook: sampleRulebook([]), facts: [fact({ goodThrough: calendarDate('2026-03-04') })] },
    status: 'unknown',
  },
  {
    name: 'told this year, service on its last day',
    change: { rulebook: sampleRulebook([]), serviceDate: calendarDate('2026-12-31'), facts: [fact()] },
    status: 'not-a-benefit',
  },
  {
    name: 'told this year, service in the next',
    change: { rulebook: sampleRulebook([]), serviceDate: calendarDate('2027-01-01'), facts: [fact()] },
    status: 'unknown',
  },
  {
    name: 'told this year, service in the last',
    change: { rulebook: sampleRulebook([]), serviceDate: calendarDate('2025-12-31'), facts: [fact()] },
    status: 'unknown',
  },
  {
    name: 'told on New Year’s Eve at the practice, already next year in UTC',
    change: { rulebook: sampleRulebook([]), facts: [fact({ learnedAt: instant('2026-01-01T07:59:59Z') })] },
    status: 'unknown',
  },
  {
    name: 'told on New Year’s Day at the practice',
    change: { rulebook: sampleRulebook([]), facts: [fact({ learnedAt: instant('2026-01-01T08:00:00Z') })] },
    status: 'not-a-benefit',
  },
  {
    name: 'a fact that a later one replaces',
    change: {
      rulebook: sampleRulebook([]),
      facts: [fact(), fact({ status: 'by-report', replaces: 'fact-5' }, 6)],
    },
    status: 'by-report',
    conflicts: [],
  },

  {
    name: 'a rule beats a spoken word, and both are shown',
    change: { facts: [fact()] },
    status: 'paid',
    basis: 'sample/status',
    conflicts: ['status sample/status fact-5'],
  },
  {
    name: 'a written word about the member beats a rule',
    change: { facts: [fact({ source: { kind: 'portal' } })] },
    status: 'not-a-benefit',
    basis: 'fact-5',
    payable: 'no',
    conflicts: ['status fact-5 sample/status'],
  },
  {
    name: 'an explanation of benefits beats the portal, though older',
    change: {
      facts: [
        fact({ source: { kind: 'eob' }, status: 'by-report', learnedAt: instant('2026-01-05T18:00:00Z') }),
        fact({ source: { kind: 'portal' } }, 6),
      ],
    },
    status: 'by-report',
    conflicts: ['status fact-5 fact-6', 'status fact-5 sample/status'],
  },
  {
    name: 'of two telephone calls the newer',
    change: {
      rulebook: sampleRulebook([]),
      facts: [fact(), fact({ status: 'by-report', learnedAt: instant('2026-02-11T18:00:00Z') }, 6)],
    },
    status: 'by-report',
    basis: 'fact-6',
    conflicts: ['status fact-6 fact-5'],
  },
  {
    name: 'a spoken word beats a weak rule',
    change: { rulebook: sampleRulebook([{ ...status, mark: 'weak' }, who]), facts: [fact()] },
    status: 'not-a-benefit',
  },
  {
    name: 'a spoken word that agrees is no conflict',
    change: { facts: [fact({ status: 'paid' })] },
    status: 'paid',
    conflicts: [],
  },
  {
    name: 'a spoken amount beside a rule',
    change: { facts: [fact({ status: 'paid', allowed: cents(4500) })] },
    conflicts: ['fee sample/fee fact-5'],
  },
  {
    name: 'a spoken limit beside a rule',
    change: { facts: [fact({ status: 'paid', frequency: { times: 2, window: 'benefit-year' } })] },
    conflicts: ['frequency-limit sample/limit fact-5'],
  },

  {
    name: '29 days after the last',
    change: { history: [{ code, date: calendarDate('2026-02-04') }] },
    payable: 'no',
    obstacles: ['frequency'],
  },
  {
    name: '30 days after the last',
    change: { history: [{ code, date: calendarDate('2026-02-03') }] },
    payable: 'yes',
    obstacles: [],
  },
  {
    name: 'another code the day before',
    change: { history: [{ code: procedureCode('D9991'), date: calendarDate('2026-03-04') }] },
    payable: 'yes',
  },

  {
    name: 'coverage from the day of service',
    change: { coverage: { ...coverage, from: calendarDate('2026-03-05') } },
    payable: 'yes',
  },
  {
    name: 'coverage from the day after',
    change: { coverage: { ...coverage, from: calendarDate('2026-03-06') } },
    payable: 'no',
    obstacles: ['coverage-inactive'],
  },
  {
    name: 'coverage through the day of service',
    change: { coverage: { ...coverage, through: calendarDate('2026-03-05') } },
    payable: 'yes',
  },
  {
    name: 'coverage through the day before',
    change: { coverage: { ...coverage, through: calendarDate('2026-03-04') } },
    payable: 'no',
    obstacles: ['coverage-inactive'],
  },
  {
    name: 'the last day of waiting',
    change: {
      rulebook: sampleRulebook([status, who, waiting]),
      coverage: { ...coverage, from: calendarDate('2025-12-06') },
    },
    payable: 'no',
    obstacles: ['waiting-period'],
  },
  {
    name: 'the first day after waiting',
    change: {
      rulebook: sampleRulebook([status, who, waiting]),
      coverage: { ...coverage, from: calendarDate('2025-12-05') },
    },
    payable: 'yes',
  },
  {
    name: 'waiting, and the start of the coverage is not known',
    change: { rulebook: sampleRulebook([status, who, waiting]) },
    payable: 'unknown',
    obstacles: ['waiting-period'],
  },
];

test.each(rows)('$name', ({ change, ...expected }) => {
  const answer = answerCoverage({ ...everything, ...change });
  const found = {
    status: answer.status,
    payable: answer.payable,
    basis: word(answer.basis),
    obstacles: answer.obstacles.map((obstacle) => obstacle.kind),
    conflicts: answer.conflicts.map(
      (conflict) => `${conflict.about} ${word(conflict.followed)} ${word(conflict.setAside)}`,
    ),
  };
  const { name: _, ...parts } = expected;
  expect(found).toMatchObject(parts);
});

test('an answer names its rule, its source and the version of the rulebook', () => {
  const answer = answerCoverage(everything);
  expect(answer.basis).toMatchObject({
    kind: 'rule',
    ruleId: 'sample/status',
    mark: 'confirmed',
    fictional: true,
  });
  expect(answer.fee).toMatchObject({ amount: 6000, basis: { ruleId: 'sample/fee' } });
  expect(answer.rulebookVersion).toBe('sha256:sample');
  expect(basisInWords(answer.basis)).toBe('rule sample/status: Made up for tests');
});

test('an answer names who said it, and where it stands in the patient’s chain', () => {
  const answer = answerCoverage({ ...everything, rulebook: sampleRulebook([]), facts: [fact()] });
  expect(answer.basis).toMatchObject({ kind: 'fact', position: 5, goodThrough: '2026-12-31' });
  expect(basisInWords(answer.basis)).toBe('fact fact-5: telephone-call, Ruth, reference R-77, 2026-02-10');
  expect(basisInWords({ kind: 'none' })).toBe('no confirmed rule and no benefit fact');
});

test('what speaks of the code but not of the day is shown and not followed', () => {
  const answer = answerCoverage({
    ...everything,
    serviceDate: calendarDate('2027-01-01'),
    facts: [fact()],
  });
  expect(answer.status).toBe('unknown');
  expect(answer.nearby.map(word)).toEqual(['fact-5', 'sample/status']);
});

test('under Medicaid nothing is charged, whoever says what', () => {
  const payer = {
    ...everything.payer,
    line: 'medicaid' as const,
    payerId: 'p',
    name: 'M',
    claimPayerId: 'M',
    filingIndicator: 'MC',
  };
  const answer = answerCoverage({ ...everything, payer, rulebook: sampleRulebook([]), facts: [fact()] });
  expect(answer.mayChargePatient.answer).toBe('no');
});
