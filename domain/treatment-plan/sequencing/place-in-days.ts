import type { Capacity, DayModel } from './day-model.ts';

/**
 * A calendar that is being filled: which groups of items (of one visit) lie on which day, and whether a further one
 * finds room. The greedy and the propagation fill it; what it lets through holds every rule that must hold.
 */
export class Filling {
  readonly groups: readonly (readonly number[])[];
  readonly #model: DayModel;
  readonly #groupOf: readonly number[];
  readonly #starts: (number | undefined)[];
  readonly #lags: readonly (readonly {
    readonly other: number | undefined;
    readonly atLeast: number;
    readonly isTo: boolean;
  }[])[];
  readonly #apart: readonly (readonly number[])[];
  readonly #capacities: readonly (readonly {
    readonly capacity: Capacity;
    readonly used: Map<number, number>;
  }[])[];
  readonly #resources: {
    readonly capacity: number;
    readonly amounts: ReadonlyMap<number, number>;
    readonly used: Int32Array;
  }[];
  readonly #placesByDay = new Map<number, Map<string, number>>();

  constructor(model: DayModel) {
    this.#model = model;
    const inVisit = new Map(model.together.flatMap((group) => group.map((item) => [item, group] as const)));
    const seen = new Map<readonly number[], number>();
    const groups: (readonly number[])[] = [];
    this.#groupOf = model.items.map((_, item) => {
      const group = inVisit.get(item) ?? [item];
      const known = seen.get(group);
      if (known !== undefined) return known;
      seen.set(group, groups.length);
      return groups.push(group) - 1;
    });
    this.groups = groups;
    this.#starts = model.items.map(() => undefined);
    this.#lags = model.items.map((_, item) =>
      model.lags.flatMap(({ from, to, days }) => [
        ...(to === item ? [{ other: from, atLeast: days, isTo: true }] : []),
        ...(from === item ? [{ other: to, atLeast: days, isTo: false }] : []),
      ]),
    );
    this.#apart = model.items.map((_, item) =>
      model.apart.flatMap(([one, other]) => (one === item ? [other] : other === item ? [one] : [])),
    );
    const withUse = model.capacities.map((capacity) => ({ capacity, used: new Map<number, number>() }));
    this.#capacities = model.items.map((_, item) =>
      withUse.filter(({ capacity }) => capacity.items.includes(item)),
    );
    this.#resources = model.resources.map(({ capacity, uses }) => ({
      capacity,
      amounts: new Map(uses.map(({ item, amount }) => [item, amount])),
      used: new Int32Array(model.days + 1),
    }));
  }

  start(item: number): number | undefined {
    return this.#starts[item];
  }

  groupOf(item: number): number {
    return this.#groupOf[item] ?? item;
  }

  /** First and last day that the intervals to what is placed allow; `blocks` is what sets the last. */
  window(group: number): {
    readonly first: number;
    readonly last: number;
    readonly blocks: number | undefined;
  } {
    let first = 0;
    let last = this.#model.days - 1;
    let blocks: number | undefined;
    for (const item of this.#members(group))
      for (const { other, atLeast, isTo } of this.#lags[item] ?? []) {
        const day = other === undefined ? 0 : this.#starts[other];
        if (day === undefined || (other !== undefined && this.#groupOf[other] === group)) continue;
        if (isTo) first = Math.max(first, day + atLeast);
        else if (day - atLeast < last) {
          last = day - atLeast;
          blocks = other;
        }
      }
    return { first, last, blocks };
  }

  /** The first day from `first` on with room, `last` at the latest. */
  findDay(group: number, first: number, last: number): number | undefined {
    for (let day = Math.max(0, first); day <= last; day += 1) if (this.hasRoom(group, day)) return day;
    return undefined;
  }

  /** Room apart from intervals: open, minutes, places, resources, and none that it must be apart from. */
  hasRoom(group: number, day: number): boolean {
    const members = this.#members(group);
    if (!members.every((item) => this.#model.items[item]?.open[day] === true)) return false;
    if (members.some((item) => (this.#apart[item] ?? []).some((other) => this.#starts[other] === day)))
      return false;
    return (
      this.#placeFits(members, day) && this.#minutesFit(members, day) && this.#resourcesFit(members, day)
    );
  }

  put(group: number, day: number): void {
    this.#change(group, day, 1);
    for (const item of this.#members(group)) this.#starts[item] = day;
  }

  take(group: number): void {
    const [first] = this.#members(group);
    const day = first === undefined ? undefined : this.#starts[first];
    if (day === undefined) return;
    for (const item of this.#members(group)) this.#starts[item] = undefined;
    this.#change(group, day, -1);
  }

  /** The first day of every item; undefined while one is missing. */
  starts(): readonly number[] | undefined {
    const starts = this.#starts.filter((day) => day !== undefined);
    return starts.length === this.#starts.length ? starts : undefined;
  }

  #members(group: number): readonly number[] {
    return this.groups[group] ?? [];
  }

  #placeFits(members: readonly number[], day: number): boolean {
    const { placesPerDay, items } = this.#model;
    const places = this.#placesByDay.get(day);
    if (placesPerDay === undefined || !places) return true;
    const place = items[members[0] ?? 0]?.place ?? '';
    return (
      (places.get(place) ?? 0) > 0 || [...places.values()].filter((count) => count > 0).length < placesPerDay
    );
  }

  #minutesFit(members: readonly number[], day: number): boolean {
    const needed = new Map<Map<number, number>, { capacity: Capacity; minutes: number }>();
    for (const item of members)
      for (const { capacity, used } of this.#capacities[item] ?? []) {
        const known = needed.get(used)?.minutes ?? used.get(day) ?? 0;
        needed.set(used, { capacity, minutes: known + (this.#model.items[item]?.minutes ?? 0) });
      }
    return [...needed.values()].every(
      ({ capacity, minutes }) => minutes <= (capacity.minutes[day] ?? minutes),
    );
  }

  #resourcesFit(members: readonly number[], day: number): boolean {
    return this.#resources.every(({ capacity, amounts, used }) => {
      const days = members.flatMap((item) => {
        const amount = amounts.get(item) ?? 0;
        return amount === 0 ? [] : [{ amount, length: this.#model.items[item]?.length ?? 0 }];
      });
      const longest = Math.max(0, ...days.map(({ length }) => length));
      for (let offset = 0; offset < longest; offset += 1) {
        const more = days.reduce((sum, { amount, length }) => sum + (offset < length ? amount : 0), 0);
        if ((used[day + offset] ?? 0) + more > capacity) return false;
      }
      return true;
    });
  }

  #change(group: number, day: number, sign: 1 | -1): void {
    const members = this.#members(group);
    const place = this.#model.items[members[0] ?? 0]?.place ?? '';
    const places = this.#placesByDay.get(day) ?? new Map<string, number>();
    places.set(place, (places.get(place) ?? 0) + sign);
    this.#placesByDay.set(day, places);
    for (const item of members) {
      const { minutes = 0, length = 0 } = this.#model.items[item] ?? {};
      for (const { used } of this.#capacities[item] ?? [])
        used.set(day, (used.get(day) ?? 0) + sign * minutes);
      for (const { amounts, used } of this.#resources)
        for (let on = day; on < day + length; on += 1)
          used[on] = (used[on] ?? 0) + sign * (amounts.get(item) ?? 0);
    }
  }
}
