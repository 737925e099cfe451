import type { CpSolverResponse, SatParameters } from 'or-tools-wasm/cp-sat';
import { boundCourses } from './course-bounds.ts';
import { Asking, boundOf, isStatus, plain, presolved, workers, type CpSatSolver } from './cp-asking.ts';
import { toCpModel, type CpModel, type SolverTask } from './cp-model.ts';
import type { CpCost } from './cp-cost.ts';
import { expression, type Expression, type Limit } from './cp-draft.ts';

export interface SolvedLevel {
  readonly objective: SolverTask['objectives'][number];
  readonly value: number;
  readonly bound: number;
}

export interface SolverOutcome {
  /** `unknown`: neither a schedule nor a proof that there is none in the time given. */
  readonly status: 'found' | 'infeasible' | 'unknown';
  /** First days, best so far. */
  readonly starts: readonly number[] | undefined;
  readonly levels: readonly SolvedLevel[];
}

export interface SolverRequest {
  readonly task: SolverTask;
  readonly hint: readonly number[] | undefined;
  readonly seconds: number;
  readonly memoryMegabytes: number;
}

/**
 * One objective after the other: each is minimized while those before it keep the value that was found. `tell` hears of
 * every better schedule, so that little is lost when the thread is ended.
 */
export async function solveLevels(
  solver: CpSatSolver,
  { task, hint, seconds, memoryMegabytes }: SolverRequest,
  tell: (outcome: SolverOutcome) => void = () => undefined,
): Promise<SolverOutcome> {
  const cp = toCpModel(task);
  if (!cp) return { status: 'infeasible', starts: undefined, levels: [] };
  const run = new LevelRun(new Asking(solver, memoryMegabytes), cp, hint, seconds);
  await run.beginWithCourses(task);
  for (const [objective, of] of cp.levels) {
    const isGoingOn = await run.level(objective, of(), cp.levels.size);
    tell(run.outcome());
    if (!isGoingOn) return run.outcome();
  }
  if (cp.levels.size === 0) await run.anySchedule();
  return run.outcome();
}

/**
 * Each begins with what the one before found; by which part of the time it ends, and no sooner than after so many
 * seconds: in less nothing is proven, and the turn was for nothing. Visits are hard without presolve.
 */
const turns = [
  { parameters: plain, part: 0.06, least: 0.5 },
  { parameters: presolved, part: 0.4, least: 0 },
  { parameters: plain, part: 0.65, least: 0 },
  { parameters: presolved, part: 1, least: 0 },
];
const turnsOfVisits = [
  { parameters: plain, part: 0.05, least: 0.5 },
  { parameters: presolved, part: 0.7, least: 0 },
  { parameters: plain, part: 0.8, least: 0 },
  { parameters: presolved, part: 1, least: 0 },
];

/** Large sums of money are at times out of the reach of what is quickest for the others. */
const turnsOfMoney: readonly SatParameters[] = [plain, presolved, {}];

interface Best {
  readonly value: number;
  readonly bound: number;
}

class LevelRun {
  readonly #asking: Asking;
  readonly #cp: CpModel;
  readonly #end: number;
  readonly #limits: Limit[] = [];
  readonly #levels: SolvedLevel[] = [];
  #hint: ReadonlyMap<number, number>;
  #starts: readonly number[] | undefined;
  #isInfeasible = false;
  #mostCost: number | undefined;

  constructor(asking: Asking, cp: CpModel, hint: readonly number[] | undefined, seconds: number) {
    this.#asking = asking;
    this.#cp = cp;
    this.#end = performance.now() + seconds * 1000;
    this.#hint = new Map(cp.starts.flatMap((variable, item) => (hint ? [[variable, hint[item] ?? 0]] : [])));
  }

