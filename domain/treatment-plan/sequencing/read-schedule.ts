import { Compile } from 'typebox/compile';
import { SequencingAnswer, type Schedule } from './schedule.ts';
import type { SequencingProblem } from './sequencing-problem.ts';

const answerForm = Compile(SequencingAnswer);

/** The schedule of an answer; undefined when it is none, or not one of exactly these items. */
export function readSchedule(given: unknown, problem: SequencingProblem): Schedule | undefined {
  if (!answerForm.Check(given) || !given.schedule) return undefined;
  const scheduled = given.schedule.visits.flatMap(({ items }) => items).sort();
  const planned = problem.items.map(({ itemId }) => itemId).sort();
  return JSON.stringify(scheduled) === JSON.stringify(planned) ? given.schedule : undefined;
}
