import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { AnsweredPerson, Answer271, AnswerError, BenefitLine } from './answer-271.ts';
import type { Delimiters } from './delimiters.ts';
import { readBenefitLine, readDates, readDay } from './read-benefit-line.ts';
import { rejectionErrors } from './rejection.ts';
import { refuseEnvelope } from './whole-envelope.ts';
import { element, type Segment, tokenize } from './tokenize.ts';

/** An answer for one patient has some kilobytes; what is far larger is a batch, or no answer. */
export const mostCharacters = 2_000_000;

/** Both spellings are in use (standards-facts 2.1). */
const versions: readonly string[] = ['005010X279A1', '005010X279'];

/**
 * Reads the answers of a 271, and the errors of a 999 or TA1 that came in its place. Unknown segments are passed
 * over, errors are values, figures that cannot be believed are marked. Refused: what cannot be cut into segments, a
 * file that lacks its end or lost a part, another transaction, another version.
 */
export function read271(text: string): readonly Answer271[] | Refusal {
  if (text.length > mostCharacters)
    return refuse('eligibility/too-large', { characters: text.length, most: mostCharacters });
  const interchange = tokenize(text);
  if (isRefusal(interchange)) return interchange;
  const { segments, delimiters } = interchange;
  const rejected = rejectionErrors(segments);
  const refused = (rejected ? undefined : refuseOther(segments)) ?? refuseEnvelope(segments);
  if (refused) return refused;
  if (rejected) return [{ madeOn: undefined, payerName: '', payerId: '', errors: rejected, people: [] }];
  return transactionsOf(segments).map((body) => readTransaction(body, delimiters));
}

function refuseOther(segments: readonly Segment[]): Refusal | undefined {
  const headers = segments.filter(({ id }) => id === 'ST');
  const other = headers.find((header) => element(header, 1) !== '271');
  if (other) return refuse('eligibility/other-transaction', { transaction: element(other, 1) });
  const groups = segments.filter(({ id }) => id === 'GS').map((group) => element(group, 8));
  const named = [...headers.map((header) => element(header, 3)), ...groups].filter(
    (version) => version !== '',
  );
  const unknown = named.find((version) => !versions.includes(version));
  return unknown === undefined ? undefined : refuse('eligibility/version', { version: unknown });
}

function transactionsOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const starts = segments.flatMap(({ id }, index) => (id === 'ST' ? [index] : []));
  return starts.map((start, index) => segments.slice(start, starts[index + 1]));
}

const levels = { '20': 'payer', '21': 'provider', '22': 'subscriber', '23': 'dependent' } as const;
type Level = (typeof levels)[keyof typeof levels];

interface Block {
  readonly level: Level;
  readonly segments: Segment[];
}

/** The segments of each HL; what stands before the first belongs to nobody. */
function blocksOf(body: readonly Segment[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const segment of body) {
    const code = element(segment, 3);
    if (segment.id === 'HL' && isLevel(code)) blocks.push({ level: levels[code], segments: [] });
    blocks.at(-1)?.segments.push(segment);
  }
  return blocks;
}

function isLevel(code: string): code is keyof typeof levels {
  return Object.hasOwn(levels, code);
}

function readTransaction(body: readonly Segment[], delimiters: Delimiters): Answer271 {
  const blocks = blocksOf(body);
  const header = body.find(({ id }) => id === 'BHT');
  const payer = blocks.find(({ level }) => level === 'payer')?.segments.find(({ id }) => id === 'NM1');
  const people: AnsweredPerson[] = [];
  let subscriber: AnsweredPerson | undefined;
  for (const { level, segments } of blocks) {
    if (level === 'payer' || level === 'provider') continue;
    const person = readPerson(level, segments, delimiters, level === 'dependent' ? subscriber : undefined);
    if (level === 'subscriber') subscriber = person;
    people.push(person);
  }
  return {
    madeOn: header && readDay(element(header, 4)),
    payerName: payer ? element(payer, 3) : '',
    payerId: payer ? element(payer, 9) : '',
    errors: blocks
      .filter(({ level }) => level === 'payer' || level === 'provider')
      .flatMap(({ level, segments }) => readErrors(segments, level)),
    people: people.filter((person) => person.lines.length + person.errors.length > 0 || people.length === 1),
  };
}

/** A dependent is known to the plan by the subscriber's numbers. */
function readPerson(
  level: 'subscriber' | 'dependent',
  segments: readonly Segment[],
  delimiters: Delimiters,
  subscriber: AnsweredPerson | undefined,
): AnsweredPerson {
  const { head, lines } = split(segments);
  const name = head.find(({ id }) => id === 'NM1');
  const birth = head.find(({ id }) => id === 'DMG');
  const group = head.find((one) => one.id === 'REF' && groupNumbers.includes(element(one, 1)));
  return {
    level,
    traces: head.filter(({ id }) => id === 'TRN').map((trace) => element(trace, 2)),
    lastName: name ? element(name, 3) : '',
    firstName: name ? element(name, 4) : '',
    birthDate: birth && readDay(element(birth, 2)),
    memberId: (name && element(name, 9)) || (subscriber?.memberId ?? ''),
    groupNumber: (group && element(group, 2)) ?? subscriber?.groupNumber ?? '',
    dates: readDates(head),
    errors: [...readErrors(head, level), ...lines.flatMap((line) => readErrors(line, 'benefit'))],
    lines: lines.flatMap((line): BenefitLine[] => readBenefitLine(line, delimiters)),
  };
}

const groupNumbers: readonly string[] = ['6P', '1L', '18'];

/** What is said of the person, and each EB with its followers. */
function split(segments: readonly Segment[]): { head: readonly Segment[]; lines: readonly Segment[][] } {
  const head: Segment[] = [];
  const lines: Segment[][] = [];
  for (const segment of segments) {
    if (segment.id === 'EB') lines.push([]);
    (lines.at(-1) ?? head).push(segment);
  }
  return { head, lines };
}

function readErrors(segments: readonly Segment[], about: AnswerError['about']): AnswerError[] {
  return segments
    .filter(({ id }) => id === 'AAA')
    .map((error) => ({
      by: 'AAA',
      about,
      code: element(error, 3),
      followUp: element(error, 4),
      place: String(error.number),
    }));
}
