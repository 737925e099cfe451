import type { CoordinationCase } from '../case/case.ts';
import { todayOf, repeats } from '../case/deciding.ts';
import type { Instant } from '../kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { NewPatientEvent } from '../patient/patient-events.ts';
import type { Patient } from '../patient/patient.ts';
import { feeOn, type Practice } from '../practice/practice.ts';
import { openItems } from '../treatment-plan/open-items.ts';
import { refuseUnknownCoverage } from './benefit-fact-decisions.ts';
import { stateOfPredetermination } from './predetermination-state.ts';
import {
  grants,
  type AskedItem,
  type ItemAnswer,
  type Predetermination,
  type PredeterminationAnswer,
  type RecordedPredetermination,
  type Sending,
} from './predetermination.ts';

type Decided = NewPatientEvent | 'repeated' | Refusal;

export interface PredeterminationSeen {
  readonly patient: Patient;
  readonly practice: Practice;
  readonly now: Instant;
}

/** What is asked for: steps of a case by their ids. What they are and cost is taken from the plan at this moment. */
export interface PredeterminationWish extends Omit<Predetermination, 'items'> {
  readonly itemIds: readonly string[];
}

/**
 * Refused, in this order: an id with other content, an unknown coverage, a case of somebody else, a step that is not
 * to be done, one without a code or a fee, one about which this payer is asked already.
 */
export function decidePreparePredetermination(
  { itemIds, ...asked }: PredeterminationWish,
  state: CoordinationCase | undefined,
  seen: PredeterminationSeen,
): Decided {
  const { patient, now } = seen;
  const earlier = patient.predeterminations.get(asked.predeterminationId)?.predetermination;
  const repeated =
    earlier &&
    repeats(
      { ...earlier, items: earlier.items.map(({ itemId }) => itemId) },
      { ...asked, items: [...itemIds] },
    );
  if (repeated !== undefined) return repeated;
  const unknown = refuseUnknownCoverage(patient, asked.coverageId, '/predetermination');
  if (unknown) return unknown;
  if (state?.patientId !== patient.patientId)
    return refuse('predetermination/case-of-another', {}, '/predetermination/caseId');
  const items: AskedItem[] = [];
  for (const [index, itemId] of itemIds.entries()) {
    const at = `/predetermination/itemIds/${index}`;
    const item = askedItem(state, itemId, seen, at);
    if (isRefusal(item)) return item;
    if (items.some((other) => other.itemId === itemId))
      return refuse('predetermination/step-twice', { step: item.text }, at);
    const twice = refuseAskedAlready(asked, item, seen, at);
    if (twice) return twice;
    items.push(item);
  }
  return {
    type: 'patient.predetermination-prepared',
    occurredAt: now,
    data: { predetermination: { ...asked, items } },
  };
}

function askedItem(
  state: CoordinationCase,
  wanted: string,
  { practice, now }: PredeterminationSeen,
  at: string,
): AskedItem | Refusal {
  const item = openItems(state).find(({ itemId }) => itemId === wanted);
  if (!item) return refuse('predetermination/step-not-open', {}, at);
  const { itemId, text, code, tooth, area, surfaces } = item;
  if (code === undefined) return refuse('predetermination/step-without-code', { step: text }, at);
  const fee = item.fee ?? feeOn(practice, code, todayOf({ practice, now }));
  if (fee === undefined) return refuse('predetermination/step-without-fee', { step: text }, at);
  return {
    itemId,
    text,
    code,
    surfaces: [...surfaces],
    fee,
    ...(tooth === undefined ? {} : { tooth }),
    ...(area === undefined ? {} : { area }),
  };
}

function refuseAskedAlready(
  { caseId, coverageId }: Pick<Predetermination, 'caseId' | 'coverageId'>,
  { itemId, text }: AskedItem,
  { patient, practice, now }: PredeterminationSeen,
  at: string,
): Refusal | undefined {
  const day = todayOf({ practice, now });
  const asked = [...patient.predeterminations.values()].some(
    (recorded) =>
      recorded.predetermination.caseId === caseId &&
      recorded.predetermination.coverageId === coverageId &&
      recorded.predetermination.items.some((item) => item.itemId === itemId) &&
      !['withdrawn', 'expired'].includes(stateOfPredetermination(recorded, day)),
  );
  return asked ? refuse('predetermination/asked-already', { step: text }, at) : undefined;
}

/** It may go again, as when the payer wants to see more. Refused: one that is not there or withdrawn, a day to come. */
export function decideSendPredetermination(sending: Sending, seen: PredeterminationSeen): Decided {
  const recorded = standing(seen, sending.predeterminationId, '/sending/predeterminationId');
  if (isRefusal(recorded)) return recorded;
  if (recorded.sendings.some((earlier) => repeats(earlier, sending) === 'repeated')) return 'repeated';
  return (
    refuseToCome(sending.on, seen, '/sending/on') ?? {
      type: 'patient.predetermination-sent',
      occurredAt: seen.now,
      data: { sending },
    }
  );
}

