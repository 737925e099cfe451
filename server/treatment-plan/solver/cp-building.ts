import type { DayModel, Penalty } from '#domain/treatment-plan/sequencing/day-model.ts';
import { expression, not, type CpDraft, type Expression, type Literal, type Variable } from './cp-draft.ts';

/** Days as CP-SAT takes them: first and last of each unbroken stretch. */
export function ranges(days: number, isOpen: (day: number) => boolean): number[] {
  const domain: number[] = [];
  for (let day = 0; day < days; day += 1) {
    if (!isOpen(day)) continue;
    if (domain.at(-1) === day - 1) domain[domain.length - 1] = day;
    else domain.push(day, day);
  }
  return domain;
}

interface LatenessTerm {
  readonly items: readonly (number | undefined)[];
  readonly value: Expression;
  readonly weight: number;
}

/** Puts a plan's numbers into a CP-SAT model; the order of the parts does not matter. */
export class Building {
  readonly draft: CpDraft;
  readonly model: DayModel;
  readonly starts: readonly Variable[];
  readonly #dayIntervals = new Map<Variable, number>();
  #lateness: readonly LatenessTerm[] | undefined;

  constructor(draft: CpDraft, model: DayModel, starts: readonly Variable[]) {
    this.draft = draft;
    this.model = model;
    this.starts = starts;
  }

  start(item: number): Variable {
    const variable = this.starts[item];
    if (variable === undefined) throw new Error(`no start of item ${item}`);
    return variable;
  }

