import { message } from '../kernel/message.ts';
import { cents } from '../kernel/money.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import type { EstimateRequest, Line, Plan } from './estimate-request.ts';
import { candidatesOf, pricedCodes } from './plan-facts.ts';
import { withFact, type Supposition } from './suppositions.ts';
import { networkOf } from './write-off.ts';

/**
 * The contract of an office in the network all but surely has an amount below the fee, and where it is not told the fee
 * itself is taken. Nobody can say how far below, so what stands in its place is a bound that holds whatever it is: one
 * cent, since an amount of nothing would be no benefit at all. Asked only where a lower amount leaves less to the
 * patient, which is known once it is tried with the half: of a plan that pays second, or after a maximum that ends the
 * contract, it would not.
 */
export function amountsNotTold(
  request: EstimateRequest,
  isLess: (asked: EstimateRequest) => boolean,
): readonly Supposition[] {
  return request.plans.flatMap((plan) => {
    const priced = pricedCodes(plan);
    const unpriced = [...Map.groupBy(request.lines, ({ code }) => code)].filter(
      ([code, lines]) =>
        !priced.has(code) &&
        lines.every((line) => isInNetwork(plan, line)) &&
        isLess(allowing(request, plan, [code], Math.min(...lines.map(({ fee }) => fee)) / 2)),
    );
    if (unpriced.length === 0) return [];
    const codes = unpriced.map(([code]) => code);
    const params = { plan: plan.name, about: codes.join(', ') };
    return [
      {
        key: `${plan.planId} supposed allowed`,
        planId: plan.planId,
        kind: 'allowed',
        condition: message('estimate.outlook.if.allowed', params),
        fact: message('estimate.outlook.fact.allowed', params),
        isForPatient: true,
        isBoundOnly: true,
        suppose: (asked) => whereContractHolds(allowing(asked, plan, codes, 1), plan),
      },
    ];
  });
}

/** Known to be, of the office of the line or of every office; where it may be or not, that is asked first. */
function isInNetwork({ facts }: Plan, { office }: Line): boolean {
  const stated = facts.flatMap((fact) => (fact.kind === 'network' ? fact : []));
  return networkOf(stated, office)?.participates ?? false;
}

function allowing(
  request: EstimateRequest,
  { planId }: Plan,
  codes: readonly ProcedureCode[],
  amount: number,
): EstimateRequest {
  return codes.reduce(
    (asked, code) => withFact(asked, planId, { kind: 'allowed', code, amount: cents(Math.floor(amount)) }),
    request,
  );
}

const whens = ['not-covered', 'maximum-reached', 'limit-reached'] as const;

/**
 * Whether the contract holds where the plan pays nothing matters once there is an amount, and is asked for then. Where
 * it does not hold the fee is left, which stands in what is known, so beside the bound it would only be more to try.
 */
function whereContractHolds(request: EstimateRequest, plan: Plan): EstimateRequest {
  const told = candidatesOf(plan).flatMap((fact) => (fact.kind === 'write-off' ? fact.when : []));
  return whens
    .filter((when) => !told.includes(when))
    .reduce((asked, when) => withFact(asked, plan.planId, { kind: 'write-off', when, holds: true }), request);
}
