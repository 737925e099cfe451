import { orderOfRequest } from '../../estimate/estimate.ts';
import { refuseContent } from '../../estimate/read-estimate-request.ts';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts';
import type { SequencingProblem } from './sequencing-problem.ts';

/** What is wrong with the estimate of a plan: a line that is no item of the plan, or what is wrong with any estimate. */
export function refuseCost({ cost, items }: SequencingProblem): Refusal | undefined {
  if (!cost) return undefined;
  const { estimate } = cost;
  const known = new Set(items.map(({ itemId }) => itemId));
  const stray = estimate.lines.findIndex(({ lineId }) => !known.has(lineId));
  if (stray >= 0)
    return refuse(
      'plan-file/cost-item-unknown',
      { item: estimate.lines[stray]?.lineId ?? '' },
      `/cost/estimate/lines/${stray}/lineId`,
    );
  const ordered = orderOfRequest(estimate);
  const contradiction = isRefusal(ordered) ? ordered : undefined;
  const refused = refuseContent(estimate) ?? contradiction;
  return refused && { ...refused, at: `/cost/estimate${refused.at ?? ''}` };
}
