import type { PlanKnowledgeView, SaidOfPlanView } from '#contract/views.ts';
import { statementTopics, type StatementTopic } from '#domain/coverage/statement-topic.ts';

/** What disagrees comes first, what ran out last. */
export const rowStates = ['conflict', 'known', 'assumed', 'expired'] as const;
export type RowState = (typeof rowStates)[number];

export const rowTones: Record<RowState, string> = {
  conflict: 'warn',
  known: 'good',
  assumed: 'known',
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
  readonly topic: StatementTopic | 'expired';
  readonly rows: readonly PlanRow[];
}

/** The statements of a plan under their heads; what ran out stands under a head of its own. */
export function planRows({ subjects, outOfDate }: PlanKnowledgeView): readonly PlanRowGroup[] {
  const rows = subjects.map(({ followed, contrary, assumed }): PlanRow => ({
    state: followed === undefined ? 'assumed' : contrary.length > 0 ? 'conflict' : 'known',
    followed,
    others: [
      ...contrary.map((said) => ({ said, because: said.because })),
      ...assumed.map((said) => ({ said })),
    ],
  }));
  const expired = outOfDate.map((said): PlanRow => ({
    state: 'expired',
    followed: undefined,
    others: [{ said }],
  }));
  return [
    ...statementTopics.map((topic) => ({
      topic,
      rows: rows
        .filter((row) => (row.followed ?? row.others[0]?.said)?.topic === topic)
        .toSorted((one, other) => rowStates.indexOf(one.state) - rowStates.indexOf(other.state)),
    })),
    { topic: 'expired' as const, rows: expired },
  ].filter((group) => group.rows.length > 0);
}

/** How much is in disagreement, known, only assumed and run out. */
export function countStates(plan: PlanKnowledgeView): Record<RowState, number> {
  const counts = { conflict: 0, known: 0, assumed: 0, expired: 0 };
  for (const { rows } of planRows(plan)) for (const { state } of rows) counts[state] += 1;
  return counts;
}
