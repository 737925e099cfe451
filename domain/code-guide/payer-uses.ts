import { coverageOnDay } from '../coverage/coverage-on-day.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { rulesOn, type Rulebook } from '../rulebook/rulebook.ts';
import { choosableCodes } from './code-decision.ts';
import type { Patient } from '../patient/patient.ts';
import type { Practice } from '../practice/practice.ts';
import type { PayerUse } from './work-facts.ts';

/** Codes that a payer uses, on a day of service, for work of its own choosing. */
export function payerUsesOn(
  rulebook: Rulebook,
  rulebookPayer: string | undefined,
  day: CalendarDate,
): readonly PayerUse[] {
  const payer = rulebookPayer === undefined ? undefined : rulebook.payers.get(rulebookPayer);
  return choosableCodes.flatMap((code) =>
    rulesOn(payer, 'modality', procedureCode(code), day).map((rule) => ({
      code,
      activityKinds: rule.activityKinds,
      ruleId: rule.id,
    })),
  );
}

/** The same for the payer that is asked first on each day, or for the payer of the named coverage. */
export function payerUsesByDay({
  rulebook,
  practice,
  patient,
  coverageId,
}: {
  readonly rulebook: Rulebook;
  readonly practice: Practice;
  readonly patient: Patient;
  readonly coverageId?: string;
}): (day: CalendarDate) => readonly PayerUse[] {
  return (day) => {
    const payerId = coverageOnDay(patient, day, coverageId)?.payerId;
    const payer = payerId === undefined ? undefined : practice.payers.get(payerId);
    return payerUsesOn(rulebook, payer?.rulebookPayer, day);
  };
}
