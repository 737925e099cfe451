import { expect, test } from 'vitest';
import { sampleDeciding } from '../case/deciding.samples.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  logged,
  sampleCall,
  sampleCase,
  sampleOpening,
  samplePatient,
  type CaseStep,
} from '../readiness/ready-case.samples.ts';
import { decideRecordFactor, decideWithdrawFactor } from './factor-decisions.ts';
import type { NecessityFactor } from './factor.ts';
import { necessityStatement } from './necessity-statement.ts';

const factor: NecessityFactor = {
  factorId: 'factor-2',
  kind: 'several-providers',
  text: 'An oral surgeon and a cardiologist take part. ',
  evidence: [{ kind: 'team-member', id: 'member-surgeon', label: 'Dr. Sol Surgeon' }],
};
const call = sampleCall('activity-1', '2026-03-05');

function stated(change: Partial<NecessityFactor>, more: readonly CaseStep[] = []) {
  const step: CaseStep = { type: 'necessity.factor-recorded', data: { factor: { ...factor, ...change } } };
  const state = sampleCase([
    ...sampleOpening.filter(({ type }) => type !== 'necessity.factor-recorded'),
    logged(call),
    step,
    ...more,
  ]);
  return necessityStatement(state, samplePatient());
}

test('a sentence names its evidence by place, in English and by message', () => {
  expect(stated({}).sentences).toEqual([
    {
      factorId: 'factor-2',
      text: 'Several providers take part: An oral surgeon and a cardiologist take part.',
      short: 'An oral surgeon and a cardiologist take part.',
      message: { id: 'necessity.sentence.several-providers', params: { text: factor.text } },
      evidence: ['case#3'],
    },
  ]);
});

test.each([
  ['a condition', 'condition', 'condition-1', ['patient#2']],
  ['a coverage', 'coverage', 'coverage-1', ['patient#3']],
  ['a contact', 'contact', 'activity-1', ['case#6']],
  ['a step of the plan', 'plan-item', 'item-1', ['case#4']],
  ['what the author saw', 'observation-by-author', 'any', ['case#7']],
  ['a condition that is not there', 'condition', 'x', []],
  ['a document that is not there', 'document', 'x', []],
] as const)('evidence: %s', (_name, kind, id, places) => {
  const { sentences, missing } = stated({ evidence: [{ kind, id, label: 'x' }] });
  expect(sentences.flatMap(({ evidence }) => evidence)).toEqual(places);
  expect(missing.length).toBe(places.length === 0 ? 1 : 0);
});

test('without evidence there is no sentence, and the gap is reported', () => {
  expect(stated({ evidence: [] })).toMatchObject({ sentences: [], missing: [{ factorId: 'factor-2' }] });
});

test('a contact that was withdrawn supports nothing', () => {
  const withdrawn: CaseStep = { type: 'activity.withdrawn', data: { activityId: 'activity-1', reason: 'x' } };
  expect(
    stated({ evidence: [{ kind: 'contact', id: 'activity-1', label: 'x' }] }, [withdrawn]).sentences,
  ).toEqual([]);
});

test('a long reason is cut to what a claim can carry', () => {
  expect(stated({ text: 'y'.repeat(500) }).sentences[0]?.text.length).toBe(400);
});

test.each([
  ['with evidence', {}, 'necessity.factor-recorded'],
  ['without evidence', { evidence: [] }, 'necessity.factor-recorded'],
  [
    'with evidence that is not there',
    { evidence: [{ kind: 'condition', id: 'x', label: 'x' }] },
    'factor/evidence-unknown',
  ],
] as const)('recording a factor %s', (_name, change, expected) => {
  const changed: NecessityFactor = {
    ...factor,
    ...change,
    evidence: [...('evidence' in change ? change.evidence : factor.evidence)],
  };
  const decided = decideRecordFactor(sampleCase(), { factor: changed }, sampleDeciding());
  expect(isRefusal(decided) ? decided.code : decided[0]?.type).toBe(expected);
});

test('a factor is withdrawn once', () => {
  const withdrawn = decideWithdrawFactor(
    sampleCase(),
    { factorId: 'factor-1', reason: 'x' },
    sampleDeciding(),
  );
  expect(withdrawn).toMatchObject([{ type: 'necessity.factor-withdrawn' }]);
  expect(decideWithdrawFactor(sampleCase(), { factorId: 'x', reason: 'x' }, sampleDeciding())).toMatchObject({
    code: 'case/not-there',
  });
});
