import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { notGiven } from '#domain/kernel/not-given.ts';
import es from '#contract/messages/es.json' with { type: 'json' };
import { isPayerNamed, recordNotGiven, sayNotGiven } from './not-given-here.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'es', resources: { es: { translation: es } } });
});

const read = (sent: unknown): unknown => JSON.parse(JSON.stringify(sent), sayNotGiven);
const sentBack = (shown: unknown): unknown => JSON.parse(JSON.stringify(shown, recordNotGiven));

test.each([
  ['a payer', { payerName: notGiven }, { payerName: es.payerNotNamed }],
  [
    'a payer among the values of a message',
    { params: { payer: notGiven } },
    { params: { payer: es.payerNotNamed } },
  ],
  ['somebody else', { lastName: notGiven }, { lastName: es.notGiven }],
  ['what was given', { payerName: 'Aetna' }, { payerName: 'Aetna' }],
])('%s is said in the language of the screens, and goes back as it was', (_, sent, shown) => {
  expect(read(sent)).toEqual(shown);
  expect(sentBack(shown)).toEqual(sent);
});

test('within a name it is said too', () => {
  expect(read({ plan: `${notGiven}, Plan B` })).toEqual({ plan: `${es.notGiven}, Plan B` });
});

test('a payer has a name, or the words in its place', () => {
  expect([isPayerNamed('Aetna'), isPayerNamed(es.payerNotNamed)]).toEqual([true, false]);
});
