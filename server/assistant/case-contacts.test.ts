import { beforeAll, expect, it } from 'vitest';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { loadRulebook } from '../rulebook/load-rulebook.ts';
import { openAssistant, replyOffline, type Assistant } from './assistant.ts';
import { caseThatHolds } from './test-case-that-holds.ts';

/** Whom a case's contacts were with is read from its record. */

let assistant: Assistant;
beforeAll(async () => {
  assistant = openAssistant(await loadRulebook(), {});
});
const onCase = caseThatHolds('They agreed.');
const answerTo = (question: string, facts = onCase) =>
  replyOffline(assistant, { question }, { today: calendarDate('2026-11-27'), onCase: facts }).answer;

it.each(['Who was contacted and when?', 'who did we call', '¿A quién se llamó y cuándo?'])(
  '%s names each contact with its day and its place in the record',
  (question) => {
    const { status, answer, citations } = answerTo(question);
    const [contact] = [...onCase.state.activities.values()];
    expect(status).toBe('answered');
    expect(answer).toContain(`2026-03-05: ${contact?.activity.contact?.parties[0]?.name ?? 'nobody'}`);
    expect(citations.map(({ id }) => id)).toEqual([`case#${contact?.position ?? 0}`]);
  },
);

it('says that there is none where none is recorded', () => {
  const state = { ...onCase.state, activities: new Map() };
  const { status, answer, citations } = answerTo('who was contacted?', { ...onCase, state });
  expect([status, citations]).toEqual(['answered', []]);
  expect(answer).toBe('No contact is recorded on this case yet.');
});
