import { expect, test } from 'vitest';
import { refusalTexts } from './refusal-texts.ts';
import { fixture } from './test-fixture.ts';

const texts = {
  refusal: {
    'tooth/unknown': { what: '"{{text}}" is no tooth.', why: 'Teeth have numbers.', next: 'Correct it.' },
    'case/open': { what: 'Open.', why_one: 'One task.', why_other: '{{count}} tasks.', next: 'Finish them.' },
  },
};
const fine = `refuse('tooth/unknown', { text }); refuse('case/open', { count: 2 }, '/at');`;

const found = (code: string, said: unknown = texts) =>
  refusalTexts
    .find(fixture({ 'domain/a.ts': code, 'contract/messages/en.json': JSON.stringify(said) }))
    .map(({ message }) => message);

test('codes with their texts, gaps filled, are fine', () => {
  expect(found(fine)).toEqual([]);
  expect(found(`${fine} refuse(a ? 'tooth/unknown' : 'case/open', { text, count });`)).toEqual([]);
});

test.each([
  ['a code without texts', `${fine} refuse('x/y');`, 'refusal.x/y.next is missing'],
  ['one side of a condition', `${fine} refuse(a ? 'case/open' : 'x/y');`, 'refusal.x/y.what is missing'],
  ['a code put together', `${fine} refuse(\`x/\${y}\`);`, 'the code of a refusal is written out'],
  ['parameters from elsewhere', `${fine} refuse('case/open', params);`, 'are written out in the call'],
  ['a gap that stays open', `${fine} refuse('tooth/unknown');`, 'the gap {{text}} of tooth/unknown'],
  ['a value that nothing says', `${fine} refuse('case/open', { day });`, 'no text of case/open says day'],
  ['a text that nothing uses', `refuse('case/open', { count: 1 });`, 'nothing is refused with tooth/unknown'],
])('%s', (_, code, message) => {
  expect(found(code).join('\n')).toContain(message);
});

test('tests may refuse what nobody is told', () => {
  const files = {
    'domain/a.ts': fine,
    'domain/a.test.ts': `refuse('test/no');`,
    'contract/messages/en.json': JSON.stringify(texts),
  };
  expect(refusalTexts.find(fixture(files))).toEqual([]);
});
