import type { MinutesByDay } from './open-days.ts';

/**
 * A problem in numbers: days counted from its start, items by their place in the list. The solver's model, the greedy
 * and the propagation are made from it; the evaluator is not, so that it can find a mistake here.
 */
export interface DayModel {
  readonly days: number;
  readonly items: readonly ModelItem[];
  /** start(to) − start(from) ≥ days; without `from` or `to` that side is the start of the problem. */
  readonly lags: readonly Lag[];
  readonly penalties: readonly Penalty[];
  readonly dayPenalties: readonly DayPenalty[];
  readonly pairPenalties: readonly PairPenalty[];
  /** Items of one visit, as lists without overlap. */
  readonly together: readonly (readonly number[])[];
  /** Pairs that may not begin on one day. */
  readonly apart: readonly (readonly [number, number])[];
  readonly capacities: readonly Capacity[];
  readonly resources: readonly Resource[];
  readonly placesPerDay: number | undefined;
}

export interface ModelItem {
  readonly id: string;
  /** Whether it may begin on a day. */
  readonly open: boolean[];
  readonly length: number;
  readonly minutes: number;
  readonly place: string;
  readonly anesthetic: boolean;
  /** Of a day of lateness. */
  readonly weight: number;
}

export interface Lag {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly days: number;
}

/** Costs `weight` for each day of start(to) − start(from) + offset above zero. */
export interface Penalty {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly offset: number;
  readonly weight: number;
}

/** Costs `weight` when the item begins on one of the days. */
export interface DayPenalty {
  readonly item: number;
  readonly on: readonly boolean[];
  readonly weight: number;
}

/** Costs `weight` when the two are, or with `when: 'apart'` are not, on one day. */
export interface PairPenalty {
  readonly items: readonly [number, number];
  readonly when: 'together' | 'apart';
  readonly weight: number;
}

/** The items of one day take no more than its minutes. */
export interface Capacity {
  readonly items: readonly number[];
  readonly minutes: MinutesByDay;
}

export interface Resource {
  readonly capacity: number;
  readonly uses: readonly { readonly item: number; readonly amount: number }[];
}
