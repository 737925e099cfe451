import { daysBetween, type CalendarDate } from '../../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../../kernel/refusal.ts';
import type { DayModel } from './day-model.ts';
import { evaluateSchedule, type Evaluation } from './evaluate-schedule.ts';
import { Filling } from './place-in-days.ts';
import type { Schedule, Visit } from './schedule.ts';
import type { SequencingProblem } from './sequencing-problem.ts';
import { toDayModel } from './to-day-model.ts';
import { toSchedule } from './to-schedule.ts';

export interface Slipped {
  readonly schedule: Schedule;
  /** What lies on another day than before, the visit that was moved among them, in order of the new day. */
  readonly moved: readonly {
    readonly item: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
  }[];
  readonly before: Evaluation;
  /** Its breaches are what the slip breaks; they are shown, not prevented. */
  readonly after: Evaluation;
}

/**
 * What happens when the visit of an item is on another day. The order is kept: no visit moves to earlier, what has to
 * wait (for a minimum, or so that a maximum to something later still holds) moves to its next possible day as a whole
 * visit, and what is locked stays. A minimum that only should hold, and did, is kept where nothing that must hold stands
 * against it. No new best order: that is a solve.
 */
export function slipVisit(
  problem: SequencingProblem,
  schedule: Schedule,
  itemId: string,
  to: CalendarDate,
): Slipped | Refusal {
  const visit = schedule.visits.find(({ items }) => items.includes(itemId));
  if (!visit) return refuse('plan-file/not-scheduled', { item: itemId });
  const target = daysBetween(problem.start, to);
  if (target < 0 || target >= problem.horizonDays)
    return refuse('plan-file/slip-outside', { day: to, days: problem.horizonDays, start: problem.start });
  const push = new Push(problem, schedule);
  push.fix(visit, target);
  const locked = new Set(problem.items.flatMap((item) => (item.lockedOn === undefined ? [] : [item.itemId])));
  const others = schedule.visits.filter((one) => one !== visit);
  const stay = (one: Visit) => one.items.some((id) => locked.has(id));
  for (const one of others.filter(stay)) push.fix(one, daysBetween(problem.start, one.on));
  for (const one of inOrder(
    problem,
    others.filter((each) => !stay(each)),
  ))
    push.follow(one);
  return push.result();
}

/** By day; on one day nothing before what it comes after, wherever that is done. */
function inOrder({ constraints }: SequencingProblem, visits: readonly Visit[]): readonly Visit[] {
  const follows = (later: Visit, earlier: Visit) =>
    constraints.some(
      (each) =>
        each.kind === 'interval' &&
        !each.override &&
        (each.minDays ?? 0) >= 0 &&
        later.items.includes(each.to) &&
        earlier.items.includes(each.from),
    );
  const waiting = [...visits];
  const ordered: Visit[] = [];
  for (;;) {
    const ofDay = waiting.filter(({ on }) => on === waiting[0]?.on);
    const next =
      ofDay.find((one) => !ofDay.some((other) => other !== one && follows(one, other))) ?? ofDay[0];
    if (!next) return ordered;
    ordered.push(next);
    waiting.splice(waiting.indexOf(next), 1);
  }
}

class Push {
  readonly #problem: SequencingProblem;
  readonly #schedule: Schedule;
  readonly #model: DayModel;
  readonly #filling: Filling;
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #was: ReadonlyMap<string, CalendarDate>;

  constructor(problem: SequencingProblem, schedule: Schedule) {
    this.#problem = problem;
    this.#schedule = schedule;
    this.#model = toDayModel(problem);
    this.#filling = new Filling(this.#model);
    this.#was = daysOf(schedule);
    this.#indexes = new Map(problem.items.map(({ itemId }, index) => [itemId, index]));
  }

  fix(visit: Visit, day: number): void {
    for (const group of this.#groups(visit)) this.#filling.put(group, day);
  }

  /** On the first day from its own on that the intervals and everybody's time allow; on its own when there is none. */
  follow(visit: Visit): void {
    const groups = this.#groups(visit);
    const own = daysBetween(this.#problem.start, visit.on);
    const windows = groups.map((group) => this.#filling.window(group));
    const first = Math.max(own, ...windows.map((window) => window.first));
    const advised = Math.max(first, this.#advised(visit));
    const last = Math.min(...windows.map((window) => window.last));
    if (this.#putBetween(groups, advised, last)) return;
    if (this.#putBetween(groups, first, this.#problem.horizonDays - 1)) return;
    this.fix(visit, own);
  }

  result(): Slipped {
    const starts = this.#problem.items.map((_, index) => this.#filling.start(index) ?? 0);
    const schedule = toSchedule(this.#problem, starts);
    const moved = [...daysOf(schedule)].flatMap(([item, to]) => {
      const from = this.#was.get(item);
      return from === undefined || from === to ? [] : [{ item, from, to }];
    });
    return {
      schedule,
      moved,
      before: evaluateSchedule(this.#problem, this.#schedule),
      after: evaluateSchedule(this.#problem, schedule),
    };
  }

  /** The first day on which every minimum holds that should and did. */
  #advised(visit: Visit): number {
    return this.#problem.constraints.reduce((first, each) => {
      if (each.kind !== 'interval' || each.strength === 'must' || each.override) return first;
      const { from, to, minDays, measured } = each;
      const index = this.#indexes.get(from);
      const start = index === undefined ? undefined : this.#filling.start(index);
      const was = this.#was.get(from);
      if (index === undefined || start === undefined || was === undefined) return first;
      if (!visit.items.includes(to) || visit.items.includes(from) || minDays === undefined) return first;
      const lasts = measured === 'from-first-day' ? 0 : (this.#model.items[index]?.length ?? 1) - 1;
      const held = daysBetween(was, visit.on) >= lasts + minDays;
      return held ? Math.max(first, start + lasts + minDays) : first;
    }, 0);
  }

  #putBetween(groups: readonly number[], first: number, last: number): boolean {
    for (let day = first; day <= last; day += 1) if (this.#putAll(groups, day)) return true;
    return false;
  }

  #putAll(groups: readonly number[], day: number): boolean {
    const put: number[] = [];
    for (const group of groups) {
      if (!this.#filling.hasRoom(group, day)) {
        for (const one of put) this.#filling.take(one);
        return false;
      }
      this.#filling.put(group, day);
      put.push(group);
    }
    return true;
  }

  #groups({ items }: Visit): readonly number[] {
    const indexes = items.flatMap((id) => this.#indexes.get(id) ?? []);
    return [...new Set(indexes.map((index) => this.#filling.groupOf(index)))];
  }
}

function daysOf({ visits }: Schedule): ReadonlyMap<string, CalendarDate> {
  return new Map(visits.flatMap(({ on, items }) => items.map((item) => [item, on] as const)));
}
