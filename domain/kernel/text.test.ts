import { describe, expect, it } from 'vitest';
import { isKeepable } from './text.ts';

describe('a text that can be kept', () => {
  it.each([
    ['nothing', '', true],
    ['letters, accents and other scripts', 'Zoë Núñez, 北京 😀', true],
    ['line breaks and tabs', 'one\ttwo\r\nthree', true],
    ['NUL', 'a\u0000b', false],
    ['the control character before the tab', 'a\u0008b', false],
    ['a vertical tab', 'a\u000bb', false],
    ['a form feed', 'a\u000cb', false],
    ['the control character after the carriage return', 'a\u000eb', false],
    ['the last control character before the space', 'a\u001fb', false],
    ['a space', 'a b', true],
    ['a tilde', 'a~b', true],
    ['delete', 'a\u007fb', false],
    ['the first half of a pair alone', 'a\ud83d', false],
    ['the second half of a pair alone', '\ude00b', false],
  ])('%s', (_what, text, keepable) => {
    expect(isKeepable(text)).toBe(keepable);
  });
});
