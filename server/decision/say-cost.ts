import { say, type Language } from '#contract/say.ts';
import type { EstimatedOption } from '#domain/decision/option-cost.ts';
import type { OptionCost } from '#domain/decision/option-sheet.ts';
import { message } from '#domain/kernel/message.ts';

/** The reasons of a cost in the language of the sheet: what the patient read stays as it was read. */
export function sayCost({ reasons, ...cost }: EstimatedOption, language: Language): OptionCost {
  return {
    ...cost,
    reasons: reasons.map((reason) =>
      reason.id.startsWith('forPatient.')
        ? say(language, reason)
        : say(language, message('forPatient.cost.dependsOn', { fact: say(language, reason) })),
    ),
  };
}
