import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { OralArea, Tooth } from '../kernel/tooth.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { benefitYearStart } from './benefit-year.ts';

/** What counts against a limit in money: a deductible or a maximum, individual and family together. */
export interface Pool {
  readonly key: string;
  readonly kind: 'deductible' | 'maximum';
  /** What it governs, in any language. */
  readonly about: string;
  /** The same of each fact that it was made of. */
  readonly scopes: readonly string[];
  /** It governs every code that has no limit of its own. */
  readonly isGeneral: boolean;
  readonly period: 'benefit-year' | 'lifetime';
  /** 'MM-DD' on which the year of this pool begins. */
  readonly begins: string;
  /** Cents; undefined: no limit of this kind. */
  readonly individual: number | undefined;
  readonly family: number | undefined;
}

/** A service that counts toward frequency limits. */
export interface Service {
  readonly code: ProcedureCode;
  readonly date: CalendarDate;
  readonly quantity: number;
  readonly tooth: Tooth | undefined;
  readonly area: OralArea | undefined;
  readonly office: string | undefined;
  /** The line of the request that it is; undefined: of the history. */
  readonly lineId: string | undefined;
  readonly key: string;
  /** Where it may have been, of the places that the request is about, while its own is not recorded. */
  readonly mayBeAt: readonly Place[];
}

/** Where in the mouth; the code of some services tells the arch. */
export interface Place {
  readonly code: ProcedureCode;
  readonly tooth?: Tooth | undefined;
  readonly area?: OralArea | undefined;
}

/** What one plan has paid and taken so far; grows line by line. */
export interface Accumulators {
  readonly individual: Map<string, number>;
  readonly family: Map<string, number>;
  readonly services: Service[];
}

export function emptyAccumulators(): Accumulators {
  return { individual: new Map(), family: new Map(), services: [] };
}

/** Where an amount of a day counts: the pool in the benefit year of that day, or for life. */
function placeOf(pool: Pool, day: CalendarDate): string {
  return pool.period === 'lifetime' ? pool.key : `${pool.key} ${benefitYearStart(day, pool.begins)}`;
}

export interface Remaining {
  /** Cents; Infinity where nothing limits. */
  readonly left: number;
  readonly tighter: 'individual' | 'family';
}

/** The lesser of what the individual and the family limit leave, never below 0. */
export function remaining(pool: Pool, accumulators: Accumulators, day: CalendarDate): Remaining {
  const place = placeOf(pool, day);
  const left = (of: 'individual' | 'family') =>
    Math.max(0, (pool[of] ?? Infinity) - (accumulators[of].get(place) ?? 0));
  const [individual, family] = [left('individual'), left('family')];
  return family < individual
    ? { left: family, tighter: 'family' }
    : { left: individual, tighter: 'individual' };
}

/** Counts an amount of the patient; of somebody else of the family it counts in the family's limit only. */
export function spend(
  pool: Pool,
  accumulators: Accumulators,
  day: CalendarDate,
  amount: number,
  member: 'patient' | 'family' = 'patient',
): void {
  if (amount === 0) return;
  const place = placeOf(pool, day);
  accumulators.family.set(place, (accumulators.family.get(place) ?? 0) + amount);
  if (member === 'patient')
    accumulators.individual.set(place, (accumulators.individual.get(place) ?? 0) + amount);
}
