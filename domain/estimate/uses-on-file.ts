import type { PlanKnowledge } from '../coverage/plan-knowledge.ts';
import { saidOf } from '../coverage/said-of-code.ts';
import { cents } from '../kernel/money.ts';
import type { Plan } from './estimate-request.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { sourceOf } from './plan-of-coverage.ts';

/**
 * Services that the payer says it has on file, whoever did them, besides those that are recorded: they count toward how
 * often, and nobody told what was paid for them. What was done stays done after the answer that told of it ran out.
 */
export function usesOnFile(
  { planId }: Pick<Plan, 'planId'>,
  { subjects, outOfDate }: PlanKnowledge,
  recorded: readonly LedgerEntry[],
  timeZone: string,
): readonly LedgerEntry[] {
  const said = [...subjects.flatMap(({ followed }) => followed ?? []), ...outOfDate];
  const counted = new Set(
    recorded.filter((entry) => entry.planId === planId).map(({ code = '', date }) => `${code} ${date}`),
  );
  return saidOf(said, 'last-service').flatMap(({ statement: { code, on }, basis }): LedgerEntry[] => {
    const service = `${code} ${on}`;
    if (counted.has(service)) return [];
    counted.add(service);
    const { kind } = sourceOf(basis, timeZone);
    return [{ planId, state: 'paid', date: on, code, pays: cents(0), source: kind }];
  });
}
