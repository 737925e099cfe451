import {
  addDays,
  dayOf,
  instant,
  secondsBetween,
  type CalendarDate,
  type Instant,
} from '#domain/kernel/calendar-date.ts';

/** The days of the practice before now: stories are told in working days, so that nobody telephones on a Sunday. */
export class PracticeDays {
  readonly today: CalendarDate;
  readonly #timeZone: string;
  readonly #clock: Intl.DateTimeFormat;

  constructor(now: Instant, timeZone: string) {
    this.today = dayOf(now, timeZone);
    this.#timeZone = timeZone;
    this.#clock = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', timeStyle: 'medium' });
  }

  /** The working day that lies so many working days before today; 1 is the last one that is over. */
  workday(ago: number): CalendarDate {
    let day = this.today;
    for (let left = ago; left > 0;) {
      day = addDays(day, -1);
      const weekday = new Date(day).getUTCDay();
      if (weekday !== 0 && weekday !== 6) left--;
    }
    return day;
  }

  /** The moment at which the practice's wall clock has shown so many seconds since midnight of a day. */
  moment(day: CalendarDate, seconds: number): Instant {
    const asUtc = Date.parse(day) + seconds * 1000;
    const guess = asUtc - this.#aheadOfUtc(asUtc);
    return instant(new Date(asUtc - this.#aheadOfUtc(guess)).toISOString());
  }

  /** Milliseconds by which the practice's clock is ahead of UTC at a moment. */
  #aheadOfUtc(moment: number): number {
    const at = instant(new Date(moment).toISOString());
    const [hours = 0, minutes = 0, seconds = 0] = this.#clock.format(new Date(moment)).split(':').map(Number);
    const shown = Date.parse(dayOf(at, this.#timeZone)) + (hours * 3600 + minutes * 60 + seconds) * 1000;
    return shown - Math.floor(moment / 1000) * 1000;
  }
}

export interface Slot {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

/** A break between two pieces of one person's work, in seconds. */
const breath = 90;

/** Who is busy when: one person does one thing at a time, unless a story wants it otherwise. */
export class Diary {
  readonly #taken = new Map<string, Slot[]>();

  /** The first free time of a person from a moment on. */
  book(staffId: string, from: Instant, seconds: number): Slot {
    const taken = this.#taken.get(staffId) ?? [];
    let startedAt = from;
    for (;;) {
      const slot = { startedAt, endedAt: later(startedAt, seconds) };
      const clash = taken.find((other) => tooClose(slot, other));
      if (!clash) {
        this.#taken.set(staffId, [...taken, slot]);
        return slot;
      }
      startedAt = later(clash.endedAt, breath);
    }
  }
}

export function later(moment: Instant, seconds: number): Instant {
  return instant(new Date(Date.parse(moment) + seconds * 1000).toISOString());
}

function tooClose(one: Slot, other: Slot): boolean {
  return (
    secondsBetween(one.startedAt, other.endedAt) > -breath &&
    secondsBetween(other.startedAt, one.endedAt) > -breath
  );
}
