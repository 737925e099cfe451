import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Activity } from '../activity/activity.ts';
import { liveClaims } from '../case/standing-activities.ts';
import { sampleContact } from '../activity/activity.samples.ts';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { ReadinessInput } from '../readiness/readiness-input.ts';
import {
  logged,
  readyInput,
  readySteps,
  sampleCall,
  sampleCalls,
  sampleCase,
  sampleCoverage,
  sampleNow,
  sampleRule,
  withRules,
  type CaseStep,
} from '../readiness/ready-case.samples.ts';
import { secondPlan } from '../readiness/rows/row.samples.ts';
import { buildClaim, type ClaimOrder } from './build-claim.ts';
import type { Claim } from './claim.ts';
import { fitRemarks, remarkCount, remarkLength } from './remarks.ts';

function order(input: Partial<ReadinessInput> = {}, change: Partial<ClaimOrder> = {}): ClaimOrder {
  return {
    ...readyInput(input),
    coverageId: 'coverage-1',
    claimId: 'claim-1',
    controlNumber: 'AW0000001',
    createdAt: sampleNow,
    frequency: 'original',
    ...change,
  };
}

function built(order: ClaimOrder): Claim {
  const claim = buildClaim(order);
  if (isRefusal(claim)) throw new Error(claim.code);
  return claim;
}

function code(order: ClaimOrder): string {
  const claim = buildClaim(order);
  return isRefusal(claim) ? claim.code : 'built';
}

const perDay = sampleRule({ kind: 'claim-unit', unit: 'one-line-per-client-day' });
const perMonth = sampleRule({ kind: 'claim-unit', unit: 'one-line-per-calendar-month' });

test('where the unit is unknown: one line on the day of completion, with the time of each date told', () => {
  const claim = built(order());
  expect(claim.lines).toMatchObject([
    { lineNumber: 1, serviceDate: '2026-03-09', fee: 4500, quantity: 1, placeOfService: '11', minutes: 17 },
  ]);
  expect(claim.lines[0]?.activityIds).toEqual(['activity-1', 'activity-2']);
  expect(claim.total).toBe(4500);
  expect(claim.diagnoses).toEqual(['E11.630']);
  expect(claim.lines[0]?.diagnosisPointers).toEqual([1]);
  expect(claim.remarks.join(' ')).toContain('2026-03-05 10m05s, 2026-03-09 6m55s');
});

test.each([
  ['a line a day', [perDay], sampleCalls, ['2026-03-05 10', '2026-03-09 6']],
  [
    'a line a month',
    [perMonth],
    [...sampleCalls, sampleCall('activity-3', '2026-03-10', 60)],
    ['2026-03-10 18'],
  ],
  [
    'two months',
    [perMonth],
    [sampleCall('activity-1', '2026-02-27', 61), ...sampleCalls.slice(1)],
    ['2026-02-27 1', '2026-03-09 6'],
  ],
])('%s', (_name, rules, calls, lines) => {
  const claim = built(order({ state: sampleCase(readySteps(calls)), rulebook: withRules(...rules) }));
  expect(claim.lines.map(({ serviceDate, minutes }) => `${serviceDate} ${minutes}`)).toEqual(lines);
});

test('seconds are added before they are rounded down, once', () => {
  const calls = [sampleCall('activity-1', '2026-03-05', 59), sampleCall('activity-2', '2026-03-05', 61, 5)];
  expect(built(order({ state: sampleCase(readySteps(calls)) })).lines[0]?.minutes).toBe(2);
});

test('a quantity is stated even when it is 1 where the payer wants it', () => {
  expect(built(order()).lines[0]?.statesQuantity).toBe(false);
  const rulebook = withRules(sampleRule({ kind: 'quantity-stated', always: true }));
  expect(built(order({ rulebook })).lines[0]).toMatchObject({ quantity: 1, statesQuantity: true });
});

function afterClaim(claim: Claim, ...more: readonly CaseStep[]) {
  return sampleCase([...readySteps(sampleCalls), { type: 'claim.created', data: { claim } }, ...more]);
}

