import type { CpModelProto, CpSolverResponse, SatParameters } from 'or-tools-wasm/cp-sat';

/** The part of CP-SAT that is used. */
export interface CpSatSolver {
  readonly createModel: (model: CpModelProto) => Promise<Uint8Array>;
  readonly solve: (
    model: Uint8Array,
    parameters: SatParameters,
  ) => Promise<{ readonly response: CpSolverResponse | null }>;
}

/** Without presolve many plans are proven at once; with a light one, the rest are. */
export const plain = { cpModelPresolve: false } satisfies SatParameters;
export const presolved = {
  maxPresolveIterations: 1,
  cpModelProbingLevel: 0,
  symmetryLevel: 0,
} satisfies SatParameters;

/** More than there are cores: CP-SAT's searches complement each other. */
export const workers = 4;

/** CP-SAT, one question after the other, within so much memory. */
export class Asking {
  readonly #solver: CpSatSolver;
  readonly #memoryMegabytes: number;

  constructor(solver: CpSatSolver, memoryMegabytes: number) {
    this.#solver = solver;
    this.#memoryMegabytes = memoryMegabytes;
  }

  async ask(model: CpModelProto, parameters: SatParameters): Promise<CpSolverResponse | null> {
    const bytes = await this.#solver.createModel(model);
    const { response } = await this.#solver.solve(bytes, {
      ...parameters,
      maxMemoryInMb: this.#memoryMegabytes,
    });
    return response;
  }
}

export function isStatus(response: CpSolverResponse | null, name: 'INFEASIBLE' | 'OPTIMAL'): boolean {
  return response?.status === name || response?.status === { INFEASIBLE: 3, OPTIMAL: 4 }[name];
}

/** Objectives are whole, so a bound may be rounded up. */
export function boundOf(response: CpSolverResponse | null): number | undefined {
  const bound = response?.bestObjectiveBound;
  return bound === undefined || !Number.isFinite(bound) ? undefined : Math.ceil(bound - 1e-6);
}
