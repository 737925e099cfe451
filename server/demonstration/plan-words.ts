import type { PlanStatement } from '#domain/coverage/plan-answer.ts';
import { codeCategories, type CodeCategory } from '#domain/estimate/code-category.ts';
import { calendarDate, type Instant } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import type { NewPracticeEvent } from '#domain/practice/practice-events.ts';
import type { PlanKey } from './plots/plot.ts';

/** What the invented plans are said to pay; what nobody asked them is missing on purpose, so that estimates show ranges. */
export const wordsOfPlan: Partial<Record<PlanKey, readonly PlanStatement[]>> = {
  'bright-harbor': [
    ...percentages({ diagnostic: 100, preventive: 100, restorative: 80, periodontics: 80 }),
    ...percentages({ endodontics: 80, 'oral-surgery': 80, implants: 50, 'fixed-prosthodontics': 50 }),
    ...percentages({ 'removable-prosthodontics': 50, adjunctive: 50 }),
    { kind: 'deductible', per: 'individual', period: 'benefit-year', amount: cents(50_00) },
    { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: cents(1500_00) },
    { kind: 'remaining', of: 'maximum', per: 'individual', period: 'benefit-year', amount: cents(980_00) },
    { kind: 'benefit-year', begins: '01-01' },
    { kind: 'network', participates: true },
  ],
  lakeshore: [
    ...percentages({ diagnostic: 100, preventive: 100, restorative: 70, 'oral-surgery': 70 }),
    { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: cents(1000_00) },
    { kind: 'benefit-year', begins: '07-01' },
    { kind: 'network', participates: false },
  ],
};

function percentages(by: Partial<Record<CodeCategory, number>>): readonly PlanStatement[] {
  return codeCategories.flatMap((category) => {
    const percent = by[category];
    return percent === undefined ? [] : [{ kind: 'percentage', for: { category }, percent } as const];
  });
}

/** Invented fees of the practice, in dollars, for what the plans of its cases are made of. */
const fees: Readonly<Record<string, number>> = {
  D0140: 95,
  D0150: 110,
  D0180: 120,
  D0210: 165,
  D0367: 340,
  D1110: 120,
  D1206: 52,
  D2391: 215,
  D2740: 1480,
  D2930: 310,
  D2950: 330,
  D3330: 1390,
  D3348: 1540,
  D4341: 310,
  D5110: 2150,
  D5130: 2280,
  D5410: 90,
  D5820: 720,
  D6010: 2450,
  D6058: 1690,
  D6750: 1520,
  D7140: 225,
  D7210: 365,
  D7230: 520,
  D7240: 610,
  D8080: 5900,
  D8210: 1900,
  D8660: 180,
  D9947: 2900,
  D9992: 85,
};

export function feesOfPractice(occurredAt: Instant): readonly NewPracticeEvent[] {
  return Object.entries(fees).map(([code, dollars]) => ({
    type: 'practice.fee-set',
    occurredAt,
    data: {
      fee: { code: procedureCode(code), amount: cents(dollars * 100), from: calendarDate('2020-01-01') },
    },
  }));
}
