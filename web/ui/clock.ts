import { instant, type Instant } from '#domain/kernel/calendar-date.ts';

/** The device's clock, in the one form that the record uses. */
export function nowInstant(): Instant {
  return instant(new Date().toISOString());
}

export function newId(): string {
  return crypto.randomUUID();
}
