import type { CellTerms, CostLine, InTurn, MayTake } from '#domain/estimate/cost-terms.ts';
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
import { firstPlan, type IsBefore, type PlacedLine } from './cp-turns.ts';

/** What the first plan pays of a line; `full` where its maximum holds nothing back. */
export interface Turn {
  readonly placed: PlacedLine;
  readonly terms: InTurn | undefined;
  readonly pays: Variable;
  readonly mostPays: number;
  readonly would: Variable;
  readonly deductible: Variable;
  readonly full: () => Literal;
  /** The maximum left nothing, so the contracted fee does not hold. */
  readonly lost: Literal | undefined;
}

/** The cells of a line in which something is so, as a sum of literals: 1 or 0. */
export function within(placed: PlacedLine, is: (cell: CellTerms) => boolean): readonly Literal[] {
  return placed.inCell.filter((_, index) => {
    const cell = placed.line.cells[index];
    return cell !== undefined && is(cell);
  });
}

function times(literals: readonly Literal[], factor: number): Expression {
  return expression(literals.map((literal) => [literal, factor] as const));
}

const one = (variable: Variable): Expression => expression([[variable, 1]]);

/** Undefined where the first plan pays nothing of the line in any cell. */
export function turnOf(draft: CpDraft, placed: PlacedLine): Turn | undefined {
  const { line, inCell, denied } = placed;
  const paying = line.cells.map(({ first }) => first);
  const terms = paying.find((first) => first?.kind === 'in-turn');
  const mostPays = Math.max(
    0,
    ...paying.map((first) => {
      if (!first) return 0;
      return first.kind === 'in-turn' ? Math.round((first.base * first.percent) / 100) : first.most;
    }),
  );
  if (mostPays === 0) return undefined;
  const [pays, would] = [draft.variable(0, mostPays), draft.variable(0, mostPays)];
  const deductible = draft.variable(
    0,
    terms?.deductible === undefined && !takesDeductible(line) ? 0 : (terms?.base ?? 0),
  );
  const inTurn = within(placed, ({ first }) => first?.kind === 'in-turn');
  const covered = times(inTurn, (terms?.base ?? 0) * (terms?.percent ?? 0));
  const most = expression(
    paying.flatMap((first, index) =>
      first?.kind === 'at-most' ? [[inCell[index] ?? 0, 100 * first.most] as const] : [],
    ),
  );
  const off = denied === undefined ? [] : [not(denied)];
  // As the estimate rounds: half a cent goes up.
  draft.between(
    minus(
      sumOf([
        expression([
          [would, 100],
          [deductible, terms?.percent ?? 0],
        ]),
      ]),
      sumOf([covered, most]),
    ),
    -49,
    50,
    off,
  );
  if (denied !== undefined)
    draft.between(
      expression([
        [would, 1],
        [deductible, 1],
      ]),
      0,
      0,
      [denied],
    );
  draft.between(minus(one(pays), one(would)), undefined, 0);
  const full = once(() => {
    const literal = draft.boolean();
    draft.between(minus(one(pays), one(would)), 0, 0, [literal]);
    return literal;
  });
  const lost = terms !== undefined && terms.loss > 0 ? draft.boolean() : undefined;
  if (lost !== undefined) draft.between(one(pays), 1, undefined, [not(lost), not(full())]);
  return { placed, terms, pays, mostPays, would, deductible, full, lost };
}

function once(make: () => Literal): () => Literal {
  let made: Literal | undefined;
  return () => (made ??= make());
}

function takesDeductible({ cells }: CostLine): boolean {
  return cells.some(({ first }) => first?.kind === 'in-turn' && first.deductible !== undefined);
}

/**
 * Says which lines are paid first, and that nothing is held back before a limit is reached. Without it the sum is less
 * than the estimate or the same, and much is proven sooner.
 */
export type InOrder = () => void;

/**
 * The deductibles: taken from the lines of a benefit year by day until they are met. Which line bears one matters where
 * percentages differ or cents are rounded; elsewhere the order is left open, which the solver is glad of.
 */
