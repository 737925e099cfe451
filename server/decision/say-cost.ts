import { say, type Language } from '#contract/say.ts';
import type { EstimatedOption } from '#domain/decision/option-cost.ts';
import type { OptionCost } from '#domain/decision/option-sheet.ts';
import { message, type Message } from '#domain/kernel/message.ts';

/** The reasons of a cost in the language of the sheet: what the patient read stays as it was read. */
export function sayCost({ reasons, ...cost }: EstimatedOption, language: Language): OptionCost {
  return { ...cost, reasons: [...new Set(reasons.map((reason) => say(language, forPatient(reason))))] };
}

/** The estimate names its facts for billers; a patient reads what we still have to ask, and whom. */
function forPatient({ id, params }: Message): Message {
  if (id.startsWith('forPatient.')) return message(id, params);
  return message(id.replace(/^estimate\./, 'forPatient.cost.why.'), params);
}
