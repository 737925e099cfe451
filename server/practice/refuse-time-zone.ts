import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

/** Refuses a zone that this runtime does not know: no day could be counted in it. */
export function refuseTimeZone(timeZone: string, at: string): Refusal | undefined {
  return Intl.supportedValuesOf('timeZone').includes(timeZone) || timeZone === 'UTC'
    ? undefined
    : refuse('practice/time-zone', { timeZone }, at);
}
