import { message, type Message } from '#domain/kernel/message.ts';
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

/**
 * Cuts an interchange into segments. The delimiters come from ISA, whatever they are; line breaks between and
 * inside segments (files wrapped at 80 columns) are skipped, unless a line break is itself the terminator.
 */
export function tokenize(text: string): Interchange | Refusal {
  const delimiters = delimitersIn(text);
  if (isRefusal(delimiters)) return delimiters;
  const segments: Segment[] = [];
  for (const segment of segmentsIn(text, delimiters)) {
    if (isRefusal(segment)) return segment;
    segments.push(segment);
  }
  return { delimiters, segments };
}

interface Character {
  readonly text: string;
  readonly offset: number;
}

/** How far a header may reach with blank lines before it and line breaks in it. */
const headerReach = 2_000;

/** The delimiters as ISA names them; refused where the text does not begin with one. */
export function delimitersIn(text: string): Delimiters | Refusal {
  const blank = blanksBefore(text);
  const all = withOffsets(text.slice(blank, blank + headerReach), byteLength(text.slice(0, blank)));
  const printed = all.filter((one) => !isLineBreak(one.text));
  if (joined(printed.slice(0, 3)) !== 'ISA') return broken(1, all[0]?.offset ?? 0, why('no-header'));
  return readDelimiters(all, printed);
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
      why('header', { character: wrong + 1, separator: elementSeparator }),
    );
  const last = header.indexOf(printed[104] ?? { text: '', offset: 0 });
  const [after = '', second = ''] = header.slice(last + 1, last + 3).map((one) => one.text);
  const lineEnd = after === '\r' && second !== '\n' ? '\r' : '\n';
  const next = joined(printed.slice(105, 108));
  const delimiters = {
    element: elementSeparator,
    repetition: at(82),
    component: at(104),
    segment: isLineBreak(after) && next === `GS${elementSeparator}` ? lineEnd : at(105),
  };
  const distinct = new Set(listed(delimiters)).size === 4;
  if (!distinct || listed(delimiters).some((one) => /^[A-Za-z0-9 ]?$/.test(one)))
    return broken(
      1,
      printed[104]?.offset ?? 0,
      why('delimiters', { delimiters: JSON.stringify(listed(delimiters)) }),
    );
  return delimiters;
}

/**
 * Segment after segment, read from the text as they are asked for, so that a file of many megabytes is gone through
 * without being held in pieces. A refusal is the last thing that comes.
 */
export function* segmentsIn(text: string, delimiters: Delimiters): Generator<Segment | Refusal, void> {
  const breaksEnd = isLineBreak(delimiters.segment);
  let number = 1;
  let place = blanksBefore(text);
  let offset = byteLength(text.slice(0, place));
  while (place < text.length) {
    const end = text.indexOf(delimiters.segment, place);
    const raw = text.slice(place, end < 0 ? text.length : end);
    const content = breaksEnd ? raw.replace(/\r$/, '') : raw.replace(/[\r\n]+/g, '');
    const start = offset + (breaksEnd ? 0 : (/^[\r\n]*/.exec(raw)?.[0].length ?? 0));
    if (end < 0) {
      if (content.trim() !== '')
        yield broken(number, start, why('no-end', { terminator: delimiters.segment }));
      return;
    }
    place = end + delimiters.segment.length;
    offset += byteLength(raw) + byteLength(delimiters.segment);
    // A line of its own without content is a line break, not a segment.
    if (breaksEnd && content.trim() === '') continue;
    const [id = '', ...elements] = content.split(delimiters.element);
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(id)) {
      yield broken(number, start, why('no-name', { name: id.slice(0, 40) }));
      return;
    }
    yield { number, offset: start, id, elements };
    number++;
  }
}

function withOffsets(text: string, first: number): Character[] {
  const characters: Character[] = [];
  let offset = first;
  for (const character of text) {
    characters.push({ text: character, offset });
    offset += byteLength(character);
  }
  return characters;
}

/** In UTF-8; half of a pair that lost the other half counts as the sign that takes its place. */
function byteLength(text: string): number {
  if (/^[\t\r\n -~]*$/.test(text)) return text.length;
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

function blanksBefore(text: string): number {
  const start = text.search(/[^\ufeff\s]/);
  return Math.max(start, 0);
}

function isLineBreak(text: string): boolean {
  return text === '\n' || text === '\r';
}

function joined(characters: readonly Character[]): string {
  return characters.map((one) => one.text).join('');
}

function why(what: string, params: Message['params'] = {}): Message {
  return message(`eligibility.unreadable.${what}`, params);
}

function broken(number: number, offset: number, detail: Message): Refusal {
  return refuse(
    'x12/unreadable',
    { segment: number, byte: offset, detail },
    `segment ${number}, byte ${offset}`,
  );
}
