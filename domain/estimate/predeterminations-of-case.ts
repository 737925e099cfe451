import type { RecordedPredetermination } from '../coverage/predetermination.ts';
import { isGranted, itemsWithAnswers, type AnsweredItem } from '../coverage/predetermination-state.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { message } from '../kernel/message.ts';
import type { Patient } from '../patient/patient.ts';
import type { Caution } from './caution.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { FactSource, PlanFact } from './plan-facts.ts';
import { reservedFor } from './reserved-for.ts';

/** The day on which a step of a case is to be done, and the office that does it, as far as they are known. */
export interface PlannedStep {
  readonly text: string;
  readonly date: CalendarDate;
  readonly office: string | undefined;
}

type Steps = ReadonlyMap<string, PlannedStep>;

/** What a payer answered about steps of a case, as facts about those steps. */
export function predeterminedFacts(
  patient: Pick<Patient, 'predeterminations'>,
  caseId: string,
  coverageId: string,
): readonly PlanFact[] {
  const facts = new Map<string, PlanFact>();
  for (const recorded of standing(patient)) {
    const { predetermination } = recorded;
    if (predetermination.caseId !== caseId || predetermination.coverageId !== coverageId) continue;
    for (const answered of itemsWithAnswers(recorded)) {
      const fact = factOf(answered);
      if (fact) facts.set(answered.item.itemId, fact);
    }
  }
  return [...facts.values()];
}

function factOf({ item: { itemId, code }, answer }: AnsweredItem): PlanFact | undefined {
  if (!answer || answer.outcome === 'more-asked') return undefined;
  const { denial, pays, deductible, substitute } = answer;
  const about = { kind: 'predetermination', lineId: itemId, code, source: sourceOf(answer) } as const;
  if (!isGranted(answer)) return denial && { ...about, outcome: denial };
  return {
    ...about,
    outcome: 'pays',
    ...(pays === undefined ? {} : { pays }),
    ...(deductible === undefined ? {} : { deductible }),
    ...(substitute === undefined ? {} : { substitute }),
  };
}

function sourceOf({ on, reference, goodThrough }: NonNullable<AnsweredItem['answer']>): FactSource {
  return {
    kind: 'predetermination',
    date: on,
    reference,
    ...(goodThrough === undefined ? {} : { expires: goodThrough }),
  };
}

/**
 * What payers promised, as reservations of the patient's ledger, of every case. One is gone once a use of the same step
 * is recorded, and once it is withdrawn.
 */
export function reservationsOf(
  patient: Pick<Patient, 'predeterminations' | 'benefitUses'>,
  caseId: string,
  steps: Steps,
  coverageId: string,
): readonly LedgerEntry[] {
  const used = new Set(
    [...patient.benefitUses.values()].flatMap(({ value }) =>
      value.state !== 'withdrawn' && value.coverageId === coverageId ? (value.itemId ?? []) : [],
    ),
  );
  return standing(patient)
    .filter(({ predetermination }) => predetermination.coverageId === coverageId)
    .flatMap((recorded) =>
      itemsWithAnswers(recorded).flatMap((answered) => {
        const isOurs = recorded.predetermination.caseId === caseId;
        const step = isOurs ? steps.get(answered.item.itemId) : undefined;
        if (isOurs && used.has(answered.item.itemId)) return [];
        return reservationOf(recorded, answered, step);
      }),
    );
}

function reservationOf(
  { predetermination: { coverageId } }: RecordedPredetermination,
  { item, answer }: AnsweredItem,
  step: PlannedStep | undefined,
): readonly LedgerEntry[] {
  if (!isGranted(answer) || answer.pays === undefined) return [];
  const { deductible, goodThrough, reference, pays, on } = answer;
  const { code, tooth, area, itemId } = item;
  return [
    reservedFor(
      {
        planId: coverageId,
        state: 'reserved',
        date: on,
        code,
        pays,
        member: 'patient',
        source: `predetermination, ${reference}`,
        ...(tooth !== undefined ? { tooth } : area === undefined ? {} : { area }),
        ...(step ? { lineId: itemId } : {}),
        ...(step?.office === undefined ? {} : { office: step.office }),
        ...(deductible === undefined ? {} : { deductible }),
        ...(goodThrough === undefined ? {} : { expires: goodThrough }),
      },
      step?.date,
    ),
  ];
}

/** A promise that ends before the day on which its step is planned. */
export function promisesTooShort(
  patient: Pick<Patient, 'predeterminations'>,
  caseId: string,
  steps: Steps,
): readonly (AnsweredItem & { readonly visit: CalendarDate; readonly through: CalendarDate })[] {
  return standing(patient)
    .filter(({ predetermination }) => predetermination.caseId === caseId)
    .flatMap((recorded) =>
      itemsWithAnswers(recorded).flatMap((answered) => {
        const visit = steps.get(answered.item.itemId)?.date;
        const through = answered.answer?.goodThrough;
        if (!isGranted(answered.answer) || visit === undefined || through === undefined || visit <= through)
          return [];
        return [{ ...answered, visit, through }];
      }),
    );
}

export function cautionsOfPromises(...asked: Parameters<typeof promisesTooShort>): readonly Caution[] {
  return promisesTooShort(...asked).map(({ item: { text }, visit, through }) =>
    promiseTooShort({ text, date: visit }, through),
  );
}

export function promiseTooShort(
  { text, date }: Pick<PlannedStep, 'text' | 'date'>,
  through: CalendarDate,
): Caution {
  return { said: message('estimate.ofCase.caution.promiseTooShort', { step: text, visit: date, through }) };
}

function standing({
  predeterminations,
}: Pick<Patient, 'predeterminations'>): readonly RecordedPredetermination[] {
  return [...predeterminations.values()].filter(({ withdrawn }) => !withdrawn);
}
