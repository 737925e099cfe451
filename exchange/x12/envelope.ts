import type { CharacterSet } from '#domain/claim/claim-spelling.ts';
import type { Instant } from '#domain/kernel/calendar-date.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Delimiters } from './delimiters.ts';
import { writeSegment } from './write-segment.ts';

/** Which transaction an interchange carries. Source: standards-facts 2.1. */
export interface TransactionKind {
  readonly group: string;
  readonly transaction: string;
  readonly version: string;
  /** BHT01. */
  readonly structure: string;
}

export const dentalClaim: TransactionKind = {
  group: 'HC',
  transaction: '837',
  version: '005010X224A2',
  structure: '0019',
};

export const eligibilityInquiry: TransactionKind = {
  group: 'HS',
  transaction: '270',
  version: '005010X279A1',
  structure: '0022',
};

/** Who sends what to whom and when. Control numbers are unique over time; the sender keeps count. */
export interface Envelope {
  /** Nine digits, ISA13. */
  readonly interchangeControlNumber: string;
  /** One to nine digits without leading zeros, GS06. */
  readonly groupControlNumber: string;
  /** Four to nine digits, ST02. */
  readonly transactionControlNumber: string;
  readonly createdAt: Instant;
  /** IANA name: dates and times of an envelope are local to the sender. */
  readonly timeZone: string;
  /** Test or production. */
  readonly usage: 'T' | 'P';
  /** 'extended' unless the receiver takes basic characters only. */
  readonly characterSet?: CharacterSet;
}

export function envelopeRefusal(envelope: Envelope): Refusal | undefined {
  if (!/^\d{9}$/.test(envelope.interchangeControlNumber))
    return refuse('x12/interchange-number', { value: envelope.interchangeControlNumber }, 'envelope');
  if (!/^[1-9]\d{0,8}$/.test(envelope.groupControlNumber))
    return refuse('x12/group-number', { value: envelope.groupControlNumber }, 'envelope');
  if (!/^\d{4,9}$/.test(envelope.transactionControlNumber))
    return refuse('x12/transaction-number', { value: envelope.transactionControlNumber }, 'envelope');
  return undefined;
}

export interface Parties {
  readonly sender: string;
  readonly receiver: string;
}

/** Wraps the segments between ST and SE. ISA is exactly 106 characters with its terminator (standards-facts 2.2). */
export function wrapTransaction(
  kind: TransactionKind,
  delimiters: Delimiters,
  envelope: Envelope,
  parties: Parties,
  body: readonly string[],
): string {
  const write = (id: string, ...elements: readonly string[]) => writeSegment(delimiters, id, ...elements);
  const { date, time } = localClock(envelope.createdAt, envelope.timeZone);
  const control = envelope.transactionControlNumber;
  return [
    interchangeHeader(delimiters, envelope, parties, date, time),
    write(
      'GS',
      kind.group,
      parties.sender,
      parties.receiver,
      date,
      time,
      envelope.groupControlNumber,
      'X',
      kind.version,
    ),
    write('ST', kind.transaction, control, kind.version),
    ...body,
    write('SE', String(body.length + 2), control),
    write('GE', '1', envelope.groupControlNumber),
    write('IEA', '1', envelope.interchangeControlNumber),
  ].join('');
}

/** Not by the segment writer: ISA keeps its spaces, and holds the delimiters themselves. */
function interchangeHeader(
  delimiters: Delimiters,
  envelope: Envelope,
  parties: Parties,
  date: string,
  time: string,
): string {
  const blank = ' '.repeat(10);
  const elements = [
    ...['ISA', '00', blank, '00', blank],
    ...['ZZ', parties.sender.padEnd(15), 'ZZ', parties.receiver.padEnd(15)],
    ...[date.slice(2), time, delimiters.repetition, '00501', envelope.interchangeControlNumber],
    ...['0', envelope.usage, delimiters.component],
  ];
  return elements.join(delimiters.element) + delimiters.segment;
}

/** CCYYMMDD and HHMM at the sender. */
export function localClock(moment: Instant, timeZone: string): { date: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(moment));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return { date: of('year') + of('month') + of('day'), time: of('hour') + of('minute') };
}
