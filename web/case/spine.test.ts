import { expect, it } from 'vitest';
import { message } from '#domain/kernel/message.ts';
import { nextOnSpine, type SpineState, type SpineStep } from './spine.ts';
import type { SpineSection } from './sections.ts';

const step = (section: SpineSection, state: SpineState, action?: string): SpineStep => ({
  section,
  state,
  note: message('web.spine.note.plan.none'),
  action,
});
const team = step('team', 'done', 'record-member');
const plan = step('plan', 'attention', 'sign-plan');
const consent = step('consent', 'waiting', 'record-consent');
const contacts = step('contacts', 'waiting', 'contact');
const readiness = step('readiness', 'attention');

it.each([
  ['the first that is not done', [team, plan, contacts], 'dentist', ['sign-plan', 'log-activity'], plan],
  [
    'what only others may do is passed over',
    [team, plan, contacts],
    'coordinator',
    ['log-activity'],
    contacts,
  ],
  ['what is written on the patient, by role', [consent, contacts], 'hygienist', [], consent],
  ['a biller takes no consents', [consent, contacts], 'biller', ['log-activity'], contacts],
  ['an auditor has none', [consent, contacts], 'auditor', [], undefined],
  ['what is only looked at is for everybody', [plan, readiness], 'auditor', [], readiness],
  ['everything done', [team], 'coordinator', ['record-member'], undefined],
] as const)('next on the spine: %s', (_name, steps, role, actions, next) => {
  expect(nextOnSpine(steps, actions, role)).toBe(next);
});
