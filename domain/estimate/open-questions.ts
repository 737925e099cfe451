import type { Message } from '../kernel/message.ts';
import { cents, type Cents } from '../kernel/money.ts';
import { rangeOf, widthOf } from './range.ts';
import type { Trial, Trials } from './trials.ts';

/** Something nobody has told, and how wide the patient's range could still be once it is known. */
export interface OpenQuestion {
  readonly fact: Message;
  readonly candidates: number;
  readonly widestThen: Cents;
  /** Whatever turns out true the range is narrower then; otherwise it may be. */
  readonly isSure: boolean;
}

interface Patient {
  /** What the patient pays, in cents. */
  readonly patient: number;
}

/**
 * Each unknown with the widest range that is left whichever of its candidates turns out true. A trial that never
 * asked for it stands for every candidate. What changes nothing is not worth a question.
 */
export function questionsOf({ trials, unknowns }: Trials<Patient>): readonly OpenQuestion[] {
  const width = (those: readonly Trial<Patient>[]) =>
    those.length === 0 ? cents(0) : widthOf(rangeOf(those.map(({ result }) => result.patient)));
  if (width(trials) === 0) return [];
  return unknowns
    .map(({ key, said, candidates }) => {
      const left = Array.from({ length: candidates }, (_, candidate) =>
        width(trials.filter(({ answers }) => (answers.get(key) ?? candidate) === candidate)),
      );
      const widest = left.reduce((one, other) => (other > one ? other : one), cents(0));
      const mean = left.reduce<number>((sum, each) => sum + each, 0) / candidates;
      return { fact: said, candidates, widestThen: widest, mean };
    })
    .filter(({ mean }) => mean < width(trials))
    .sort((one, other) => one.widestThen - other.widestThen || one.mean - other.mean)
    .map(({ fact, candidates, widestThen }) => ({
      fact,
      candidates,
      widestThen,
      isSure: widestThen < width(trials),
    }));
}
