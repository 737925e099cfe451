import type { PlanKnowledgeView, SaidOfPlanView } from '#contract/views.ts';
import { statementTopics, type StatementTopic } from '#domain/coverage/statement-topic.ts';

/** What disagrees comes first, what ran out last. */
export const rowStates = ['conflict', 'known', 'assumed', 'unanswered', 'expired'] as const;
export type RowState = (typeof rowStates)[number];

export const rowTones: Record<RowState, string> = {
  conflict: 'warn',
  known: 'good',
  assumed: 'known',
  unanswered: 'need',
  expired: 'bad',
};

interface Other {
  readonly said: SaidOfPlanView;
  readonly because?: 'weaker' | 'older';
}

/** One statement with its state, and whoever says otherwise or only assumes. */
export interface PlanRow {
  readonly state: RowState;
  readonly followed: SaidOfPlanView | undefined;
  readonly others: readonly Other[];
}

export interface PlanRowGroup {
  readonly topic: StatementTopic | 'unanswered' | 'expired';
  readonly rows: readonly PlanRow[];
}

/** The statements of a plan under their heads; what was asked in vain and what ran out stand under heads of their own. */
export function planRows({ subjects, unanswered, outOfDate }: PlanKnowledgeView): readonly PlanRowGroup[] {
  const rows = subjects.map(({ followed, contrary, assumed }): PlanRow => ({
    state: followed === undefined ? 'assumed' : contrary.length > 0 ? 'conflict' : 'known',
    followed,
    others: [
      ...contrary.map((said) => ({ said, because: said.because })),
      ...assumed.map((said) => ({ said })),
    ],
  }));
  const alone = (state: RowState) => (said: SaidOfPlanView) => ({
    state,
    followed: undefined,
    others: [{ said }],
  });
  return [
    ...statementTopics.map((topic) => ({
      topic,
      rows: rows
        .filter((row) => (row.followed ?? row.others[0]?.said)?.topic === topic)
        .toSorted((one, other) => rowStates.indexOf(one.state) - rowStates.indexOf(other.state)),
    })),
    { topic: 'unanswered' as const, rows: unanswered.map(alone('unanswered')) },
    { topic: 'expired' as const, rows: outOfDate.map(alone('expired')) },
  ].filter((group) => group.rows.length > 0);
}

/** How much is in disagreement, known, only assumed and run out. */
export function countStates(plan: PlanKnowledgeView): Record<RowState, number> {
  const counts = { conflict: 0, known: 0, assumed: 0, unanswered: 0, expired: 0 };
  for (const { rows } of planRows(plan)) for (const { state } of rows) counts[state] += 1;
  return counts;
}
