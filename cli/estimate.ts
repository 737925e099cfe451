import { stat } from 'node:fs/promises';
import { EstimateAnswer } from '#domain/estimate/estimate-answer.ts';
import { EstimateRequest } from '#domain/estimate/estimate-request.ts';
import { costTerms } from '#domain/estimate/cost-terms.ts';
import { estimateWithOutlook } from '#domain/estimate/outlook.ts';
import { costOn, planCost } from '#domain/estimate/plan-cost.ts';
import { readEstimateRequest } from '#domain/estimate/read-estimate-request.ts';
import { addMonths, parseCalendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import {
  exitCodes,
  nothingPositional,
  onlyPositional,
  option,
  tellRefusal,
  unreadableFile,
  UsageError,
  wantsJson,
  type Arguments,
  type Command,
  type ExitCode,
  type Terminal,
} from './command.ts';
import { estimateText } from './estimate-text.ts';
import { readJsonFile } from './json-file.ts';

const dialect = 'https://json-schema.org/draft/2020-12/schema';
const mostBytes = 8 * 1024 * 1024;

export const estimate: Command = {
  name: 'estimate',
  summary: 'estimates what a plan of work costs the patient, from a file',
  usage: `archway estimate FILE.json [--language en|es] [--json]
archway estimate FILE.json --from DATE --through DATE
archway estimate --schema [answer]

Works out, line by line and plan by plan, what is allowed, paid, written off and left to the patient, with the reason
of every figure. What nobody has told makes a range, and the fact that would narrow it most is named; beside the figures
by what is known stands how far they may move once what is usual but was never asked turns out otherwise. Needs no
database and no account; nothing is recorded. The file is described in docs/reference/estimate.md.

  --language LANG  en or es
  --from, --through  the "cost" of a plan to put into an order between these days (archway plan schema problem), what
                   everything on the first of them costs, and the days on which a line's payment changes, as JSON
  --schema         prints the JSON Schema of the file; with "answer", that of what --json prints
  --json           the whole estimate, or the refusal with its place, as JSON on standard output`,
  options: {
    language: { type: 'string' },
    schema: { type: 'boolean' },
    from: { type: 'string' },
    through: { type: 'string' },
  },
  run: async (args, terminal) => {
    if (args.values['schema'] === true) {
      const isOfAnswer = args.positionals.join(' ') === 'answer';
      if (!isOfAnswer) nothingPositional(args);
      const schema = isOfAnswer ? EstimateAnswer : EstimateRequest;
      terminal.result(JSON.stringify({ $schema: dialect, ...schema }, null, 2));
      return exitCodes.fine;
    }
    return run(onlyPositional(args, 'FILE'), args, terminal);
  },
};

async function run(path: string, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const language = option(args, 'language') ?? 'en';
  if (language !== 'en' && language !== 'es') throw new UsageError('--language is en or es');
  const request = await readRequest(path);
  if (isRefusal(request)) return tellRefusal(request, wantsJson(args), terminal, language);
  if (option(args, 'from') !== undefined || option(args, 'through') !== undefined)
    return costBetween(request, args, terminal);
  const result = estimateWithOutlook(request);
  if (isRefusal(result)) return tellRefusal(result, wantsJson(args), terminal, language);
  terminal.result(
    wantsJson(args) ? JSON.stringify(result, null, 2) : estimateText(request, result, language),
  );
  return exitCodes.fine;
}

function costBetween(request: EstimateRequest, args: Arguments, terminal: Terminal): ExitCode {
  const [from, through] = [option(args, 'from') ?? '', option(args, 'through') ?? ''].map(parseCalendarDate);
  if (isRefusal(from) || isRefusal(through) || from === undefined || through === undefined || from > through)
    throw new UsageError('--from and --through are days such as 2026-03-05, the first not after the last');
  if (addMonths(from, 120) < through) throw new UsageError('--from and --through span at most ten years');
  const cost = planCost(request);
  if (isRefusal(cost)) return tellRefusal(cost, wantsJson(args), terminal);
  const asSoonAsPossible = costOn(cost, new Map(request.lines.map(({ lineId }) => [lineId, from])));
  const days = new Set(
    costTerms(cost, { from, through }).lines.flatMap(({ cells }) => cells.map((cell) => cell.from)),
  );
  terminal.result(JSON.stringify({ cost, asSoonAsPossible, days: [...days].sort() }, null, 2));
  return exitCodes.fine;
}

async function readRequest(path: string): Promise<EstimateRequest | Refusal> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) return refuse('file/too-large', { path, size, mostBytes });
  } catch (error) {
    return unreadableFile(path, error);
  }
  const content = await readJsonFile(path);
  return isRefusal(content) ? content : readEstimateRequest(content.json);
}