test('minutes that are on a claim never go on another one', () => {
  const claim = built(order());
  const again = order({ state: afterClaim(claim) }, { claimId: 'claim-2' });
  expect(code(again)).toBe('claim/already-claimed');
  expect(buildClaim(again)).toMatchObject({
    params: { claim: claim.controlNumber, code: 'D9992' },
  });
});

test('a replacement takes the work of the claim that it replaces; a void repeats it and frees the work', () => {
  const state = afterClaim(built(order()));
  const change = { claimId: 'claim-2', frequency: 'replacement', payerClaimNumber: 'P-77' } as const;
  const replacement = built(order({ state }, change));
  expect(replacement).toMatchObject({
    frequency: 'replacement',
    replacesClaimId: 'claim-1',
    payerClaimNumber: 'P-77',
  });
  expect(replacement.lines[0]?.activityIds).toEqual(['activity-1', 'activity-2']);
  const voided = built(order({ state }, { ...change, frequency: 'void' }));
  expect(voided).toMatchObject({ frequency: 'void', replacesClaimId: 'claim-1', lines: replacement.lines });
  const freed = afterClaim(built(order()), { type: 'claim.created', data: { claim: voided } });
  expect(code(order({ state: freed }, { claimId: 'claim-3' }))).toBe('built');
});

/** Two standing claims: of March 5, and of March 9. */
function twoClaims(...more: readonly CaseStep[]) {
  const [first, second] = sampleCalls;
  if (!first || !second) throw new Error('the sample has two calls');
  const early = built(order({ state: sampleCase(readySteps([first])) }));
  const steps: CaseStep[] = [...readySteps(sampleCalls), { type: 'claim.created', data: { claim: early } }];
  const late = built(order({ state: sampleCase(steps) }, { claimId: 'claim-2', controlNumber: 'AW0000002' }));
  return sampleCase([...steps, { type: 'claim.created', data: { claim: late } }, ...more]);
}

const sent = { claimId: 'claim-3', payerClaimNumber: 'P-77' } as const;

test.each<[name: string, change: Partial<ClaimOrder>, is: string]>([
  ['replaced without saying which', { frequency: 'replacement' }, 'claim/which-claim'],
  ['voided without saying which', { frequency: 'void' }, 'claim/which-claim'],
  ['the first replaced', { frequency: 'replacement', replacesClaimId: 'claim-1' }, 'activity-1'],
  ['the second replaced', { frequency: 'replacement', replacesClaimId: 'claim-2' }, 'activity-2'],
  ['the first voided', { frequency: 'void', replacesClaimId: 'claim-1' }, 'activity-1'],
  [
    'voided, whatever coverage is named',
    { frequency: 'void', replacesClaimId: 'claim-2', coverageId: 'nobody' },
    'activity-2',
  ],
  ['one that is not there', { frequency: 'void', replacesClaimId: 'claim-9' }, 'absent/claim'],
  [
    'replaced at another payer',
    { frequency: 'replacement', replacesClaimId: 'claim-1', coverageId: 'nobody' },
    'claim/other-payer',
  ],
  [
    'an original about another one',
    { frequency: 'original', replacesClaimId: 'claim-1' },
    'claim/original-changes-nothing',
  ],
])('of two standing claims: %s', (_name, change, is) => {
  const claim = buildClaim(order({ state: twoClaims() }, { ...sent, ...change }));
  expect(isRefusal(claim) ? claim.code : claim.lines.flatMap(({ activityIds }) => activityIds).join()).toBe(
    is,
  );
});

