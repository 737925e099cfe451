import type { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import { calendarDate, parseCalendarDate, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Rulebook } from '#domain/rulebook/rulebook.ts';
import { askOnCase } from '#server/assistant/ask-on-case.ts';
import { openAssistant, replyTo, type Assistant } from '#server/assistant/assistant.ts';
import { HalfSetModel } from '#server/assistant/connected-model.ts';
import { systemNow } from '#server/clock.ts';
import { loadRulebook } from '#server/rulebook/load-rulebook.ts';
import { actingPerson, withArchway } from './acting.ts';
import {
  actingOptions,
  exitCodes,
  onlyPositional,
  option,
  tellRefusal,
  UsageError,
  wantsJson,
  type Arguments,
  type Command,
  type ExitCode,
  type Terminal,
} from './command.ts';

export const ask: Command = {
  name: 'ask',
  summary: 'answers a coding question from the code guide, the rulebook and the record of a case',
  usage: `archway ask "QUESTION" [--on DATE] [--case ID [--as EMAIL] [--data FOLDER]] [--json]

Answers in the language of the question (English or Spanish), quotes the passages that the answer rests on, and says
when something is not known. --on gives the day on which it is asked, and the day of service where the question names
none; otherwise today. Needs no server, no database and no account, but with --case: then the record is opened, the
facts of the case for and against are shown, and question and answer are kept on the case as evidence. With --json:
{status, answer, codes, citations, missing, safety}. Exit code 0 whatever the answer is.`,
  options: { ...actingOptions, on: { type: 'string' }, case: { type: 'string' } },
  run: async (args, terminal) => {
    const question = onlyPositional(args, 'QUESTION');
    const on = dayGiven(args);
    const caseId = option(args, 'case');
    if (caseId !== undefined) return askAboutCase(args, terminal, { question, caseId, on });
    const today = on ?? calendarDate(systemNow().slice(0, 10));
    const assistant = assistantOf(await loadRulebook(), terminal);
    showAnswer((await replyTo(assistant, { question }, { today })).answer, args, terminal);
    return exitCodes.fine;
  },
};

interface CaseQuestion {
  readonly question: string;
  readonly caseId: string;
  readonly on: CalendarDate | undefined;
}

function askAboutCase(
  args: Arguments,
  terminal: Terminal,
  { question, caseId, on }: CaseQuestion,
): Promise<ExitCode> {
  return withArchway(args, terminal, async (archway) => {
    const person = await actingPerson(archway, args, terminal, 'ask');
    if (isRefusal(person)) return tellRefusal(person, wantsJson(args), terminal);
    const command = { question, caseId, ...(on === undefined ? {} : { on }) };
    const reply = await askOnCase(archway, assistantOf(archway.rulebook, terminal), person, command);
    if (isRefusal(reply)) return tellRefusal(reply, wantsJson(args), terminal);
    showAnswer(reply.answer, args, terminal);
    return exitCodes.fine;
  });
}

function assistantOf(rulebook: Rulebook, { environment }: Terminal): Assistant {
  try {
    return openAssistant(rulebook, environment);
  } catch (error) {
    if (error instanceof HalfSetModel) throw new UsageError(error.message);
    throw error;
  }
}

function dayGiven(args: Arguments): CalendarDate | undefined {
  const written = option(args, 'on');
  if (written === undefined) return undefined;
  const day = parseCalendarDate(written);
  if (isRefusal(day)) throw new UsageError(`--on ${written} is not a date such as 2026-03-05`);
  return day;
}

function showAnswer(answer: AssistantAnswer, args: Arguments, terminal: Terminal): void {
  if (wantsJson(args)) {
    terminal.result(JSON.stringify(answer, null, 2));
    return;
  }
  terminal.result(answer.answer);
  for (const note of answer.missing) terminal.result(`  ? ${note}`);
  for (const note of answer.safety) terminal.result(`  ! ${note}`);
  terminal.result(`[${answer.status}]`);
  for (const { id, source } of answer.citations) terminal.result(`  ${id}  ${source}`);
}
