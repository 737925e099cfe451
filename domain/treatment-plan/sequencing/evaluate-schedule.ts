import { addDays, daysBetween, type CalendarDate } from '../../kernel/calendar-date.ts';
import { weekdays, type Constraint } from '../constraint.ts';
import { costOn } from '../../estimate/plan-cost.ts';
import type { Schedule } from './schedule.ts';
import type { Availability, SequencingItem, SequencingProblem } from './sequencing-problem.ts';
import { breachWeight, urgencyWeights } from './weights.ts';

/**
 * Looks at a schedule with nothing but the problem in hand, day by day, without the numbers that solver and greedy
 * work on: what they overlook, this finds. No schedule is shown that has breaches here.
 */
export interface Evaluation {
  /** What must hold and does not. */
  readonly breaches: readonly Breach[];
  /** What should hold and does not: lawful, counted in the lateness, and for a clinician to know. */
  readonly unkept: readonly Breach[];
  readonly lateness: number;
  readonly patientPays: number | 'not-known';
  readonly visits: number;
  readonly finish: number;
}

export interface Breach {
  /** Of a constraint, or `availability/provider-id` and the like. */
  readonly ref: string;
  readonly text: string;
  /** By how much, in days, where days are what is missing. */
  readonly days: number;
}

export function evaluateSchedule(problem: SequencingProblem, schedule: Schedule): Evaluation {
  const looked = new Looking(problem, schedule);
  for (const item of problem.items) looked.item(item);
  looked.visits();
  looked.minutesOfProviders();
  looked.resources();
  for (const constraint of problem.constraints)
    if (constraint.override === undefined) looked.constraint(constraint);
  return looked.result();
}

class Looking {
  readonly #problem: SequencingProblem;
  readonly #schedule: Schedule;
  readonly #items: ReadonlyMap<string, SequencingItem>;
  readonly #days = new Map<string, CalendarDate>();
  readonly #places = new Map<string, string>();
  readonly #breaches: Breach[] = [];
  readonly #unkept: Breach[] = [];
  #lateness = 0;

