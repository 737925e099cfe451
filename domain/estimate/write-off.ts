import { message } from '../kernel/message.ts';
import type { Line } from './estimate-request.ts';
import type { OwnBenefit } from './own-benefit.ts';
import type { FactOf } from './plan-facts.ts';
import type { PlanTerms } from './plan-terms.ts';
import { askWhether, type Ask } from './unknown.ts';

/**
 * What the office gives up under its contract with the first plan: the difference to the plan's amount for the
 * original code, also under an alternate benefit (field-facts 7.2). A service that is disallowed may not be charged
 * at all by a participating office; one that is no benefit may be charged in full (field-facts 2). Whether the
 * contracted fee holds when the plan pays nothing differs by plan and state, so it is asked for where it matters.
 */
export function contractWriteOff(
  terms: PlanTerms,
  line: Line,
  fee: number,
  benefit: Pick<OwnBenefit, 'outcome' | 'allowed' | 'atZeroPercent'> & { readonly maximumReached: boolean },
  ask: Ask,
): number {
  const difference = fee - benefit.allowed;
  if (difference === 0 && benefit.outcome !== 'disallowed') return 0;
  if (!participates(terms, line, ask)) return 0;
  switch (benefit.outcome) {
    case 'disallowed':
      return fee;
    case 'not-in-force':
      return 0;
    case 'not-a-benefit':
      return stated(terms, 'not-covered') === true ? difference : 0;
    case 'denied':
      return holds(terms, 'limit-reached', ask) ? difference : 0;
    case 'covered':
      if (benefit.atZeroPercent) return holds(terms, 'not-covered', ask) ? difference : 0;
      if (benefit.maximumReached) return holds(terms, 'maximum-reached', ask) ? difference : 0;
      return difference;
  }
}

export function participates({ plan, facts }: PlanTerms, line: Line, ask: Ask): boolean {
  const fact = networkOf(facts.network, line.office);
  if (fact) return fact.participates;
  const said = message('estimate.fact.network', { plan: plan.name });
  return askWhether(ask, `${plan.planId} ${line.office ?? ''} network`, said);
}

/** What is said of the office of a line, or else of every office. */
export function networkOf(
  stated: readonly FactOf<'network'>[],
  office: string | undefined,
): FactOf<'network'> | undefined {
  const own = office === undefined ? undefined : stated.find((fact) => fact.office === office);
  return own ?? stated.find((fact) => fact.office === undefined);
}

type When = FactOf<'write-off'>['when'];

function stated({ facts }: PlanTerms, when: When): boolean | undefined {
  return facts['write-off'].find((fact) => fact.when === when)?.holds;
}

function holds(terms: PlanTerms, when: When, ask: Ask): boolean {
  const said = message(`estimate.unknown.writeOff.${when}`, { plan: terms.plan.name });
  return stated(terms, when) ?? askWhether(ask, `${terms.plan.planId} write-off ${when}`, said);
}
