import { expect, test } from 'vitest';
import { i18nParity } from './i18n-parity.ts';
import { fixture } from './test-fixture.ts';

const found = (en: unknown, es: unknown) =>
  i18nParity
    .find(fixture({ 'web/i18n/en.json': JSON.stringify(en), 'web/i18n/es.json': JSON.stringify(es) }))
    .map(({ path, message }) => `${path.slice(9, 11)}: ${message}`);

test.each([
  ['a text is missing', { a: { b: 'one', c: 'two' } }, { a: { b: 'uno' } }, 'es: a.c is missing'],
  ['a text is left over', { a: 'one' }, { a: 'uno', b: 'dos' }, 'en: b is missing'],
  ['a text is empty', { a: 'one' }, { a: ' ' }, 'es: a is empty'],
  ['a value is not filled in', { a: '{{count}} cases' }, { a: 'casos' }, 'en: a fills in other values'],
  [
    'the value of the other language is filled in',
    { a: '{{titleEn}}' },
    { a: '{{titleEn}}' },
    'es: a fills in other values',
  ],
  ['plural forms are missing', { a_one: 'case', a_other: 'cases' }, { b: 'x' }, 'es: a is missing'],
])('%s', (_, en, es, message) => {
  expect(found(en, es)).toContain(message);
});

test('another order of values and another number of plural forms are fine', () => {
  const en = { a: '{{first}} of {{last}}', b_one: '{{count}} day', b_other: '{{count}} days' };
  const es = {
    a: '{{last}}: {{first}}',
    b_one: '{{count}} día',
    b_many: '{{count}} de días',
    b_other: '{{count}} días',
  };
  expect(found(en, es)).toEqual([]);
});

test('of what comes in both languages each fills in its own', () => {
  expect(found({ a: 'rule {{rule}}: {{titleEn}}' }, { a: 'regla {{rule}}: {{titleEs}}' })).toEqual([]);
});

test('every folder with languages is compared', () => {
  const files = { 'contract/messages/en.json': '{"a":"one"}', 'contract/messages/es.json': '{}' };
  expect(i18nParity.find(fixture(files))).toHaveLength(1);
});

test('one language alone is not enough', () => {
  const problems = i18nParity.find(fixture({ 'web/i18n/en.json': '{}' }));
  expect(problems).toEqual([{ path: 'web/i18n/es.json', line: 1, message: 'this language is missing' }]);
});

test('a key that stands twice in one place is told with its line; the same name elsewhere is fine', () => {
  const twice =
    '{"a": {"b": "one \\"b\\": two", "c": "x"},\n"d": {"b": "one"},\n"a": {"b": "two", "c": "x"}}';
  const once = '{"a": {"b": "uno", "c": "x"}, "d": {"b": "dos"}}';
  const files = { 'web/i18n/en.json': twice, 'web/i18n/es.json': once };
  expect(i18nParity.find(fixture(files))).toEqual([
    { path: 'web/i18n/en.json', line: 3, message: 'a stands here twice' },
  ]);
});
