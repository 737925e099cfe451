import { expect, test } from 'vitest';
import { liveClaims } from '../case/standing-activities.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  readyInput,
  readySteps,
  sampleCalls,
  sampleCase,
  sampleNow,
  type CaseStep,
} from '../readiness/ready-case.samples.ts';
import { buildClaim } from './build-claim.ts';
import type { Claim } from './claim.ts';
import { decideWithdrawClaim } from './withdraw-claim.ts';

type Move = readonly [what: Claim['frequency'] | 'withdraw', claimId: string, about?: string];

/** The case after claims were made, changed and taken back in turn; a move that is refused fails the test. */
function after(moves: readonly Move[]) {
  const steps: CaseStep[] = [];
  const state = () => sampleCase([...readySteps(sampleCalls), ...steps]);
  for (const [what, claimId, about] of moves) {
    if (what === 'withdraw') {
      steps.push({ type: 'claim.withdrawn', data: { claimId, reason: 'Wrong fee.' } });
      continue;
    }
    const claim = buildClaim({
      ...readyInput({ state: state() }),
      coverageId: 'coverage-1',
      claimId,
      controlNumber: claimId.toUpperCase(),
      createdAt: sampleNow,
      frequency: what,
      ...(about === undefined ? {} : { replacesClaimId: about, payerClaimNumber: 'P-1' }),
    });
    if (isRefusal(claim)) throw new Error(claim.code);
    steps.push({ type: 'claim.created', data: { claim } });
  }
  return state();
}

function outcome(moves: readonly Move[], claimId: string, reason = 'It was for another month.') {
  const decided = decideWithdrawClaim(after(moves), { claimId, reason }, { now: sampleNow });
  return isRefusal(decided) ? decided.code : decided.map(({ type }) => type).join();
}

const one: readonly Move[] = [['original', 'c1']];

test.each<[name: string, moves: readonly Move[], claimId: string, is: string]>([
  ['one that stands', one, 'c1', 'claim.withdrawn'],
  ['one that is not there', one, 'c2', 'absent/claim'],
  ['one that was taken back already', [...one, ['withdraw', 'c1']], 'c1', 'claim/withdrawn'],
  ['one that was replaced', [...one, ['replacement', 'c2', 'c1']], 'c1', 'claim/superseded'],
  ['one that was voided', [...one, ['void', 'c2', 'c1']], 'c1', 'claim/voided'],
  ['a replacement', [...one, ['replacement', 'c2', 'c1']], 'c2', 'claim.withdrawn'],
  ['a void', [...one, ['void', 'c2', 'c1']], 'c2', 'claim.withdrawn'],
  [
    'a void whose work was claimed anew',
    [...one, ['void', 'c2', 'c1'], ['original', 'c3']],
    'c2',
    'claim/work-claimed-since',
  ],
  [
    'a void whose work was claimed anew, and taken back',
    [...one, ['void', 'c2', 'c1'], ['original', 'c3'], ['withdraw', 'c3']],
    'c2',
    'claim.withdrawn',
  ],
])('taking back %s', (_name, moves, claimId, is) => {
  expect(outcome(moves, claimId)).toBe(is);
});

test('the same request twice records nothing twice', () => {
  expect(outcome([...one, ['withdraw', 'c1']], 'c1', 'Wrong fee.')).toBe('');
});

test.each<[name: string, moves: readonly Move[], standing: readonly string[]]>([
  ['a claim', one, ['c1']],
  ['a claim taken back', [...one, ['withdraw', 'c1']], []],
  ['the same work claimed again', [...one, ['withdraw', 'c1'], ['original', 'c2']], ['c2']],
  ['a replacement taken back', [...one, ['replacement', 'c2', 'c1'], ['withdraw', 'c2']], ['c1']],
  ['a void taken back', [...one, ['void', 'c2', 'c1'], ['withdraw', 'c2']], ['c1']],
])('what stands after %s', (_name, moves, standing) => {
  expect(liveClaims(after(moves)).map(({ claimId }) => claimId)).toEqual(standing);
});
