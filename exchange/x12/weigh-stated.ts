import type { PlanStatement } from '#domain/coverage/plan-answer.ts';
import { limitKey, refuseAmounts } from '#domain/coverage/refuse-amounts.ts';
import { statementSubject } from '#domain/coverage/statement-subject.ts';
import { scopeKey } from '#domain/estimate/scope.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import type { BenefitLine } from './answer-271.ts';
import type { Aside, AsideReason } from './aside.ts';

/** A statement with the line that makes it. */
export interface Stated {
  readonly line: BenefitLine;
  readonly statement: PlanStatement;
}

export interface Weighed {
  readonly statements: readonly PlanStatement[];
  readonly aside: readonly Aside[];
}

/**
 * What counts of all that the lines state, in this order: a word about dental care before one about the health plan as
 * a whole; of lines that contradict each other none, nor of those that pay a share of what is no benefit; of amounts
 * that cannot both be true neither.
 */
export function weighStated(stated: readonly Stated[]): Weighed {
  const dental = withoutHealthPlan(stated);
  const agreed = withoutContradictions(dental.kept);
  const paid = withoutUnpaidShares(agreed.kept);
  const likely = withoutImpossible(paid.kept);
  return {
    statements: likely.kept.map(({ statement }) => statement),
    aside: distinct([...dental.aside, ...agreed.aside, ...paid.aside, ...likely.aside]),
  };
}

interface Sifted {
  readonly kept: readonly Stated[];
  readonly aside: readonly Aside[];
}

/** One line can make several statements, and is set aside once for one reason. */
function distinct(all: readonly Aside[]): readonly Aside[] {
  const reasons = new Map<BenefitLine, Set<AsideReason>>();
  return all.filter(({ line, reason }) => {
    const before = reasons.get(line) ?? new Set();
    reasons.set(line, before);
    if (before.has(reason)) return false;
    before.add(reason);
    return true;
  });
}

/** Service type 30 is the health plan, 35 dental care: the narrower word on whether it is in force counts. */
function withoutHealthPlan(stated: readonly Stated[]): Sifted {
  const isInForce = ({ statement }: Stated) => statement.kind === 'in-force';
  const dental = stated.filter((one) => isInForce(one) && one.line.services.includes('35'));
  const [first] = dental;
  if (!first) return { kept: stated, aside: [] };
  const wider = stated.filter((one) => isInForce(one) && !dental.includes(one));
  return {
    kept: stated.filter((one) => !wider.includes(one)),
    aside: wider.flatMap(({ line, statement }) =>
      canonicalJson(statement) === canonicalJson(first.statement) ? [] : { line, reason: 'health-plan' },
    ),
  };
}

function withoutContradictions(stated: readonly Stated[]): Sifted {
  const kept: Stated[] = [];
  const aside: Aside[] = [];
  for (const group of Map.groupBy(stated, subjectOf).values()) {
    const [first] = group;
    const agree = new Set(group.map(({ statement }) => canonicalJson(statement))).size === 1;
    if (first && agree) kept.push(first);
    else aside.push(...group.map(({ line }) => ({ line, reason: 'contradicts' as const })));
  }
  return { kept, aside };
}

/** That something is no benefit contradicts that the plan pays a share of it. */
function withoutUnpaidShares(stated: readonly Stated[]): Sifted {
  const wrong = new Set<Stated>();
  const shares = stated.filter(({ statement }) => isNoBenefit(statement) || isPaidInPart(statement));
  for (const group of Map.groupBy(shares, scopeOf).values())
    if (group.some((one) => isNoBenefit(one.statement)) && group.some((one) => isPaidInPart(one.statement)))
      for (const one of group) wrong.add(one);
  return {
    kept: stated.filter((one) => !wrong.has(one)),
    aside: [...wrong].map(({ line }) => ({ line, reason: 'contradicts' })),
  };
}

function isNoBenefit(statement: PlanStatement): boolean {
  return statement.kind === 'status' && statement.status === 'not-a-benefit';
}

function isPaidInPart(statement: PlanStatement): boolean {
  return statement.kind === 'copay' || (statement.kind === 'percentage' && statement.percent > 0);
}

function scopeOf({ statement }: Stated): string {
  return scopeKey('for' in statement ? statement.for : undefined);
}

const impossible: Readonly<Record<string, AsideReason>> = {
  'plan-answer/more-left-than-there-is': 'more-left-than-there-is',
  'plan-answer/family-below-one': 'family-below-one',
  'plan-answer/deductible-above-maximum': 'deductible-above-maximum',
};

/** By the rule for what people type. Nobody can tell which of two amounts is the wrong one. */
function withoutImpossible(stated: readonly Stated[]): Sifted {
  const aside: Aside[] = [];
  const wrong = new Set<Stated>();
  const comparable = Map.groupBy(stated, ({ statement }) => limitKey(statement));
  comparable.delete(undefined);
  for (const group of comparable.values())
    for (const [index, one] of group.entries())
      for (const other of group.slice(index + 1)) {
        const refusal = refuseAmounts([one.statement, other.statement], '');
        const reason = refusal && impossible[refusal.code];
        if (reason === undefined) continue;
        for (const each of [one, other]) {
          wrong.add(each);
          aside.push({ line: each.line, reason });
        }
      }
  return { kept: stated.filter((one) => !wrong.has(one)), aside };
}

function subjectOf({ statement }: Stated): string {
  return statementSubject(statement);
}
