import { calendarDate, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { cents, type Cents, parseDollars } from '#domain/kernel/money.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { BenefitLine, DatedPeriod, DeliveryLimit } from './answer-271.ts';
import { isDay } from './check-elements.ts';
import type { Delimiters } from './delimiters.ts';
import { component, element, type Segment } from './tokenize.ts';

/** No dental benefit is so large: payers write such sums for "no limit", or by mistake. The bound is ours. */
const largestAmount = cents(10_000_000);

/** One EB with its HSD, DTP, MSG and NM1; nothing where the first segment is no EB. */
export function readBenefitLine(segments: readonly Segment[], delimiters: Delimiters): BenefitLine[] {
  const [eb] = segments;
  if (eb?.id !== 'EB') return [];
  const unbelievable: string[] = [];
  const code = readCode(eb, delimiters);
  const figure = <Value>(number: number, value: Value | undefined): Value | undefined => {
    const text = element(eb, number);
    if (text !== '' && value === undefined) unbelievable.push(`EB${String(number).padStart(2, '0')} ${text}`);
    return value;
  };
  const quantity = figure(10, readCount(element(eb, 10)));
  const ofLine = element(eb, 9) + element(eb, 10) === '' ? [] : [ofEb(eb, quantity)];
  return [
    {
      segment: eb.number,
      information: element(eb, 1),
      level: element(eb, 2),
      services: element(eb, 3)
        .split(delimiters.repetition)
        .filter((service) => service !== ''),
      planName: element(eb, 5),
      period: element(eb, 6),
      amount: figure(7, readAmount(element(eb, 7))),
      percent: figure(8, readShare(element(eb, 8))),
      authorization: element(eb, 11),
      network: element(eb, 12),
      code,
      otherCode: code === '' ? element(eb, 13).replaceAll(delimiters.component, ':') : '',
      otherPayerPlace: segments.flatMap(readPlaceOfPayer)[0],
      limits: [...ofLine, ...segments.filter(({ id }) => id === 'HSD').map(ofHsd)],
      dates: readDates(segments),
      unreadDates: datesOf(segments)
        .filter(isUnread)
        .map((dtp) => toldIn(dtp, [1, 3])),
      messages: segments.filter(({ id }) => id === 'MSG').map((words) => element(words, 1)),
      unbelievable,
    },
  ];
}

function readCode(eb: Segment, delimiters: Delimiters): string {
  const code = component(eb, delimiters, 13, 2);
  return component(eb, delimiters, 13, 1) === 'AD' && /^D\d{4}$/.test(code) ? code : '';
}

/** NM1 of loop 2120 about another payer. */
function readPlaceOfPayer(segment: Segment): readonly (1 | 2 | 3)[] {
  if (segment.id !== 'NM1') return [];
  switch (element(segment, 1)) {
    case 'PRP':
      return [1];
    case 'SEP':
      return [2];
    case 'TTP':
      return [3];
    default:
      return [];
  }
}

function readAmount(text: string): Cents | undefined {
  const amount = parseDollars(text);
  return isRefusal(amount) || amount > largestAmount ? undefined : amount;
}

/** A share from 0 to 1, in whole percent. */
function readShare(text: string): number | undefined {
  const share = /^(0|1)?(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return text !== '' && share >= 0 && share <= 1 ? Math.round(share * 100) : undefined;
}

function readCount(text: string): number | undefined {
  const count = /^\d{1,4}(\.0*)?$/.test(text) ? Number(text) : NaN;
  return Number.isInteger(count) ? count : undefined;
}

function ofEb(eb: Segment, quantity: number | undefined): DeliveryLimit {
  return {
    unit: element(eb, 9),
    quantity,
    isRate: false,
    period: element(eb, 6),
    periods: 1,
    told: toldIn(eb, [9, 10, 6]),
  };
}

function ofHsd(hsd: Segment): DeliveryLimit {
  return {
    unit: element(hsd, 1),
    quantity: readCount(element(hsd, 2)),
    isRate: element(hsd, 3) + element(hsd, 4) !== '',
    period: element(hsd, 5),
    periods: element(hsd, 6) === '' ? 1 : readCount(element(hsd, 6)),
    told: toldIn(hsd, [1, 2, 3, 4, 5, 6]),
  };
}

function toldIn(segment: Segment, numbers: readonly number[]): string {
  return numbers
    .filter((number) => element(segment, number) !== '')
    .map((number) => `${segment.id}${String(number).padStart(2, '0')} ${element(segment, number)}`)
    .join(', ');
}

/** Days and ranges; a date that no calendar has is passed over. */
export function readDates(segments: readonly Segment[]): readonly DatedPeriod[] {
  return datesOf(segments).flatMap((dtp) => readDate(dtp) ?? []);
}

function datesOf(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter(({ id }) => id === 'DTP');
}

function isUnread(dtp: Segment): boolean {
  return readDate(dtp) === undefined;
}

function readDate(dtp: Segment): DatedPeriod | undefined {
  const [first = '', last = first] = element(dtp, 3).split('-');
  const from = readDay(first);
  const through = readDay(last);
  return from && through && { qualifier: element(dtp, 1), from, through };
}

export function readDay(text: string): CalendarDate | undefined {
  return isDay(text) && text >= '1850'
    ? calendarDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
    : undefined;
}
