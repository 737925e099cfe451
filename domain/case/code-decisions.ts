import { isNeverService } from '../activity/service-seconds.ts';
import type { CodeDecision } from '../code-guide/code-decision.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { CoordinationCase } from './case.ts';
import type { NewCaseEvent } from './case-events.ts';
import { refuseAbsent, type Deciding } from './deciding.ts';
import { isOnLiveClaim } from './standing-activities.ts';

/**
 * Keeps which code a person chose for which activities. `proposed` and `version` come from the code choice.
 * Refusals in this order: 'case/not-there', 'code/activity-withdrawn', 'code/never-service', 'code/already-claimed', 'code/reason-needed'.
 */
export function decideCode(
  state: CoordinationCase,
  decision: CodeDecision,
  { now }: Deciding,
): readonly NewCaseEvent[] | Refusal {
  if (state.codeDecisions.some((earlier) => earlier.decision.decisionId === decision.decisionId)) return [];
  for (const [index, activityId] of decision.activityIds.entries()) {
    const recorded = state.activities.get(activityId);
    if (!recorded) return refuseAbsent('activity', `/activityIds/${index}`);
    if (recorded.withdrawn) return refuse('code/activity-withdrawn', {}, `/activityIds/${index}`);
    if (decision.code !== 'none' && isNeverService(recorded))
      return refuse('code/never-service', {}, `/activityIds/${index}`);
    if (isOnLiveClaim(state, activityId)) return refuse('code/already-claimed', {}, `/activityIds/${index}`);
  }
  if (decision.code !== decision.proposed && decision.reason.trim() === '')
    return refuse('code/reason-needed', { proposed: decision.proposed, code: decision.code }, '/reason');
  return [{ type: 'code.decided', occurredAt: now, data: { decision } }];
}
