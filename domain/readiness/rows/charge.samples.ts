import { calendarDate, instant } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import { procedureCode } from '../../kernel/procedure-code.ts';
import { samplePractice, samplePracticeSteps, sampleRule, sampleRulebook } from '../ready-case.samples.ts';
import { type Row, noWork, steps, without, secondPlan } from './row.samples.ts';

/** About what it costs, and what the patient was told of it. */
export const rowsOfCharge: readonly Row[] = [
  ['charge-told', 'passes', 'told', 'before the first call', {}],
  ['charge-told', 'warns', 'notTold', 'not told', without('charge.agreed')],
  [
    'charge-told',
    'warns',
    'toldLate',
    'a second into the first call',
    steps((step) =>
      step.type === 'charge.agreed'
        ? [
            {
              ...step,
              data: { agreement: { ...step.data.agreement, toldAt: instant('2026-03-05T17:00:01.000Z') } },
            },
          ]
        : [step],
    ),
  ],
  [
    'charge-told',
    'blocks',
    'forbidden',
    'the plan disallows the line',
    { rulebook: sampleRulebook([sampleRule({ kind: 'coverage-status', status: 'disallowed-no-charge' })]) },
  ],
  [
    'charge-told',
    'not-applicable',
    'nothingToTell',
    'forbidden, and nothing agreed',
    {
      ...without('charge.agreed'),
      rulebook: sampleRulebook([sampleRule({ kind: 'coverage-status', status: 'disallowed-no-charge' })]),
    },
  ],

  [
    'charge-told',
    'warns',
    'notTold',
    'told of another code',
    steps((step) =>
      step.type === 'charge.agreed'
        ? [{ ...step, data: { agreement: { ...step.data.agreement, code: procedureCode('D9994') } } }]
        : [step],
    ),
  ],
  [
    'charge-told',
    'blocks',
    'forbidden',
    'a second coverage is Medicaid',
    secondPlan({ payerName: 'State Medicaid' }),
  ],
  [
    'charge-told',
    'warns',
    'maybeForbidden',
    'a second coverage may be Medicaid',
    secondPlan({ payerId: 'nobody' }),
  ],
  [
    'charge-told',
    'passes',
    'told',
    'a Medicaid coverage that had ended',
    secondPlan({ payerName: 'State Medicaid', through: calendarDate('2026-03-08') }),
  ],

  ['fee', 'passes', 'set', 'set', {}],
  [
    'fee',
    'blocks',
    'missing',
    'set from the day after',
    {
      practice: samplePractice(
        samplePracticeSteps.map((step) =>
          step.type === 'practice.fee-set'
            ? { type: step.type, data: { fee: { ...step.data.fee, from: calendarDate('2026-03-10') } } }
            : step,
        ),
      ),
    },
  ],
  [
    'fee',
    'blocks',
    'missing',
    'set to nothing',
    {
      practice: samplePractice([
        ...samplePracticeSteps,
        {
          type: 'practice.fee-set',
          data: { fee: { code: procedureCode('D9992'), amount: cents(0), from: calendarDate('2026-03-01') } },
        },
      ]),
    },
  ],
  ['fee', 'not-applicable', 'noWork', 'no work', noWork],
];
