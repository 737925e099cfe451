import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { type Delimiters, listed } from './delimiters.ts';

/** A segment as it stands in the file. */
export interface Segment {
  /** Counted from 1; ISA is 1. */
  readonly number: number;
  /** Bytes (UTF-8) before the segment's first character, from the start of the file. */
  readonly offset: number;
  readonly id: string;
  /** Element 01 first. Use `element(segment, 1)` to read. */
  readonly elements: readonly string[];
}

export interface Interchange {
  readonly delimiters: Delimiters;
  readonly segments: readonly Segment[];
}

/** Element by its number in the standard's writing (NM109 is 9); '' where the segment ends earlier. */
export function element(segment: Segment, number: number): string {
  return segment.elements[number - 1] ?? '';
}

/** Component by its numbers (CLM05-3 is 5, 3). */
export function component(segment: Segment, delimiters: Delimiters, number: number, part: number): string {
  return element(segment, number).split(delimiters.component)[part - 1] ?? '';
}

interface Character {
  readonly text: string;
  readonly offset: number;
}

/**
 * Cuts an interchange into segments. The delimiters come from ISA, whatever they are; line breaks between and
 * inside segments (files wrapped at 80 columns) are skipped, unless a line break is itself the terminator.
 */
export function tokenize(text: string): Interchange | Refusal {
  const all = withOffsets(text);
  const start = all.findIndex((one) => !isBlank(one.text));
  const header = all.slice(Math.max(start, 0));
  const printed = header.filter((one) => !isLineBreak(one.text));
  if (start < 0 || joined(printed.slice(0, 3)) !== 'ISA')
    return broken(1, all[Math.max(start, 0)]?.offset ?? 0, 'The file does not begin with an ISA segment.');
  const delimiters = readDelimiters(header, printed);
  if (isRefusal(delimiters)) return delimiters;
  const breaksEnd = isLineBreak(delimiters.segment);
  return cut(breaksEnd ? withoutReturns(header) : printed, delimiters);
}

/** Positions of the 16 separators of ISA, which has elements of fixed width. */
const separatorPlaces = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];

function readDelimiters(header: readonly Character[], printed: readonly Character[]): Delimiters | Refusal {
  const at = (place: number) => printed[place]?.text ?? '';
  const elementSeparator = at(3);
  const wrong = separatorPlaces.find((place) => at(place) !== elementSeparator);
  if (wrong !== undefined)
    return broken(
      1,
      printed[wrong]?.offset ?? printed.at(-1)?.offset ?? 0,
      `ISA is not 106 characters with its separators in their places: character ${wrong + 1} should be "${elementSeparator}".`,
    );
  const last = header.indexOf(printed[104] ?? { text: '', offset: 0 });
  const brokenLine = isLineBreak(header[last + 1]?.text ?? '');
  const next = joined(printed.slice(105, 108));
  const delimiters = {
    element: elementSeparator,
    repetition: at(82),
    component: at(104),
    segment: brokenLine && next === `GS${elementSeparator}` ? '\n' : at(105),
  };
  const distinct = new Set(listed(delimiters)).size === 4;
  if (!distinct || listed(delimiters).some((one) => /^[A-Za-z0-9 ]?$/.test(one)))
    return broken(
      1,
      printed[104]?.offset ?? 0,
      `ISA names the delimiters ${JSON.stringify(listed(delimiters))}, which must be four different signs.`,
    );
  return delimiters;
}

function cut(characters: readonly Character[], delimiters: Delimiters): Interchange | Refusal {
  const segments: Segment[] = [];
  let text = '';
  let offset: number | undefined;
  for (const character of characters) {
    if (character.text !== delimiters.segment) {
      offset ??= character.offset;
      text += character.text;
      continue;
    }
    const number = segments.length + 1;
    const id = text.split(delimiters.element, 1)[0] ?? '';
    // A line of its own without content is a line break, not a segment.
    if (text.trim() === '' && delimiters.segment === '\n') continue;
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(id))
      return broken(number, offset ?? character.offset, `"${id}" is not the name of a segment.`);
    segments.push({ number, offset: offset ?? 0, id, elements: text.split(delimiters.element).slice(1) });
    text = '';
    offset = undefined;
  }
  if (text.trim() !== '')
    return broken(
      segments.length + 1,
      offset ?? 0,
      `The last segment is not ended by "${delimiters.segment}".`,
    );
  return { delimiters, segments };
}

function withOffsets(text: string): Character[] {
  const characters: Character[] = [];
  let offset = 0;
  for (const character of text) {
    characters.push({ text: character, offset });
    const code = character.codePointAt(0) ?? 0;
    offset += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return characters;
}

function isLineBreak(text: string): boolean {
  return text === '\n' || text === '\r';
}

function isBlank(text: string): boolean {
  return text === '\ufeff' || /^\s$/.test(text);
}

function withoutReturns(characters: readonly Character[]): readonly Character[] {
  return characters.flatMap((one, index) =>
    one.text !== '\r' ? [one] : characters[index + 1]?.text === '\n' ? [] : [{ ...one, text: '\n' }],
  );
}

function joined(characters: readonly Character[]): string {
  return characters.map((one) => one.text).join('');
}

function broken(number: number, offset: number, why: string): Refusal {
  return refuse(
    'x12/unreadable',
    { segment: number, byte: offset, detail: why },
    `segment ${number}, byte ${offset}`,
  );
}
