import type { CoordinationCase } from '../case/case.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Practice } from '../practice/practice.ts';
import type { TeamMember } from '../team/team-member.ts';
import type { Constraint } from './constraint.ts';
import { earliestCompletion, keptDays } from './day-of-item.ts';
import { openItems } from './open-items.ts';
import { constraintsOfPlan, itemsInPlay, type PlanRules } from './plan-constraints.ts';
import { preferencesInOrder } from './patient-preferences.ts';
import type { PlanItem } from './plan-item.ts';
import type { SequencingProblem } from './sequencing/sequencing-problem.ts';
import { withUsualDays } from './usual-days.ts';

export interface PlanQuestion {
  /** First day that may be chosen. */
  readonly start: CalendarDate;
  readonly horizonDays: number;
  readonly objectives: Readonly<SequencingProblem['objectives']>;
  /** Items that are kept on a day, besides those that are booked. */
  readonly locked: Readonly<Record<string, CalendarDate>>;
  /** Days that a person has chosen, usual ones or not. */
  readonly chosen: readonly CalendarDate[];
  /** What days that suit the patient are called. */
  readonly daysThatSuit: string;
}

/** Steps that nobody has taken on yet are given to somebody who is free on every usual day: the order shows, and whose gap it is. */
export const nobody = 'nobody-yet';
const ourPlace = 'our-office';
/** Whoever operates there, an operating room is one place, so that work of several offices can share an anesthetic. */
export const hospital = 'hospital';

/**
 * The plan of a case as a question for the sequencing engine. What is done is an event that rules count from, what is
 * booked stays where it is. Refuses with 'plan/nothing-to-order' when everything is done or nothing is planned.
 */
export function problemOfPlan(
  state: CoordinationCase,
  practice: Practice,
  rules: PlanRules,
  question: PlanQuestion,
): SequencingProblem | Refusal {
  const inPlay = itemsInPlay(state);
  const open = openItems(state);
  if (open.length === 0) return refuse('plan/nothing-to-order');
  const done = inPlay.flatMap(({ status, itemId, text, on }) =>
    status === 'done' && on !== undefined ? [{ eventId: itemId, text, on }] : [],
  );
  const dated = [...state.sharedPlan.events.values()].flatMap(({ event: { eventId, text, on } }) =>
    on === null ? [] : [{ eventId, text, on }],
  );
  const events = [...done, ...dated];
  const openIds = new Set(open.map(({ itemId }) => itemId));
  const points = new Set([...openIds, ...events.map(({ eventId }) => eventId)]);
  const kept = keptDays(state);
  const { constraints } = constraintsOfPlan(state, rules);
  const booked = [...question.chosen, ...open.flatMap((item) => lockOf(item, question).lockedOn ?? [])];
  const people = owners(state, practice, open, { ...question, booked });
  const wishes = preferencesInOrder(state.sharedPlan.preferences?.preferences, question.daysThatSuit);
  return {
    start: question.start,
    horizonDays: question.horizonDays,
    objectives: [...question.objectives],
    items: open.map((item) => ({
      itemId: item.itemId,
      text: item.text,
      owner: ownerOf(state, item),
      modality: item.modality ?? 'office',
      urgency: item.urgency ?? 'routine',
      minutes: item.minutes ?? 0,
      ...releaseOf(item, earliestCompletion(item, kept, question.start)),
      ...(item.due === undefined ? {} : { due: item.due }),
      ...(item.modality === 'hospital' ? { place: hospital } : {}),
      ...lockOf(item, question),
    })),
    events,
    ...people,
    constraints: [...constraints.flatMap((each) => narrowed(each, openIds, points)), ...wishes.constraints],
    patient: wishes.patient,
  };
}

function ownerOf(state: CoordinationCase, { ownerMemberId }: PlanItem): string {
  return ownerMemberId !== undefined && state.members.has(ownerMemberId) ? ownerMemberId : nobody;
}

function releaseOf({ notBefore }: PlanItem, completion: CalendarDate | undefined) {
  const release = notBefore !== undefined && (completion === undefined || notBefore > completion);
  const day = release ? notBefore : completion;
  return day === undefined ? {} : { release: day };
}

function lockOf(
  { itemId, status, on }: PlanItem,
  { locked, start }: PlanQuestion,
): { readonly lockedOn?: CalendarDate } {
  const day = locked[itemId] ?? (status === 'scheduled' && on !== undefined && on >= start ? on : undefined);
  return day === undefined ? {} : { lockedOn: day };
}

/** A constraint without the items that are done, or nothing where too little of it is left. */
function narrowed(
  constraint: Constraint,
  open: ReadonlySet<string>,
  points: ReadonlySet<string>,
): readonly Constraint[] {
  switch (constraint.kind) {
    case 'interval': {
      const { from, to } = constraint;
      return points.has(from) && points.has(to) && (open.has(from) || open.has(to)) ? [constraint] : [];
    }
    case 'calendar': {
      if (!constraint.items) return [constraint];
      const items = constraint.items.filter((id) => open.has(id));
      return items.length > 0 ? [{ ...constraint, items }] : [];
    }
    case 'deadline':
      if (!points.has(constraint.event)) return [];
      return withItems(constraint, open, 1);
    case 'gate':
      return withItems(constraint, open, 1);
    case 'together':
    case 'apart':
      return withItems(constraint, open, 2);
  }
}

function withItems<Each extends Constraint & { readonly items: string[] }>(
  constraint: Each,
  open: ReadonlySet<string>,
  fewest: number,
): readonly Each[] {
  const items = constraint.items.filter((id) => open.has(id));
  return items.length >= fewest ? [{ ...constraint, items }] : [];
}

/** Whoever has work to do, each at the place where they work; members of one organization share a place. */
function owners(
  state: CoordinationCase,
  practice: Practice,
  open: readonly PlanItem[],
  days: Parameters<typeof withUsualDays>[1],
): Pick<SequencingProblem, 'providers' | 'places'> {
  const ids = [...new Set(open.map((item) => ownerOf(state, item)))];
  const providers = ids.map((id) => {
    const member = state.members.get(id)?.member;
    return {
      providerId: id,
      name: member?.name ?? nobody,
      place: member ? placeOf(member, practice) : ourPlace,
      availability: withUsualDays(
        state.sharedPlan.availability.get(id)?.availability.availability ?? {},
        days,
      ),
    };
  });
  const names = new Map(
    providers.map(({ providerId, place, name }) => [
      place,
      place === ourPlace
        ? (practice.profile?.name ?? ourPlace)
        : (state.members.get(providerId)?.member.organization ?? name),
    ]),
  );
  if (open.some(({ modality }) => modality === 'hospital')) names.set(hospital, hospital);
  return { providers, places: [...names].map(([placeId, name]) => ({ placeId, name })) };
}

function placeOf(member: TeamMember, practice: Practice): string {
  const listed = member.providerId === undefined ? undefined : practice.providers.get(member.providerId);
  if (member.role === 'treating-dentist' || listed?.ours === true) return ourPlace;
  const organization = member.organization ?? member.name;
  return `place-${organization.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 64);
}