  constructor(problem: SequencingProblem, schedule: Schedule) {
    this.#problem = problem;
    this.#schedule = schedule;
    this.#items = new Map(problem.items.map((item) => [item.itemId, item]));
    for (const { on, place, items } of schedule.visits)
      for (const id of items) {
        if (this.#days.has(id)) this.#breach(`item/${id}`, `${id} is in two visits`);
        this.#days.set(id, on);
        this.#places.set(id, place);
      }
  }

  result(): Evaluation {
    const { items, cost, start } = this.#problem;
    const ends = items.map((item) => {
      const day = this.#days.get(item.itemId);
      return day === undefined ? 0 : daysBetween(start, day) + (item.days ?? 1);
    });
    const anesthetics = this.#schedule.visits.filter((visit) =>
      visit.items.some((id) => (this.#items.get(id)?.modality ?? 'office') !== 'office'),
    );
    return {
      breaches: this.#breaches,
      unkept: this.#unkept,
      lateness: this.#lateness,
      patientPays: cost ? costOn(cost, this.#days) : 'not-known',
      visits: this.#schedule.visits.length + anesthetics.length,
      finish: Math.max(0, ...ends),
    };
  }

  item(item: SequencingItem): void {
    const { start, horizonDays, providers, places, patient } = this.#problem;
    const day = this.#days.get(item.itemId);
    if (day === undefined) return this.#breach(`item/${item.itemId}`, `${item.text} is in no visit`);
    if (day < start || daysBetween(start, day) + (item.days ?? 1) > horizonDays)
      this.#breach('horizon', `${item.text} is outside the days that are looked at`);
    if (item.release !== undefined && day < item.release)
      this.#breach(`release/${item.itemId}`, `${item.text} is too early`, daysBetween(day, item.release));
    this.#addLateness(item, day);
    const owner = providers.find(({ providerId }) => providerId === item.owner);
    const placeId = item.place ?? owner?.place;
    if (this.#places.get(item.itemId) !== placeId)
      this.#breach(`item/${item.itemId}`, `${item.text} is at the wrong place`);
    if (item.lockedOn !== undefined) {
      if (day !== item.lockedOn)
        this.#breach(
          `locked/${item.itemId}`,
          `${item.text} is moved`,
          Math.abs(daysBetween(item.lockedOn, day)),
        );
      return;
    }
    if (patient.minutesPerDay !== undefined && item.minutes > patient.minutesPerDay)
      this.#breach('patient', `${item.text} is too long for the patient`);
    if (!owner || !isAtWork(owner.availability, day) || item.minutes > minutesOn(owner.availability, day))
      this.#breach(`availability/${item.owner}`, `${item.owner} has no time on ${day}`);
    const place = places.find((one) => one.placeId === placeId);
    if (!place || item.minutes > this.#minutesAt(place.placeId, day))
      this.#breach(`availability/${placeId ?? ''}`, `${placeId ?? ''} has no room on ${day}`);
  }

  visits(): void {
    const { patient, places } = this.#problem;
    const byDay = Map.groupBy(this.#schedule.visits, ({ on }) => on);
    for (const [day, visits] of byDay) {
      const minutes = visits.flatMap(({ items }) => items).reduce((sum, id) => sum + this.#minutes(id), 0);
      if (minutes > (patient.minutesPerDay ?? minutes))
        this.#breach('patient', `${day} is too long for the patient`);
      if (visits.length > (patient.placesPerDay ?? visits.length))
        this.#breach('patient', `${day} takes the patient to too many places`);
      if (new Set(visits.map(({ place }) => place)).size < visits.length)
        this.#breach(`visit/${day}`, `${day} has two visits at one place`);
    }
    for (const { on, place, items } of this.#schedule.visits) {
      const minutes = items.reduce((sum, id) => sum + this.#minutes(id), 0);
      const shared = items.length > 1 && places.some(({ placeId }) => placeId === place);
      if (shared && minutes > this.#minutesAt(place, on, 'booked'))
        this.#breach(`availability/${place}`, `${place} has no room for all of ${items.join(', ')} on ${on}`);
    }
  }

  minutesOfProviders(): void {
    for (const { providerId, availability } of this.#problem.providers) {
      const own = this.#problem.items.filter(({ owner }) => owner === providerId);
      for (const [day, items] of Map.groupBy(own, ({ itemId }) => this.#days.get(itemId))) {
        const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
        if (day === undefined || items.length < 2) continue;
        if (minutes > minutesOn(availability, day) && isAtWork(availability, day))
          this.#breach(`availability/${providerId}`, `${providerId} has not enough time on ${day}`);
      }
    }
  }

  resources(): void {
    for (const { resourceId, capacity } of this.#problem.resources ?? []) {
      const changes: { day: number; amount: number }[] = [];
      for (const { itemId, uses, days = 1 } of this.#problem.items) {
        const on = this.#days.get(itemId);
        const amount = (uses ?? []).reduce(
          (sum, use) => sum + (use.resource === resourceId ? use.amount : 0),
          0,
        );
        if (on === undefined || amount === 0 || days === 0) continue;
        const first = daysBetween(this.#problem.start, on);
        changes.push({ day: first, amount }, { day: first + days, amount: -amount });
      }
      let used = 0;
      for (const { amount } of changes.toSorted((a, b) => a.day - b.day || a.amount - b.amount)) {
        used += amount;
        if (used > capacity) {
          this.#breach(`resource/${resourceId}`, `more of ${resourceId} is in use than there is`);
          break;
        }
      }
    }
  }

  constraint(constraint: Constraint): void {
    if (constraint.kind === 'interval') {
      const from = this.#point(constraint.from, constraint.measured === 'from-first-day' ? 'first' : 'last');
      const to = this.#point(constraint.to, 'first');
      if (from === undefined || to === undefined) return;
      const days = daysBetween(from, to);
      const weight = this.#weight(this.#items.has(constraint.to) ? constraint.to : constraint.from);
      this.#short(constraint, (constraint.minDays ?? 0) - days, weight);
      if (constraint.maxDays !== undefined) this.#short(constraint, days - constraint.maxDays, weight);
      if (constraint.targetDays !== undefined)
        this.#lateness += weight * Math.abs(days - constraint.targetDays);
      return;
    }
    const ids = constraint.items ?? [...this.#items.keys()];
    switch (constraint.kind) {
      case 'gate': {
        const opens = constraint.passedOn ?? constraint.expectedOn;
        if (opens === undefined) return;
        for (const id of ids) {
          const day = this.#days.get(id);
          if (day === undefined) continue;
          this.#short(constraint, daysBetween(day, opens), this.#weight(id));
          if (constraint.goodForDays !== undefined)
            this.#short(constraint, daysBetween(opens, day) - constraint.goodForDays, this.#weight(id));
        }
        return;
      }
      case 'deadline': {
        const event = this.#point(constraint.event, 'first');
        for (const id of ids) {
          const end = this.#point(id, 'last');
          if (end === undefined || event === undefined) continue;
          this.#short(constraint, constraint.daysBefore - daysBetween(end, event), this.#weight(id));
        }
        return;
      }
      case 'together':
        ids.slice(1).forEach((id, index) => {
          const before = ids[index] ?? id;
          if (this.#days.get(before) !== this.#days.get(id)) this.#pair(constraint, before, id);
        });
        return;
      case 'apart':
        for (const [index, one] of ids.entries())
          for (const other of ids.slice(index + 1)) {
            const sameDay = this.#days.get(one) === this.#days.get(other);
            const samePlace = this.#places.get(one) === this.#places.get(other);
            if (sameDay && (constraint.within === 'day' || samePlace)) this.#pair(constraint, one, other);
          }
        return;
      case 'calendar':
        for (const id of ids) {
          const day = this.#days.get(id);
          if (day === undefined) continue;
          const { weekdays: blocked = [], days = [] } = constraint.notOn;
          const isBlocked =
            blocked.includes(weekdayOf(day)) ||
            days.some(({ from, through }) => from <= day && day <= through);
          if (isBlocked) this.#pair(constraint, id, id);
        }
        return;
    }
  }

  /** By so many days; none when not positive. */
  #short(constraint: Constraint, days: number, weight: number): void {
    if (days <= 0) return;
    this.#unmet(constraint, days * weight * breachWeight, days);
  }

  #pair(constraint: Constraint, one: string, other: string): void {
    this.#unmet(constraint, breachWeight * Math.max(this.#weight(one), this.#weight(other)));
  }

  #unmet({ constraintId, text, strength }: Constraint, lateness: number, days = 0): void {
    if (strength === 'must') return this.#breach(constraintId, text, days);
    this.#lateness += lateness;
    this.#unkept.push({ ref: constraintId, text, days });
  }

  #addLateness(item: SequencingItem, day: CalendarDate): void {
    const pressing = item.urgency === 'urgent' || item.urgency === 'emergency';
    const wanted = item.due ?? (pressing ? (item.release ?? this.#problem.start) : undefined);
    if (wanted === undefined) return;
    const end = addDays(day, Math.max(item.days ?? 1, 1) - 1);
    this.#lateness += this.#weight(item.itemId) * Math.max(0, daysBetween(wanted, end));
  }

  #point(id: string, side: 'first' | 'last'): CalendarDate | undefined {
    const item = this.#items.get(id);
    if (!item) return this.#problem.events.find(({ eventId }) => eventId === id)?.on;
    const day = this.#days.get(id);
    if (day === undefined || side === 'first') return day;
    return addDays(day, Math.max(item.days ?? 1, 1) - 1);
  }

  #minutes(id: string): number {
    return this.#items.get(id)?.minutes ?? 0;
  }

  #weight(id: string): number {
    return urgencyWeights[this.#items.get(id)?.urgency ?? 'routine'];
  }

  /** Minutes of one visit; for what is booked, the opening days do not count. */
  #minutesAt(placeId: string, day: CalendarDate, booked?: 'booked'): number {
    const place = this.#problem.places.find((one) => one.placeId === placeId);
    if (!place) return 0;
    const { availability = {}, chairs } = place;
    const longest = Math.max(
      ...(chairs?.map(
        ({ minutesPerDay, days }) => days.find(({ on }) => on === day)?.minutes ?? minutesPerDay,
      ) ?? [Number.POSITIVE_INFINITY]),
    );
    const isOpen = isAtWork(availability, day) && longest > 0;
    if (!isOpen) return booked ? Number.POSITIVE_INFINITY : -1;
    return Math.min(minutesOn(availability, day), longest);
  }

  #breach(ref: string, text: string, days = 0): void {
    this.#breaches.push({ ref, text, days });
  }
}

function isAtWork(
  { weekdays: working, leadTime, offered, closed }: Availability,
  day: CalendarDate,
): boolean {
  if (offered?.days.some(({ on }) => on === day) === true) return true;
  if (offered?.only === true) return false;
  if (leadTime && day < addDays(leadTime.asOf, leadTime.days)) return false;
  if (closed?.days.some(({ from, through }) => from <= day && day <= through) === true) return false;
  return working === undefined || working.on.includes(weekdayOf(day));
}

function minutesOn({ offered, minutesPerDay }: Availability, day: CalendarDate): number {
  const named = offered?.days.findLast(({ on }) => on === day)?.minutes;
  return named ?? minutesPerDay ?? Number.POSITIVE_INFINITY;
}

function weekdayOf(day: CalendarDate) {
  const sunday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekdays[(sunday + 6) % 7] ?? 'mon';
}
