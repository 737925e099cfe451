import { expect, test } from 'vitest';
import { staffRoles } from '../audit/event.ts';
import { availableActions, caseActions, refuseAction, type CaseAction } from './available-actions.ts';
import { caseStates } from './case-events.ts';

test('an auditor may do nothing, whatever the state', () => {
  expect(caseStates.flatMap((state) => availableActions(state, 'auditor'))).toEqual([]);
});

test('the list and the refusal never disagree', () => {
  for (const state of caseStates)
    for (const role of staffRoles)
      for (const action of caseActions)
        expect(availableActions(state, role).includes(action)).toBe(
          refuseAction(action, state, role) === undefined,
        );
});

test.each([
  ['open', 'coordinator', 'log-activity', undefined],
  ['closed', 'coordinator', 'log-activity', 'action/not-in-this-state'],
  ['on-hold', 'coordinator', 'log-activity', undefined],
  ['open', 'coordinator', 'attest', 'action/not-your-role'],
  ['open', 'dentist', 'attest', undefined],
  ['on-hold', 'dentist', 'attest', 'action/not-in-this-state'],
  ['open', 'coordinator', 'resume', 'action/not-in-this-state'],
  ['on-hold', 'coordinator', 'resume', undefined],
  ['closed', 'coordinator', 'reopen', undefined],
  ['closed', 'biller', 'create-claim', undefined],
  ['open', 'hygienist', 'create-claim', 'action/not-your-role'],
  ['closed', 'hygienist', 'print-document', undefined],
  ['open', 'auditor', 'print-document', 'action/not-your-role'],
] as const)('%s, %s: %s -> %s', (state, role, action: CaseAction, code) => {
  expect(refuseAction(action, state, role)?.code).toBe(code);
});

test('a closed case can be reopened, and nobody is left without a way on', () => {
  for (const state of caseStates) expect(availableActions(state, 'coordinator').length).toBeGreaterThan(3);
});
