import type { PredeterminationView } from '#contract/views.ts';
import {
  denials,
  grants,
  itemOutcomes,
  type ItemAnswer,
  type PredeterminationAnswer,
} from '#domain/coverage/predetermination.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { parseDollars } from '#domain/kernel/money.ts';
import { parseProcedureCode } from '#domain/kernel/procedure-code.ts';
import { newId } from '../ui/clock.ts';
import {
  optional,
  present,
  read,
  readDate,
  readOptional,
  readOptionalDate,
  readText,
  readWord,
} from '../ui/reading.ts';

/** What was typed about one item; no outcome: the payer said nothing about it. */
export interface ItemDraft {
  readonly outcome: string;
  readonly pays: string;
  readonly deductible: string;
  readonly substitute: string;
  readonly denial: string;
  readonly reason: string;
}

const emptyItem: ItemDraft = {
  outcome: '',
  pays: '',
  deductible: '',
  substitute: '',
  denial: '',
  reason: '',
};

export function newAnswer({ items }: PredeterminationView, today: string) {
  const drafts: Readonly<Record<string, ItemDraft>> = Object.fromEntries(
    items.map(({ item }) => [item.itemId, emptyItem]),
  );
  return { answerId: newId(), on: today, reference: '', goodThrough: '', items: drafts };
}
export type AnswerDraft = ReturnType<typeof newAnswer>;

export function readAnswer(
  { predeterminationId, items }: PredeterminationView,
  draft: AnswerDraft,
): PredeterminationAnswer {
  const said = items.flatMap(({ item: { itemId } }) => {
    const typed = draft.items[itemId];
    return typed && typed.outcome !== '' ? [{ itemId, typed }] : [];
  });
  return present({
    predeterminationId,
    answerId: draft.answerId,
    on: readDate(draft.on, '/answer/on'),
    reference: readText(draft.reference, '/answer/reference'),
    goodThrough: readOptionalDate(draft.goodThrough, '/answer/goodThrough'),
    items: said.map(({ itemId, typed }, index) => readItem(itemId, typed, `/answer/items/${index}`)),
  });
}

function readItem(itemId: string, typed: ItemDraft, at: string): ItemAnswer {
  const outcome = readWord(itemOutcomes, typed.outcome, `${at}/outcome`);
  const isGranted = grants(outcome);
  return present({
    itemId,
    outcome,
    pays: isGranted ? readOptional(parseDollars, typed.pays, `${at}/pays`) : undefined,
    deductible: isGranted ? readOptional(parseDollars, typed.deductible, `${at}/deductible`) : undefined,
    substitute:
      outcome === 'alternate' ? read(parseProcedureCode, typed.substitute, `${at}/substitute`) : undefined,
    denial: outcome === 'denied' ? readWord(denials, typed.denial, `${at}/denial`) : undefined,
    reason: optional(typed.reason),
  });
}

/** The place of an item among those that something is said about. */
export function placeOf(draft: AnswerDraft, order: readonly string[], itemId: string): number {
  return order.filter((id) => draft.items[id]?.outcome !== '').indexOf(itemId);
}

/** What the typed answers promise for each item, in cents; what cannot be read counts as nothing. */
export function promised({ items }: AnswerDraft): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(items).flatMap(([itemId, { outcome, pays }]) => {
      const amount = parseDollars(pays);
      return grants(outcome) && !isRefusal(amount) ? [[itemId, amount] as const] : [];
    }),
  );
}
