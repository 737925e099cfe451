import { expect, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { sampleCase, sampleOpening, sampleRule, sampleRulebook } from '../readiness/ready-case.samples.ts';
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
