import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildClaim } from '#domain/claim/build-claim.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import {
  readyInput,
  sampleCoverage,
  sampleDentist,
  sampleNow,
  samplePatient,
  samplePatientSteps,
  samplePayerTwo,
  samplePractice,
  samplePracticeSteps,
  type PatientStep,
  type PracticeStep,
} from '#domain/readiness/ready-case.samples.ts';
import { sampleEnvelope } from './claim.samples.ts';
import { write837d } from './to-837d.ts';

/** Texts as people type and paste them: mostly letters of our languages, some of others, signs, and nothing at all. */
const letters =
  'aA bB zZ ñ é Ö ß æ Ł ’ - . , \' " & # / ( ) * : ~ ^ | \\ 李 ж ع 😀 \u0301 \u00a0 \t 1 2 9'.split(' ');
const text = (longest: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom('a', 'Bo', 'ñ', 'é', ' ') },
        fc.constantFrom(...letters),
      ),
      {
        minLength: 1,
        maxLength: longest,
      },
    )
    .map((parts) => parts.join('').slice(0, longest))
    .filter((made) => /\S/.test(made));

const written = fc.record({
  lastName: text(60),
  firstName: fc.oneof(text(35), fc.constant('')),
  city: text(30),
  line1: text(55),
  line2: text(55),
  memberId: text(80),
  groupNumber: fc.oneof(text(50), fc.constant('')),
  planName: text(120),
  practiceName: text(60),
  person: fc.boolean(),
  place: fc.constantFrom('11', '12', '98'),
  submitterId: text(15),
  receiverName: text(60),
  payerName: text(60),
  claimPayerId: text(20),
  dentistName: text(60),
  subscriberName: text(60),
  dependent: fc.boolean(),
  otherMember: text(80),
  otherSubscriber: text(60),
  said: text(120),
});
type Written = typeof written extends fc.Arbitrary<infer Value> ? Value : never;

/** What a whole case says where nothing is odd; each run makes one to three of the values odd. */
const plain: Written = {
  lastName: 'Núñez',
  firstName: 'Marisol',
  city: 'Tacoma',
  line1: '12 Alder St',
  line2: 'Apt 4',
  memberId: 'XYZ123456',
  groupNumber: 'G100',
  planName: 'Choice',
  practiceName: 'Harbor, Ada',
  person: false,
  place: '11',
  submitterId: 'HARBOR01',
  receiverName: 'Example Clearinghouse',
  payerName: 'Cascadia Mutual Dental',
  claimPayerId: 'CASC1',
  dentistName: 'Dentist',
  subscriberName: 'Vidal',
  dependent: false,
  otherMember: 'HB-2002',
  otherSubscriber: 'Vidal',
  said: 'Extraction first',
};
const names = Object.keys(plain) as (keyof Written)[];
const oddities = fc
  .tuple(written, fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }))
  .map(([odd, chosen]): Written => ({
    ...plain,
    ...Object.fromEntries(chosen.map((name) => [name, odd[name]])),
  }));

function inputOf(said: Written) {
  const practice = samplePracticeSteps.map((step): PracticeStep => {
    if (step.type === 'practice.profile-set')
      return {
        type: step.type,
        data: {
          profile: {
            ...step.data.profile,
            name: said.practiceName,
            entity: said.person ? 'person' : 'organization',
            placeOfService: said.place,
            submitterId: said.submitterId,
            receiverName: said.receiverName,
          },
        },
      };
    if (step.type === 'practice.payer-recorded')
      return {
        type: step.type,
        data: { payer: { ...step.data.payer, name: said.payerName, claimPayerId: said.claimPayerId } },
      };
    return step;
  });
  const patient = samplePatientSteps.map((step): PatientStep => {
    if (step.type === 'patient.registered') {
      const { lastName, firstName, line1, line2, city } = said;
      const address = { line1, line2, city, state: 'WA', postalCode: '98405' };
      return {
        type: step.type,
        data: { ...step.data, demographics: { ...step.data.demographics, lastName, firstName, address } },
      };
    }
    if (step.type === 'patient.coverage-recorded') {
      const { memberId, groupNumber, planName, dependent, subscriberName } = said;
      const subscriber = {
        relationship: dependent ? ('child' as const) : ('self' as const),
        lastName: subscriberName,
        firstName: 'Iván',
      };
      return {
        type: step.type,
        data: { coverage: { ...sampleCoverage, memberId, groupNumber, planName, subscriber } },
      };
    }
    return step;
  });
  const other: PatientStep = {
    type: 'patient.coverage-recorded',
    data: {
      coverage: {
        ...sampleCoverage,
        coverageId: 'coverage-2',
        payerId: 'payer-2',
        payerName: 'Harbor Benefit Plan',
        priority: 'secondary',
        memberId: said.otherMember,
        subscriber: { relationship: 'spouse', lastName: said.otherSubscriber, firstName: '' },
      },
    },
  };
  const { state } = readyInput();
  const factors = new Map(
    [...state.factors].map(([id, recorded]) => [
      id,
      { ...recorded, factor: { ...recorded.factor, text: said.said } },
    ]),
  );
  return readyInput({
    state: { ...state, factors },
    patient: samplePatient([...patient, other]),
    practice: samplePractice([
      ...practice,
      samplePayerTwo,
      {
        type: 'practice.provider-recorded',
        data: { provider: { ...sampleDentist, lastName: said.dentistName } },
      },
    ]),
  });
}

function outcomeOf(said: Written): string {
  const claim = buildClaim({
    ...inputOf(said),
    coverageId: 'coverage-1',
    claimId: 'claim-1',
    controlNumber: 'AW1',
    createdAt: sampleNow,
    frequency: 'original',
  });
  if (isRefusal(claim)) return claim.code;
  const text = write837d(claim, sampleEnvelope);
  return isRefusal(text) ? text.code : 'written';
}

describe('what is ready can be written as 837D', () => {
  it('whatever names, addresses and numbers it holds', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(oddities, (said) => {
        const outcome = outcomeOf(said);
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        expect(['written', 'claim/not-ready']).toContain(outcome);
      }),
      { numRuns: 120 },
    );
    // Neither half of the claim is empty: many are written, many are refused before.
    for (const outcome of ['written', 'claim/not-ready']) expect(seen.get(outcome) ?? 0).toBeGreaterThan(10);
  });

  it.each<[name: string, odd: Partial<Written>, outcome: string]>([
    ['nothing odd', {}, 'written'],
    ['a name that gets longer when it is spelled', { lastName: 'ß'.repeat(31) }, 'claim/not-ready'],
    ['the longest such name', { lastName: 'ß'.repeat(30) }, 'written'],
    ['a street of which nothing can be written', { line1: '李' }, 'claim/not-ready'],
    ['a reason of which nothing can be written', { said: '李'.repeat(90) }, 'written'],
    ['a reason that gets longer when it is spelled', { said: 'æ'.repeat(120) }, 'written'],
    ['another coverage that cannot be written', { otherMember: '李' }, 'written'],
    ['a place that CMS does not know', { place: '98' }, 'claim/not-ready'],
    ['a person who bills, in one word', { person: true, practiceName: 'Harbor' }, 'claim/not-ready'],
    ['a person who bills, last name first', { person: true }, 'written'],
  ])('%s', (_name, odd, outcome) => {
    expect(outcomeOf({ ...plain, ...odd })).toBe(outcome);
  });
});
