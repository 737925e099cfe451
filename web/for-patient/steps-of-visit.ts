import type { PlainStepView } from '#contract/for-patient.ts';
import { sumCents } from '#domain/kernel/money.ts';

/** Steps that one person does on one day: to a patient that is one visit. */
export interface PlainVisit {
  readonly steps: readonly PlainStepView[];
  readonly who: PlainStepView['who'];
  readonly when: PlainStepView['when'];
  /** Of all its steps together; undefined where that of one is not known. */
  readonly pays: PlainStepView['pays'];
}

/** A step without a day stands by itself: nobody knows yet with which others it comes. */
export function visitsOf(steps: readonly PlainStepView[]): readonly PlainVisit[] {
  const visits = Map.groupBy(steps, ({ who, when }, index) =>
    when ? JSON.stringify([when.day, when.booked, who?.name, who?.organization]) : index,
  );
  return [...visits.values()].map((same) => ({
    steps: same,
    who: same[0]?.who,
    when: same[0]?.when,
    pays: sumOf(same),
  }));
}

function sumOf(steps: readonly PlainStepView[]): PlainVisit['pays'] {
  const known = steps.flatMap(({ pays }) => pays ?? []);
  if (known.length < steps.length) return undefined;
  return {
    least: sumCents(known.map(({ least }) => least)),
    most: sumCents(known.map(({ most }) => most)),
  };
}
