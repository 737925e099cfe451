import type { InForce, Reason } from '#contract/views.ts';
import { basisMessage, sourceMessage, type Basis } from '#domain/coverage/payer-answer.ts';
import type { RulePeriod } from '#domain/rulebook/rule.ts';
import { messageView } from './message-view.ts';

/** What a reason rests on, for people: the rule with its source and its period, or who said it. */
export function basisView(basis: Basis): Pick<Reason, 'rule' | 'source' | 'inForce'> {
  switch (basis.kind) {
    case 'rule':
      return {
        rule: basis.ruleId,
        source: messageView(sourceMessage(basis.source)),
        inForce: inForceView(basis.period),
      };
    case 'fact':
      return { rule: basis.factId, source: messageView(basisMessage(basis)) };
    case 'none':
      return {};
  }
}

function inForceView({ from, through }: RulePeriod): InForce {
  return through === 'open' ? { from } : { from, through };
}
