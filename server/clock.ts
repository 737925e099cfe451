import { randomBytes } from 'node:crypto';
import { instant, type Instant } from '#domain/kernel/calendar-date.ts';

/** The two things that the domain is told instead of asking: what time it is, and a name that nobody else has. */

export function systemNow(): Instant {
  return instant(new Date().toISOString());
}

/** UUID version 7 (RFC 9562): ordered by time, so that new rows stand together. */
export function newUuid(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
