import type { CalendarDate } from '../kernel/calendar-date.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { rulesOn, type Rulebook } from '../rulebook/rulebook.ts';
import { choosableCodes } from './code-decision.ts';
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