  addLags(): void {
    for (const { from, to, days } of this.model.lags)
      this.draft.between(this.#difference(from, to, 0), days, undefined);
  }

  addApart(): void {
    for (const [one, other] of this.model.apart) {
      if (this.start(one) === this.start(other)) this.draft.between(expression([]), 1, 1);
      else this.draft.noOverlap([this.dayInterval(this.start(one)), this.dayInterval(this.start(other))]);
    }
  }

  /** The day of a visit as an interval of length one. */
  dayInterval(start: Variable): number {
    const known = this.#dayIntervals.get(start);
    if (known !== undefined) return known;
    const interval = this.draft.interval(expression([[start, 1]]), 1);
    this.#dayIntervals.set(start, interval);
    return interval;
  }

  /** Days with fewer minutes than the best are filled up by fixed stretches. */
  addCapacities(): void {
    for (const { items, minutes } of this.model.capacities) {
      const most = Math.max(0, ...minutes.map((free) => free ?? 0));
      const byStart = Map.groupBy(items, (item) => this.start(item));
      const members = [...byStart].map(([start, together]) => ({
        interval: this.dayInterval(start),
        demand: together.reduce((sum, item) => sum + (this.model.items[item]?.minutes ?? 0), 0),
      }));
      const total = members.reduce((sum, { demand }) => sum + demand, 0);
      const capacity = Math.min(most, total);
      const taken = [];
      for (let day = 0; day < minutes.length;) {
        const free = Math.min(capacity, minutes[day] ?? capacity);
        let next = day + 1;
        while (next < minutes.length && Math.min(capacity, minutes[next] ?? capacity) === free) next += 1;
        if (free < capacity)
          taken.push({
            interval: this.draft.interval(expression([], day), next - day),
            demand: capacity - free,
          });
        day = next;
      }
      this.draft.cumulative(capacity, [...members.filter(({ demand }) => demand > 0), ...taken]);
    }
  }

  addResources(): void {
    for (const { capacity, uses } of this.model.resources) {
      const members = uses
        .map(({ item, amount }) => ({ item, demand: amount, length: this.model.items[item]?.length ?? 0 }))
        .filter(({ demand, length }) => demand > 0 && length > 0)
        .map(({ item, demand, length }) => ({
          interval: this.draft.interval(expression([[this.start(item), 1]]), length),
          demand,
        }));
      if (members.length > 0) this.draft.cumulative(capacity, members);
    }
  }

  lateness(): Expression {
    return this.latenessOf([...this.model.items.keys()]);
  }

  /** Of the items of a course; what is between two courses belongs to neither. */
  latenessOf(course: readonly number[]): Expression {
    const members = new Set(course);
    const within = (item: number | undefined) => item === undefined || members.has(item);
    const parts = this.#latenessTerms().filter(({ items }) => items.every(within));
    return expression(
      parts.flatMap(({ value, weight }) =>
        value.terms.map(([variable, factor]) => [variable, factor * weight] as const),
      ),
      parts.reduce((sum, { value, weight }) => sum + value.offset * weight, 0),
    );
  }

  #latenessTerms(): readonly LatenessTerm[] {
    this.#lateness ??= [
      ...this.model.penalties.map((penalty) => ({
        items: [penalty.from, penalty.to],
        value: this.#aboveZero(penalty),
        weight: penalty.weight,
      })),
      ...this.model.dayPenalties.map(({ item, on, weight }) => ({
        items: [item],
        value: expression([[this.#isOnDay(this.start(item), on), 1]]),
        weight,
      })),
      ...this.model.pairPenalties.map(({ items, when, weight }) => ({
        items: [...items],
        value: expression([[this.#isPair(this.start(items[0]), this.start(items[1]), when), 1]]),
        weight,
      })),
    ];
    return this.#lateness;
  }

  finish(): Expression {
    const { days, items } = this.model;
    const finish = this.draft.variable(0, days);
    items.forEach(({ length }, item) => {
      const ends = expression([
        [finish, 1],
        [this.start(item), -1],
      ]);
      this.draft.between(ends, length, undefined);
    });
    return expression([[finish, 1]]);
  }

  #difference(from: number | undefined, to: number | undefined, offset: number): Expression {
    const one = to === undefined ? undefined : this.start(to);
    const other = from === undefined ? undefined : this.start(from);
    if (one === other) return expression([], offset);
    return expression(
      [
        ...(one === undefined ? [] : [[one, 1] as const]),
        ...(other === undefined ? [] : [[other, -1] as const]),
      ],
      offset,
    );
  }

  /** max(0, start(to) − start(from) + offset), at least. */
  #aboveZero({ from, to, offset }: Penalty): Expression {
    const value = this.#difference(from, to, offset);
    let low = value.offset;
    let high = value.offset;
    for (const [variable, sign] of value.terms) {
      const [first, last] = this.draft.span(variable);
      low += sign > 0 ? first : -last;
      high += sign > 0 ? last : -first;
    }
    if (high <= 0) return expression([]);
    if (low >= 0) return value;
    const late = this.draft.variable(0, high);
    this.draft.between(
      expression(
        [[late, 1], ...value.terms.map(([variable, sign]) => [variable, -sign] as const)],
        -value.offset,
      ),
      0,
      undefined,
    );
    return expression([[late, 1]]);
  }

  #isOnDay(start: Variable, on: readonly boolean[]): Literal {
    const literal = this.draft.boolean();
    // One value beyond the last day, so that there is always one to take.
    const beyond = on.length + 1;
    const free = this.draft.variable(...ranges(on.length, (day) => on[day] !== true), beyond, beyond);
    this.draft.between(
      expression([
        [start, 1],
        [free, -1],
      ]),
      0,
      0,
      [not(literal)],
    );
    return literal;
  }

  #isPair(one: Variable, other: Variable, when: 'together' | 'apart'): Literal {
    const literal = this.draft.boolean();
    const gap = expression(
      one === other
        ? []
        : [
            [one, 1],
            [other, -1],
          ],
    );
    if (when === 'apart') {
      this.draft.between(gap, 0, 0, [not(literal)]);
      return literal;
    }
    const before = this.draft.boolean();
    const after = this.draft.boolean();
    this.draft.between(gap, undefined, -1, [before]);
    this.draft.between(gap, 1, undefined, [after]);
    this.draft.exactlyOne([literal, before, after]);
    return literal;
  }
}
