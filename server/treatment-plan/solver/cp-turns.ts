import type { CostLine, CountedDay } from '#domain/estimate/cost-terms.ts';
import { addDays, addMonths, daysBetween, type CalendarDate } from '#domain/kernel/calendar-date.ts';
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

/** Days, further than any two lines are apart. */
const farAway = 1_000_000;

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
  readonly #outside = new Map<string, Literal>();

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

  /**
   * What has to be otherwise for any plan to take anything in another turn than where each line is done on its day, in
   * days from the start: that one line is before another, or on another side of its instalments.
   */
  changes(dayOf: (placed: PlacedLine) => number): readonly Literal[] {
    const changes = this.#placed.flatMap((one, index) =>
      one.line.counted.flatMap((_, plan) => [
        ...this.#placed.slice(index + 1).flatMap((later) => this.#inOtherOrder(one, later, plan, dayOf)),
        ...this.#amongInstalments(one, plan, dayOf),
      ]),
    );
    return [...new Set(changes)];
  }

  #inOtherOrder(
    one: PlacedLine,
    later: PlacedLine,
    plan: number,
    dayOf: (placed: PlacedLine) => number,
  ): readonly Literal[] {
    const before = this.isBefore(one, later, plan);
    if (typeof before === 'boolean') return [];
    const isBefore = this.#dayOn(one, plan, dayOf(one)) <= this.#dayOn(later, plan, dayOf(later));
    return [isBefore ? not(before) : before];
  }

  /**
   * While banding stays within a month, up to its 28th day, its instalments keep their distance from it; so how far
   * another line is from banding says between which of them it is. Of two treatments the distance is kept as it is.
   */
  #amongInstalments(
    placed: PlacedLine,
    plan: number,
    dayOf: (placed: PlacedLine) => number,
  ): readonly Literal[] {
    const turns = placed.line.instalments[plan];
    if (!turns) return [];
    const banded = addDays(this.#start, dayOf(placed));
    const others = this.#placed.filter(({ line }) => turns.among.includes(line.item));
    const changes = others.flatMap((other) => {
      const gap = this.#dayOn(other, plan, dayOf(other)) - dayOf(placed);
      const isEarlier = this.#placed.indexOf(other) < this.#placed.indexOf(placed);
      const edges = other.line.instalments[plan]
        ? [gap, gap + 1]
        : turns.months.map((months) => daysBetween(banded, addMonths(banded, months)) + Number(isEarlier));
      const from = Math.max(-farAway, ...edges.filter((edge) => edge <= gap));
      const through = Math.min(farAway, ...edges.filter((edge) => edge > gap)) - 1;
      const distance = minus(this.#day(other, plan), expression([[placed.start, 1]]));
      return this.#isOutside(distance, from, through);
    });
    if (changes.length === 0) return [];
    const dayOfMonth = Number(banded.slice(8));
    const isClipped = dayOfMonth > 28;
    const first = isClipped ? banded : addDays(banded, 1 - dayOfMonth);
    const last = isClipped ? banded : addDays(first, 27);
    return [
      ...this.#isOutside(
        expression([[placed.start, 1]]),
        daysBetween(this.#start, first),
        daysBetween(this.#start, last),
      ),
      ...changes,
    ];
  }

  /** Implies that a sum is not within the stretch; nothing where it always is. */
  #isOutside(of: Expression, from: number, through: number): readonly Literal[] {
    const [least, most] = this.#boundsOf(of);
    const stretches = [
      ...(least < from ? [least, from - 1] : []),
      ...(through < most ? [through + 1, most] : []),
    ];
    if (stretches.length === 0) return [];
    const key = JSON.stringify([of, from, through]);
    const known = this.#outside.get(key);
    if (known !== undefined) return [known];
    const literal = this.#draft.boolean();
    this.#draft.among(of, stretches, [literal]);
    this.#outside.set(key, literal);
    return [literal];
  }

  /** The day that counts for a plan where a line is completed on `day`; both as days from the start of the plan of work. */
  #dayOn({ line }: PlacedLine, plan: number, day: number): number {
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
    const [least, most] = this.#boundsOf(gap);
    if (least >= 0) return true;
    if (most < 0) return false;
    const literal = this.#draft.boolean();
    this.#draft.between(gap, 0, undefined, [literal]);
    this.#draft.between(gap, undefined, -1, [not(literal)]);
    return literal;
  }

  #boundsOf(sum: Expression): readonly [number, number] {
    const { terms, offset } = summed(sum);
    let [least, most] = [offset, offset];
    for (const [variable, factor] of terms) {
      const ends = this.#draft.span(variable).map((end) => end * factor);
      least += Math.min(...ends);
      most += Math.max(...ends);
    }
    return [least, most];
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
