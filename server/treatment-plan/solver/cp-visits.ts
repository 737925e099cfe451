import type { DayModel } from '#domain/treatment-plan/sequencing/day-model.ts';
import { expression, type Expression, type Literal, type Variable } from './cp-draft.ts';
import type { Building } from './cp-building.ts';

interface Group {
  readonly start: Variable;
  readonly place: string;
  readonly anesthetic: boolean;
  readonly items: readonly number[];
}

/**
 * Visits and anesthetics. Every group of items joins the visit of the first group of its place and day; a group
 * that leads is a visit. Few literals, since only groups of one place are compared, and of these only such as can
 * meet on a day at all.
 */
export function visitStructure(build: Building, model: DayModel): Expression {
  const groups = groupsOf(build, model);
  const gaps = longestLags(build, model, groups);
  const leaders: { readonly group: Group; readonly leads: Literal }[] = [];
  const terms: (readonly [Variable, number])[] = [];
  for (const places of Map.groupBy(groups.keys(), (index) => groups[index]?.place ?? '').values()) {
    const joins = joinPlace(build, groups, places, gaps);
    for (const { leads, group } of joins) {
      leaders.push({ group, leads });
      terms.push([leads, 1]);
    }
    terms.push(...anesthetics(build, joins));
  }
  onePlaceADay(build, model, leaders);
  return expression(terms);
}

interface Leader {
  readonly group: Group;
  readonly leads: Literal;
  readonly joined: readonly { readonly group: Group; readonly joins: Literal }[];
}

function joinPlace(
  build: Building,
  groups: readonly Group[],
  indexes: readonly number[],
  gaps: readonly Int32Array[],
): readonly Leader[] {
  const leaders: (Leader & { joined: { group: Group; joins: Literal }[] })[] = [];
  for (const [position, index] of indexes.entries()) {
    const group = groups[index];
    if (!group) continue;
    const leads = build.draft.boolean();
    const choices = [leads];
    for (const [earlier, other] of indexes.slice(0, position).entries()) {
      const leader = leaders[earlier];
      if (!leader || (gaps[index]?.[other] ?? 0) > 0 || (gaps[other]?.[index] ?? 0) > 0) continue;
      const joins = build.draft.boolean();
      build.draft.implies(joins, leader.leads);
      build.draft.between(
        expression([
          [group.start, 1],
          [leader.group.start, -1],
        ]),
        0,
        0,
        [joins],
      );
      leader.joined.push({ group, joins });
      choices.push(joins);
    }
    build.draft.exactlyOne(choices);
    leaders.push({ group, leads, joined: [] });
  }
  return leaders;
}

/** One literal for each visit that may have an anesthetic. */
function anesthetics(build: Building, leaders: readonly Leader[]): readonly (readonly [Literal, number])[] {
  return leaders.flatMap(({ group, leads, joined }) => {
    const under = joined.filter((one) => one.group.anesthetic);
    if (group.anesthetic) return [[leads, 1] as const];
    if (under.length === 0) return [];
    const anesthetic = build.draft.boolean();
    for (const { joins } of under) build.draft.implies(joins, anesthetic);
    return [[anesthetic, 1] as const];
  });
}

function onePlaceADay(
  build: Building,
  { placesPerDay }: DayModel,
  leaders: readonly { readonly group: Group; readonly leads: Literal }[],
): void {
  if (placesPerDay === undefined) return;
  const intervals = leaders.map(({ group, leads }) => ({
    place: group.place,
    interval: build.draft.interval(expression([[group.start, 1]]), 1, [leads]),
    demand: 1,
  }));
  build.draft.cumulative(placesPerDay, intervals);
  // Two leaders of one place and day would be one visit; only one of them may lead.
  for (const same of Map.groupBy(intervals, ({ place }) => place).values())
    build.draft.noOverlap(same.map(({ interval }) => interval));
}

function groupsOf(build: Building, { items }: DayModel): readonly Group[] {
  const byStart = Map.groupBy(items.keys(), (index) => build.start(index));
  return [...byStart].map(([start, members]) => ({
    start,
    place: items[members[0] ?? 0]?.place ?? '',
    anesthetic: members.some((index) => items[index]?.anesthetic === true),
    items: members,
  }));
}

/** gaps[i][j]: the least number of days from group i to group j that follows from all intervals. */
function longestLags(build: Building, { lags }: DayModel, groups: readonly Group[]): readonly Int32Array[] {
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
