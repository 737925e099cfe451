import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Constraint } from './constraint.ts';

/** What makes a constraint impossible by itself, whatever the plan: 'plan/minimum-above-maximum' before the others. */
export function constraintFault(constraint: Constraint): Refusal | undefined {
  switch (constraint.kind) {
    case 'interval': {
      const { minDays = 0, maxDays, targetDays = minDays } = constraint;
      if (maxDays !== undefined && minDays > maxDays)
        return refuse('plan/minimum-above-maximum', { minDays, maxDays }, '/constraint/minDays');
      if (targetDays < minDays || (maxDays !== undefined && targetDays > maxDays))
        return refuse('plan/target-outside', { targetDays }, '/constraint/targetDays');
      return constraint.from === constraint.to
        ? refuse('plan/interval-with-itself', {}, '/constraint/to')
        : undefined;
    }
    case 'gate':
    case 'deadline':
      return undefined;
    case 'together':
    case 'apart':
      return new Set(constraint.items).size < constraint.items.length
        ? refuse('plan/item-named-twice', {}, '/constraint/items')
        : undefined;
    case 'calendar':
      return constraint.notOn.weekdays?.length === 7
        ? refuse('plan/no-weekday-left', {}, '/constraint/notOn/weekdays')
        : undefined;
  }
}
