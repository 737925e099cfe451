import type { DayModel } from '#domain/treatment-plan/sequencing/day-model.ts';
import type { Building } from './cp-building.ts';
import { expression, type Expression, type Literal, type Variable } from './cp-draft.ts';
import { groupsOf, Meeting, type VisitGroup } from './visit-groups.ts';

interface VisitStructure {
  readonly number: Expression;
  /** Only their number is proven faster by it; what is minimized before is found more slowly. */
  readonly bound: () => void;
}

/**
 * Visits and anesthetics. Every group of items joins the visit of the first group of its place and day; a group
 * that leads is a visit. Few literals, since only groups of one place are compared, and of these only such as can
 * meet on a day at all. That a visit is no longer than a day, and that of groups which cannot meet each needs a visit
 * of its own, follows from the days; said once more of the visits, it bounds their number at once.
 */
export function visitStructure(build: Building, model: DayModel): VisitStructure {
  const groups = groupsOf(build, model);
  const meeting = new Meeting(build, model, groups);
  const leaders: { readonly group: VisitGroup; readonly leads: Literal }[] = [];
  const offices: (readonly Leader[])[] = [];
  const terms: (readonly [Variable, number])[] = [];
  for (const places of Map.groupBy(groups.keys(), (index) => groups[index]?.place ?? '').values()) {
    const joins = joinPlace(build, groups, places, meeting);
    for (const { leads, group } of joins) {
      leaders.push({ group, leads });
      terms.push([leads, 1]);
    }
    offices.push(joins);
    terms.push(...anesthetics(build, joins));
  }
  onePlaceADay(build, model, leaders);
  const bound = () => {
    for (const joins of offices) boundVisits(build, joins, meeting);
  };
  return { number: expression(terms), bound };
}

interface Leader {
  readonly group: VisitGroup;
  readonly leads: Literal;
  readonly joined: readonly { readonly group: VisitGroup; readonly joins: Literal }[];
}

function joinPlace(
  build: Building,
  groups: readonly VisitGroup[],
  indexes: readonly number[],
  meeting: Meeting,
): readonly Leader[] {
  const leaders: (Leader & { joined: { group: VisitGroup; joins: Literal }[] })[] = [];
  for (const [position, index] of indexes.entries()) {
    const group = groups[index];
    if (!group) continue;
    const leads = build.draft.boolean();
    const choices = [leads];
    for (const leader of leaders.slice(0, position)) {
      if (!meeting.canMeet(group, leader.group)) continue;
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

/** Beyond so many groups at one place, finding those that cannot meet takes longer than it saves. */
const mostBounded = 150;

function boundVisits(build: Building, leaders: readonly Leader[], meeting: Meeting): void {
  if (leaders.length > mostBounded) return;
  const { draft } = build;
  for (const leader of leaders) {
    noLongerThanADay(build, leader, meeting);
    const { leads, joined } = leader;
    for (const strangers of meeting.strangers(joined.map(({ group }) => group)))
      draft.between(
        expression([
          [leads, -1],
          ...joined.filter(({ group }) => strangers.includes(group)).map(({ joins }) => [joins, 1] as const),
        ]),
        undefined,
        0,
      );
  }
  const all = leaders.map(({ group }) => group);
  const fewest = Math.max(
    ...meeting.minutes.map(({ most, of }) => Math.ceil(sumIn(of, all) / Math.max(1, most))),
    ...meeting.strangers(all).map(({ length }) => length),
  );
  if (fewest > 1)
    draft.between(expression(leaders.map(({ leads }) => [leads, 1] as const)), fewest, undefined);
}

function noLongerThanADay({ draft }: Building, { group, leads, joined }: Leader, meeting: Meeting): void {
  for (const { most, of } of meeting.minutes) {
    const own = of.get(group) ?? 0;
    if (
      own +
        sumIn(
          of,
          joined.map((one) => one.group),
        ) <=
      most
    )
      continue;
    const others = joined.map((one) => [one.joins, of.get(one.group) ?? 0] as const);
    draft.between(expression([[leads, own - most], ...others]), undefined, 0);
  }
}

function sumIn(of: ReadonlyMap<VisitGroup, number>, groups: readonly VisitGroup[]): number {
  return groups.reduce((sum, group) => sum + (of.get(group) ?? 0), 0);
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
  leaders: readonly { readonly group: VisitGroup; readonly leads: Literal }[],
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
