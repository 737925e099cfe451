import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Caution } from './caution.ts';
import { overReserved } from './cautions.ts';
import { linesUnder, termsInOrder } from './estimate-lines.ts';
import type { EstimateRequest } from './estimate-request.ts';
import { ledgerOf } from './ledger.ts';
import { askOf, orderOf, requestOn, type PlanCost } from './plan-cost.ts';
import { promiseTooShort } from './predeterminations-of-case.ts';

/**
 * Promises that an order would not keep: limits that it passes once every reservation counts in the year of its line,
 * and answers of payers that end before the day of theirs.
 */
export function promisesBroken(
  cost: PlanCost,
  days: ReadonlyMap<string, CalendarDate>,
  textOf: (lineId: string) => string,
): readonly Caution[] {
  const request = requestOn(cost, days);
  const [order, ask] = [orderOf(cost), askOf(cost)];
  const placed = termsInOrder(request, order, ask);
  const lines = linesUnder(request, placed, ask);
  const ledger = request.plans.flatMap((plan) =>
    placed.flatMap(({ terms }) => (terms.plan === plan ? ledgerOf(terms, request, lines) : [])),
  );
  const promised = ledger.filter(({ reserved }) => reserved > 0);
  return [...overReserved(request, promised), ...promisesTooShort(request, textOf)];
}

/** A promise and the last day of it, once for each line. */
function promisesTooShort(
  { lines, plans, history = [] }: EstimateRequest,
  textOf: (lineId: string) => string,
): readonly Caution[] {
  const promised = [
    ...plans.flatMap(({ facts }) =>
      facts.flatMap((fact) =>
        fact.kind === 'predetermination' && fact.outcome === 'pays'
          ? { lineId: fact.lineId, through: fact.source?.expires }
          : [],
      ),
    ),
    ...history.flatMap(({ state, lineId, expires: through }) =>
      state === 'reserved' ? { lineId, through } : [],
    ),
  ];
  return lines.flatMap(({ lineId, date }) => {
    const through = promised.find(
      (one) => one.lineId === lineId && one.through !== undefined && one.through < date,
    )?.through;
    return through === undefined ? [] : promiseTooShort({ text: textOf(lineId), date }, through);
  });
}
