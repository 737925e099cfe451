import loadHighs from 'highs';
import { toDayModel } from '#domain/treatment-plan/sequencing/to-day-model.ts';
import type { SolverThread } from '#server/treatment-plan/solver/solver-thread.ts';
import { toLp } from './highs-model.ts';
import { generatePlan } from './plan-generator.ts';

interface Runs {
  readonly from: number;
  readonly plans: number;
  readonly items: number;
  readonly seconds: number;
}

/**
 * HiGHS beside CP-SAT on what both can say: each of two objectives alone, with neither visits nor money, however many
 * places the patient goes to on one day. Both have one thread.
 */
export async function compareWithHighs(
  { from, plans, items, seconds }: Runs,
  solver: SolverThread,
): Promise<void> {
  const memoryMegabytes = 1024;
  console.log(['plan', 'objective', 'HiGHS', 'seconds', 'CP-SAT', 'seconds'].join('\t'));
  for (let seed = from; seed < from + plans; seed += 1) {
    const { start, patient, ...problem } = generatePlan(seed, items);
    const { placesPerDay: _, ...patientAnywhere } = patient;
    const model = toDayModel({ ...problem, start, patient: patientAnywhere });
    for (const objective of ['lateness', 'finish'] as const) {
      const highs = await loadHighs();
      const begun = performance.now();
      const { Status: status, ObjectiveValue: found } = highs.solve(toLp(model, objective), {
        time_limit: seconds,
        output_flag: false,
      });
      const between = performance.now();
      const task = { model, start, objectives: [objective], cost: undefined };
      const answer = await solver.solve({ task, hint: undefined, seconds, memoryMegabytes });
      const after = performance.now();
      const [level] = answer.kind === 'done' ? answer.outcome.levels : [];
      console.log(
        [
          seed,
          objective,
          Number.isFinite(found) ? `${Math.round(found)} ${status}` : `nothing: ${status}`,
          ((between - begun) / 1000).toFixed(1),
          level ? `${level.value}${level.bound < level.value ? ` (${level.bound})` : ' Optimal'}` : 'nothing',
          ((after - between) / 1000).toFixed(1),
        ].join('\t'),
      );
    }
  }
}
