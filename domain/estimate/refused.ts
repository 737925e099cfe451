import type { Message } from '../kernel/message.ts';
import type { FactOf } from './plan-facts.ts';

/** What a plan does with a line before any money: deny may be charged to the patient, disallow must not. */
export interface Ruling {
  readonly outcome: 'covered' | 'denied' | 'disallowed' | 'not-a-benefit' | 'not-in-force';
  readonly why: Message | undefined;
}

/** What a limit does with a service outside of it. */
export function refused(
  { otherwise }: { readonly otherwise?: FactOf<'frequency'>['otherwise'] },
  why: Message,
): Ruling {
  return { outcome: otherwise === 'disallowed-no-charge' ? 'disallowed' : 'denied', why };
}
