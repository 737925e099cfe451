import { repeats } from '../case/deciding.ts';
import { dayOf, daysBetween, type Instant } from '../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { NewPatientEvent } from '../patient/patient-events.ts';
import type { Patient } from '../patient/patient.ts';
import type { BenefitFact, FrequencyLimit } from './benefit-fact.ts';
import { refuseAmount } from './refuse-amounts.ts';

/**
 * What somebody told about a coverage, as an event; 'repeated' when the same fact stands already. Refused: a fact
 * that could not be read later ('benefit-fact/…'), one of a coverage that is not there, an id with other content.
 */
export function decideRecordBenefitFact(
  patient: Patient,
  fact: BenefitFact,
  now: Instant,
): NewPatientEvent | 'repeated' | Refusal {
  const earlier = patient.benefitFacts.find(({ value }) => value.factId === fact.factId)?.value;
  return (
    repeats(earlier, fact) ??
    refuseUnknownCoverage(patient, fact.coverageId, '/fact') ??
    refuseUnreadable(fact) ??
    refuseTyped(fact) ??
    refuseSource(fact, now, '/fact') ?? {
      type: 'patient.benefit-fact-recorded',
      occurredAt: fact.learnedAt,
      data: { fact },
    }
  );
}

export function refuseUnknownCoverage(patient: Patient, coverageId: string, at: string): Refusal | undefined {
  if (patient.coverages.has(coverageId)) return undefined;
  return refuse('absent/coverage', {}, `${at}/coverageId`);
}

function refuseUnreadable({ frequency, status, bundledInto }: BenefitFact): Refusal | undefined {
  if (frequency !== undefined && frequency !== 'none' && lacksDays(frequency))
    return refuse('benefit-fact/rolling-without-days', {}, '/fact/frequency/days');
  if (status === 'bundled-into' && bundledInto === undefined)
    return refuse('benefit-fact/bundled-without-code', {}, '/fact/bundledInto');
  return undefined;
}

/** A file of the payer stands as it is; what a person typed can be put right. */
function refuseTyped(fact: BenefitFact): Refusal | undefined {
  if (fact.source.kind === '271') return undefined;
  const refusal = refuseAmount(fact.allowed);
  return refusal && { ...refusal, at: '/fact/allowed' };
}

function lacksDays({ window, days }: FrequencyLimit): boolean {
  return window === 'rolling-days' && days === undefined;
}

/** A telephone call is worth what can be shown of it: whom one spoke to, or the reference of the call. */
export function refuseSource(
  { source, learnedAt, goodThrough }: Pick<BenefitFact, 'source' | 'learnedAt' | 'goodThrough'>,
  now: Instant,
  at: string,
): Refusal | undefined {
  if (learnedAt > now) return refuse('benefit-fact/in-the-future', { learnedAt }, `${at}/learnedAt`);
  // A file of the payer is evidence as it stands. A day of slack: at the practice it may be the day before.
  if (
    source.kind !== '271' &&
    goodThrough !== undefined &&
    daysBetween(goodThrough, dayOf(learnedAt, 'UTC')) > 1
  )
    return refuse('benefit-fact/ran-out-before', { goodThrough }, `${at}/goodThrough`);
  const named = [source.representative, source.reference].some((word) => (word ?? '').trim() !== '');
  if (source.kind === 'telephone-call' && !named)
    return refuse('benefit-fact/call-without-witness', {}, `${at}/source/representative`);
  return undefined;
}
