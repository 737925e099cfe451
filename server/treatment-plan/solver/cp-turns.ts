import type { CostLine, CountedDay } from '#domain/estimate/cost-terms.ts';
import { daysBetween, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import {
  expression,
  minus,
  not,
  type CpDraft,
  type Expression,
  type Literal,
  type Variable,
} from './cp-draft.ts';

/** A line of the cost with its literals. */
export interface PlacedLine {
  readonly line: CostLine;
  readonly start: Variable;
  /** For each cell, whether the line is done in it. */
  readonly inCell: readonly Literal[];
  /** Whether another line used up a frequency limit: the solver may choose, the estimate tells. */
  readonly denied: Literal | undefined;
}

/** The place in the order of the plan that pays first. */
export const firstPlan = 0;

/** Whether a plan, by its place in the order in which they pay, takes one line before another. */
export type IsBefore = (one: PlacedLine, other: PlacedLine, plan: number) => Literal | boolean;

/**
 * In which order plans take the lines: as the estimate does, by the day that counts for the plan, those of one day as
 * they stand in the request.
 */
export class CpTurns {
  readonly #draft: CpDraft;
  readonly #start: CalendarDate;
  readonly #placed: readonly PlacedLine[];
  readonly #counted = new Map<string, Expression>();
  readonly #orders = new Map<string, Literal | boolean>();

  constructor(draft: CpDraft, start: CalendarDate, placed: readonly PlacedLine[]) {
    this.#draft = draft;
    this.#start = start;
    this.#placed = placed;
  }

  isBefore(one: PlacedLine, other: PlacedLine, plan: number): Literal | boolean {
    if (this.#placed.indexOf(one) > this.#placed.indexOf(other)) {
      const before = this.isBefore(other, one, plan);
      return typeof before === 'boolean' ? !before : not(before);
    }
    const [counted, otherCounted] = [one, other].map(({ line }) => countedBy(line, plan));
    const key = JSON.stringify([one.line.item, counted, other.line.item, otherCounted]);
    const known = this.#orders.get(key);
    if (known !== undefined) return known;
    const order = this.#notNegative(minus(this.#day(other, plan), this.#day(one, plan)));
    this.#orders.set(key, order);
    return order;
  }

  /** The day that counts for a plan where a line is completed on `day`; both as days from the start of the plan of work. */
  dayOn({ line }: PlacedLine, plan: number, day: number): number {
    const counted = countedBy(line, plan);
    if ('before' in counted) return day - counted.before;
    return Math.min(day, daysBetween(this.#start, counted.day));
  }

  #day({ line, start }: PlacedLine, plan: number): Expression {
    const counted = countedBy(line, plan);
    if ('before' in counted) return expression([[start, 1]], -counted.before);
    const key = `${line.item} ${counted.day}`;
    const known = this.#counted.get(key);
    if (known) return known;
    const day = this.#earlierOf(start, daysBetween(this.#start, counted.day));
    this.#counted.set(key, day);
    return day;
  }

  #earlierOf(start: Variable, day: number): Expression {
    const [first, last] = this.#draft.span(start);
    const [done, fixed] = [expression([[start, 1]]), expression([], day)];
    if (last <= day) return done;
    if (day <= first) return fixed;
    const earlier = expression([[this.#draft.variable(first, day), 1]]);
    const isDoneBefore = this.#draft.boolean();
    this.#draft.between(done, undefined, day, [isDoneBefore]);
    this.#draft.between(done, day, undefined, [not(isDoneBefore)]);
    this.#draft.between(minus(earlier, done), 0, 0, [isDoneBefore]);
    this.#draft.between(earlier, day, day, [not(isDoneBefore)]);
    return earlier;
  }

  #notNegative(gap: Expression): Literal | boolean {
    const { terms, offset } = summed(gap);
    const bounds = terms.map(([variable, factor]) => {
      const [first, last] = this.#draft.span(variable);
      return factor > 0 ? [first * factor, last * factor] : [last * factor, first * factor];
    });
    const bound = (end: 0 | 1) => bounds.reduce((sum, each) => sum + (each[end] ?? 0), offset);
    if (bound(0) >= 0) return true;
    if (bound(1) < 0) return false;
    const literal = this.#draft.boolean();
    this.#draft.between(gap, 0, undefined, [literal]);
    this.#draft.between(gap, undefined, -1, [not(literal)]);
    return literal;
  }
}

function countedBy({ counted }: CostLine, plan: number): CountedDay {
  return counted[plan] ?? { before: 0 };
}

/** Each variable once; steps of one visit share theirs. */
function summed({ terms, offset }: Expression): Expression {
  const factors = new Map<Variable, number>();
  for (const [variable, factor] of terms) factors.set(variable, (factors.get(variable) ?? 0) + factor);
  return expression(
    [...factors].filter(([, factor]) => factor !== 0),
    offset,
  );
}