export function takeDeductibles(
  draft: CpDraft,
  takers: readonly DeductibleTaker[],
  free: readonly FreeTaker[],
  left: ReadonlyMap<string, number>,
  isBefore: IsBefore,
): InOrder {
  const orders: InOrder[] = [];
  const taken = new Map<DeductibleTaker, Variable[]>();
  for (const [key, due] of left) {
    const members = takers.flatMap((taker) => {
      const literals = within(taker.placed, (cell) => taker.termsIn(cell)?.deductible === key);
      const { base } = taker.terms;
      if (literals.length === 0 || base === 0) return [];
      const takes = draft.variable(0, Math.min(base, due));
      taken.set(taker, [...(taken.get(taker) ?? []), takes]);
      const whole = minus(one(takes), times(literals, base));
      draft.between(whole, undefined, 0);
      return [{ taker, takes, whole, literals }];
    });
    if (members.length === 0) continue;
    const others = free.flatMap((taker) => takesFreely(draft, taker, key, due));
    const sum = expression([...members, ...others].map(({ takes }) => [takes, 1] as const));
    draft.between(sum, undefined, due);
    // One line that is dear enough sees to it that the deductible is met, whichever line bears it.
    for (const { taker, literals } of members)
      if (taker.terms.base >= due && taker.unless.length === 0)
        draft.between(minus(sum, times(literals, due)), 0, undefined);
    orders.push(() => {
      const met = draft.boolean();
      draft.between(sum, due, undefined, [met]);
      for (const { taker, whole } of members) draft.between(whole, 0, undefined, [not(met), ...paid(taker)]);
      const terms = members.map(({ taker }) => taker.terms);
      if (others.length === 0 && isEven(terms, due)) return;
      const inLine = members.map(({ taker: { placed }, takes }) => ({ placed, takes }));
      for (const later of [...inLine, ...others]) {
        const some = draft.boolean();
        draft.between(one(later.takes), undefined, 0, [not(some)]);
        for (const earlier of members) {
          if (earlier.taker.placed === later.placed) continue;
          const before = isBefore(earlier.taker.placed, later.placed, earlier.taker.plan);
          if (before === false) continue;
          const order = before === true ? [] : [before];
          draft.between(earlier.whole, 0, undefined, [some, ...order, ...paid(earlier.taker)]);
        }
      }
    });
  }
  for (const taker of takers)
    draft.between(
      minus(one(taker.deductible), expression((taken.get(taker) ?? []).map((takes) => [takes, 1] as const))),
      0,
      0,
    );
  return () => {
    for (const order of orders) order();
  };
}

/** A line of which a plan takes its deductible first. */
export interface DeductibleTaker {
  readonly placed: PlacedLine;
  /** By its place in the order in which they pay. */
  readonly plan: number;
  readonly terms: InTurn;
  readonly termsIn: (cell: CellTerms) => InTurn | undefined;
  readonly deductible: Variable;
  /** Where the line is denied, nothing is taken of it. */
  readonly unless: readonly Literal[];
}

/** A line that takes what it may of a deductible, once those before it took theirs. */
export interface FreeTaker {
  readonly placed: PlacedLine;
  readonly mayTakeIn: (cell: CellTerms) => MayTake | undefined;
  /** What the plan pays of it; absent where that is nothing. */
  readonly pays: Variable | undefined;
}

function takesFreely(draft: CpDraft, { placed, mayTakeIn, pays }: FreeTaker, key: string, due: number) {
  const may = placed.line.cells.map((cell) => mayTakeIn(cell));
  const literals = placed.inCell.filter((_, index) => may[index]?.limits.includes(key) === true);
  if (literals.length === 0) return [];
  const takes = draft.variable(0, due);
  draft.between(minus(one(takes), times(literals, due)), undefined, 0);
  for (const [index, literal] of placed.inCell.entries()) {
    const beside = may[index]?.beside;
    if (!beside || pays === undefined) continue;
    const both = expression([
      [pays, 100],
      [takes, beside.less],
    ]);
    draft.between(both, undefined, beside.amount, [literal]);
  }
  return [{ placed, takes }];
}

export function firstInTurn({ first }: CellTerms): InTurn | undefined {
  return first?.kind === 'in-turn' ? first : undefined;
}

function paid({ unless }: DeductibleTaker): readonly Literal[] {
  return unless.map(not);
}

/** Whichever line bears the deductible, the plans pay the same in the end, to the cent. */
function isEven(all: readonly InTurn[], due: number): boolean {
  const percents = new Set(all.map(({ percent }) => percent));
  const [percent = 0] = percents;
  const isWhole = (amount: number) => (amount * percent) % 100 === 0;
  return percents.size === 1 && isWhole(due) && all.every(({ base }) => isWhole(base));
}

export interface Drawn {
  /** What all lines that draw on one maximum and on nothing else draw: by it the solver sees that no more is left. */
  readonly paid: readonly Variable[];
  readonly within: ReadonlySet<Turn>;
  readonly order: InOrder;
}

