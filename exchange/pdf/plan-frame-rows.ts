import type { CoordinationCase } from '#domain/case/case.ts';
import type { Constraint } from '#domain/treatment-plan/constraint.ts';
import type { PlanItem } from '#domain/treatment-plan/plan-item.ts';
import type { PlanFrame } from '#domain/treatment-plan/signed-plan.ts';
import { constraintSpan } from './constraint-span.ts';
import type { PdfLanguage } from './pdf-document.ts';
import { withCredential } from './printing.ts';
import { fill, wordsOf } from './words.ts';
import { writtenDate } from './written-values.ts';

/** A constraint in the words of the reader; undefined: its words may not go to them. */
export type InWords = ((constraint: Constraint) => string) | undefined;

/** The days, the rules and the order of a plan, as they stand on paper. */
export function frameRows(
  { events, constraints, order }: PlanFrame,
  items: readonly PlanItem[],
  members: CoordinationCase['members'],
  language: PdfLanguage,
  inWords: InWords,
  audience: 'patient' | 'provider',
) {
  // A patient reads the words of a rule; its days are for those who keep it.
  const spanOf = (constraint: Constraint) =>
    audience === 'patient' ? undefined : constraintSpan(constraint, language);
  const { plan } = wordsOf(language);
  const texts = new Map(items.map(({ itemId, text }) => [itemId, text]));
  const names = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const member = members.get(id)?.member;
      return member ? [withCredential(member)] : [];
    });
  const visits = order?.schedule.visits ?? [];
  return {
    /** The day of each step, for the patient, who needs no list of visits beside that of the steps. */
    dayOf: Object.fromEntries(
      visits.flatMap(({ on, items: ids }) => ids.map((id) => [id, writtenDate(on, language)])),
    ),
    visits: visits.map(({ on, items: ids, providers }) => ({
      on: writtenDate(on, language),
      steps: ids.map((id) => texts.get(id) ?? id).join(', '),
      who: names(providers).join(', '),
    })),
    rules: inWords
      ? constraints.map((constraint) => ({
          text: inWords(constraint),
          strength: [spanOf(constraint), plan.strength[constraint.strength]]
            .filter((part) => part !== undefined)
            .join('; '),
          setAside: constraint.override
            ? fill(plan.setAside, { who: constraint.override.by, reason: constraint.override.reason })
            : null,
        }))
      : [],
    days: inWords
      ? events.map(({ text, on }) => ({
          text,
          on: on === null ? plan.dayUnknown : writtenDate(on, language),
        }))
      : [],
  };
}
