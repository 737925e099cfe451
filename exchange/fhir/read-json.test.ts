import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from './read-json.ts';

function placeOf(text: string): string | undefined {
  const document = readJson(text);
  return 'refused' in document ? document.at : undefined;
}

describe('what is not JSON is refused at its place', () => {
  test.each<[string, string, string | undefined]>([
    ['a number', '1', undefined],
    ['a byte order mark before it', '\uFEFF{}', undefined],
    ['a number that begins with zero', '01', 'line 1, column 1'],
    ['a number that ends in a dot', '[1.]', 'line 1, column 2'],
    ['a word', '[nul]', 'line 1, column 2'],
    ['a comma too many', '[1,]', 'line 1, column 4'],
    ['a comma too few', '[1 2]', 'line 1, column 4'],
    ['a name without quotation marks', '{a:1}', 'line 1, column 2'],
    ['a name without value', '{"a"}', 'line 1, column 5'],
    ['a text that is not closed', '["a]', 'line 1, column 2'],
    ['a line break inside a text', '["a\nb"]', 'line 1, column 2'],
    ['an escape that is none', '["\\x"]', 'line 1, column 2'],
    ['200 levels', `${'['.repeat(200)}1${']'.repeat(200)}`, undefined],
    ['201 levels', `${'['.repeat(201)}1${']'.repeat(201)}`, 'line 1, column 202'],
  ])('%s', (_, text, place) => {
    expect(placeOf(text)).toBe(place);
  });

  test('a text of three million characters is read', () => {
    const long = 'x"\\'.repeat(1_000_000);
    expect(readJson(JSON.stringify([long]))).toMatchObject({ value: [long] });
  });
});

test('property: it reads what JSON itself reads, whatever the white space', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, space) => {
      const text = JSON.stringify(value, null, space);
      expect(readJson(text)).toMatchObject({ value: JSON.parse(text) as unknown });
    }),
  );
});

test('the text of an object keeps its tokens and drops the white space between them', () => {
  const document = readJson('{ "a" : [ { "b c" : 7.0 ,\n "d" : " x \\" y " } ] }');
  if ('refused' in document) throw new Error(document.code);
  const outer = document.value;
  expect(document.textOf(Object(outer) as object)).toBe('{"a":[{"b c":7.0,"d":" x \\" y "}]}');
});