test.each<[name: string, more: readonly CaseStep[], claimId: string, is: string]>([
  [
    'taken back already',
    [{ type: 'claim.withdrawn', data: { claimId: 'claim-1', reason: 'Twice.' } }],
    'claim-1',
    'claim/withdrawn',
  ],
  [
    'whose work is all gone',
    [{ type: 'activity.withdrawn', data: { activityId: 'activity-1', reason: 'Wrong patient.' } }],
    'claim-1',
    'claim/nothing-left',
  ],
  [
    'beside new work that is not decided, signed or attested',
    [logged(sampleCall('late', '2026-03-09', 300, 90))],
    'claim-2',
    'built',
  ],
  [
    'whose work was amended, and not signed again',
    [
      {
        type: 'activity.amended',
        data: {
          amendment: { activity: sampleCall('activity-1', '2026-03-05', 500), reason: 'Mistyped.' },
        },
      },
    ],
    'claim-1',
    'claim/replacement-not-ready',
  ],
  [
    'beside a message that was left since',
    [
      logged({
        ...sampleCall('late', '2026-03-09', 30, 90),
        contact: sampleContact({ reached: 'message-left' }),
      }),
    ],
    'claim-2',
    'built',
  ],
])('a replacement of one %s', (_name, more, replacesClaimId, is) => {
  expect(
    code(order({ state: twoClaims(...more) }, { ...sent, frequency: 'replacement', replacesClaimId })),
  ).toBe(is);
});

test.each([
  ['the same day', '2026-03-09', 'claim/same-day'],
  ['a day later', '2026-03-10', 'built'],
])('a second original for work of %s', (_name, day, is) => {
  const claim = built(order());
  const steps = readySteps([...sampleCalls, sampleCall('added', day, 200, 90)]);
  const state = sampleCase([...steps, { type: 'claim.created', data: { claim } }]);
  expect(code(order({ state }, { claimId: 'claim-2' }))).toBe(is);
});

test('a void waits for nothing', () => {
  const state = twoClaims(logged(sampleCall('late', '2026-03-10', 300)));
  const change = { ...sent, frequency: 'void', replacesClaimId: 'claim-1' } as const;
  expect(code(order({ state }, change))).toBe('built');
  expect(code(order({ state }, { claimId: 'claim-3' }))).toBe('claim/not-ready');
});

function addedWork(
  days: readonly [id: string, day: string][],
  rules: readonly ReturnType<typeof sampleRule>[],
) {
  const added = days.map(([id, day], index) => sampleCall(id, day, 130 + index, 90));
  const claim = built(order({ rulebook: withRules(...rules) }));
  const steps = readySteps([...sampleCalls, ...added]);
  const state = sampleCase([...steps, { type: 'claim.created', data: { claim } }]);
  const change = { ...sent, frequency: 'replacement', replacesClaimId: 'claim-1' } as const;
  return built(order({ state, rulebook: withRules(...rules) }, change)).lines.flatMap(
    ({ activityIds }) => activityIds,
  );
}

test.each([
  ['by the last day that was billed', [['added', '2026-03-09']], [], ['activity-1', 'activity-2', 'added']],
  [
    'a day later, which waits for a claim of its own',
    [['added', '2026-03-10']],
    [],
    ['activity-1', 'activity-2'],
  ],
  [
    'later in the month, where the payer wants a line a month',
    [['added', '2026-03-10']],
    [perMonth],
    ['activity-1', 'activity-2', 'added'],
  ],
] as const)('a replacement and work that was decided since: %s', (_name, days, rules, ids) => {
  expect(
    addedWork(
      days.map(([id, day]) => [id, day]),
      rules,
    ),
  ).toEqual(ids);
});

test.each([
  ['claim/payer-number-needed', {}, { frequency: 'replacement' }],
  ['claim/nothing-to-change', {}, { frequency: 'void', payerClaimNumber: 'P-1' }],
  [
    'claim/not-ready',
    { state: sampleCase(readySteps(sampleCalls).filter(({ type }) => type !== 'case.attested')) },
    {},
  ],
  ['claim/not-ready', {}, { coverageId: 'no-such-coverage' }],
] as const)('%s', (refusal, input, change) => {
  expect(code(order(input, change))).toBe(refusal);
});

test('a claim that is not ready names what blocks it', () => {
  const state = sampleCase(readySteps(sampleCalls).filter(({ type }) => type !== 'case.attested'));
  expect(buildClaim(order({ state }))).toMatchObject({
    blocking: [{ checkId: 'attestation', result: 'blocks' }],
  });
});

