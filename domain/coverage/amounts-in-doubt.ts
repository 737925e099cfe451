import { money } from '../estimate/money-words.ts';
import { message, type Message } from '../kernel/message.ts';
import type { PlanStatement } from './plan-answer.ts';
import type { PlanKnowledge, PlanSubject, SaidOfPlan } from './plan-knowledge.ts';
import { limitKey, refuseBesideKnown } from './refuse-amounts.ts';

/** Two amounts that two sources told, which cannot both be true: which counts, and why. */
export interface AmountsInDoubt {
  readonly why: Message;
  /** The newer one first; of two about the very same, the one that is followed. */
  readonly sides: readonly [SaidOfPlan, SaidOfPlan];
}

/** What a payer's file told stands as it was said, so that it may not fit what others told: that is never silent. */
export function amountsInDoubt({ subjects }: Pick<PlanKnowledge, 'subjects'>): readonly AmountsInDoubt[] {
  const followed = subjects.flatMap((subject) => subject.followed ?? []).toSorted(newestFirst);
  return [...subjects.flatMap(otherAmounts), ...impossibleTogether(followed)];
}

/** About the very same thing somebody told another amount. */
function otherAmounts({ followed, contrary }: PlanSubject): readonly AmountsInDoubt[] {
  const amount = followed && amountOf(followed.statement);
  if (!followed || amount === undefined) return [];
  return contrary.flatMap((other): AmountsInDoubt[] => {
    const set = amountOf(other.statement);
    if (set === undefined || set === amount) return [];
    const why = message(`coverage.amounts.${other.because}`, { followed: amount, setAside: set });
    return [{ why, sides: [followed, other] }];
  });
}

/** Of a maximum that there is none is no amount: the statement itself says it. */
function amountOf(statement: PlanStatement): string | undefined {
  if (!('amount' in statement) || statement.amount === undefined || statement.amount === 'none')
    return undefined;
  return money(statement.amount);
}

const impossible: Readonly<Record<string, string>> = {
  'plan-answer/more-left-than-there-is': 'coverage.amounts.more-left-than-there-is',
  'plan-answer/family-below-one': 'coverage.amounts.family-below-one',
  'plan-answer/deductible-above-maximum': 'coverage.amounts.deductible-above-maximum',
};

/** By the rule for what people type. Nobody can tell which of the two is wrong, so both stand. */
function impossibleTogether(followed: readonly SaidOfPlan[]): readonly AmountsInDoubt[] {
  const comparable = Map.groupBy(followed, ({ statement }) => limitKey(statement));
  comparable.delete(undefined);
  return [...comparable.values()].flatMap((group) =>
    group.flatMap((one, index) =>
      group.slice(index + 1).flatMap((other): AmountsInDoubt[] => {
        const refusal = refuseBesideKnown(one.statement, [other.statement]);
        const why = refusal && impossible[refusal.code];
        return why === undefined ? [] : [{ why: message(why), sides: [one, other] }];
      }),
    ),
  );
}

function newestFirst(one: SaidOfPlan, other: SaidOfPlan): number {
  const [first, second] = [learnedAt(one), learnedAt(other)];
  return first > second ? -1 : Number(first < second);
}

function learnedAt({ basis }: SaidOfPlan): string {
  return basis.kind === 'fact' ? basis.learnedAt : '';
}