/**
 * Refused, in this order: one that is not there or withdrawn, an id with other content, one that was never sent, a day
 * to come or before it was sent, a last day before the answer, an item that was not asked about or that says too
 * little, too much, or twice.
 */
export function decideAnswerPredetermination(
  answer: PredeterminationAnswer,
  seen: PredeterminationSeen,
): Decided {
  const recorded = standing(seen, answer.predeterminationId, '/answer/predeterminationId');
  if (isRefusal(recorded)) return recorded;
  const earlier = recorded.answers.find(({ answerId }) => answerId === answer.answerId);
  return (
    repeats(earlier, answer) ??
    refuseDaysOf(answer, recorded, seen) ??
    refuseItems(answer.items, recorded) ?? {
      type: 'patient.predetermination-answered',
      occurredAt: seen.now,
      data: { answer },
    }
  );
}

function refuseDaysOf(
  { on, goodThrough }: PredeterminationAnswer,
  { sendings }: RecordedPredetermination,
  seen: PredeterminationSeen,
): Refusal | undefined {
  const sent = sendings.map((sending) => sending.on).toSorted()[0];
  if (sent === undefined) return refuse('predetermination/not-sent', {}, '/answer/predeterminationId');
  const toCome = refuseToCome(on, seen, '/answer/on');
  if (toCome) return toCome;
  if (on < sent) return refuse('predetermination/answered-before-sent', { on, sent }, '/answer/on');
  if (goodThrough !== undefined && goodThrough < on)
    return refuse('predetermination/ends-before-answer', { on, goodThrough }, '/answer/goodThrough');
  return undefined;
}

function refuseItems(
  answers: readonly ItemAnswer[],
  { predetermination: { items } }: RecordedPredetermination,
): Refusal | undefined {
  const seen = new Set<string>();
  for (const [index, answer] of answers.entries()) {
    const at = `/answer/items/${index}`;
    const item = items.find(({ itemId }) => itemId === answer.itemId);
    if (!item) return refuse('predetermination/item-not-asked', {}, `${at}/itemId`);
    if (seen.has(item.itemId)) return refuse('predetermination/step-twice', { step: item.text }, at);
    seen.add(item.itemId);
    const refusal = refuseItem(answer, item, at);
    if (refusal) return refusal;
  }
  return undefined;
}

function refuseItem(
  { outcome, pays, deductible, substitute, denial, reason = '' }: ItemAnswer,
  { text: step, code, fee }: AskedItem,
  at: string,
): Refusal | undefined {
  const granted = grants(outcome);
  if (granted && pays === undefined) return refuse('predetermination/no-amount', { step }, `${at}/pays`);
  if (!granted && pays !== undefined)
    return refuse('predetermination/amount-without-promise', { step }, `${at}/pays`);
  if ((pays ?? 0) + (deductible ?? 0) > fee)
    return refuse(
      'predetermination/more-than-fee',
      { step },
      `${at}/${pays === undefined ? 'deductible' : 'pays'}`,
    );
  if ((outcome === 'alternate') !== (substitute !== undefined) || substitute === code)
    return refuse('predetermination/substitute', { step }, `${at}/substitute`);
  if ((outcome === 'denied') !== (denial !== undefined))
    return refuse('predetermination/denial', { step }, `${at}/denial`);
  if (!granted && reason.trim() === '') return refuse('predetermination/no-reason', { step }, `${at}/reason`);
  return undefined;
}

export function decideWithdrawPredetermination(
  { predeterminationId, reason }: { readonly predeterminationId: string; readonly reason: string },
  seen: PredeterminationSeen,
): Decided {
  const recorded = seen.patient.predeterminations.get(predeterminationId);
  if (recorded?.withdrawn?.reason === reason) return 'repeated';
  const there = standing(seen, predeterminationId, '/predeterminationId');
  if (isRefusal(there)) return there;
  return {
    type: 'patient.predetermination-withdrawn',
    occurredAt: seen.now,
    data: { predeterminationId, reason },
  };
}

function standing(
  { patient }: PredeterminationSeen,
  predeterminationId: string,
  at: string,
): RecordedPredetermination | Refusal {
  const recorded = patient.predeterminations.get(predeterminationId);
  if (!recorded) return refuse('absent/predetermination', {}, at);
  if (recorded.withdrawn) return refuse('predetermination/withdrawn', {}, at);
  return recorded;
}

function refuseToCome(on: string, seen: PredeterminationSeen, at: string): Refusal | undefined {
  const day = todayOf(seen);
  return on > day ? refuse('predetermination/day-to-come', { on, today: day }, at) : undefined;
}
