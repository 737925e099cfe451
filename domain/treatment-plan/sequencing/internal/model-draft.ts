import { daysBetween, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Constraint } from '../../constraint.ts';
import type { Capacity, DayPenalty, Lag, ModelItem, PairPenalty, Penalty, Resource } from '../day-model.ts';
import { minutesByDay, minutesOfPlace, unlimited, type MinutesByDay } from '../open-days.ts';
import type { SequencingItem, SequencingProblem } from '../sequencing-problem.ts';
import { urgencyWeights } from '../weights.ts';

/** A model while it is being put together. */
export class ModelDraft {
  readonly problem: SequencingProblem;
  readonly items: ModelItem[];
  readonly lags: Lag[] = [];
  readonly penalties: Penalty[] = [];
  readonly dayPenalties: DayPenalty[] = [];
  readonly pairPenalties: PairPenalty[] = [];
  readonly apart: (readonly [number, number])[] = [];
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #events: ReadonlyMap<string, number>;
  readonly #providerMinutes: ReadonlyMap<string, MinutesByDay>;
  readonly #placeMinutes: ReadonlyMap<string, MinutesByDay>;
  /** The first item of the visit that an item is in. */
  readonly #firsts: number[];

  constructor(problem: SequencingProblem) {
    this.problem = problem;
    this.#providerMinutes = new Map(
      problem.providers.map(({ providerId, availability }) => [
        providerId,
        minutesByDay(problem, availability),
      ]),
    );
    this.#placeMinutes = new Map(
      problem.places.map((place) => [place.placeId, minutesOfPlace(problem, place)]),
    );
    const homes = new Map(problem.providers.map(({ providerId, place }) => [providerId, place]));
    this.items = problem.items.map((item) =>
      this.#modelItem(item, item.place ?? homes.get(item.owner) ?? item.owner),
    );
    this.#indexes = new Map(problem.items.map(({ itemId }, index) => [itemId, index]));
    this.#events = new Map(problem.events.map(({ eventId, on }) => [eventId, this.day(on)]));
    this.#firsts = problem.items.map((_, index) => index);
    problem.items.forEach((item, index) => this.#addLateness(item, index));
  }

  day(date: CalendarDate): number {
    return daysBetween(this.problem.start, date);
  }

  /** An item by its place, or an event by its day. */
  point(id: string): { readonly item: number } | { readonly day: number } {
    const item = this.#indexes.get(id);
    if (item !== undefined) return { item };
    const day = this.#events.get(id);
    if (day === undefined) throw new Error(`neither an item nor an event: ${id}`);
    return { day };
  }

  index(id: string): number {
    const index = this.#indexes.get(id);
    if (index === undefined) throw new Error(`not an item: ${id}`);
    return index;
  }

  item(index: number): ModelItem {
    const item = this.items[index];
    if (!item) throw new Error(`no item at ${index}`);
    return item;
  }

  /** The items that a constraint is about; one that names none is about all. */
  indexes(constraint: Exclude<Constraint, { kind: 'interval' }>): readonly number[] {
    return constraint.items?.map((id) => this.index(id)) ?? [...this.items.keys()];
  }

  joinVisit(indexes: readonly number[]): void {
    const firsts = indexes.map((index) => this.#first(index));
    const lowest = Math.min(...firsts);
    for (const first of firsts) this.#firsts[first] = lowest;
  }

  visits(): readonly (readonly number[])[] {
    return [...Map.groupBy(this.items.keys(), (index) => this.#first(index)).values()].filter(
      (items) => items.length > 1,
    );
  }

  capacities(): readonly Capacity[] {
    const indexed = this.problem.items.map(({ owner }, index) => ({ owner, index }));
    const group = (
      by: (one: { owner: string; index: number }) => string,
      of: ReadonlyMap<string, MinutesByDay>,
    ) =>
      [...Map.groupBy(indexed, by)].map(([id, members]) => ({
        items: members.map(({ index }) => index),
        minutes: of.get(id) ?? [],
      }));
    const { minutesPerDay } = this.problem.patient;
    const patient =
      minutesPerDay === undefined
        ? []
        : [
            {
              items: [...this.items.keys()],
              minutes: Array<number>(this.problem.horizonDays).fill(minutesPerDay),
            },
          ];
    return [
      ...group(({ owner }) => owner, this.#providerMinutes),
      ...group(({ index }) => this.item(index).place, this.#placeMinutes),
      ...patient,
    ].filter((capacity) => this.#canOverflow(capacity));
  }

  resources(): readonly Resource[] {
    return (this.problem.resources ?? []).map(({ resourceId, capacity }) => ({
      capacity,
      uses: this.problem.items.flatMap(({ uses = [] }, item) =>
        uses.filter(({ resource }) => resource === resourceId).map(({ amount }) => ({ item, amount })),
      ),
    }));
  }

  #first(index: number): number {
    const next = this.#firsts[index] ?? index;
    return next === index ? index : this.#first(next);
  }

  #canOverflow({ items, minutes }: Capacity): boolean {
    const needed = items.reduce((sum, index) => sum + this.item(index).minutes, 0);
    return items.length > 1 && minutes.some((free) => free !== undefined && free < needed);
  }

  #modelItem(item: SequencingItem, place: string): ModelItem {
    const { days, horizonDays, patient } = { ...this.problem, days: item.days ?? 1 };
    const provider = this.#providerMinutes.get(item.owner);
    const room = this.#placeMinutes.get(place);
    const mostMinutes = patient.minutesPerDay ?? unlimited;
    const release = item.release === undefined ? 0 : this.day(item.release);
    const locked = item.lockedOn === undefined ? undefined : this.day(item.lockedOn);
    const open = Array.from({ length: horizonDays }, (_, day) => {
      if (day < release || day + days > horizonDays) return false;
      // What is booked is booked, whatever their usual days are.
      if (locked !== undefined) return day === locked;
      return item.minutes <= Math.min(mostMinutes, provider?.[day] ?? -1, room?.[day] ?? -1);
    });
    return {
      id: item.itemId,
      open,
      length: days,
      minutes: item.minutes,
      place,
      anesthetic: item.modality !== 'office',
      weight: urgencyWeights[item.urgency],
    };
  }

  /** Late after the day it is due; urgent work that is due on no day is late from its first possible day on. */
  #addLateness({ due, release, urgency }: SequencingItem, index: number): void {
    const pressing = urgency === 'urgent' || urgency === 'emergency';
    if (due === undefined && !pressing) return;
    const wanted = due ?? release;
    const from = wanted === undefined ? 0 : this.day(wanted);
    const { length, weight } = this.item(index);
    this.penalties.push({ from: undefined, to: index, offset: Math.max(length, 1) - 1 - from, weight });
  }
}
