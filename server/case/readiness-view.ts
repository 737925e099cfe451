import type { ReadinessView } from '#contract/views.ts';
import type { Readiness } from '#domain/readiness/assess-readiness.ts';
import { messageView } from './message-view.ts';

export function readinessView({ answer, ready, claimed, results }: Readiness): ReadinessView {
  return {
    answer,
    ready,
    claimed,
    checks: results.map(({ checkId, belongsTo, result, reason, mend }) => ({
      checkId,
      belongsTo,
      result,
      reason: {
        message: messageView(reason.message),
        rule: reason.rule,
        source: messageView(reason.source),
        evidence: [...reason.evidence],
      },
      ...(mend ? { mend } : {}),
    })),
  };
}
