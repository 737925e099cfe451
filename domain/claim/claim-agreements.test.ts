import { expect, test } from 'vitest';
import type { CaseStep } from '../readiness/ready-case.samples.ts';
import {
  readyInput,
  readySteps,
  sampleAgreement,
  sampleCalls,
  sampleCase,
  sampleNow,
  samplePatient,
  samplePatientSteps,
} from '../readiness/ready-case.samples.ts';
import type { Consent } from '../consent/consent.ts';
import { instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { ReadinessInput } from '../readiness/readiness-input.ts';
import { buildClaim } from './build-claim.ts';

function agreementsOf(change: Partial<ReadinessInput> = {}) {
  const claim = buildClaim({
    ...readyInput(change),
    coverageId: 'coverage-1',
    claimId: 'claim-1',
    controlNumber: 'AW1',
    createdAt: sampleNow,
    frequency: 'original',
  });
  if (isRefusal(claim)) throw new Error(claim.code);
  return claim.agreements;
}

const told = (agreementId: string, at: string, change: object = {}): CaseStep => ({
  type: 'charge.agreed',
  data: {
    agreement: {
      agreementId,
      code: procedureCode('D9992'),
      amount: cents(2000),
      toldAt: instant(at),
      toldBy: 'Cora Coordinator',
      toldTo: 'Marisol Núñez',
      agreed: true,
      note: '',
      ...change,
    },
  },
});

/** The sample has 'agreement-1', told on 2 March; the first call begins on 5 March at 17:00 UTC. */
test.each<[name: string, more: readonly CaseStep[], charges: readonly string[]]>([
  ['what was told before the work', [], ['agreement-1']],
  ['the latest of what was told', [told('agreement-2', '2026-03-05T17:00:00.000Z')], ['agreement-2']],
  ['a second too late', [told('agreement-2', '2026-03-05T17:00:01.000Z')], ['agreement-1']],
  ['another code', [told('agreement-2', '2026-03-04T17:00:00.000Z', { code: 'D9994' })], ['agreement-1']],
  ['told again, and not agreed to', [told('agreement-2', '2026-03-04T17:00:00.000Z', { agreed: false })], []],
])('the charges of a claim: %s', (_name, more, charges) => {
  const found = agreementsOf({ state: sampleCase([...readySteps(sampleCalls), ...more]) });
  expect(found?.charges.map(({ agreementId }) => agreementId)).toEqual(charges);
  expect(found?.charges.map(({ lineNumbers }) => lineNumbers)).toEqual(charges.map(() => [1]));
});

const authorization: Consent = {
  ...sampleAgreement,
  consentId: 'consent-2',
  kind: 'hipaa-authorization',
  method: 'signed-on-screen',
  signatureStrokes: 'M1 1 L2 2',
  disclosers: ['Harbor Family Dental'],
  recipients: [{ kind: 'named', name: 'Cascadia Mutual Dental', partyId: 'payer-1' }],
  categories: ['demographics', 'coverage-and-billing', 'coordination-record', 'medical-history'],
  description: 'What the plan needs to pay',
  purposes: ['payment'],
  expiryEvent: 'end of the coordination',
  signedAt: instant('2026-03-03T07:30:00.000Z'),
};
const signing = (change: Partial<Consent>) => ({
  patient: samplePatient([
    ...samplePatientSteps,
    { type: 'patient.consent-recorded', data: { consent: { ...authorization, ...change } } },
  ]),
});

test.each<[name: string, change: Partial<ReadinessInput>, signed: object]>([
  ['nothing signed for the payer', {}, { releaseSigned: false }],
  [
    'signed for this payer, on the day at the practice',
    signing({}),
    { releaseSigned: true, releaseSignedOn: '2026-03-02' },
  ],
  [
    'signed for another one',
    signing({ recipients: [{ kind: 'named', name: 'Harbor Benefit Plan', partyId: 'payer-2' }] }),
    { releaseSigned: false },
  ],
  [
    'without the diagnoses',
    signing({ categories: ['demographics', 'coverage-and-billing', 'coordination-record'] }),
    { releaseSigned: false },
  ],
  ['for treatment only', signing({ purposes: ['treatment'] }), { releaseSigned: false }],
])('the release that a claim states: %s', (_name, change, signed) => {
  const { charges: _charges, ...found } = agreementsOf(change) ?? {};
  expect(found).toEqual({
    acceptsAssignment: true,
    benefitsAssigned: true,
    benefitsAssignedOn: '2026-03-02',
    ...signed,
  });
});

test.each<[name: string, change: Partial<ReadinessInput>, said: object]>([
  [
    'both on record',
    {},
    { acceptsAssignment: true, benefitsAssigned: true, benefitsAssignedOn: '2026-03-02' },
  ],
  [
    'no assignment signed',
    { patient: samplePatient(samplePatientSteps.filter((step) => !isAssignment(step))) },
    { acceptsAssignment: true, benefitsAssigned: false },
  ],
])('who is paid, as the claim states it: %s', (_name, change, said) => {
  const { charges: _charges, releaseSigned: _release, ...found } = agreementsOf(change) ?? {};
  expect(found).toEqual(said);
});

function isAssignment(step: (typeof samplePatientSteps)[number]): boolean {
  return step.type === 'patient.consent-recorded' && step.data.consent.kind === 'benefits-assignment';
}
