import { expect, test } from 'vitest';
import { sampleContact } from '../activity/activity.samples.ts';
import { buildClaim } from '../claim/build-claim.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { assessReadiness } from './assess-readiness.ts';
import {
  logged,
  readyInput,
  readySteps,
  sampleCall,
  sampleCalls,
  sampleCase,
  sampleCoverage,
  sampleNow,
  type CaseStep,
} from './ready-case.samples.ts';

test('the sample case is payable, with nothing to mend', () => {
  const { answer, ready, results } = assessReadiness(readyInput());
  expect(results.filter(({ result }) => result !== 'passes' && result !== 'not-applicable')).toEqual([]);
  expect({ answer, ready }).toEqual({ answer: 'payable', ready: true });
});

test('after the claim, a message that was decided to have no code is no work that is missing', () => {
  const order = {
    claimId: 'claim-1',
    controlNumber: 'AW1',
    createdAt: sampleNow,
    frequency: 'original' as const,
  };
  const claim = buildClaim({ ...readyInput(), ...order, coverageId: sampleCoverage.coverageId });
  if (isRefusal(claim)) throw new Error(claim.code);
  const message = {
    ...sampleCall('activity-3', '2026-03-06', 60),
    contact: sampleContact({ reached: 'message-left', asked: 'Please call back', answered: '' }),
  };
  const steps: readonly CaseStep[] = [
    ...readySteps(sampleCalls),
    logged(message),
    { type: 'activity.signed', data: { activityIds: ['activity-3'] } },
    {
      type: 'code.decided',
      data: {
        decision: {
          decisionId: 'decision-none',
          code: 'none',
          activityIds: ['activity-3'],
          reason: 'Nobody was reached.',
          proposed: 'D9992',
          version: 'code-choice 1',
        },
      },
    },
    { type: 'claim.created', data: { claim } },
  ];
  const { answer, ready } = assessReadiness(readyInput({ state: sampleCase(steps) }));
  expect({ answer, ready }).toEqual({ answer: 'payable', ready: true });
});