  outcome(): SolverOutcome {
    const status = this.#isInfeasible ? 'infeasible' : this.#starts ? 'found' : 'unknown';
    return { status, starts: this.#starts, levels: [...this.#levels] };
  }

  /** The rest of the plan around the courses that are late most, as early as these can be together. */
  async beginWithCourses(task: SolverTask): Promise<void> {
    if (task.objectives[0] !== 'lateness') return;
    const starts = await boundCourses(this.#asking, this.#cp, task, () => this.#left());
    if (starts.size === 0) return;
    const lateness = this.#cp.levels.get('lateness')?.();
    const response = await this.#asking.ask(this.#cp.draft.model(lateness, this.#hint, this.#at(starts)), {
      ...plain,
      numWorkers: workers,
      maxTimeInSeconds: Math.min(0.5, this.#left() / 4),
    });
    this.#keep(response);
  }

  /** False when there is no use in going on. */
  async level(objective: SolvedLevel['objective'], of: Expression, levels: number): Promise<boolean> {
    const waiting = levels - this.#levels.length;
    const share = Math.min(this.#left(), (1.5 * this.#left()) / waiting);
    const begun = performance.now();
    const spent = () => (performance.now() - begun) / 1000;
    const cost = this.#cp.cost();
    const best =
      objective === 'patient-pays' && cost
        ? await this.#cheapest(of, cost, share)
        : await this.#best(of, objective === 'visits' ? turnsOfVisits : turns, share, spent);
    if (!best || !Number.isFinite(best.value)) return false;
    this.#limits.push({ of, atMost: best.value });
    if (objective === 'patient-pays') this.#mostCost = best.value;
    this.#levels.push({ objective, value: best.value, bound: Math.min(best.value, best.bound) });
    return this.#left() > 0.02;
  }

  async #best(
    of: Expression,
    inTurn: typeof turns,
    share: number,
    spent: () => number,
  ): Promise<Best | undefined> {
    // The order of the level before keeps every limit.
    let best = this.#known(of);
    for (const { parameters, part, least } of inTurn) {
      for (;;) {
        const seconds = Math.min(Math.max(share * part, least) - spent(), this.#left());
        if (seconds <= 0.02) break;
        const response = await this.#asking.ask(this.#cp.draft.model(of, this.#hint, this.#limits), {
          ...parameters,
          numWorkers: workers,
          maxTimeInSeconds: seconds,
        });
        if (isStatus(response, 'INFEASIBLE')) {
          this.#isInfeasible = this.#starts === undefined;
          return undefined;
        }
        const isDearer = this.#costsMore(response);
        if (!isDearer) this.#keep(response);
        const found = isDearer ? undefined : this.#valueOf(of, response);
        best = {
          value: Math.min(best?.value ?? Infinity, found ?? Infinity),
          bound: Math.max(best?.bound ?? -Infinity, boundOf(response) ?? -Infinity),
        };
        if (!isDearer) break;
      }
      if (best && best.value <= best.bound) break;
    }
    return best;
  }

