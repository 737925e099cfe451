import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { greedyStarts } from '#domain/treatment-plan/sequencing/greedy-schedule.ts';
import type { SequencingAnswer } from '#domain/treatment-plan/sequencing/schedule.ts';
import { objectives } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import { toDayModel } from '#domain/treatment-plan/sequencing/to-day-model.ts';
import { solvePlan } from '#server/treatment-plan/solve-plan.ts';
import { SolverThread } from '#server/treatment-plan/solver/solver-thread.ts';
import { compareWithHighs } from './compare-highs.ts';
import { generatePlan } from './plan-generator.ts';
import { readSch, readSm, toProblem } from './read-project.ts';

/**
 * With files: published scheduling projects (.sm, .sch) through the engine, one line each, to be held against the
 * published optima. Without: generated plans beside the limits of bench/README.md.
 * Run: npm run bench:sequencing -- [--seconds N] [FILE…] | [--from N] [--plans N] [--items N] [--objectives A,B]
 * With `--solver highs`: generated plans through HiGHS and CP-SAT, one objective each (docs/decisions/0015).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '20' },
    solver: { type: 'string' },
    from: { type: 'string', default: '1' },
    plans: { type: 'string', default: '9' },
    items: { type: 'string', default: '40' },
    objectives: { type: 'string', default: objectives.join() },
  },
});
const seconds = Number(values.seconds);
const wanted = objectives.filter((objective) => values.objectives.split(',').includes(objective));
const solver = new SolverThread();
const limits = { seconds, memoryMegabytes: 1024, explains: false };

if (positionals.length > 0) {
  console.log(['instance', 'makespan', 'bound', 'status', 'seconds'].join('\t'));
  for (const path of positionals) await solveFile(path);
} else if (values.solver === 'highs')
  await compareWithHighs(
    { from: Number(values.from), plans: Number(values.plans), items: Number(values.items), seconds },
    solver,
  );
else await solvePlans(Number(values.plans), Number(values.items));
await solver.close();

async function solveFile(path: string): Promise<void> {
  const read = { '.sm': readSm, '.sch': readSch }[extname(path).toLowerCase()];
  const begun = performance.now();
  const line = (...parts: (string | number | undefined)[]) => {
    const taken = ((performance.now() - begun) / 1000).toFixed(2);
    console.log([basename(path), ...parts.map((part) => part ?? '-'), taken].join('\t'));
  };
  if (!read) return line(undefined, undefined, 'neither .sm nor .sch');
  try {
    const problem = toProblem(read(readFileSync(path, 'utf8')));
    if (problem === 'infeasible') return line(undefined, undefined, problem);
    const { status, levels } = await solvePlan(problem, solver, limits);
    line(levels[0]?.value, levels[0]?.bound, status);
  } catch (error) {
    // One unreadable file does not end the run over the others.
    line(undefined, undefined, error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

async function solvePlans(plans: number, items: number): Promise<void> {
  await solvePlan(generatePlan(0, 5), solver, limits);
  const answers: SequencingAnswer[] = [];
  const from = Number(values.from);
  for (let seed = from; seed < from + plans; seed += 1) {
    const problem = { ...generatePlan(seed, items), objectives: wanted };
    const begun = performance.now();
    const greedy = greedyStarts(toDayModel(problem));
    const greedyTaken = Math.round(performance.now() - begun);
    const cpu = process.cpuUsage();
    const answer = await solvePlan(problem, solver, limits);
    const { user, system } = process.cpuUsage(cpu);
    answers.push(answer);
    const levels = answer.levels.map(
      ({ objective, value, bound, gapPercent }) =>
        `${objective} ${value ?? '-'}${gapPercent === 0 ? '' : ` (${bound ?? '?'})`}`,
    );
    console.log(
      `plan ${seed}: ${answer.status} in ${answer.milliseconds} ms (${Math.round((user + system) / 1000)} ms of processor; ` +
        `greedy ${greedy ? 'found' : 'nothing'} in ${greedyTaken} ms): ${levels.join(', ')}`,
    );
  }
  const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const proven = answers.filter(({ status }) => status === 'optimal').length;
  const within = answers.filter(({ levels }) =>
    levels.every(({ gapPercent = 100 }) => gapPercent <= 1),
  ).length;
  console.log(
    `${items} items, limit ${seconds} s: ${proven} of ${plans} proven at every level, ${within} within 1 % at every level, ` +
      `${answers.filter(({ schedule }) => schedule).length} with a schedule; median ${times[Math.floor(times.length / 2)] ?? 0} ms`,
  );
}
