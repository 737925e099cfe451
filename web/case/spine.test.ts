import { expect, it } from 'vitest';
import type { CaseView } from '#contract/views.ts';
import { instant } from '#domain/kernel/calendar-date.ts';
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
  expect(nextOnSpine(steps, { actions: [...actions] }, role)).toBe(next);
});

const gap = (title: string, isTask = false): NonNullable<CaseView['nextStep']> => ({
  title,
  ...(isTask ? {} : { message: message('nextStep.consent') }),
  holder: { kind: 'nobody', name: '—' },
  since: instant('2026-11-02T16:00:00Z'),
});
it.each([
  ['the gap that the next step names', gap('consent'), 'coordinator', consent],
  ['a gap that is for others', gap('consent'), 'biller', contacts],
  ['a gap with no place on the spine', gap('close'), 'coordinator', contacts],
  ['a task, whatever its title', gap('consent', true), 'coordinator', contacts],
] as const)('beside the next step: %s', (_name, nextStep, role, next) => {
  expect(nextOnSpine([contacts, consent], { nextStep, actions: ['log-activity'] }, role)).toBe(next);
});
