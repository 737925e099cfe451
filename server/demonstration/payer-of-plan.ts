import type { Payer } from '#domain/practice/practice-events.ts';
import { demonstrationPayers } from './demonstration-practice.ts';
import type { PlanKey } from './plots/plot.ts';

export function payerOf(plan: PlanKey): Payer {
  const payerId = plan === 'bright-harbor-ended' ? 'payer-bright-harbor' : `payer-${plan}`;
  const payer = demonstrationPayers.find((each) => each.payerId === payerId);
  if (!payer) throw new Error(`demonstration: no payer ${payerId}`);
  return payer;
}
