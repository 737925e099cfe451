import type { FactOf, Scope } from '../estimate/plan-facts.ts';
import { closeness } from '../estimate/scope.ts';
import { monthsOf } from '../estimate/frequency.ts';
import type { CoverageQuestion } from './coverage-question.ts';
import type { CountedLimit } from './frequency-window.ts';
import type { Basis } from './payer-answer.ts';
import { stateOn, type Statement } from './precedence.ts';
import { isOfPlanAnswer, saidOf, type PlanWords } from './said-of-code.ts';

/** A limit that the code shares with others: a service of any of them counts. */
interface SharedLimit {
  readonly limit: CountedLimit;
  readonly scope: Scope | undefined;
  readonly basis: Basis;
}

interface PlanLimits {
  /** About the code itself: weighed against benefit facts and rules. */
  readonly ofCode: readonly Statement<CountedLimit | 'none'>[];
  readonly shared: readonly SharedLimit[];
}

/** How often the plan pays the code, as somebody said it of the plan; a word as narrow or narrower lifts a limit. */
export function planLimits(question: CoverageQuestion, words: PlanWords): PlanLimits {
  const told = words.followed.filter(({ basis }) => isOfPlanAnswer(question, basis));
  const fit = ({ for: scope }: { readonly for?: Scope }) => closeness(scope, question.code, words.groups);
  const free = saidOf(told, 'no-frequency-limit').filter((said) => fit(said) >= 0);
  const lifted = Math.max(-1, ...free.map(fit));
  const limits = saidOf(told, 'frequency').filter((said) => fit(said) > lifted);
  return {
    ofCode: [
      ...limits
        .filter(({ for: scope }) => scope?.code !== undefined)
        .map(({ statement, basis }) => stateOn(basis, countedLimit(statement))),
      ...free
        .filter(({ for: scope }) => scope?.code !== undefined)
        .map(({ basis }) => stateOn(basis, 'none' as const)),
    ],
    shared: limits
      .filter(({ for: scope }) => scope?.code === undefined)
      .map(({ statement, basis, for: scope }) => ({ limit: countedLimit(statement), scope, basis })),
  };
}

/** Coordination has no tooth and no area, so a limit of one of them counts for the patient. */
function countedLimit(limit: FactOf<'frequency'>): CountedLimit {
  const { times, eachOffice, per } = limit;
  return {
    times,
    ...(limit.window === 'benefit-year'
      ? { window: limit.window }
      : { window: 'rolling-months', months: monthsOf(limit) }),
    ...(per === 'not-said' && limit.for?.code === undefined ? { mayBeApart: true } : {}),
    ...(eachOffice === true ? { per: 'billing-provider' } : {}),
  };
}
