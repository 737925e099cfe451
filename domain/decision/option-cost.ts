import type { CoordinationCase } from '../case/case.ts';
import { sumCents } from '../kernel/money.ts';
import type { OptionCost, OptionText } from './option-sheet.ts';

/** What the plan itself knows of the cost of an option: the fees of its steps, before any insurance plan pays. */
export function feesOfOption(
  { planItems }: Pick<CoordinationCase, 'planItems'>,
  { itemIds }: Pick<OptionText, 'itemIds'>,
): Pick<OptionCost, 'fees' | 'stepsWithoutFee'> {
  const items = itemIds.flatMap((id) => planItems.get(id)?.item ?? []);
  const fees = items.flatMap(({ fee }) => (fee === undefined ? [] : [fee]));
  return {
    ...(fees.length === 0 ? {} : { fees: sumCents(fees) }),
    stepsWithoutFee: items.length - fees.length,
  };
}
