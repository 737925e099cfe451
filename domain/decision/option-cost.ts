import type { CoordinationCase } from '../case/case.ts';
import { todayOf, type Deciding } from '../case/deciding.ts';
import { caseRequest } from '../estimate/case-request.ts';
import { estimate } from '../estimate/estimate.ts';
import { message, type Message } from '../kernel/message.ts';
import { sumCents } from '../kernel/money.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { OptionCost, OptionText } from './option-sheet.ts';

/** What an option is expected to cost, before its reasons are said in a language. */
export interface EstimatedOption extends Omit<OptionCost, 'reasons'> {
  readonly reasons: readonly Message[];
}

/** Facts that nobody told, and that would narrow the range: so many are said. */
const mostFacts = 2;

/**
 * The estimate of the steps of one option alone, as of today. Without a coverage on the record nobody knows whether a
 * plan pays, so that years stay unknown; where the coverages contradict each other, too.
 */
export function costOfOption(
  state: CoordinationCase,
  { itemIds }: Pick<OptionText, 'itemIds'>,
  deciding: Deciding,
): EstimatedOption {
  const { patient, practice } = deciding;
  const alone = { ...state, planItems: itemsAlone(state, itemIds) };
  const { request, leftOut } = caseRequest(alone, patient, practice, todayOf(deciding));
  const fees = request.lines.map(({ fee }) => fee);
  const known = {
    ...(fees.length === 0 ? {} : { fees: sumCents(fees) }),
    stepsWithoutFee: leftOut.length,
  };
  if (fees.length === 0) return { ...known, years: [], reasons: [] };
  if (patient.coverages.size === 0)
    return { ...known, years: [], reasons: [message('forPatient.cost.noPlanOnRecord')] };
  const found = estimate(request);
  if (isRefusal(found)) return { ...known, years: [], reasons: [message('forPatient.cost.planNotKnown')] };
  const years = found.years.map(({ from, through, patient: { low, high } }) => ({
    from,
    through,
    patient: { least: low, most: high },
  }));
  return { ...known, years, reasons: found.questions.slice(0, mostFacts).map(({ fact }) => fact) };
}

/** The steps of the option as if it were chosen: one that was declined for another option counts here. */
function itemsAlone(
  { planItems }: CoordinationCase,
  itemIds: readonly string[],
): CoordinationCase['planItems'] {
  return new Map(
    itemIds.flatMap((id) => {
      const recorded = planItems.get(id);
      if (!recorded) return [];
      const { item } = recorded;
      const chosen = item.status === 'declined' ? { ...item, status: 'accepted' as const } : item;
      return [[id, { ...recorded, item: chosen }] as const];
    }),
  );
}
