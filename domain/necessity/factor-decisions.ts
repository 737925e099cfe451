import type { CoordinationCase } from '../case/case.ts';
import type { NewCaseEvent } from '../case/case-events.ts';
import { refuseAbsent, repeats, type Deciding } from '../case/deciding.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { placeOfEvidence } from './evidence-place.ts';
import type { NecessityFactor } from './factor.ts';

/**
 * Records a factor, or what it should read now under the same id. Evidence that the record does not hold is
 * refused; a factor without evidence is kept, and reported as lacking it until it has some.
 */
export function decideRecordFactor(
  state: CoordinationCase,
  { factor }: { readonly factor: NecessityFactor },
  { now, patient }: Deciding,
): readonly NewCaseEvent[] | Refusal {
  if (repeats(state.factors.get(factor.factorId)?.factor, factor) === 'repeated') return [];
  const unknown = factor.evidence.findIndex(
    (evidence) => placeOfEvidence(evidence, state, patient, state.position + 1) === undefined,
  );
  if (unknown >= 0)
    return refuse(
      'factor/evidence-unknown',
      { label: factor.evidence[unknown]?.label ?? '' },
      `/factor/evidence/${unknown}`,
    );
  return [{ type: 'necessity.factor-recorded', occurredAt: now, data: { factor } }];
}

export function decideWithdrawFactor(
  state: CoordinationCase,
  { factorId, reason }: { readonly factorId: string; readonly reason: string },
  { now }: Deciding,
): readonly NewCaseEvent[] | Refusal {
  if (!state.factors.has(factorId)) return refuseAbsent('factor', '/factorId');
  return [{ type: 'necessity.factor-withdrawn', occurredAt: now, data: { factorId, reason } }];
}
