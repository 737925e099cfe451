import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Delimiters } from './delimiters.ts';
import { delimitersIn, element, type Segment, segmentsIn } from './tokenize.ts';
import { refuseEnvelope } from './whole-envelope.ts';

/** A batch of some thousand answers has tens of megabytes; what is larger still does not fit the memory well. */
export const mostInFile = 64_000_000;

/**
 * What a file says of one subscriber with those insured through them; or one 999; or one TA1. A transaction in which
 * a payer refuses the question before anybody is named is a part as well.
 */
export interface AnswerPart {
  /** TRN02; where nothing is traced BHT03, which repeats that of the inquiry. */
  readonly traces: readonly string[];
  /** The number of the interchange or group that a 999 (AK102) or TA1 (TA101) is about. */
  readonly controlNumbers: readonly string[];
  /** A whole file again, with the envelope and the levels above, and nobody else in it. */
  readonly text: string;
}

/**
 * The parts of a file of answers. It is gone through once to see that it is whole, so that nothing comes out of one
 * that lacks its end; then once each time that the parts are asked for, and no more than one part is held at a time.
 */
export function splitAnswers(text: string): (() => Iterable<AnswerPart>) | Refusal {
  const delimiters = delimitersIn(text);
  if (isRefusal(delimiters)) return delimiters;
  return refuseEnvelope(segmentsIn(text, delimiters)) ?? (() => partsOf(text, delimiters));
}

/** What is open at a place of the file, outermost first. */
const levels = ['ISA', 'GS', 'ST', 'payer', 'provider', 'own'] as const;
type Level = (typeof levels)[number];

function* partsOf(text: string, delimiters: Delimiters): Generator<AnswerPart, void> {
  const open = new Map<Level, Segment[]>();
  let given = false;
  for (const segment of segmentsIn(text, delimiters)) {
    if (isRefusal(segment)) return;
    const level = levelOf(segment);
    const ends = segment.id === 'SE' || segment.id === 'GE' || segment.id === 'IEA';
    const hasOwn = open.has('own');
    if (hasOwn && (ends || level !== undefined)) {
      yield partOf(open, delimiters);
      given = true;
    } else if (segment.id === 'SE' && !given) yield partOf(open, delimiters);
    if (level === undefined) {
      if (ends) open.delete('own');
      else [...open.values()].at(-1)?.push(segment);
      continue;
    }
    if (level === 'ST') given = false;
    for (const below of levels.slice(levels.indexOf(level))) open.delete(below);
    open.set(level, [segment]);
  }
}

/** HL03: 20 the payer, 21 the provider, 22 the subscriber; dependents (23) stay with theirs. */
function levelOf(segment: Segment): Level | undefined {
  const { id } = segment;
  if (id === 'ISA' || id === 'GS' || id === 'ST') return id;
  if (id === 'TA1' || id === 'AK1') return 'own';
  const code = id === 'HL' ? element(segment, 3) : '';
  return ({ '20': 'payer', '21': 'provider', '22': 'own' } as const)[code];
}

function partOf(open: ReadonlyMap<Level, readonly Segment[]>, delimiters: Delimiters): AnswerPart {
  const own = open.get('own') ?? [];
  const written = [...open.values()].flat();
  const named = (segments: readonly Segment[], id: string, place: number) => [
    ...new Set(
      segments
        .filter((segment) => segment.id === id && element(segment, place) !== '')
        .map((segment) => element(segment, place)),
    ),
  ];
  const traced = named(own, 'TRN', 2);
  return {
    traces: traced.length > 0 ? traced : named(written, 'BHT', 3),
    controlNumbers: [...named(own, 'AK1', 2), ...named(own, 'TA1', 1)],
    text: [...written, ...endsOf(open)]
      .map(({ id, elements }) => [id, ...elements].join(delimiters.element) + delimiters.segment)
      .join(''),
  };
}

/** SE counts from ST to itself. */
function endsOf(open: ReadonlyMap<Level, readonly Segment[]>): readonly Pick<Segment, 'id' | 'elements'>[] {
  const [interchange, group, transaction] = (['ISA', 'GS', 'ST'] as const).map((id) => open.get(id)?.[0]);
  const inTransaction = [...open].filter(([level]) => level !== 'ISA' && level !== 'GS');
  const count = inTransaction.flatMap(([, segments]) => segments).length + 1;
  const control = (segment: Segment | undefined, place: number) => (segment ? element(segment, place) : '');
  return [
    ...(transaction ? [{ id: 'SE', elements: [String(count), control(transaction, 2)] }] : []),
    ...(group ? [{ id: 'GE', elements: ['1', control(group, 6)] }] : []),
    { id: 'IEA', elements: [group ? '1' : '0', control(interchange, 13)] },
  ];
}
