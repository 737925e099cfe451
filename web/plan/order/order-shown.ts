import type { PlanOrderView } from '#contract/plan-order.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { daysOfSchedule, scheduleOfDays, type DayOfItem } from '#domain/treatment-plan/schedule-of-days.ts';
import { evaluateSchedule, type Breach } from '#domain/treatment-plan/sequencing/evaluate-schedule.ts';
import type { Schedule, SequencingAnswer } from '#domain/treatment-plan/sequencing/schedule.ts';
import type {
  SequencingItem,
  SequencingProblem,
} from '#domain/treatment-plan/sequencing/sequencing-problem.ts';

/** An order that is looked at and not kept yet: it came from the solver, or somebody moved a visit. */
export interface Proposal {
  readonly schedule: Schedule;
  readonly madeBy: 'solver' | 'greedy' | 'by-hand';
  readonly levels: SequencingAnswer['levels'];
}

/** The order on the screen, with what is wrong with it as of today. */
export interface OrderShown {
  readonly problem: SequencingProblem;
  readonly schedule: Schedule;
  /** Steps that it gives no day that is still to come: added since it was kept, or their day went by undone. */
  readonly without: readonly SequencingItem[];
  readonly breaches: readonly Breach[];
  /** Rules that should hold and do not. */
  readonly unkept: readonly Breach[];
}

/** What the order still says about the steps that are open: the kept one may be older than the plan. */
export function orderShown(problem: SequencingProblem, schedule: Schedule): OrderShown {
  const days = daysOfSchedule(schedule);
  const has = ({ itemId }: SequencingItem) => days[itemId] !== undefined && days[itemId] >= problem.start;
  const items = problem.items.filter(has);
  const fresh = scheduleOfDays({ ...problem, items }, days);
  const shown = isRefusal(fresh) ? { visits: [] } : fresh;
  const without = problem.items.filter((item) => !has(item));
  const missing = new Set(without.map(({ itemId }) => `item/${itemId}`));
  const { breaches, unkept } = evaluateSchedule(problem, shown);
  return {
    problem,
    schedule: shown,
    without,
    breaches: breaches.filter(({ ref }) => !missing.has(ref)),
    unkept,
  };
}

export interface Move {
  readonly item: string;
  readonly from: string | undefined;
  readonly to: string;
}

/** Which steps lie on another day than in the order before. */
export function movesBetween(before: Schedule, after: Schedule): readonly Move[] {
  const was: DayOfItem = daysOfSchedule(before);
  return Object.entries(daysOfSchedule(after)).flatMap(([item, to]) =>
    was[item] === to ? [] : [{ item, from: was[item], to }],
  );
}

export function newestKept(view: PlanOrderView): PlanOrderView['kept'][number] | undefined {
  return view.kept.at(-1);
}

/** The problem with visits that are to stay, so that neither a slip nor the solver moves them. */
export function withLocks(problem: SequencingProblem, locks: DayOfItem): SequencingProblem {
  return {
    ...problem,
    items: problem.items.map((item) => {
      const day = locks[item.itemId];
      return day === undefined ? item : { ...item, lockedOn: day };
    }),
  };
}
