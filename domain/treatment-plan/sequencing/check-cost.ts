import { addDays } from '../../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../../kernel/refusal.ts';
import type { SequencingProblem } from './sequencing-problem.ts';

/** Costs are for the whole horizon and every item, or for none: half of them would make dear things look free. */
export function refuseCost({ cost, items, start, horizonDays }: SequencingProblem): Refusal | undefined {
  if (!cost) return undefined;
  const gap = cost.periods.findIndex(({ from }, index) => {
    const before = cost.periods[index - 1];
    return before ? from !== addDays(before.through, 1) : from > start;
  });
  if (gap >= 0) return refuse('plan-file/cost-period-gap', {}, `/cost/periods/${gap}/from`);
  const lastDay = addDays(start, horizonDays - 1);
  const last = cost.periods.at(-1);
  if (last === undefined || last.through < lastDay)
    return refuse(
      'plan-file/cost-period-short',
      { end: last?.through ?? '?', last: lastDay },
      `/cost/periods/${cost.periods.length - 1}/through`,
    );
  return refuseLines(items, cost);
}

function refuseLines(
  items: SequencingProblem['items'],
  cost: NonNullable<SequencingProblem['cost']>,
): Refusal | undefined {
  const pools = new Set(cost.pools.map(({ poolId, period }) => `${period} ${poolId}`));
  const deductibles = new Set(
    cost.deductibles.map(({ deductibleId, period }) => `${period} ${deductibleId}`),
  );
  const seen = new Set<string>();
  const known = new Set(items.map(({ itemId }) => itemId));
  for (const [index, line] of cost.lines.entries()) {
    const at = `/cost/lines/${index}`;
    const key = `${line.period} ${line.item}`;
    if (!known.has(line.item))
      return refuse('plan-file/cost-item-unknown', { item: line.item }, `${at}/item`);
    if (line.period >= cost.periods.length)
      return refuse('plan-file/cost-period-unknown', { period: line.period }, `${at}/period`);
    if (line.pool !== undefined && !pools.has(`${line.period} ${line.pool}`))
      return refuse('plan-file/cost-pool-unknown', { pool: line.pool, period: line.period }, `${at}/pool`);
    if (line.deductible !== undefined && !deductibles.has(`${line.period} ${line.deductible}`))
      return refuse(
        'plan-file/cost-deductible-unknown',
        { deductible: line.deductible, period: line.period },
        `${at}/deductible`,
      );
    if (seen.has(key)) return refuse('plan-file/cost-twice', { item: line.item, period: line.period }, at);
    seen.add(key);
  }
  const missing = items.findIndex(({ itemId }) => cost.periods.some((_, k) => !seen.has(`${k} ${itemId}`)));
  if (missing < 0) return undefined;
  return refuse('plan-file/cost-missing', { item: items[missing]?.itemId ?? '' }, `/items/${missing}`);
}
