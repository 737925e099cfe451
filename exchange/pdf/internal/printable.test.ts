import { expect, test } from 'vitest';
import { coverageOf } from './font-coverage.ts';
import { loadFonts } from './fonts.ts';
import { printable } from './printable.ts';

const coverages = loadFonts()
  .filter((font) => font.forText)
  .map((font) => coverageOf(font.bytes));

function covered(point: number): boolean {
  return coverages.some((coverage) => coverage.has(point));
}

test.each([
  ['Latin with accents', 'ÁÉÍÓÚÑáéíóúñ¿¡ÜüŁłĐđ'],
  ['Vietnamese', 'Nguyễn Thị Hồng Ngọc'],
  ['Greek and Cyrillic', 'Ελένη Ольга'],
  ['Hebrew and Arabic', 'שלום محمد'],
  ['signs', '– — “ ” ‘ ’ « » … · • € £ ½ ° ± × → № º ª'],
  ['an emoji with a variation mark and a joiner', '☎️ 👩‍⚕️'],
  ['lines', 'one\ntwo'],
])('%s is printed as it is', (_, text) => {
  expect(printable(text, covered)).toBe(text);
});

test.each([
  ['line ends of other systems', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['a tab', 'a\tb', 'a    b'],
  ['Chinese', '美', '[U+7F8E]'],
  ['a letter beyond the first plane', '𐒀', '[U+10480]'],
  ['a private letter', '\ue000', '[U+E000]'],
  ['a control character', 'a\u0007b', 'a[U+0007]b'],
  ['a mark that turns text around', '\u202eabc\u2066', '[U+202E]abc[U+2066]'],
])('%s', (_, text, printed) => {
  expect(printable(text, covered)).toBe(printed);
});

test('values of every kind keep their shape', () => {
  const value = { list: ['美', 1, true, null], inner: { text: 'ok' } };
  expect(printable(value, covered)).toEqual({ list: ['[U+7F8E]', 1, true, null], inner: { text: 'ok' } });
});

test('a file that is no font is refused', () => {
  expect(() => coverageOf(new Uint8Array(64))).toThrow(/without table cmap/);
});