  #known({ terms, offset }: Expression): Best | undefined {
    if (!this.#starts || !terms.every(([variable]) => this.#hint.has(variable))) return undefined;
    const value = terms.reduce(
      (sum, [variable, factor]) => sum + factor * (this.#hint.get(variable) ?? 0),
      offset,
    );
    return { value, bound: -Infinity };
  }

  /** An order that the sum calls no dearer than what was found, and the estimate does: it is out of the question. */
  #costsMore(response: CpSolverResponse | null): boolean {
    const cost = this.#cp.cost();
    const starts = this.#startsOf(response);
    if (!cost || !starts || this.#mostCost === undefined) return false;
    const found = cost.costOf(starts);
    if (found <= this.#mostCost) return false;
    cost.learn(starts, found);
    return true;
  }

  /**
   * The cheapest order by the estimate. What the solver minimizes is never more than the estimate, so when both agree on
   * an order, or nothing cheaper is left, it is proven.
   */
  async #cheapest(of: Expression, cost: CpCost, share: number): Promise<Best | undefined> {
    const end = performance.now() + share * 1000;
    // The order of the level before keeps every limit: something is known before anything is asked.
    let best: Best = { value: this.#starts ? cost.costOf(this.#starts) : Infinity, bound: -Infinity };
    await this.#hintAt(of);
    let turn = 0;
    let hasLearned = false;
    let before: readonly number[] = [];
    while (best.bound < best.value) {
      const left = (end - performance.now()) / 1000;
      if (left <= 0.02) break;
      // At first the known order is a hint that holds; once sum and estimate differ only what is cheaper is of interest.
      const cheaper = hasLearned && Number.isFinite(best.value) ? [{ of, atMost: best.value - 1 }] : [];
      const response = await this.#asking.ask(
        this.#cp.draft.model(of, this.#hint, [...this.#limits, ...cheaper]),
        {
          ...turnsOfMoney[turn % turnsOfMoney.length],
          numWorkers: workers,
          maxTimeInSeconds: Math.max(Math.min(left, 1), left * 0.3),
        },
      );
      if (isStatus(response, 'INFEASIBLE')) {
        if (cheaper.length > 0) return { ...best, bound: best.value };
        this.#isInfeasible = this.#starts === undefined;
        return undefined;
      }
      const bound = Math.max(best.bound, boundOf(response) ?? -Infinity);
      const starts = this.#startsOf(response);
      const found = starts ? cost.costOf(starts) : Infinity;
      if (found < best.value || (found === best.value && this.#starts === undefined)) this.#keep(response);
      const isCheapest = isStatus(response, 'OPTIMAL');
      if (!isCheapest) turn += 1;
      // Without a proof it may find better yet, but not when it comes with the same order again.
      const isSame = starts?.every((day, item) => day === before[item]) === true;
      before = starts ?? before;
      const isFinal = isCheapest || hasLearned || isSame;
      if (starts && found > (this.#valueOf(of, response) ?? Infinity) && isFinal) {
        cost.learn(starts, found);
        turn = hasLearned ? turn : 0;
        hasLearned = true;
      }
      best = { value: Math.min(best.value, found), bound };
    }
    return { value: best.value, bound: Math.min(best.value, best.bound) };
  }

  /** What the variables that are new in the model are for the order that is known: a hint that says half is little help. */
  async #hintAt(of: Expression): Promise<void> {
    if (!this.#starts) return;
    const response = await this.#asking.ask(
      this.#cp.draft.model(of, this.#hint, this.#at(this.#starts.entries())),
      {
        ...presolved,
        numWorkers: 1,
        maxTimeInSeconds: Math.min(0.5, this.#left() / 4),
      },
    );
    this.#keep(response);
  }

  /** Limits that leave these items no other day. */
  #at(starts: Iterable<readonly [item: number, day: number]>): readonly Limit[] {
    return [...starts].flatMap(([item, day]) => {
      const variable = this.#cp.starts[item] ?? 0;
      return [
        { of: expression([[variable, 1]]), atMost: day },
        { of: expression([[variable, -1]]), atMost: -day },
      ];
    });
  }

  async anySchedule(): Promise<void> {
    const response = await this.#asking.ask(this.#cp.draft.model(undefined, this.#hint, []), {
      ...presolved,
      numWorkers: workers,
      maxTimeInSeconds: this.#left(),
    });
    this.#isInfeasible = isStatus(response, 'INFEASIBLE');
    this.#keep(response);
  }

  #keep(response: CpSolverResponse | null): void {
    const starts = this.#startsOf(response);
    if (!starts) return;
    const solution = response?.solution ?? [];
    this.#hint = new Map(solution.map((value, variable) => [variable, Number(value)]));
    this.#starts = starts;
  }

  #startsOf(response: CpSolverResponse | null): readonly number[] | undefined {
    const solution = response?.solution ?? [];
    return solution.length === 0 ? undefined : this.#cp.starts.map((variable) => Number(solution[variable]));
  }

  #valueOf({ terms, offset }: Expression, response: CpSolverResponse | null): number | undefined {
    const solution = response?.solution ?? [];
    if (solution.length === 0) return undefined;
    return terms.reduce((sum, [variable, factor]) => sum + factor * Number(solution[variable]), offset);
  }

  /** In seconds. */
  #left(): number {
    return Math.max(0, this.#end - performance.now()) / 1000;
  }
}
