import type { Actor } from '#domain/audit/event.ts';
import type { Instant } from '#domain/kernel/calendar-date.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';

/** What others recorded since the caller looked. */
export interface ChangeSince {
  readonly position: number;
  readonly type: string;
  readonly who: Actor;
  readonly recordedAt: Instant;
}

/** A refused write on a chain that has moved on: it carries what changed, so that nothing typed need be lost. */
export interface StaleWrite extends Refusal {
  readonly changes: readonly ChangeSince[];
}
