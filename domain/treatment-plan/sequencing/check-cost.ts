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
  if (gap >= 0)
    return refuse(
      'plan-file/cost-period-gap',
      'The benefit periods leave days out.',
      'Each one begins on the day after the one before, and the first not after the start.',
      'Correct the day on which the period begins.',
      `/cost/periods/${gap}/from`,
    );
  const lastDay = addDays(start, horizonDays - 1);
  const last = cost.periods.at(-1);
  if (last === undefined || last.through < lastDay)
    return refuse(
      'plan-file/cost-period-short',
      'The benefit periods end before the days that are looked at.',
      `They end on ${last?.through ?? '?'}, and days through ${lastDay} are looked at.`,
      'Add a period.',
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
    if (!known.has(line.item)) return stray(`an item "${line.item}"`, `${at}/item`);
    if (line.period >= cost.periods.length) return stray(`a period ${line.period}`, `${at}/period`);
    if (line.pool !== undefined && !pools.has(`${line.period} ${line.pool}`))
      return stray(`a pool "${line.pool}" in period ${line.period}`, `${at}/pool`);
    if (line.deductible !== undefined && !deductibles.has(`${line.period} ${line.deductible}`))
      return stray(`a deductible "${line.deductible}" in period ${line.period}`, `${at}/deductible`);
    if (seen.has(key)) return stray(`one cost of "${line.item}" in period ${line.period}, but two`, at);
    seen.add(key);
  }
  const missing = items.findIndex(({ itemId }) => cost.periods.some((_, k) => !seen.has(`${k} ${itemId}`)));
  if (missing < 0) return undefined;
  return refuse(
    'plan-file/cost-missing',
    `The cost of "${items[missing]?.itemId ?? ''}" is not known in every benefit period.`,
    'What the patient pays can be added up only when each item has a cost in each period.',
    'Add the cost, or leave all costs out: then it is shown as not known.',
    `/items/${missing}`,
  );
}

function stray(what: string, at: string): Refusal {
  return refuse(
    'plan-file/cost-reference',
    'A cost names something that is not there.',
    `There is not ${what}.`,
    'Correct it.',
    at,
  );
}
