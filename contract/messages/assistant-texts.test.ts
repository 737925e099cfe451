import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { activityKinds } from '#domain/activity/activity.ts';
import { performers } from '#domain/activity/performer.ts';
import { guideTopics } from '#domain/assistant/about-code.ts';
import { payerTopics } from '#domain/assistant/payer-topics.ts';
import { removalReasons } from '#domain/assistant/guard/check-rephrasing.ts';
import { outsideFields } from '#domain/assistant/question/outside-field.ts';
import { personalKinds } from '#domain/assistant/question/personal-data.ts';
import { topicNames } from '#domain/assistant/question/topics.ts';
import { coverageStatuses, frequencyWindows } from '#domain/coverage/benefit-fact.ts';
import { claimUnits, documentationItems, ruleMarks } from '#domain/rulebook/rule.ts';
import { say } from '../say.ts';

/** Every id that the assistant can say has a text in both languages; ids that are put together come from lists. */
const answeredApart = ['coverage', 'chargePatient', 'fee', 'who'];
const fromLists = [
  ...guideTopics.map((topic) => `assistant.lead.${topic}`),
  ...payerTopics.map((topic) => `assistant.payer.unknown.${topic}`),
  ...payerTopics.filter((topic) => !answeredApart.includes(topic)).map((topic) => `assistant.payer.${topic}`),
  ...performers.flatMap((performer) =>
    ['yes', 'no'].map((word) => `assistant.payer.whoMay.${word}.${performer}`),
  ),
  ...performers.map((performer) => `coverage.performer.${performer}`),
  ...coverageStatuses.flatMap((status) => [`assistant.payer.status.${status}`, `coverage.status.${status}`]),
  ...['client-day', 'claim-line'].map((per) => `assistant.rule.fee.${per}`),
  ...claimUnits.map((unit) => `assistant.rule.unit.${unit}`),
  ...frequencyWindows.map((window) => `coverage.limit.${window}`),
  ...['claim', 'reconsideration'].map((what) => `assistant.rule.deadline.${what}`),
  ...documentationItems.map((item) => `coverage.documentation.${item}`),
  ...activityKinds.map((kind) => `pdf.activityKind.${kind}`),
  ...ruleMarks.map((mark) => `coverage.mark.${mark}`),
  ...outsideFields.map((field) => `assistant.outside.${field}`),
  ...personalKinds.map((kind) => `assistant.personal.${kind}`),
  ...['empty', 'no-words', 'too-long', 'other-language', 'only-orders'].map(
    (why) => `assistant.unreadable.${why}`,
  ),
  ...['yes', 'no', 'since'].map((standing) => `assistant.inForce.${standing}`),
  ...removalReasons.map((reason) => `assistant.guard.reason.${reason}`),
  ...['rephrased', 'noAnswer', 'notUsed', 'removed', 'routed'].map((what) => `assistant.guard.${what}`),
  ...topicNames.map((topic) => `assistant.topic.${topic}`),
  ...['yesNamed', 'fits', 'other'].map((what) => `assistant.which.${what}`),
];

const folder = path.join(import.meta.dirname, '..', '..', 'domain', 'assistant');
const inSource = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .flatMap((name) => [
    ...readFileSync(path.join(folder, name), 'utf8').matchAll(/'((?:assistant|coverage)\.[A-Za-z.-]+)'/g),
  ])
  .map((match) => match[1] ?? '');

test('the ids are found at all', () => {
  expect(inSource).toContain('assistant.lead.difference');
  expect(say('en', { id: 'assistant.no.such.text', params: {} })).toBe('assistant.no.such.text');
});

test.each([...new Set([...fromLists, ...inSource])])('%s', (id) => {
  for (const language of ['en', 'es'] as const) expect(say(language, { id, params: {} })).not.toBe(id);
});
