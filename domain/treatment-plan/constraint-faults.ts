import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Constraint } from './constraint.ts';
import { periodFault } from './period-faults.ts';

/**
 * What makes a constraint impossible by itself, whatever the plan: 'plan/minimum-above-maximum' before the others.
 * `at` is where the constraint stands.
 */
export function constraintFault(constraint: Constraint, at: string): Refusal | undefined {
  switch (constraint.kind) {
    case 'interval': {
      const { minDays = 0, maxDays, targetDays = minDays, text } = constraint;
      if (maxDays !== undefined && minDays > maxDays)
        return refuse('plan/minimum-above-maximum', { minDays, maxDays, text }, `${at}/maxDays`);
      if (targetDays < minDays || (maxDays !== undefined && targetDays > maxDays))
        return refuse(
          'plan/target-outside',
          { targetDays, minDays, maxDays: maxDays ?? '∞' },
          `${at}/targetDays`,
        );
      return constraint.from === constraint.to
        ? refuse('plan/interval-with-itself', {}, `${at}/to`)
        : undefined;
    }
    case 'gate':
    case 'deadline':
      return undefined;
    case 'together':
    case 'apart':
      return new Set(constraint.items).size < constraint.items.length
        ? refuse('plan/item-named-twice', {}, `${at}/items`)
        : undefined;
    case 'calendar': {
      const { weekdays = [], days = [] } = constraint.notOn;
      if (new Set(weekdays).size === 7) return refuse('plan/no-weekday-left', {}, `${at}/notOn/weekdays`);
      return periodFault(days, `${at}/notOn/days`);
    }
  }
}
