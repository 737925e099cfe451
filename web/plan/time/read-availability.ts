import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Availability } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import { weekdays } from '#domain/treatment-plan/constraint.ts';
import { present, readDate, readOptional, readOptionalDate, readText } from '../../ui/reading.ts';
import type { PeriodDraft } from '../day-rows.tsx';

/** Whose word a fact is, and of which day. */
export interface SourceDraft {
  readonly ref: string;
  readonly asOf: string;
}

export type Fact = 'weekdays' | 'leadTime' | 'offered' | 'closed';

export interface AvailabilityDraft {
  readonly weekdays: readonly string[];
  readonly leadDays: string;
  readonly offered: readonly { readonly on: string; readonly minutes: string }[];
  readonly only: boolean;
  readonly closed: readonly PeriodDraft[];
  readonly minutesPerDay: string;
  readonly sources: Readonly<Record<Fact, SourceDraft>>;
}

export function draftOf(availability: Availability, today: string): AvailabilityDraft {
  const { leadTime, offered, closed, minutesPerDay } = availability;
  const sourceOf = (fact: Fact): SourceDraft => {
    const source = availability[fact]?.source;
    const asOf = fact === 'leadTime' ? leadTime?.asOf : source?.asOf;
    return { ref: source?.ref ?? '', asOf: asOf ?? today };
  };
  return {
    weekdays: availability.weekdays?.on ?? [],
    leadDays: leadTime === undefined ? '' : String(leadTime.days),
    offered: (offered?.days ?? []).map(({ on, minutes }) => ({
      on,
      minutes: minutes === undefined ? '' : String(minutes),
    })),
    only: offered?.only ?? false,
    closed: closed?.days ?? [],
    minutesPerDay: minutesPerDay === undefined ? '' : String(minutesPerDay),
    sources: {
      weekdays: sourceOf('weekdays'),
      leadTime: sourceOf('leadTime'),
      offered: sourceOf('offered'),
      closed: sourceOf('closed'),
    },
  };
}

export function wholeBetween(least: number, most: number) {
  return (text: string): number | Refusal => {
    const number = /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
    return number >= least && number <= most ? number : refuse('plan/not-number', { text, least, most });
  };
}

const readMinutes = wholeBetween(0, 1440);

/** What was typed, each fact with its source; a fact that was left empty is not known. */
export function readAvailability(draft: AvailabilityDraft): Availability {
  const at = (place: string) => `/availability/availability/${place}`;
  const source = (fact: Fact) => ({
    by: 'office' as const,
    ref: readText(draft.sources[fact].ref, at(`${fact}/source/ref`)),
    asOf: readDate(draft.sources[fact].asOf, at(`${fact}/source/asOf`)),
  });
  const leadDays = readOptional(wholeBetween(0, 1000), draft.leadDays, at('leadTime/days'));
  const minutesPerDay = readOptional(readMinutes, draft.minutesPerDay, at('minutesPerDay'));
  const on = weekdays.filter((each) => draft.weekdays.includes(each));
  return present({
    weekdays: on.length > 0 ? { on, source: source('weekdays') } : undefined,
    leadTime:
      leadDays === undefined
        ? undefined
        : { days: leadDays, asOf: source('leadTime').asOf, source: source('leadTime') },
    offered:
      draft.offered.length > 0
        ? {
            days: draft.offered.map((day, index) =>
              present({
                on: readDate(day.on, at(`offered/days/${index}/on`)),
                minutes: readOptional(readMinutes, day.minutes, at(`offered/days/${index}/minutes`)),
              }),
            ),
            only: draft.only,
            source: source('offered'),
          }
        : undefined,
    closed:
      draft.closed.length > 0
        ? {
            days: draft.closed.map(({ from, through }, index) => {
              const first = readDate(from, at(`closed/days/${index}/from`));
              const last = readOptionalDate(through, at(`closed/days/${index}/through`));
              return { from: first, through: last ?? first };
            }),
            source: source('closed'),
          }
        : undefined,
    minutesPerDay,
  });
}
