import { expect, test } from 'vitest';
import { sampleContact } from '#domain/activity/activity.samples.ts';
import { buildClaim } from '#domain/claim/build-claim.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import {
  logged,
  readyInput,
  readySteps,
  sampleCall,
  sampleCalls,
  sampleCase,
  sampleNow,
  type CaseStep,
} from '#domain/readiness/ready-case.samples.ts';
import { entriesFor, proposedEntries, undecidedEntries } from './entries-to-decide.ts';

/** Two calls that were decided, and a claim with both. */
const decided = readySteps(sampleCalls);
const later = logged(sampleCall('later', '2026-03-10'));
const voicemail = logged({
  ...sampleCall('voicemail', '2026-03-10', 20, 60),
  contact: sampleContact({ reached: 'message-left' }),
});

function claimed(): CaseStep {
  const claim = buildClaim({
    ...readyInput(),
    coverageId: 'coverage-1',
    claimId: 'claim-1',
    controlNumber: 'AW0000001',
    createdAt: sampleNow,
    frequency: 'original',
  });
  if (isRefusal(claim)) throw new Error(claim.code);
  return { type: 'claim.created', data: { claim } };
}

/** The screen of a case in which the proposal groups every call under D9992, and nothing else anywhere. */
function screen(steps: readonly CaseStep[], groups?: Record<string, readonly string[]>) {
  const state = sampleCase(steps);
  const calls = [...state.activities.keys()].filter((id) => id !== 'voicemail');
  const grouped = groups ?? { D9992: calls, none: ['voicemail'] };
  return {
    activities: [...state.activities.values()],
    claims: [...state.claims.values()],
    codeDecisions: state.codeDecisions,
    codeProposal: {
      code: 'D9992',
      groups: Object.entries(grouped).map(([code, activityIds]) => ({ code, activityIds })),
    },
  };
}

const taken: CaseStep = { type: 'claim.withdrawn', data: { claimId: 'claim-1', reason: 'Never sent.' } };
const wrong: CaseStep = { type: 'activity.withdrawn', data: { activityId: 'later', reason: 'Twice.' } };

test.each<[name: string, steps: readonly CaseStep[], code: string, ticked: readonly string[]]>([
  ['everything, before there is a claim', decided, 'D9992', ['activity-1', 'activity-2']],
  ['nothing that is on a claim', [...decided, claimed()], 'D9992', []],
  ['what came since', [...decided, claimed(), later, voicemail], 'D9992', ['later']],
  ['what was withdrawn is gone', [...decided, claimed(), later, wrong], 'D9992', []],
  ['what nobody decided, for none', [...decided, claimed(), later, voicemail], 'none', ['voicemail']],
  ['what is proposed, for another code', [...decided, claimed(), later, voicemail], 'D9311', ['later']],
  [
    'all again once the claim was taken back',
    [...decided, claimed(), taken],
    'D9992',
    ['activity-1', 'activity-2'],
  ],
  ['nothing that was decided otherwise', [...decided, later], 'D9311', ['later']],
])('ticked by itself: %s', (_name, steps, code, ticked) => {
  expect(proposedEntries(screen(steps), code)).toEqual(ticked);
});

test.each<[code: string, entries: readonly string[], neverService: number]>([
  ['D9992', ['later'], 1],
  ['none', ['later', 'voicemail'], 0],
])('entries that can be decided %s, and how many are left out', (code, entries, neverService) => {
  const found = entriesFor(screen([...decided, claimed(), later, voicemail]), code);
  expect(found.entries.map(({ activity }) => activity.activityId)).toEqual(entries);
  expect(found).toMatchObject({ claimed: 2, neverService });
});

test.each<[name: string, steps: readonly CaseStep[], undecided: readonly string[]]>([
  ['nothing since the decision', decided, []],
  ['a call since the decision', [...decided, later], ['later']],
  ['a message that was left since', [...decided, voicemail], []],
  ['a call since, withdrawn', [...decided, later, wrong], []],
])('still undecided: %s', (_name, steps, undecided) => {
  expect(undecidedEntries(screen(steps)).map(({ activity }) => activity.activityId)).toEqual(undecided);
});
