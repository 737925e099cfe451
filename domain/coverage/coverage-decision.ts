import type { Instant } from '../kernel/calendar-date.ts';
import { message } from '../kernel/message.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { plainName } from '../kernel/text.ts';
import type { Demographics, NewPatientEvent } from '../patient/patient-events.ts';
import type { Patient } from '../patient/patient.ts';
import type { Coverage } from './benefit-fact.ts';
import { circleOfChildren, type FindHolder } from './circle-of-children.ts';
import { coverageRecorded } from './coverage-event.ts';
import { endsFirst } from './ends-first.ts';

/** Of whom a coverage is, and what else covers them. */
interface Covered {
  readonly demographics: Demographics | undefined;
  readonly coverages: readonly Coverage[];
  readonly patientId: string;
  /** Other patients who may hold their plans. */
  readonly findHolder: FindHolder;
}

/** A coverage as it should read, as an event. */
export function decideRecordCoverage(
  { patientId, demographics, coverages }: Patient,
  coverage: Coverage,
  now: Instant,
  findHolder: FindHolder,
): NewPatientEvent | Refusal {
  const recorded = [...coverages.values()].map(({ value }) => value);
  const covered = { patientId, demographics, coverages: recorded, findHolder };
  return refuseCoverage(covered, coverage) ?? coverageRecorded(coverage, now);
}

/**
 * What no coverage can be, in this order: one that ends before it begins, a patient who
 * depends on themselves, a child that is not younger than its parent, children of each other in a circle, a place that
 * another coverage of the same kind has on the same days.
 */
export function refuseCoverage(covered: Covered, coverage: Coverage): Refusal | undefined {
  return (
    refusePeriod(coverage) ??
    refuseHolder(covered, coverage) ??
    refuseCircle(covered, coverage) ??
    refusePlace(covered, coverage)
  );
}

function refusePeriod(coverage: Coverage): Refusal | undefined {
  if (!endsFirst(coverage)) return undefined;
  const { from, through } = coverage;
  return refuse('coverage/ends-before-it-begins', { from, through }, '/coverage/through');
}

function refuseHolder({ demographics }: Covered, { subscriber }: Coverage): Refusal | undefined {
  const { relationship, birthDate } = subscriber;
  if (!demographics || relationship === 'self' || birthDate === undefined) return undefined;
  const sameName =
    plainName(subscriber.firstName) === plainName(demographics.firstName) &&
    plainName(subscriber.lastName) === plainName(demographics.lastName);
  if (sameName && birthDate === demographics.birthDate)
    return refuse('coverage/depends-on-oneself', {}, '/coverage/subscriber/relationship');
  return relationship === 'child' && birthDate >= demographics.birthDate
    ? refuse(
        'coverage/child-not-younger',
        { holder: birthDate, patient: demographics.birthDate },
        '/coverage/subscriber/birthDate',
      )
    : undefined;
}

function refuseCircle(
  { patientId, demographics, coverages, findHolder }: Covered,
  coverage: Coverage,
): Refusal | undefined {
  if (!demographics) return undefined;
  const { firstName, lastName, birthDate } = demographics;
  const first = { personId: patientId, firstName, lastName, birthDate, coverages };
  const circle = circleOfChildren(first, coverage, findHolder);
  return (
    circle &&
    refuse(
      'coverage/circular-dependants',
      { circle: circle.join(' → ') },
      '/coverage/subscriber/relationship',
    )
  );
}

function refusePlace({ coverages }: Covered, coverage: Coverage): Refusal | undefined {
  const rival = coverages.find(
    (value) =>
      value.coverageId !== coverage.coverageId &&
      value.kind === coverage.kind &&
      value.priority === coverage.priority &&
      overlap(value, coverage),
  );
  return (
    rival &&
    refuse(
      'coverage/same-place',
      { place: message(`web.word.priority.${coverage.priority}`), payer: rival.payerName },
      '/coverage/priority',
    )
  );
}

type Period = Pick<Coverage, 'from' | 'through'>;

function overlap(one: Period, other: Period): boolean {
  const before = (first: Period, second: Period) =>
    first.through !== undefined && second.from !== undefined && first.through < second.from;
  return !before(one, other) && !before(other, one);
}
