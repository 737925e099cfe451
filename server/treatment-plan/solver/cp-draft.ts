import type { ConstraintProto, CpModelProto, LinearExpressionProto } from 'or-tools-wasm/cp-sat';

/** A variable by its place in the model; as a literal, a negative number is its opposite (CP-SAT's convention). */
export type Variable = number;
export type Literal = number;

export interface Expression {
  readonly terms: readonly (readonly [variable: Variable, coefficient: number])[];
  readonly offset: number;
}

export interface Limit {
  readonly of: Expression;
  readonly atMost: number;
}

export function expression(terms: Expression['terms'], offset = 0): Expression {
  return { terms, offset };
}

export function sumOf(expressions: readonly Expression[]): Expression {
  return expression(
    expressions.flatMap(({ terms }) => terms),
    expressions.reduce((sum, { offset }) => sum + offset, 0),
  );
}

export function minus(one: Expression, other: Expression): Expression {
  return sumOf([
    one,
    { terms: other.terms.map(([variable, factor]) => [variable, -factor] as const), offset: -other.offset },
  ]);
}

export function not(literal: Literal): Literal {
  return -literal - 1;
}

const veryLow = -1_000_000_000_000;
const veryHigh = 1_000_000_000_000;

/** A CP-SAT model while it is being put together, and afterwards with one objective after the other. */
export class CpDraft {
  readonly #domains: number[][] = [];
  readonly #constraints: ConstraintProto[] = [];

  variable(...domain: readonly number[]): Variable {
    this.#domains.push([...domain]);
    return this.#domains.length - 1;
  }

  boolean(): Literal {
    return this.variable(0, 1);
  }

  /** Bounds of a variable: the lowest and highest value of its domain. */
  span(variable: Variable): readonly [number, number] {
    const domain = this.#domains[variable] ?? [];
    return [domain[0] ?? 0, domain.at(-1) ?? 0];
  }

  get variables(): number {
    return this.#domains.length;
  }

  /** low ≤ sum ≤ high, when all of `when` are true. */
  between(
    { terms, offset }: Expression,
    low: number | undefined,
    high: number | undefined,
    when: readonly Literal[] = [],
  ): void {
    this.#add(
      {
        linear: {
          vars: terms.map(([variable]) => variable),
          coeffs: terms.map(([, coefficient]) => coefficient),
          domain: [low === undefined ? veryLow : low - offset, high === undefined ? veryHigh : high - offset],
        },
      },
      when,
    );
  }

  /** The sum lies in one of the stretches, first and last of each, when all of `when` are true. */
  among({ terms, offset }: Expression, stretches: readonly number[], when: readonly Literal[]): void {
    this.#add(
      {
        linear: {
          vars: terms.map(([variable]) => variable),
          coeffs: terms.map(([, coefficient]) => coefficient),
          domain: stretches.map((bound) => bound - offset),
        },
      },
      when,
    );
  }

  someOf(literals: readonly Literal[]): void {
    this.#add({ boolOr: { literals: [...literals] } });
  }

  exactlyOne(literals: readonly Literal[]): void {
    this.#add({ exactlyOne: { literals: [...literals] } });
  }

  implies(one: Literal, other: Literal): void {
    this.someOf([not(one), other]);
  }

  /** A stretch of days, by its place among the constraints. */
  interval(start: Expression, size: number, when: readonly Literal[] = []): number {
    const end = { terms: start.terms, offset: start.offset + size };
    return this.#add(
      { interval: { start: proto(start), size: proto(expression([], size)), end: proto(end) } },
      when,
    );
  }

  cumulative(
    capacity: number,
    members: readonly { readonly interval: number; readonly demand: number }[],
  ): void {
    this.#add({
      cumulative: {
        capacity: proto(expression([], capacity)),
        intervals: members.map(({ interval }) => interval),
        demands: members.map(({ demand }) => proto(expression([], demand))),
      },
    });
  }

  noOverlap(intervals: readonly number[]): void {
    this.#add({ noOverlap: { intervals: [...intervals] } });
  }

  /** The model as it stands, with an objective, a hint and further constraints that are not kept. */
  model(
    objective: Expression | undefined,
    hint: ReadonlyMap<Variable, number>,
    limits: readonly Limit[],
  ): CpModelProto {
    return {
      variables: this.#domains.map((domain) => ({ domain })),
      constraints: [
        ...this.#constraints,
        ...limits.map(({ of, atMost }) => ({
          linear: {
            vars: of.terms.map(([variable]) => variable),
            coeffs: of.terms.map(([, coefficient]) => coefficient),
            domain: [veryLow, atMost - of.offset],
          },
        })),
      ],
      ...(objective && {
        objective: {
          vars: objective.terms.map(([variable]) => variable),
          coeffs: objective.terms.map(([, coefficient]) => coefficient),
          offset: objective.offset,
        },
      }),
      solutionHint: { vars: [...hint.keys()], values: [...hint.values()] },
    };
  }

  #add(constraint: ConstraintProto, when: readonly Literal[] = []): number {
    this.#constraints.push(when.length === 0 ? constraint : { ...constraint, enforcementLiteral: [...when] });
    return this.#constraints.length - 1;
  }
}

function proto({ terms, offset }: Expression): LinearExpressionProto {
  return {
    vars: terms.map(([variable]) => variable),
    coeffs: terms.map(([, coefficient]) => coefficient),
    offset,
  };
}
