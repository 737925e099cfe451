import type { DayModel } from '#domain/treatment-plan/sequencing/day-model.ts';
import type { Building } from './cp-building.ts';
import type { Variable } from './cp-draft.ts';

/** Items that must be in one visit, so that they share a day. */
export interface VisitGroup {
  readonly index: number;
  readonly start: Variable;
  readonly place: string;
  readonly anesthetic: boolean;
  readonly items: readonly number[];
}

export function groupsOf(build: Building, { items }: DayModel): readonly VisitGroup[] {
  const byStart = Map.groupBy(items.keys(), (index) => build.start(index));
  return [...byStart].map(([start, members], index) => ({
    index,
    start,
    place: items[members[0] ?? 0]?.place ?? '',
    anesthetic: members.some((item) => items[item]?.anesthetic === true),
    items: members,
  }));
}

/** Somebody's minutes of a day, at the most, and how many of them each group takes. */
interface Minutes {
  readonly most: number;
  readonly of: ReadonlyMap<VisitGroup, number>;
}

/** Which groups of one place may be one visit, as far as that follows from what must hold. */
export class Meeting {
  readonly minutes: readonly Minutes[];
  readonly #minutesOf: ReadonlyMap<VisitGroup, readonly Minutes[]>;
  readonly #gaps: readonly Int32Array[];
  readonly #apart: ReadonlySet<string>;

  constructor(build: Building, model: DayModel, groups: readonly VisitGroup[]) {
    this.#gaps = longestLags(build, model, groups);
    this.#apart = new Set(model.apart.map(([one, other]) => pair(build.start(one), build.start(other))));
    this.minutes = minutesOf(model, groups);
    this.#minutesOf = new Map(
      groups.map((group) => [group, this.minutes.filter(({ of }) => of.has(group))] as const),
    );
  }

  canMeet(one: VisitGroup, other: VisitGroup): boolean {
    if ((this.#gaps[one.index]?.[other.index] ?? 0) > 0 || (this.#gaps[other.index]?.[one.index] ?? 0) > 0)
      return false;
    if (this.#apart.has(pair(one.start, other.start))) return false;
    const shared = this.#minutesOf.get(one) ?? [];
    return shared.every(({ most, of }) => (of.get(one) ?? 0) + (of.get(other) ?? 0) <= most);
  }

  /** Sets, not all that there are, of which no two groups can meet. */
  strangers(groups: readonly VisitGroup[]): readonly (readonly VisitGroup[])[] {
    const sets: VisitGroup[][] = [];
    for (const group of groups) {
      const known = sets.find((set) => set.every((one) => !this.canMeet(one, group)));
      if (known) known.push(group);
      else sets.push([group]);
    }
    return sets.filter(({ length }) => length > 1);
  }
}

function minutesOf({ items, capacities }: DayModel, groups: readonly VisitGroup[]): readonly Minutes[] {
  const groupOf = new Map(groups.flatMap((group) => group.items.map((item) => [item, group] as const)));
  return capacities.map((capacity) => {
    const of = new Map<VisitGroup, number>();
    for (const item of capacity.items) {
      const group = groupOf.get(item);
      if (group) of.set(group, (of.get(group) ?? 0) + (items[item]?.minutes ?? 0));
    }
    return { most: capacity.minutes.reduce<number>((most, free) => Math.max(most, free ?? 0), 0), of };
  });
}

function pair(one: Variable, other: Variable): string {
  return `${Math.min(one, other)} ${Math.max(one, other)}`;
}

/** gaps[i][j]: the least number of days from group i to group j that follows from all intervals. */
function longestLags(
  build: Building,
  { lags }: DayModel,
  groups: readonly VisitGroup[],
): readonly Int32Array[] {
  const none = -1_000_000;
  const mostDays = 100_000; // intervals that cannot hold would add up without end
  const gaps = groups.map(() => new Int32Array(groups.length).fill(none));
  const indexOf = new Map(groups.map(({ start }, index) => [start, index]));
  for (const { from, to, days } of lags) {
    if (from === undefined || to === undefined) continue;
    const one = gaps[indexOf.get(build.start(from)) ?? -1];
    const other = indexOf.get(build.start(to)) ?? -1;
    if (one) one[other] = Math.max(one[other] ?? none, days);
  }
  for (const [middle, onward] of gaps.entries())
    for (const row of gaps) {
      const first = row[middle] ?? none;
      if (first <= none / 2) continue;
      for (let last = 0; last < row.length; last += 1)
        row[last] = Math.min(mostDays, Math.max(row[last] ?? none, first + (onward[last] ?? none)));
    }
  return gaps;
}
