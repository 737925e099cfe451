import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Value } from 'typebox/value';
import { load } from 'js-yaml';
import { writeAnswer } from '#contract/write-answer.ts';
import { answerQuestion } from '#domain/assistant/answer-question.ts';
import type { Knowledge } from '#domain/assistant/knowledge.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { EvaluationFile, type EvaluationQuestion } from './evaluation-question.ts';
import { scoreAnswer, type Score } from './score.ts';

/** The day of asking where a question states none, so that a run of next year scores the same. */
const usualDay = '2026-11-27';

/** Reads a file of questions beside this program; undefined where it is not there. Throws on one that is malformed. */
export async function readQuestions(file: string): Promise<readonly EvaluationQuestion[] | undefined> {
  const text = await readFile(path.join(import.meta.dirname, file), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const questions: unknown = load(text);
  if (!Value.Check(EvaluationFile, questions)) {
    const [fault] = Value.Errors(EvaluationFile, questions);
    throw new Error(
      `evaluation/${file} at ${fault?.instancePath ?? 'its top'}: ${fault?.message ?? 'malformed'}`,
    );
  }
  return questions;
}

export function askAll(knowledge: Knowledge, questions: readonly EvaluationQuestion[]): readonly Score[] {
  const known = new Set(knowledge.rulebook.guide.keys());
  return questions.map((question) => {
    const today = calendarDate(question.on ?? usualDay);
    const { draft } = answerQuestion(knowledge, question.question, { today });
    return scoreAnswer(question, writeAnswer(draft), known);
  });
}
