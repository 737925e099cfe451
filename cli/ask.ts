import { writeAnswer } from '#contract/write-answer.ts';
import type { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import { answerQuestion } from '#domain/assistant/answer-question.ts';
import { knowledgeOf } from '#domain/assistant/knowledge.ts';
import { parseCalendarDate, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { systemNow } from '#server/clock.ts';
import { loadRulebook } from '#server/rulebook/load-rulebook.ts';
import {
  exitCodes,
  onlyPositional,
  option,
  UsageError,
  wantsJson,
  type Arguments,
  type Command,
  type Terminal,
} from './command.ts';

export const ask: Command = {
  name: 'ask',
  summary: 'answers a coding question from the code guide and the rulebook, with what it rests on',
  usage: `archway ask "QUESTION" [--on DATE] [--json]

Answers in the language of the question (English or Spanish), quotes the passages that the answer rests on, and says
when something is not known. Needs no server, no database and no account. --on gives the day on which it is asked, and
the day of service where the question names none; otherwise today. With --json:
{status, answer, codes, citations, missing, safety}. Exit code 0 whatever the answer is.`,
  options: { on: { type: 'string' } },
  run: async (args, terminal) => {
    const question = onlyPositional(args, 'QUESTION');
    const knowledge = knowledgeOf(await loadRulebook());
    const { draft } = answerQuestion(knowledge, question, { today: dayOfAsking(args) });
    showAnswer(writeAnswer(draft), args, terminal);
    return exitCodes.fine;
  },
};

function dayOfAsking(args: Arguments): CalendarDate {
  const written = option(args, 'on') ?? systemNow().slice(0, 10);
  const day = parseCalendarDate(written);
  if (typeof day !== 'string') throw new UsageError(`--on ${written} is not a date such as 2026-03-05`);
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
