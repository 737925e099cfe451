import type { PlanStatement } from '#domain/coverage/plan-answer.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { parseProcedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { AnsweredPerson, BenefitLine, DatedPeriod } from './answer-271.ts';
import type { Aside } from './aside.ts';

/**
 * DTP01 of a benefit, general knowledge and unverified: 193 and 194, 348 and 349 begin and end it, 346 and 347 the plan,
 * 356 and 357 the person's part in it; 290, 291, 292 and 307 are spans; 304 is the last visit.
 */
const begins: readonly string[] = ['193', '346', '348', '356'];
const ends: readonly string[] = ['194', '347', '349', '357'];
const spans: readonly string[] = ['290', '291', '292', '307'];
const lastService = '304';

type Days = NonNullable<Aside['days']>;

/** The days for which a line says that it holds; a range of one day names the day that was asked about. */
function daysOf({ dates }: BenefitLine): Days {
  const range = dates.find(({ qualifier, from, through }) => spans.includes(qualifier) && from !== through);
  const of = (qualifiers: readonly string[]) =>
    dates.find(({ qualifier }) => qualifiers.includes(qualifier))?.from;
  const from = of(begins) ?? range?.from;
  const through = of(ends) ?? range?.through;
  return { ...(from && { from }), ...(through && { through }) };
}

/** Why a benefit does not hold on the day of the answer. */
export function outOfSeason(line: BenefitLine, answeredOn: CalendarDate | undefined): Aside | undefined {
  if (answeredOn === undefined) return undefined;
  const days = daysOf(line);
  if (days.from !== undefined && days.from > answeredOn) return { line, reason: 'not-yet', days };
  if (days.through !== undefined && days.through < answeredOn) return { line, reason: 'no-longer', days };
  return undefined;
}

/** The day on which a code was last done, where it had come when the payer answered. */
export function servicesOf271(
  line: BenefitLine,
  answeredOn: CalendarDate | undefined,
): readonly PlanStatement[] {
  const code = parseProcedureCode(line.code);
  if (isRefusal(code)) return [];
  return line.dates
    .filter((date) => isServiceOn(date, answeredOn))
    .map(({ from: on }) => ({ kind: 'last-service', code, on }));
}

function isServiceOn({ qualifier, from, through }: DatedPeriod, answeredOn = from): boolean {
  return qualifier === lastService && from === through && from <= answeredOn;
}

/**
 * Days that are no span and became no fact: each is told, but for the days that the answer tells of the person, too,
 * among them the one that was asked about.
 */
export function datesAside(
  line: BenefitLine,
  { dates }: AnsweredPerson,
  answeredOn: CalendarDate | undefined,
): readonly Aside[] {
  const told = line.dates.filter(
    (date) =>
      ![...begins, ...ends, ...spans].includes(date.qualifier) &&
      !(line.code !== '' && isServiceOn(date, answeredOn)) &&
      !dates.some(({ from, through }) => from === date.from && through === date.through),
  );
  return [
    ...told.map(({ qualifier, from, through }): Aside => {
      const ofDay = qualifier === lastService ? 'last-day' : 'other-day';
      const reason = from === through ? ofDay : 'other-days';
      return { line, reason, figures: `DTP*${qualifier}`, days: { from, through } };
    }),
    ...line.unreadDates.map((figures): Aside => ({ line, reason: 'unread-date', figures })),
  ];
}