test('51 lines are too many, 50 are not', () => {
  const many = (count: number) => ({
    state: sampleCase(
      readySteps(
        Array.from({ length: count }, (_, index) => {
          const call = sampleCall(
            `activity-${index}`,
            addDays(calendarDate('2026-03-01'), index),
            120 + index,
          );
          return {
            ...call,
            contact: sampleContact({ asked: `Question ${index} about the date of the operation` }),
          };
        }),
      ),
    ),
    rulebook: withRules(perDay),
  });
  expect(code(order(many(50)))).toBe('built');
  expect(code(order(many(51)))).toBe('claim/too-many-lines');
});

test('what rests on specially protected information is not told to a payer', () => {
  const effect = 'Methadone is given in the morning';
  const [first, second] = sampleCalls;
  if (!first || !second) throw new Error('the sample has two calls');
  const told = (disclosed: 'mental-health' | 'dental-record') =>
    built(
      order({
        state: sampleCase(
          readySteps([
            { ...first, contact: sampleContact({ effectOnPlan: effect, disclosed: [disclosed] }) },
            second,
          ]),
        ),
      }),
    );
  expect(JSON.stringify(told('dental-record'))).toContain(effect);
  expect(JSON.stringify(told('mental-health'))).not.toContain(effect);
});

const calls: fc.Arbitrary<readonly Activity[]> = fc
  .array(fc.record({ day: fc.integer({ min: 0, max: 8 }), seconds: fc.integer({ min: 1, max: 3500 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((each) =>
    each.map(({ day, seconds }, index) => {
      const call = sampleCall(`activity-${index}`, addDays(calendarDate('2026-03-01'), day), seconds, index);
      const asked = `Question ${index} about the day of the operation and what comes before it`;
      return {
        ...call,
        contact: sampleContact({ asked, effectOnPlan: `Effect ${index}`.repeat(1 + (index % 5)) }),
      };
    }),
  );
const unit = fc.constantFrom([], [perDay], [perMonth]);

test('every claim balances, holds each activity once, has no empty line, and fits its remarks', () => {
  fc.assert(
    fc.property(calls, unit, (activities, rules) => {
      const claim = buildClaim(
        order({
          state: sampleCase(readySteps(activities)),
          rulebook: withRules(...rules),
        }),
      );
      if (isRefusal(claim)) return claim.code === 'claim/not-ready';
      const ids = claim.lines.flatMap(({ activityIds }) => activityIds);
      expect(claim.total).toBe(claim.lines.reduce((sum, { fee }) => sum + fee, 0));
      expect(ids.toSorted()).toEqual(activities.map(({ activityId }) => activityId).sort());
      expect(claim.lines.every(({ activityIds }) => activityIds.length > 0)).toBe(true);
      expect(claim.lines.map(({ lineNumber }) => lineNumber)).toEqual(
        claim.lines.map((_, index) => index + 1),
      );
      expect(claim.remarks.length).toBeLessThanOrEqual(remarkCount);
      expect(claim.remarks.every((remark) => remark.length >= 1 && remark.length <= remarkLength)).toBe(true);
      expect(claim.narrative.every(({ evidence, text }) => evidence.length > 0 && text.length <= 400)).toBe(
        true,
      );
      return true;
    }),
    { numRuns: 60 },
  );
});

test('remarks: whole sentences, the fullest wording that fits, nothing over the budget', () => {
  const word = 'x'.repeat(39);
  const full = `${word} ${word}.`;
  expect(fitRemarks([[`${full} ${full} ${full} ${full} ${full}`]])).toHaveLength(5);
  expect(fitRemarks([[`${full} ${full} ${full} ${full} ${full} y`, 'short.']])).toEqual(['short.']);
  expect(fitRemarks([[`${full} ${full} ${full} ${full} ${full}`], ['and no more.']])).toHaveLength(5);
  expect(fitRemarks([['a'.repeat(401)], ['b.']])).toEqual(['b.']);
  expect(fitRemarks([['a'.repeat(400)]])).toEqual(Array.from({ length: 5 }, () => 'a'.repeat(80)));
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ maxLength: 300 }), { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
      (sentences) => {
        const remarks = fitRemarks(sentences);
        expect(remarks.length).toBeLessThanOrEqual(remarkCount);
        expect(remarks.every((remark) => remark.length >= 1 && remark.length <= remarkLength)).toBe(true);
      },
    ),
  );
});

test('a withdrawn call is on no claim', () => {
  const stray = sampleCall('stray', '2026-03-10');
  const state = sampleCase([
    ...readySteps(sampleCalls),
    logged(stray),
    { type: 'activity.withdrawn', data: { activityId: 'stray', reason: 'Wrong patient.' } },
  ]);
  expect(built(order({ state })).lines.flatMap(({ activityIds }) => activityIds)).not.toContain('stray');
});

test('whatever is claimed, replaced and voided in whatever order, an activity is on one live claim at most', () => {
  const moves = fc.array(fc.constantFrom('log', 'original', 'replacement', 'void'), { maxLength: 10 });
  fc.assert(
    fc.property(moves, (sequence) => {
      const claims: CaseStep[] = [];
      let activities = [...sampleCalls];
      const state = () => sampleCase([...readySteps(activities), ...claims]);
      for (const [index, move] of sequence.entries()) {
        if (move === 'log') {
          const call = sampleCall(`later-${index}`, '2026-03-10', 60 + index, index * 10);
          activities = [
            ...activities,
            { ...call, contact: sampleContact({ asked: `Question ${index} of that day` }) },
          ];
          continue;
        }
        const change = { claimId: `claim-${index}`, frequency: move, payerClaimNumber: 'P-1' } as const;
        const claim = buildClaim(order({ state: state() }, change));
        if (!isRefusal(claim)) claims.push({ type: 'claim.created', data: { claim } });
      }
      const ids = liveClaims(state()).flatMap(({ lines }) => lines.flatMap(({ activityIds }) => activityIds));
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['a message left', { contact: sampleContact({ reached: 'message-left' }) }],
  ['no answer', { contact: sampleContact({ reached: 'no-answer' }) }],
  ['a routine office function', { kind: 'routine-office-function' }],
] as const)('what is never service is on no claim though it was decided: %s', (_name, change) => {
  const never = { ...sampleCall('never', '2026-03-10', 1200), ...change };
  const claim = built(order({ state: sampleCase(readySteps([...sampleCalls, never])) }));
  expect(claim.lines).toMatchObject([{ minutes: 17, activityIds: ['activity-1', 'activity-2'] }]);
});

test('the minutes that are told are those of the lines', () => {
  const claim = built(order({ rulebook: withRules(perDay) }));
  expect(claim.lines.map(({ minutes }) => minutes)).toEqual([10, 6]);
  expect(claim.remarks.join(' ')).toContain('16 minutes');
});

test('a repeated effect is told once', () => {
  const text = built(order()).remarks.join(' ');
  expect(text.split('Plan: ').length).toBeLessThanOrEqual(2);
});

test.each<
  [name: string, coverageId: string, second: Parameters<typeof secondPlan>, places: readonly string[]]
>([
  ['as recorded, which the rule confirms', 'coverage-1', [{}], ['primary', 'secondary']],
  [
    'a payer’s word before what is recorded',
    'coverage-2',
    [{}, [{ kind: 'place', place: 1 }]],
    ['primary', 'secondary'],
  ],
  [
    'as recorded, where nothing tells',
    'coverage-1',
    [{ subscriber: sampleCoverage.subscriber }],
    ['primary', 'secondary'],
  ],
  [
    'a medical plan keeps its recorded place',
    'coverage-1',
    [{ kind: 'medical', priority: 'tertiary' }],
    ['primary', 'tertiary'],
  ],
])('the coverages stand in the order of benefits: %s', (_name, coverageId, second, places) => {
  const { subscriber, otherCoverages = [] } = built(order(secondPlan(...second), { coverageId }));
  expect(
    [subscriber, ...otherCoverages.map((other) => other.subscriber)].map(({ priority }) => priority),
  ).toEqual(places);
});
