import { describe, expect, it } from 'vitest';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { sampleClaim, sampleEnvelope } from './claim.samples.ts';
import { write837d } from './to-837d.ts';
import { component, element, type Interchange, tokenize } from './tokenize.ts';

const file = String(write837d(sampleClaim, sampleEnvelope));

function read(text: string): Interchange {
  const interchange = tokenize(text);
  if (isRefusal(interchange)) throw new Error(interchange.code);
  return interchange;
}

function content(text: string): string[][] {
  return read(text).segments.map((segment) => [segment.id, ...segment.elements]);
}

describe('tokenize', () => {
  it('cuts what we write into its segments, with their places', () => {
    const { delimiters, segments } = read(file);
    expect(delimiters).toEqual({ element: '*', repetition: '^', component: ':', segment: '~' });
    expect(segments.slice(0, 3).map(({ number, offset, id }) => [number, offset, id])).toEqual([
      [1, 0, 'ISA'],
      [2, 106, 'GS'],
      [3, file.indexOf('ST*837'), 'ST'],
    ]);
    const claim = segments.find((segment) => segment.id === 'CLM');
    expect(claim && [element(claim, 2), component(claim, delimiters, 5, 3), element(claim, 40)]).toEqual([
      '75.5',
      '1',
      '',
    ]);
  });

  it.each<[string, (text: string) => string]>([
    ['a line break after each segment', (text) => text.replaceAll('~', '~\n')],
    ['Windows line breaks', (text) => text.replaceAll('~', '~\r\n')],
    ['lines wrapped at 80 columns', (text) => text.replace(/.{80}/g, '$&\r\n')],
    ['lines wrapped right after ISA16', (text) => `${text.slice(0, 105)}\n${text.slice(105)}`],
    ['a byte order mark and blank lines first', (text) => `\ufeff\n\n${text}`],
    ['blank lines last', (text) => `${text}\n \n`],
    ['line breaks as terminators', (text) => text.replaceAll('~', '\n')],
    ['Windows line breaks as terminators', (text) => text.replaceAll('~', '\r\n')],
    ['line breaks of old as terminators', (text) => text.replaceAll('~', '\r')],
    ['other delimiters', (text) => text.replaceAll('*', '|').replaceAll('~', "'").replaceAll('^', '!')],
    ['control characters as delimiters', (text) => text.replaceAll('*', '\x1d').replaceAll('~', '\x1c')],
  ])('reads the same from a file with %s', (_name, change) => {
    const expected = content(file).slice(1);
    expect(content(change(file)).slice(1)).toEqual(expected);
  });

  it('takes the component separator from ISA16', () => {
    const { delimiters, segments } = read(file.replaceAll(':', '>'));
    const claim = segments.find((segment) => segment.id === 'CLM');
    expect(claim && component(claim, delimiters, 5, 2)).toBe('B');
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'segment 1, byte 0'],
    ['only blanks', ' \n', 'segment 1, byte 0'],
    ['another format', 'MSH|^~\\&|', 'segment 1, byte 0'],
    ['a cut ISA', file.slice(0, 60), 'segment 1, byte 59'],
    ['an ISA with a short element', file.replace('HARBOR01       ', 'HARBOR01'), 'segment 1, byte 50'],
    ['two equal delimiters', file.replace('*:~GS', '*^~GS'), 'segment 1, byte 104'],
    ['a letter as delimiter', file.replace('*:~GS', '*A~GS'), 'segment 1, byte 104'],
    ['an empty segment', file.replace('~GS', '~~GS'), 'segment 2, byte 106'],
    ['a segment with a small name', file.replace('~GS', '~gs'), 'segment 2, byte 106'],
    ['a last segment without end', file.slice(0, -1), `segment 32, byte ${file.indexOf('IEA')}`],
    ['bytes of characters above ASCII', `\u00e9${file}`, 'segment 1, byte 0'],
    [
      'an accent before a fault',
      file.replace('TACOMA', 'T\u00c4COMA').replace('~HL*2', '~~HL*2'),
      faultAfterAccent(),
    ],
  ])('names the place in a file with %s', (_name, text, place) => {
    const refused = tokenize(text);
    expect(isRefusal(refused) && [refused.code, refused.at]).toEqual(['x12/unreadable', place]);
  });
});

/** The empty segment takes the place of HL*2; the accented letter before it counts two bytes. */
function faultAfterAccent(): string {
  const before = file.slice(0, file.indexOf('~HL*2') + 1);
  return `segment ${before.split('~').length}, byte ${before.length + 1}`;
}
