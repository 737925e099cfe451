import { benefitYearStart } from '#domain/estimate/benefit-year.ts';
import {
  costTerms,
  type Blocking,
  type CellTerms,
  type CostTerms,
  type InTurn,
} from '#domain/estimate/cost-terms.ts';
import { costOn, type PlanCost } from '#domain/estimate/plan-cost.ts';
import { addDays, daysBetween, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { DayModel } from '#domain/treatment-plan/sequencing/day-model.ts';
import {
  expression,
  minus,
  not,
  sumOf,
  type CpDraft,
  type Expression,
  type Literal,
  type Variable,
} from './cp-draft.ts';
import {
  drawMaximums,
  drawn,
  firstInTurn,
  takeDeductibles,
  turnOf,
  isInTurnAlone,
  within,
  type DeductibleTaker,
  type FreeTaker,
  type InOrder,
  type Turn,
} from './cp-first-plan.ts';
import { CpTurns, firstPlan, type IsBefore, type PlacedLine } from './cp-turns.ts';

/** What each further plan pays of a line, and those of them that take their deductible in turn. */
interface PaidByOthers {
  readonly pays: readonly Variable[];
  readonly takers: readonly DeductibleTaker[];
}

/**
 * What the patient pays as a sum that a solver can minimize: the estimate itself where `costTerms` are, and never more.
 * Where an order turns out to cost more, `learn` says so of every order that costs the same for the same reasons, so that
 * what is found in the end is the cheapest (docs/decisions/0017-what-the-patient-pays-exactly.md).
 */
export class CpCost {
  readonly total: Expression;
  readonly #draft: CpDraft;
  readonly #cost: PlanCost;
  readonly #start: CalendarDate;
  readonly #items: readonly string[];
  readonly #terms: CostTerms;
  readonly #placed: readonly PlacedLine[];
  readonly #turns: CpTurns;
  #unordered: readonly InOrder[] = [];

  constructor(
    draft: CpDraft,
    { items, days }: DayModel,
    starts: readonly Variable[],
    cost: PlanCost,
    start: CalendarDate,
  ) {
    this.#draft = draft;
    this.#cost = cost;
    this.#start = start;
    this.#items = items.map(({ id }) => id);
    this.#terms = costTerms(cost, { from: start, through: addDays(start, days - 1) });
    this.#placed = this.#terms.lines.map((line) => {
      const variable = starts[this.#items.indexOf(line.item)];
      if (variable === undefined) throw new Error(`the cost speaks of ${line.item}, which is no item`);
      const inCell = line.cells.map(({ from, through }) => {
        const literal = draft.boolean();
        draft.between(expression([[variable, 1]]), daysBetween(start, from), daysBetween(start, through), [
          literal,
        ]);
        return literal;
      });
      draft.exactlyOne(inCell);
      const denied = line.denied ? draft.boolean() : undefined;
      return { line, start: variable, inCell, denied };
    });
    this.#turns = new CpTurns(draft, start, this.#placed);
    const fees = cost.estimate.lines.reduce((sum, { fee, quantity = 1 }) => sum + fee * quantity, 0);
    const patients = this.#patients();
    // Where more than a maximum bends the cost, leaving the order out saves nothing.
    if (!this.#placed.every(isInTurnAlone)) this.#putInOrder();
    this.total = sumOf([patients, expression([[draft.variable(0, fees), 1]])]);
  }

  /** By the estimate. */
  costOf(starts: readonly number[]): number {
    const days = new Map(this.#items.map((item, index) => [item, addDays(this.#start, starts[index] ?? 0)]));
    return costOn(this.#cost, days);
  }

  /**
   * At first in which succession lines draw on what a plan has left, which the sum does without until it matters. Then:
   * every order costs no less than this one in which each line is in the same cell as here and all come after each other
   * and between the instalments of each other as here: nothing else changes an estimate, but the distance of lines that share a frequency limit, of which the days
   * count.
   */
  learn(starts: readonly number[], amount: number): void {
    if (this.#unordered.length > 0) return this.#putInOrder();
    const dayOf = ({ line }: PlacedLine) => starts[this.#items.indexOf(line.item)] ?? 0;
    const changes = this.#placed.flatMap((placed) => {
      const day = dayOf(placed);
      const on = addDays(this.#start, day);
      const here = placed.line.cells.findIndex(({ from, through }) => from <= on && on <= through);
      const elsewhere = placed.inCell.length > 1 ? [not(placed.inCell[here] ?? 0)] : [];
      const otherDay = placed.denied === undefined ? [] : [this.#isOnOtherDay(placed.start, day)];
      return [...elsewhere, ...otherDay];
    });
    const costs = this.#draft.boolean();
    this.#draft.between(this.total, amount, undefined, [costs]);
    this.#draft.someOf([...changes, ...this.#turns.changes(dayOf), costs]);
  }

  #putInOrder(): void {
    for (const order of this.#unordered) order();
    this.#unordered = [];
  }

  #isOnOtherDay(start: Variable, day: number): Literal {
    const literal = this.#draft.boolean();
    const [first, last] = this.#draft.span(start);
    const others = [...(first < day ? [first, day - 1] : []), ...(day < last ? [day + 1, last] : [])];
    if (others.length === 0) this.#draft.between(expression([[literal, 1]]), 0, 0);
    else this.#draft.among(expression([[start, 1]]), others, [literal]);
    return literal;
  }

  #patients(): Expression {
    const { left, lines } = this.#terms;
    const turns = this.#placed.map((placed) => turnOf(this.#draft, placed));
    const paying = turns.filter((turn) => turn !== undefined);
    const isBefore: IsBefore = (one, other, plan) => this.#turns.isBefore(one, other, plan);
    this.#denials();
    const others = this.#payOthers(turns);
    const deductibles = takeDeductibles(
      this.#draft,
      [
        ...paying.flatMap(({ placed, terms, deductible }) =>
          terms
            ? [
                {
                  placed,
                  plan: firstPlan,
                  terms,
                  termsIn: firstInTurn,
                  deductible,
                  unless: placed.denied === undefined ? [] : [placed.denied],
                },
              ]
            : [],
        ),
        ...others.flatMap((each) => each.takers),
      ],
      this.#freeTakers(turns, others),
      left,
      isBefore,
    );
    const several = lines.some(({ cells }) => cells.some(({ others }) => others.length > 0));
    const drawn = drawMaximums(this.#draft, paying, left, isBefore, several);
    this.#unordered = [deductibles, drawn.order];
    return sumOf([
      ...this.#placed.map((placed, index) =>
        this.#patient(placed, turns[index], others[index]?.pays ?? [], drawn.within),
      ),
      expression(drawn.paid.map((variable) => [variable, -1] as const)),
    ]);
  }

  #freeTakers(turns: readonly (Turn | undefined)[], others: readonly PaidByOthers[]): readonly FreeTaker[] {
    return this.#placed.flatMap((placed, index): FreeTaker[] => [
      {
        placed,
        mayTakeIn: ({ first }) => (first?.kind === 'at-most' ? first.mayTake : undefined),
        pays: turns[index]?.pays,
      },
      ...(others[index]?.pays ?? []).map((pays, place) => ({
        placed,
        pays,
        mayTakeIn: ({ others }: CellTerms) => (others[place]?.inTurn ? undefined : others[place]?.mayTake),
      })),
    ]);
  }

  /** Without what is `drawn` together with that of other lines. */
  #patient(
    placed: PlacedLine,
    turn: Turn | undefined,
    others: readonly Variable[],
    drawn: ReadonlySet<Turn>,
  ): Expression {
    const { line, denied } = placed;
    const loss = turn?.terms?.loss ?? 0;
    const beyond = sumOf([
      this.#byCell(placed, (cell) => (cell.first || cell.others.length > 0 ? cell.owed : cell.least)),
      expression([
        ...(turn && !drawn.has(turn) ? [[turn.pays, -1] as const] : []),
        ...(turn?.lost === undefined ? [] : [[turn.lost, loss] as const]),
        ...others.map((variable) => [variable, -1] as const),
      ]),
    ]);
    if (isInTurnAlone(placed)) return beyond;
    const most = Math.max(
      ...line.cells.map(({ owed, least }) => Math.max(owed, least)),
      line.denied?.owed ?? 0,
    );
    const patient = this.#draft.variable(0, most + loss);
    const isAtLeast = (floor: Expression, when: readonly Literal[]) =>
      this.#draft.between(minus(expression([[patient, 1]]), floor), 0, undefined, when);
    const when = denied === undefined ? [] : [not(denied)];
    isAtLeast(beyond, when);
    isAtLeast(
      this.#byCell(placed, ({ least }) => least),
      when,
    );
    if (denied !== undefined)
      isAtLeast(
        expression(
          others.map((variable) => [variable, -1] as const),
          line.denied?.owed ?? 0,
        ),
        [denied],
      );
    return expression([[patient, 1]]);
  }

  #byCell({ line, inCell }: PlacedLine, amount: (cell: CellTerms) => number): Expression {
    const least = Math.min(...line.cells.map(amount));
    const more = line.cells.map((cell, index) => [inCell[index] ?? 0, amount(cell) - least] as const);
    return expression(
      more.filter(([, difference]) => difference > 0),
      least,
    );
  }

  /** A limit on how often is used up by a line that is done earlier and is itself not denied, and by no other. */
  #denials(): void {
    for (const placed of this.#placed) {
      const { denied } = placed;
      if (denied === undefined) continue;
      const ways = (placed.line.denied?.by ?? []).flatMap((blocking) => {
        const { item } = blocking;
        const other = this.#placed.find(({ line }) => line.item === item);
        const before = other && this.#turns.isBefore(other, placed, firstPlan);
        if (!other || before === undefined || before === false) return [];
        const way = this.#draft.boolean();
        if (before !== true) this.#draft.implies(way, before);
        if (other.denied !== undefined) this.#draft.implies(way, not(other.denied));
        this.#isInTheWay(other, placed, blocking);
        return [way];
      });
      this.#draft.someOf([not(denied), ...ways]);
    }
  }

  /** Of two paid lines less than so many days apart, or in one benefit year, the later one is denied. */
  #isInTheWay(earlier: PlacedLine, later: PlacedLine, { within: days, yearBegins }: Blocking): void {
    const before = this.#turns.isBefore(earlier, later, firstPlan);
    if (later.denied === undefined || before === false) return;
    const given = [
      not(later.denied),
      ...(earlier.denied === undefined ? [] : [not(earlier.denied)]),
      ...(before === true ? [] : [before]),
    ];
    const gap = expression([
      [later.start, 1],
      [earlier.start, -1],
    ]);
    const paying = ({ line, inCell }: PlacedLine) =>
      line.cells.flatMap(({ from, first }, index) => (first ? [{ from, literal: inCell[index] ?? 0 }] : []));
    for (const early of paying(earlier))
      for (const late of paying(later)) {
        const when = [early.literal, late.literal, ...given];
        const isOneYear =
          yearBegins !== undefined &&
          benefitYearStart(early.from, yearBegins) === benefitYearStart(late.from, yearBegins);
        if (isOneYear) this.#draft.someOf(when.map(not));
        else if (days > 0) this.#draft.between(gap, days, undefined, when);
      }
  }

  /** The most that each further plan pays of each line, within its limits and beside what the first pays. */
  #payOthers(turns: readonly (Turn | undefined)[]): readonly PaidByOthers[] {
    const drawing = new Map<string, Variable[]>();
    const paid = this.#placed.map((placed, index) => {
      const { cells } = placed.line;
      const count = Math.max(...cells.map(({ others }) => others.length));
      const takers: DeductibleTaker[] = [];
      const pays = Array.from({ length: count }, (_, place) => {
        const mostOf = ({ others }: CellTerms) => others[place]?.most ?? 0;
        const most = Math.max(...cells.map(mostOf));
        const amount = this.#draft.variable(0, most);
        this.#draft.between(minus(expression([[amount, 1]]), this.#byCell(placed, mostOf)), undefined, 0);
        const keys = new Set(cells.flatMap(({ others }) => others[place]?.limits ?? []));
        for (const key of keys) {
          const literals = within(placed, ({ others }) => others[place]?.limits.includes(key) === true);
          drawing.set(key, [...(drawing.get(key) ?? []), drawn(this.#draft, amount, most, literals)]);
        }
        this.#beside(placed, place, amount, turns[index]);
        const termsIn = ({ others }: CellTerms) => others[place]?.inTurn;
        const terms = cells.map(termsIn).find((each) => each !== undefined);
        if (terms?.deductible !== undefined)
          takers.push(this.#takesOwnDeductible(placed, firstPlan + 1 + place, terms, termsIn, amount));
        return amount;
      });
      return { pays, takers };
    });
    for (const [key, draws] of drawing)
      this.#draft.between(
        expression(draws.map((variable) => [variable, 1] as const)),
        undefined,
        this.#terms.left.get(key) ?? 0,
      );
    return paid;
  }

  #takesOwnDeductible(
    placed: PlacedLine,
    plan: number,
    terms: InTurn,
    termsIn: DeductibleTaker['termsIn'],
    amount: Variable,
  ): DeductibleTaker {
    const deductible = this.#draft.variable(0, terms.base);
    // Denied by a limit of its own it pays nothing and takes nothing; which the solver may not be told of, so it chooses.
    const stopped = this.#draft.boolean();
    this.#draft.between(
      expression([
        [amount, 1],
        [deductible, 1],
      ]),
      0,
      0,
      [stopped],
    );
    // Only where there is a deductible to take: where it is met already, what the plan pays has its own bound.
    placed.line.cells.forEach((cell, index) => {
      const there = termsIn(cell);
      const literal = placed.inCell[index];
      if (there === undefined || literal === undefined) return;
      const taken = expression([
        [amount, 100],
        [deductible, there.percent],
      ]);
      this.#draft.between(taken, undefined, there.base * there.percent + 50, [literal]);
    });
    return { placed, plan, terms, termsIn, deductible, unless: [stopped] };
  }

  #beside(placed: PlacedLine, place: number, amount: Variable, turn: Turn | undefined): void {
    placed.line.cells.forEach(({ others }, index) => {
      const beside = others[place]?.beside;
      const literal = placed.inCell[index];
      if (!beside || literal === undefined) return;
      const nothing = this.#draft.boolean();
      this.#draft.between(expression([[amount, 1]]), 0, 0, [nothing]);
      this.#draft.between(
        expression([[amount, 100], ...(turn ? [[turn.pays, beside.less] as const] : [])]),
        undefined,
        beside.amount,
        [literal, not(nothing)],
      );
    });
  }
}
