import { expect, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Coverage } from '../coverage/benefit-fact.ts';
import type { Payer } from '../practice/practice-events.ts';
import {
  sampleCase,
  sampleCoverage,
  sampleOpening,
  samplePatient,
  samplePatientSteps,
  samplePractice,
  samplePracticeSteps,
  sampleRule,
  sampleRulebook,
} from '../readiness/ready-case.samples.ts';
import { decideAgreeCharge, decideAnswerCoverage } from './coverage-decisions.ts';
import { sampleDeciding } from './deciding.samples.ts';

const state = sampleCase();
const code = procedureCode('D9992');
const question = {
  answerId: 'answer-1',
  coverageId: 'coverage-1',
  code,
  serviceDate: calendarDate('2026-03-09'),
};

test.each([
  ['a rule that pays', sampleRulebook(), {}, 'paid'],
  ['no rule', sampleRulebook([]), {}, 'unknown'],
  ['a coverage that is not there', sampleRulebook(), { coverageId: 'x' }, 'case/not-there'],
])('answering: %s', (_name, rulebook, change, expected) => {
  const decided = decideAnswerCoverage(state, { ...question, ...change }, sampleDeciding(), rulebook, []);
  if (isRefusal(decided)) return expect(decided.code).toBe(expected);
  expect(decided).toMatchObject([
    { data: { answer: { status: expected, rulebookVersion: 'sha256:sample' } } },
  ]);
});

const agreement = {
  agreementId: 'agreement-9',
  code,
  amount: cents(500),
  toldAt: instant('2026-03-12T18:00:00.000Z'),
  toldBy: 'Cora Coordinator',
  toldTo: 'Marisol Núñez',
  agreed: true,
  note: '',
};
const disallowing = sampleRulebook([sampleRule({ kind: 'coverage-status', status: 'disallowed-no-charge' })]);

test.each([
  ['told now', agreement, sampleRulebook(), 'charge.agreed'],
  [
    'told a second from now',
    { ...agreement, toldAt: instant('2026-03-12T18:00:01.000Z') },
    sampleRulebook(),
    'charge/told-in-the-future',
  ],
  ['a consent that is not there', { ...agreement, consentId: 'x' }, sampleRulebook(), 'case/not-there'],
  ['the plan disallows the line', agreement, disallowing, 'charge/forbidden'],
  ['payer unknown', agreement, sampleRulebook([]), 'charge.agreed'],
])('agreeing on a charge: %s', (_name, told, rulebook, expected) => {
  const decided = decideAgreeCharge(
    sampleCase(sampleOpening),
    { agreement: told },
    sampleDeciding(),
    rulebook,
  );
  expect(isRefusal(decided) ? decided.code : decided[0]?.type).toBe(expected);
});

function insured(change: Partial<Coverage>, practice = samplePractice()) {
  const coverage: Coverage = {
    ...sampleCoverage,
    coverageId: 'coverage-2',
    priority: 'secondary',
    memberId: 'M-2',
    ...change,
  };
  return sampleDeciding({
    practice,
    patient: samplePatient([
      ...samplePatientSteps,
      { type: 'patient.coverage-recorded', data: { coverage } },
    ]),
  });
}
const day = calendarDate;
const medicaid = (change: Partial<Payer>) =>
  samplePractice([
    ...samplePracticeSteps,
    {
      type: 'practice.payer-recorded',
      data: {
        payer: {
          payerId: 'payer-state',
          name: 'State Dental Program',
          claimPayerId: 'STATE',
          line: 'other',
          filingIndicator: 'ZZ',
          ...change,
        },
      },
    },
  ]);
const stateCoverage = { payerId: 'payer-state', payerName: 'State Dental Program' };

test.each([
  ['a second payer of ours', insured({}), {}, 'charge.agreed'],
  [
    'a payer that is Medicaid',
    insured(stateCoverage, medicaid({ line: 'medicaid' })),
    {},
    'charge/forbidden',
  ],
  [
    'one that files as Medicaid',
    insured(stateCoverage, medicaid({ filingIndicator: 'MC' })),
    {},
    'charge/forbidden',
  ],
  ['one of ours that is neither', insured(stateCoverage, medicaid({})), {}, 'charge.agreed'],
  [
    'no payer of ours, Medicaid by name',
    insured({ payerId: 'x', payerName: 'State Medicaid' }),
    {},
    'charge/forbidden',
  ],
  [
    'no payer of ours, Medicaid by plan',
    insured({ payerId: 'x', payerName: 'MCO', planName: 'Medicaid kids' }),
    {},
    'charge/forbidden',
  ],
  [
    'no payer of ours, and no word of what it is',
    insured({ payerId: 'x', payerName: 'Orca Plan' }),
    {},
    'charge/payer-unknown',
  ],
  [
    'the same, told that nothing is charged',
    insured({ payerId: 'x', payerName: 'State Medicaid' }),
    { amount: cents(0) },
    'charge.agreed',
  ],
  [
    'the same, told and not agreed to',
    insured({ payerId: 'x', payerName: 'State Medicaid' }),
    { agreed: false },
    'charge/forbidden',
  ],
  [
    'Medicaid that ended after it was told',
    insured({ payerId: 'x', payerName: 'State Medicaid', through: day('2026-03-02') }),
    { toldAt: instant('2026-03-02T18:00:00.000Z') },
    'charge/forbidden',
  ],
  [
    'Medicaid that ended the day before it was told',
    insured({ payerId: 'x', payerName: 'State Medicaid', through: day('2026-03-01') }),
    { toldAt: instant('2026-03-02T18:00:00.000Z') },
    'charge.agreed',
  ],
])('telling of a charge under %s', (_name, deciding, change, expected) => {
  const told = { ...agreement, ...change };
  const decided = decideAgreeCharge(
    sampleCase(sampleOpening),
    { agreement: told },
    deciding,
    sampleRulebook(),
  );
  expect(isRefusal(decided) ? decided.code : decided[0]?.type).toBe(expected);
});
