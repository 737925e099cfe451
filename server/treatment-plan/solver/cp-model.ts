import type { PlanCost } from '#domain/estimate/plan-cost.ts';
import type { DayModel } from '#domain/treatment-plan/sequencing/day-model.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { Building, ranges } from './cp-building.ts';
import { CpCost } from './cp-cost.ts';
import { CpDraft, type Expression, type Variable } from './cp-draft.ts';
import { visitStructure } from './cp-visits.ts';

/** What a solver has to know of a problem; it travels to its thread. */
export interface SolverTask {
  readonly model: DayModel;
  readonly start: CalendarDate;
  readonly objectives: readonly ('lateness' | 'patient-pays' | 'visits' | 'finish')[];
  readonly cost: PlanCost | undefined;
}

export interface CpModel {
  readonly draft: CpDraft;
  /** The first day of each item. */
  readonly starts: readonly Variable[];
  /** Money is put into the model when it is its turn: the levels before it are proven faster without. */
  readonly levels: ReadonlyMap<SolverTask['objectives'][number], () => Expression>;
  /** What the level of the patient's payment stands for, once it is in the model. */
  readonly cost: () => CpCost | undefined;
  /** Lateness in parts that add up to it: one for each course. */
  readonly lateness: (courses: readonly (readonly number[])[]) => readonly Expression[];
}

/** One variable for the day of each visit group (docs/decisions/0015-sequencing-by-cp-sat.md). Undefined: some item has no day. */
export function toCpModel(task: SolverTask): CpModel | undefined {
  const { model, objectives } = task;
  const draft = new CpDraft();
  const starts = startVariables(draft, model);
  if (!starts) return undefined;
  const build = new Building(draft, model, starts);
  build.addLags();
  build.addApart();
  build.addCapacities();
  build.addResources();
  const visits =
    objectives.includes('visits') || model.placesPerDay !== undefined
      ? visitStructure(build, model)
      : undefined;
  const { cost } = task;
  let money: CpCost | undefined;
  const levels: [SolverTask['objectives'][number], () => Expression][] = [];
  for (const objective of objectives) {
    if (objective === 'lateness') levels.push([objective, constantly(build.lateness())]);
    if (objective === 'finish') levels.push([objective, constantly(build.finish())]);
    if (objective === 'visits' && visits)
      levels.push([
        objective,
        () => {
          visits.bound();
          return visits.number;
        },
      ]);
    if (objective === 'patient-pays' && cost)
      levels.push([
        objective,
        () => {
          money = new CpCost(draft, model, starts, cost, task.start);
          return money.total;
        },
      ]);
  }
  return {
    draft,
    starts,
    levels: new Map(levels),
    cost: () => money,
    lateness: (courses) => courses.map((course) => build.latenessOf(course)),
  };
}

/** Items of one visit share a variable. */
function startVariables(draft: CpDraft, { items, together, days }: DayModel): Variable[] | undefined {
  const groupOf = new Map(together.flatMap((group) => group.map((index) => [index, group] as const)));
  const shared = new Map<readonly number[], Variable>();
  const starts: Variable[] = [];
  for (const index of items.keys()) {
    const group = groupOf.get(index) ?? [index];
    const known = shared.get(group);
    if (known !== undefined) {
      starts.push(known);
      continue;
    }
    const domain = ranges(days, (day) => group.every((member) => items[member]?.open[day] === true));
    if (domain.length === 0) return undefined;
    const variable = draft.variable(...domain);
    shared.set(group, variable);
    starts.push(variable);
  }
  return starts;
}

function constantly(level: Expression): () => Expression {
  return () => level;
}
