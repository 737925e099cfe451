import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import type { FrequencyLimit } from './benefit-fact.ts';
import { limitStanding, type CountedLimit } from './frequency-window.ts';

const onceIn30: FrequencyLimit = { times: 1, window: 'rolling-days', days: 30 };
const twiceIn30: FrequencyLimit = { times: 2, window: 'rolling-days', days: 30 };
const oncePerDay: FrequencyLimit = { times: 1, window: 'client-day' };
const oncePerMonth: FrequencyLimit = { times: 1, window: 'calendar-month' };
const oncePerYear: FrequencyLimit = { times: 1, window: 'benefit-year' };
const onceInLife: FrequencyLimit = { times: 1, window: 'lifetime' };

interface Row {
  name: string;
  limit: CountedLimit;
  history: string[];
  day: string;
  standing: 'free' | 'used-up' | 'unknown';
  freeFrom?: string;
  yearBegins?: string;
}

const rows: Row[] = [
  { name: 'nothing before', limit: onceIn30, history: [], day: '2026-04-01', standing: 'free' },
  {
    name: '29 days after',
    limit: onceIn30,
    history: ['2026-04-01'],
    day: '2026-04-30',
    standing: 'used-up',
    freeFrom: '2026-05-01',
  },
  { name: '30 days after', limit: onceIn30, history: ['2026-04-01'], day: '2026-05-01', standing: 'free' },
  { name: '31 days after', limit: onceIn30, history: ['2026-04-01'], day: '2026-05-02', standing: 'free' },
  {
    name: 'the same day',
    limit: onceIn30,
    history: ['2026-04-01'],
    day: '2026-04-01',
    standing: 'used-up',
    freeFrom: '2026-05-01',
  },
  {
    name: '29 days before a later service',
    limit: onceIn30,
    history: ['2026-04-30'],
    day: '2026-04-01',
    standing: 'used-up',
    freeFrom: '2026-05-30',
  },
  {
    name: '30 days before a later service',
    limit: onceIn30,
    history: ['2026-05-01'],
    day: '2026-04-01',
    standing: 'free',
  },
  {
    name: 'over a leap day, 29 days',
    limit: onceIn30,
    history: ['2024-02-15'],
    day: '2024-03-15',
    standing: 'used-up',
    freeFrom: '2024-03-16',
  },
  {
    name: 'over a leap day, 30 days',
    limit: onceIn30,
    history: ['2024-02-15'],
    day: '2024-03-16',
    standing: 'free',
  },
  { name: 'twice, one used', limit: twiceIn30, history: ['2026-04-01'], day: '2026-04-10', standing: 'free' },
  {
    name: 'twice, two used',
    limit: twiceIn30,
    history: ['2026-04-01', '2026-04-05'],
    day: '2026-04-30',
    standing: 'used-up',
    freeFrom: '2026-05-01',
  },
  {
    name: 'twice, the first has left the window',
    limit: twiceIn30,
    history: ['2026-04-01', '2026-04-05'],
    day: '2026-05-01',
    standing: 'free',
  },
  {
    name: 'twice, one on each side but in no common window',
    limit: twiceIn30,
    history: ['2026-04-01', '2026-05-20'],
    day: '2026-04-25',
    standing: 'free',
  },
  {
    name: 'twice, both sides in one window',
    limit: twiceIn30,
    history: ['2026-04-20', '2026-05-10'],
    day: '2026-04-25',
    standing: 'used-up',
    freeFrom: '2026-05-20',
  },
  { name: 'another day', limit: oncePerDay, history: ['2026-04-01'], day: '2026-04-02', standing: 'free' },
  { name: 'the day before', limit: oncePerDay, history: ['2026-04-02'], day: '2026-04-01', standing: 'free' },
  {
    name: 'twice on one day',
    limit: oncePerDay,
    history: ['2026-04-01'],
    day: '2026-04-01',
    standing: 'used-up',
    freeFrom: '2026-04-02',
  },
  {
    name: 'the next day is taken as well',
    limit: oncePerDay,
    history: ['2026-04-01', '2026-04-02'],
    day: '2026-04-01',
    standing: 'used-up',
    freeFrom: '2026-04-03',
  },
  {
    name: 'last day of the month before',
    limit: oncePerMonth,
    history: ['2026-03-31'],
    day: '2026-04-01',
    standing: 'free',
  },
  {
    name: 'first and last of a month',
    limit: oncePerMonth,
    history: ['2026-04-01'],
    day: '2026-04-30',
    standing: 'used-up',
    freeFrom: '2026-05-01',
  },
  {
    name: 'first of the next month',
    limit: oncePerMonth,
    history: ['2026-04-30'],
    day: '2026-05-01',
    standing: 'free',
  },
  {
    name: 'same month of another year',
    limit: oncePerMonth,
    history: ['2025-04-15'],
    day: '2026-04-15',
    standing: 'free',
  },
  {
    name: 'December to January',
    limit: oncePerMonth,
    history: ['2026-12-03'],
    day: '2026-12-31',
    standing: 'used-up',
    freeFrom: '2027-01-01',
  },
  {
    name: 'benefit year not known, used in the last year',
    limit: oncePerYear,
    history: ['2025-12-31'],
    day: '2026-01-01',
    standing: 'unknown',
  },
  {
    name: 'benefit year not known, used long ago',
    limit: oncePerYear,
    history: ['2024-12-30'],
    day: '2026-01-01',
    standing: 'free',
  },
  {
    name: 'calendar year, last day before',
    limit: oncePerYear,
    history: ['2025-12-31'],
    day: '2026-01-01',
    yearBegins: '01-01',
    standing: 'free',
  },
  {
    name: 'calendar year, both in it',
    limit: oncePerYear,
    history: ['2026-01-01'],
    day: '2026-12-31',
    yearBegins: '01-01',
    standing: 'used-up',
    freeFrom: '2027-01-01',
  },
  {
    name: 'contract year from July, last day',
    limit: oncePerYear,
    history: ['2025-07-01'],
    day: '2026-06-30',
    yearBegins: '07-01',
    standing: 'used-up',
    freeFrom: '2026-07-01',
  },
  {
    name: 'contract year from July, first day',
    limit: oncePerYear,
    history: ['2025-07-01'],
    day: '2026-07-01',
    yearBegins: '07-01',
    standing: 'free',
  },
  { name: 'once in a life, not used', limit: onceInLife, history: [], day: '2026-07-01', standing: 'free' },
  {
    name: 'once in a life, used',
    limit: onceInLife,
    history: ['2001-07-01'],
    day: '2026-07-01',
    standing: 'used-up',
  },
  {
    name: 'twice a day, one used',
    limit: { times: 2, window: 'client-day' },
    history: ['2026-04-01'],
    day: '2026-04-01',
    standing: 'free',
  },
  {
    name: 'twice a day, both used',
    limit: { times: 2, window: 'client-day' },
    history: ['2026-04-01', '2026-04-01'],
    day: '2026-04-01',
    standing: 'used-up',
    freeFrom: '2026-04-02',
  },
  {
    name: 'the last day of February in a leap year',
    limit: oncePerMonth,
    history: ['2028-02-01'],
    day: '2028-02-29',
    standing: 'used-up',
    freeFrom: '2028-03-01',
  },
  {
    name: 'the day after it',
    limit: oncePerMonth,
    history: ['2028-02-29'],
    day: '2028-03-01',
    standing: 'free',
  },
  {
    name: 'twice a month, one used',
    limit: { times: 2, window: 'calendar-month' },
    history: ['2026-04-01'],
    day: '2026-04-30',
    standing: 'free',
  },
  {
    name: 'twice a month, both used',
    limit: { times: 2, window: 'calendar-month' },
    history: ['2026-04-01', '2026-04-02'],
    day: '2026-04-30',
    standing: 'used-up',
    freeFrom: '2026-05-01',
  },
  {
    name: 'contract year from March, the leap day before it',
    limit: oncePerYear,
    history: ['2027-03-01'],
    day: '2028-02-29',
    yearBegins: '03-01',
    standing: 'used-up',
    freeFrom: '2028-03-01',
  },
  {
    name: 'contract year from March, its first day',
    limit: oncePerYear,
    history: ['2028-02-29'],
    day: '2028-03-01',
    yearBegins: '03-01',
    standing: 'free',
  },
  {
    name: 'twice a year, one used',
    limit: { times: 2, window: 'benefit-year' },
    history: ['2026-01-01'],
    day: '2026-12-31',
    yearBegins: '01-01',
    standing: 'free',
  },
  {
    name: 'twice a year, both used',
    limit: { times: 2, window: 'benefit-year' },
    history: ['2026-01-01', '2026-06-01'],
    day: '2026-12-31',
    yearBegins: '01-01',
    standing: 'used-up',
    freeFrom: '2027-01-01',
  },
  {
    name: 'twice in a life, one used',
    limit: { times: 2, window: 'lifetime' },
    history: ['2001-07-01'],
    day: '2026-07-01',
    standing: 'free',
  },
  {
    name: 'twice in a life, both used',
    limit: { times: 2, window: 'lifetime' },
    history: ['2001-07-01', '2011-07-01'],
    day: '2026-07-01',
    standing: 'used-up',
  },
  ...(
    [
      ['on the very same day', 1, ['2026-06-15'], 'used-up', '2027-06-15'],
      ['twice on the very same day, of two', 2, ['2026-06-15', '2026-06-15'], 'used-up', '2027-06-15'],
      ['once on the very same day, of two', 2, ['2026-06-15'], 'free'],
      ['the day before', 1, ['2026-06-14'], 'unknown'],
      ['twelve months before but for a day', 1, ['2025-06-16'], 'unknown'],
      ['twelve months before', 1, ['2025-06-15'], 'free'],
      ['twelve months later', 1, ['2027-06-15'], 'free'],
      [
        'one before and one after, which may lie in one year with it',
        2,
        ['2026-01-15', '2026-12-15'],
        'unknown',
      ],
      ['one before and one after, which lie in no one year', 2, ['2025-12-15', '2026-12-15'], 'free'],
      ['the same, of one', 1, ['2025-12-15', '2026-12-15'], 'unknown'],
    ] as const
  ).map(([name, times, history, standing, freeFrom]): Row => ({
    name: `the year unknown, ${name}`,
    limit: { times, window: 'benefit-year' },
    history: [...history],
    day: '2026-06-15',
    standing,
    ...(freeFrom === undefined ? {} : { freeFrom }),
  })),
  ...(
    [
      ['a day before they are over', '2026-01-16', 'used-up', '2026-07-16'],
      ['on the day on which they are over', '2026-01-15', 'free'],
      ['a later service within them', '2027-01-14', 'used-up', '2027-07-14'],
      ['a later service after them', '2027-01-15', 'free'],
    ] as const
  ).map(([name, on, standing, freeFrom]): Row => ({
    name: `six months, ${name}`,
    limit: { times: 1, window: 'rolling-months', months: 6 },
    history: [on],
    day: '2026-07-15',
    standing,
    ...(freeFrom === undefined ? {} : { freeFrom }),
  })),
];

test.each(rows)('$limit.window: $name', ({ limit, history, day, standing, freeFrom, yearBegins }) => {
  const answer = limitStanding(limit, history.map(calendarDate), calendarDate(day), yearBegins);
  expect([answer.standing, answer.freeFrom]).toEqual([standing, freeFrom]);
});
