import type { CoordinationCase } from '../case/case.ts';
import { liveClaims } from '../case/standing-activities.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import type { Patient } from '../patient/patient.ts';
import type { Coverage } from './benefit-fact.ts';
import type { PastService } from './coverage-question.ts';

const priorities = ['primary', 'secondary', 'tertiary'] as const;

/** The coverage of a day of service: the named one, else the one that is asked first. */
export function coverageOnDay(
  patient: Patient,
  day: CalendarDate,
  coverageId?: string,
): Coverage | undefined {
  const coverages = [...patient.coverages.values()].map(({ value }) => value);
  if (coverageId !== undefined) return coverages.find((each) => each.coverageId === coverageId);
  return askedFirst(coverages, day);
}

/**
 * In which order coverages are asked on a day: a dental one before a medical one, one that is in force before one
 * that is not, the primary one before the others.
 */
export function inOrderOfAsking(coverages: readonly Coverage[], day: CalendarDate): readonly Coverage[] {
  const rank = (coverage: Coverage) =>
    (coverage.kind === 'dental' ? 0 : 10) +
    (isInForce(coverage, day) ? 0 : 5) +
    priorities.indexOf(coverage.priority);
  return coverages.toSorted((one, other) => rank(one) - rank(other));
}

export function askedFirst(coverages: readonly Coverage[], day: CalendarDate): Coverage | undefined {
  return inOrderOfAsking(coverages, day)[0];
}

/** A coverage without a date on one side is open on that side. */
export function isInForce(coverage: Coverage, day: CalendarDate): boolean {
  return (
    (coverage.from === undefined || coverage.from <= day) &&
    (coverage.through === undefined || day <= coverage.through)
  );
}

/**
 * What has been billed for a patient in these cases, a day and code once for each case, on claims that stand.
 * Claims that already hold one of `activityIds` are left out too: work is no history of itself.
 */
export function billedServices(
  cases: readonly CoordinationCase[],
  patientId: string,
  activityIds: readonly string[],
): readonly PastService[] {
  return cases
    .filter((each) => each.patientId === patientId)
    .flatMap((each) => {
      const services = new Map<string, PastService>();
      for (const { lines, billing, treating } of liveClaims(each)) {
        const own = lines.some((line) => line.activityIds.some((id) => activityIds.includes(id)));
        if (own) continue;
        for (const { code, serviceDate } of lines)
          services.set(`${code} ${serviceDate}`, {
            code,
            date: serviceDate,
            billing: billing.billingNpi,
            rendering: treating.npi,
          });
      }
      return [...services.values()];
    });
}

/** Other codes that were billed for the patient on a day. */
export function codesBesides(
  history: readonly PastService[],
  code: ProcedureCode,
  day: CalendarDate,
): readonly ProcedureCode[] {
  return [
    ...new Set(history.filter((past) => past.date === day && past.code !== code).map((past) => past.code)),
  ];
}