/** The maximums: lines draw in order of day until nothing is left; the order matters where somebody loses by it. */
export function drawMaximums(
  draft: CpDraft,
  turns: readonly Turn[],
  left: ReadonlyMap<string, number>,
  isBefore: IsBefore,
  ordered: boolean,
): Drawn {
  const orders: InOrder[] = [];
  const paid: Variable[] = [];
  const limited = new Set(turns.filter(isWithinMaximums));
  for (const [key, available] of left) {
    const isInTurn = ({ first }: CellTerms) => first?.kind === 'in-turn' && first.maximum === key;
    const members = turns.flatMap((turn) => {
      const literals = within(
        turn.placed,
        (cell) => isInTurn(cell) || (cell.first?.kind === 'at-most' && cell.first.limits.includes(key)),
      );
      if (literals.length === 0) return [];
      return [
        {
          turn,
          draws: drawn(draft, turn.pays, turn.mostPays, literals),
          inTurn: within(turn.placed, isInTurn),
        },
      ];
    });
    if (members.length === 0) continue;
    const sum = expression(members.map(({ draws }) => [draws, 1] as const));
    draft.between(sum, undefined, available);
    const together = draft.variable(0, available);
    const drawing = members.filter(({ turn }) => limited.has(turn));
    draft.between(minus(one(together), expression(drawing.map(({ draws }) => [draws, 1] as const))), 0, 0);
    paid.push(together);
    onePartly(draft, members);
    orders.push(() => {
      const exhausted = draft.boolean();
      draft.between(sum, available, undefined, [exhausted]);
      for (const { turn, inTurn } of members)
        for (const literal of inTurn) draft.someOf([turn.full(), not(literal), exhausted]);
      if (!ordered && members.every(({ turn }) => turn.lost === undefined)) return;
      for (const earlier of members)
        for (const later of members) {
          if (earlier === later) continue;
          const before = isBefore(earlier.turn.placed, later.turn.placed, firstPlan);
          if (before === false) continue;
          for (const literal of earlier.inTurn)
            draft.between(one(later.draws), 0, 0, [
              not(earlier.turn.full()),
              literal,
              ...(before === true ? [] : [before]),
            ]);
        }
    });
  }
  return {
    paid,
    within: limited,
    order: () => {
      for (const turn of turns) inFullOrLess(draft, turn);
      for (const order of orders) order();
    },
  };
}

function inFullOrLess(draft: CpDraft, { placed, pays, would, full }: Turn): void {
  draft.between(minus(one(pays), one(would)), undefined, -1, [not(full())]);
  const unlimited = within(placed, ({ first }) => first?.kind === 'in-turn' && first.maximum === undefined);
  for (const literal of unlimited) draft.someOf([full(), not(literal)]);
}

/** Whatever is paid of it, the first plan pays it out of a maximum. */
function isWithinMaximums({ placed }: Turn): boolean {
  return (
    isInTurnAlone(placed) &&
    placed.line.cells.every(({ first }) => first?.kind !== 'in-turn' || first.maximum !== undefined)
  );
}

/** The first plan pays in turn, no other does, and nothing stands in the way: what it pays says what the patient does. */
export function isInTurnAlone({ line, denied }: PlacedLine): boolean {
  return (
    denied === undefined &&
    line.cells.every(
      ({ first, others }) => others.length === 0 && (first === undefined || first.kind === 'in-turn'),
    )
  );
}

/** Lines draw one after the other: all that is left goes to one of them, and nothing to those that follow. */
function onePartly(
  draft: CpDraft,
  members: readonly { readonly turn: Turn; readonly inTurn: readonly Literal[] }[],
): void {
  const partly = members.flatMap(({ turn, inTurn }) => {
    if (turn.lost === undefined) return [];
    const literal = draft.boolean();
    draft.between(minus(times(inTurn, 1), times([turn.full(), turn.lost, literal], 1)), undefined, 0);
    return [literal];
  });
  if (partly.length > 1) draft.between(times(partly, 1), undefined, 1);
}

/** The amount where one of the literals holds, else nothing. */
export function drawn(
  draft: CpDraft,
  amount: Variable,
  most: number,
  literals: readonly Literal[],
): Variable {
  const draws = draft.variable(0, most);
  draft.between(minus(one(draws), one(amount)), undefined, 0);
  draft.between(minus(one(draws), times(literals, most)), undefined, 0);
  draft.between(minus(one(draws), sumOf([one(amount), times(literals, most)])), -most, undefined);
  return draws;
}
