import { expect, test } from 'vitest';
import { message } from '#domain/kernel/message.ts';
import { notGiven } from '#domain/kernel/not-given.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { sayRefusal } from './say-refusal.ts';

const stopped = refuse('referral/not-next', {
  state: message('pdf.referralState.drafted'),
  next: [message('pdf.referralState.sent'), message('pdf.referralState.closed')],
});

test.each([
  ['en', 'It stands at: drafted. From there it goes to: sent, closed.'],
  ['es', 'Su estado es: en borrador. De ahí pasa a: enviada, cerrada.'],
] as const)('words among the values are said in the same language: %s', (language, why) => {
  expect(sayRefusal(language, stopped).why).toBe(why);
});

test.each([
  ['en', 1, 'Bo recorded a change after you opened it.'],
  ['en', 2, 'Bo recorded 2 changes after you opened it.'],
  ['es', 1, 'Bo registró un cambio después de que usted lo abriera.'],
] as const)('a number chooses its form: %s, %d', (language, count, why) => {
  const refusal = refuse('stale/changed-meanwhile', { names: 'Bo', count });
  expect(sayRefusal(language, refusal).why).toBe(why);
});

test('what a refusal carries stays with it, and its values are in the words only', () => {
  const stale = { ...refuse('tooth/unknown', { text: '99' }, '/tooth'), changes: [7] };
  expect(sayRefusal('en', stale)).toEqual({
    refused: true,
    code: 'tooth/unknown',
    what: '"99" is not a tooth.',
    why: 'Teeth are numbered 1-32 (permanent) or A-T (primary); supernumerary teeth are 51-82 or AS-TS.',
    next: 'Correct the tooth.',
    at: '/tooth',
    changes: [7],
  });
});

test.each([
  ['en', '(not given) has that place already, for days on which this coverage holds too.'],
  ['es', '(no consta) ya lo ocupa'],
] as const)('a payer without a name is named in the words of the reader: %s', (language, why) => {
  const refusal = refuse('coverage/same-place', { place: 'primary', payer: notGiven });
  expect(sayRefusal(language, refusal).why).toContain(why);
});
