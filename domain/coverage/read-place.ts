import type { PlanStatement } from './plan-answer.ts';
import type { AnswerReader } from './typed-answer.ts';

export const placeWords = ['primary', 'secondary', 'tertiary'] as const;
const places = { primary: 1, secondary: 2, tertiary: 3 } as const;

/** The place that the payer names; undefined where nothing was typed. */
export function readPlace(reader: AnswerReader): PlanStatement | undefined {
  const word = reader.word(placeWords, 'place');
  return word === undefined ? undefined : { kind: 'place', place: places[word] };
}
