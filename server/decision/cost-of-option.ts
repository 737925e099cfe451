import { say, type Language } from '#contract/say.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import { feesOfOption } from '#domain/decision/option-cost.ts';
import type { OptionCost, OptionText } from '#domain/decision/option-sheet.ts';
import { message } from '#domain/kernel/message.ts';

/** What is known of the cost of an option when its sheet is recorded. Its reasons are said in the sheet's language. */
export function costOfOption(state: CoordinationCase, option: OptionText, language: Language): OptionCost {
  const reasons = option.itemIds.length === 0 ? [] : [message('forPatient.cost.planNotKnown')];
  return {
    ...feesOfOption(state, option),
    years: [],
    reasons: reasons.map((reason) => say(language, reason)),
  };
}
