import { repeats } from '../case/deciding.ts';
import { dayOf, type Instant } from '../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { NewPatientEvent } from '../patient/patient-events.ts';
import type { Patient } from '../patient/patient.ts';
import { refuseSource, refuseUnknownCoverage } from './benefit-fact-decisions.ts';
import type { BenefitUse } from './benefit-use.ts';
import type { KnownStep } from './known-step.ts';
import { refuseAmount } from './refuse-amounts.ts';
import { aboveLimit } from './use-above-limit.ts';

/** What is known beside the patient's own chain. */
interface UseSeen {
  readonly steps: readonly KnownStep[];
  readonly now: Instant;
  /** Somebody was asked whether so much can be right, and said that it is. */
  readonly isConfirmed: boolean;
}

/**
 * Refused: an unknown coverage, a source without a witness, an end without a reservation or before it begins, two places,
 * a step that no plan of the patient has, a day before the patient was born or one to come, an amount that nobody believes,
 * a change without a reason, and until it is confirmed more than a known limit has.
 */
export function decideRecordBenefitUse(
  patient: Patient,
  use: BenefitUse,
  { steps, now, isConfirmed }: UseSeen,
): NewPatientEvent | 'repeated' | Refusal {
  const earlier = patient.benefitUses.get(use.useId)?.value;
  const repeated = repeats(earlier, use);
  if (repeated === 'repeated') return repeated;
  return (
    refuseUnknownCoverage(patient, use.coverageId, '/use') ??
    refuseSource(use, now, '/use') ??
    refuseUse(use) ??
    refuseStep(use, steps) ??
    refuseDay(patient, use, now) ??
    refusePaid(use) ??
    refuseWithoutReason(use, earlier) ??
    (isConfirmed || !takesAnew(use, earlier) ? undefined : aboveLimit(patient, use, dayOf(now, 'UTC'))) ?? {
      type: 'patient.benefit-use-recorded',
      occurredAt: use.learnedAt,
      data: { use },
    }
  );
}

/** What was asked when it was recorded is not asked again when only its state changes. */
function takesAnew(use: BenefitUse, earlier: BenefitUse | undefined): boolean {
  if (use.state === 'withdrawn') return false;
  return (['pays', 'deductible', 'date', 'code', 'member'] as const).some(
    (name) => use[name] !== earlier?.[name],
  );
}

/** What became of a use needs no reason; that it was wrong does, so that a number never changes without a word. */
function refuseWithoutReason(use: BenefitUse, earlier: BenefitUse | undefined): Refusal | undefined {
  if (!earlier) return undefined;
  const isCorrected = (['date', 'code', 'tooth', 'area', 'deductible', 'office', 'member'] as const).some(
    (name) => use[name] !== earlier[name],
  );
  const needsReason =
    use.state === 'withdrawn' || isCorrected || (use.state === earlier.state && use.pays !== earlier.pays);
  if (!needsReason || (use.note ?? '').trim() !== '') return undefined;
  return refuse('benefit-use/no-reason', {}, '/use/note');
}

/**
 * A use that is there already: of the same coverage, with the same number, day and amount. Two offices may well enter
 * the same explanation of benefits, so it is warned of and not refused.
 */
export function sameUse(
  uses: readonly BenefitUse[],
  use: Pick<BenefitUse, 'useId' | 'coverageId' | 'date' | 'pays'> & { readonly reference: string },
): BenefitUse | undefined {
  const number = plain(use.reference);
  if (number === '') return undefined;
  return uses.find(
    (other) =>
      other.useId !== use.useId &&
      other.state !== 'withdrawn' &&
      other.coverageId === use.coverageId &&
      other.date === use.date &&
      other.pays === use.pays &&
      plain(other.source.reference ?? '') === number,
  );
}

/** A number without the spaces and dashes that people type or leave out. */
function plain(reference: string): string {
  return reference.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase();
}

/** A payer pays for what was done; what waits or is reserved may be for a day to come. */
function refuseDay(
  { demographics }: Patient,
  { date, state }: BenefitUse,
  now: Instant,
): Refusal | undefined {
  const birthDate = demographics?.birthDate;
  if (birthDate !== undefined && date < birthDate)
    return refuse('benefit-use/before-birth', { date, birthDate }, '/use/date');
  const today = dayOf(now, 'UTC');
  return state === 'paid' && date > today
    ? refuse('benefit-use/day-to-come', { date, today }, '/use/date')
    : undefined;
}

function refuseStep({ itemId }: BenefitUse, steps: readonly KnownStep[]): Refusal | undefined {
  return itemId === undefined || steps.some((step) => step.itemId === itemId)
    ? undefined
    : refuse('benefit-use/no-such-step', {}, '/use/itemId');
}

function refusePaid({ pays, deductible }: BenefitUse): Refusal | undefined {
  const refusal = refuseAmount(pays);
  if (refusal) return { ...refusal, at: '/use/pays' };
  const taken = refuseAmount(deductible);
  return taken && { ...taken, at: '/use/deductible' };
}

function refuseUse({ state, date, expires, tooth, area }: BenefitUse): Refusal | undefined {
  if (expires !== undefined && state !== 'reserved')
    return refuse('benefit-use/end-without-reservation', {}, '/use/expires');
  if (expires !== undefined && expires < date)
    return refuse('benefit-use/ends-before-it-begins', { date, expires }, '/use/expires');
  if (tooth !== undefined && area !== undefined) return refuse('estimate/tooth-and-area', {}, '/use/area');
  return undefined;
}
