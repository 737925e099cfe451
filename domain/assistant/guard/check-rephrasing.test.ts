import { describe, expect, test } from 'vitest';
import { procedureCode } from '../../kernel/procedure-code.ts';
import { sampleRulebook } from '../../readiness/ready-case.samples.ts';
import type { AssistantAnswer } from '../assistant-answer.ts';
import { payerReader } from '../question/named-payer.ts';
import { checkRephrasing, type RemovalReason } from './check-rephrasing.ts';

/** What a model may write and what not; each row changes one thing of what the passages say. */

const payersIn = payerReader(sampleRulebook());
const offline: AssistantAnswer = {
  status: 'partly',
  answer:
    'Not known: no confirmed rule says whether Aetna pays D9992 on 2026-11-27.\nA rule of other days of service is known; it does not carry over:\n- Sample payer, D9992: $15.00 for each patient and day (confirmed for days of service 2020-04-01 through 2020-04-24).',
  codes: [procedureCode('D9992')],
  citations: [
    {
      id: 'guide/D9992#record-time',
      source: 'a page',
      quote: 'Start and stop of the work itself count; writing the note and leaving voicemail stay out.',
    },
    {
      id: 'guide/D9311#what-for',
      source: 'a page',
      quote: 'It reports that the dentist consulted a medical professional about a medical issue.',
    },
    {
      id: 'rulebook/sample-payer/fee',
      source: 'a rule',
      quote: 'Sample payer, D9992: $15.00 for each patient and day.',
    },
  ],
  missing: ['Ask the payer, and record who said what on which day.'],
  safety: [],
};

const kept = [
  'It is not known whether Aetna pays D9992 on 2026-11-27.',
  'Writing the note and leaving voicemail stay out.',
  'For D9992, start and stop of the work itself count.',
  'D9311 reports that the dentist consulted a medical professional about a medical issue.',
  '- **Ask the payer** and record who said what.',
  'The sample payer paid $15 for each patient and day on days of service 2020-04-01 through 2020-04-24.',
];

const removed: readonly [string, RemovalReason][] = [
  ['Aetna pays D9992 on 2026-11-27.', 'turned-around'],
  ['A rule of other days of service is known, and it does carry over.', 'turned-around'],
  ['Writing the note and leaving voicemail never stay out.', 'turned-around'],
  ['D9123 reports that the dentist consulted a medical professional.', 'unknown-code'],
  ['D9992 reports that the dentist consulted a medical professional about a medical issue.', 'unsupported'],
  ['The sample payer pays $900 for each patient and day.', 'unsupported-number'],
  ['The sample payer pays fifty dollars for each patient and day.', 'unsupported-number'],
  ['No confirmed rule says whether Cigna pays D9992 on 2026-11-27.', 'unsupported'],
  ['Sample payer Cigna, D9992: $15.00 for each patient and day.', 'unsupported'],
  ['The sample payer pays $15 for each patient and day.', 'unsupported'],
  ['The sample payer pays $15 for each patient and day of service from 2020-04-01.', 'unsupported'],
  ['See https://example.com/pay for the rule of other days of service.', 'address'],
  ['<script>alert</script> start and stop of the work itself count.', 'address'],
  ['Yes.', 'unsupported'],
  ['Every insurer always reimburses coordination of care generously.', 'unsupported'],
];

describe('a connected model', () => {
  test.each(kept)('may say: %s', (sentence) => {
    expect(checkRephrasing(sentence, offline, payersIn).removed).toEqual([]);
  });

  test.each(removed)('may not say: %s', (sentence, reason) => {
    expect(checkRephrasing(sentence, offline, payersIn)).toEqual({ kept: [], removed: [reason] });
  });

  test('may leave the days out where the rule holds on the day that was asked about', () => {
    const holds = { ...offline, status: 'answered' } as const;
    const undated = 'The sample payer pays $15 for each patient and day.';
    expect(checkRephrasing(undated, holds, payersIn)).toEqual({ kept: [undated], removed: [] });
  });

  test('loses the wrong sentence and keeps the right one beside it', () => {
    const written = `${kept[1] ?? ''} ${removed[5]?.[0] ?? ''}\n${kept[4] ?? ''}`;
    const checked = checkRephrasing(written, offline, payersIn);
    expect([checked.kept.length, checked.removed]).toEqual([2, ['unsupported-number']]);
  });
});
