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
  ['the first that is not done', [team, plan, contacts], ['sign-plan', 'log-activity'], plan],
  ['what only others may do is passed over', [team, plan, contacts], ['log-activity'], contacts],
  ['what is written on the patient needs any permission', [consent, contacts], ['assign'], consent],
  ['an auditor has none', [consent, contacts], [], undefined],
  ['what is only looked at is for everybody', [plan, readiness], [], readiness],
  ['everything done', [team], ['record-member'], undefined],
] as const)('next on the spine: %s', (_name, steps, actions, next) => {
  expect(nextOnSpine(steps, actions)).toBe(next);
});
