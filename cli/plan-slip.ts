import { isRefusal, refuse } from '#domain/kernel/refusal.ts';
import { parseCalendarDate } from '#domain/kernel/calendar-date.ts';
import { readProblem } from '#domain/treatment-plan/sequencing/read-problem.ts';
import { readSchedule } from '#domain/treatment-plan/sequencing/read-schedule.ts';
import { slipVisit } from '#domain/treatment-plan/sequencing/slip-visit.ts';
import { exitCodes, option, tellRefusal, UsageError, type Command } from './command.ts';
import { readJsonFile } from './json-file.ts';

export const planSlip: Command = {
  name: 'plan slip',
  summary: 'says what moves and what breaks when one visit slips',
  usage: `archway plan slip PLAN.json ANSWER.json --item ID --to DATE [--json]

Reads a plan and the answer of \`archway plan solve\`, puts the visit of one item on another day, keeps the order of the
others, and prints as JSON what moves with it and what no longer holds. For a new best order, set lockedOn in the plan and
solve it again. The answer is JSON as it is, with or without --json. Needs no database and no account.`,
  options: { item: { type: 'string' }, to: { type: 'string' } },
  run: async (args, terminal) => {
    const [planPath, answerPath, ...rest] = args.positionals;
    if (planPath === undefined || answerPath === undefined || rest.length > 0)
      throw new UsageError('PLAN.json and ANSWER.json are needed, and nothing else');
    const [item, day] = [option(args, 'item'), option(args, 'to')];
    if (item === undefined || day === undefined) throw new UsageError('--item and --to are needed');
    const to = parseCalendarDate(day);
    if (isRefusal(to)) return tellRefusal(to, true, terminal);
    const plan = await readJsonFile(planPath);
    const problem = isRefusal(plan) ? plan : readProblem(plan.json);
    if (isRefusal(problem)) return tellRefusal(problem, true, terminal);
    const answer = await readJsonFile(answerPath);
    if (isRefusal(answer)) return tellRefusal(answer, true, terminal);
    const schedule = readSchedule(answer.json, problem);
    if (!schedule) return tellRefusal(refuse('plan-file/no-schedule', { path: answerPath }), true, terminal);
    const slipped = slipVisit(problem, schedule, item, to);
    if (isRefusal(slipped)) return tellRefusal(slipped, true, terminal);
    terminal.result(JSON.stringify(slipped, null, 2));
    return exitCodes.fine;
  },
};
