import { isRefusal } from '#domain/kernel/refusal.ts';
import { readProblem } from '#domain/treatment-plan/sequencing/read-problem.ts';
import { solvePlan } from '#server/treatment-plan/solve-plan.ts';
import { SolverThread } from '#server/treatment-plan/solver/solver-thread.ts';
import {
  exitCodes,
  onlyPositional,
  option,
  tellRefusal,
  UsageError,
  type Arguments,
  type Command,
} from './command.ts';
import { readJsonFile } from './json-file.ts';

export const planSolve: Command = {
  name: 'plan solve',
  summary: 'puts a treatment plan into its best lawful order',
  usage: `archway plan solve FILE.json [--seconds N] [--json]

Reads a plan (docs/reference/plan.md), finds its visits and prints the answer as JSON: the schedule, each objective with
its bound, or which constraints cannot hold together. A refusal is printed as JSON too and names the place.
Needs no database and no account.

  --json        changes nothing: the answer is JSON as it is
  --seconds N   time limit of the solver, 20 when left out`,
  options: { seconds: { type: 'string' } },
  run: async (args, terminal) => {
    const path = onlyPositional(args, 'FILE.json');
    const seconds = secondsOf(args);
    const given = await readJsonFile(path);
    const problem = isRefusal(given) ? given : readProblem(given.json);
    if (isRefusal(problem)) return tellRefusal(problem, true, terminal);
    const solver = new SolverThread();
    try {
      const answer = await solvePlan(problem, solver, { seconds, memoryMegabytes: 1024 });
      terminal.result(JSON.stringify(answer, null, 2));
      return answer.schedule ? exitCodes.fine : exitCodes.refused;
    } finally {
      await solver.close();
    }
  },
};

function secondsOf(args: Arguments): number {
  const text = option(args, 'seconds') ?? '20';
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 3600))
    throw new UsageError(`"${text}" is not a number of seconds from 1 to 3600`);
  return seconds;
}
