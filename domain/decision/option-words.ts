import { message, type Message } from '../kernel/message.ts';

interface Range {
  readonly least: number;
  readonly most: number;
}

/** From so many weeks on, people think in months. */
const weeksAsMonths = 9;
const weeksOfMonth = 365.25 / 12 / 7;

export function visitsInWords(visits: Range | undefined): Message {
  if (!visits) return message('forPatient.notKnown');
  if (visits.most === 0) return message('forPatient.noVisits');
  return ranged('visits', visits);
}

/** From the first visit to the last. */
export function timeInWords(weeks: Range | undefined): Message {
  if (!weeks) return message('forPatient.notKnown');
  if (weeks.most === 0) return message('forPatient.sameDay');
  if (weeks.least < weeksAsMonths) return ranged('weeks', weeks);
  return ranged('months', { least: monthsOf(weeks.least), most: monthsOf(weeks.most) });
}

/** How many of a hundred people. */
export function frequencyInWords(ofHundred: Range | undefined): Message {
  return ofHundred ? ranged('ofHundred', ofHundred) : message('forPatient.howManyNotKnown');
}

function monthsOf(weeks: number): number {
  return Math.round(weeks / weeksOfMonth);
}

function ranged(name: string, { least, most }: Range): Message {
  return least === most
    ? message(`forPatient.${name}`, { count: least })
    : message(`forPatient.${name}Range`, { least, most });
}
