import type { Actor, StreamName } from '#domain/audit/event.ts';
import { type Instant, instant } from '#domain/kernel/calendar-date.ts';

export const madeAt: Instant = instant('2026-03-20T22:05:00.000Z');

export const dentist: Actor = {
  kind: 'staff',
  id: 'staff-feld',
  name: 'Nora Feld',
  role: 'dentist',
  credential: 'DDS',
};
export const coordinator: Actor = {
  kind: 'staff',
  id: 'staff-ames',
  name: 'Jules Ames',
  role: 'coordinator',
  credential: 'CDA',
};

export interface Said<New> {
  readonly event: New;
  readonly who: Actor;
  readonly recordedAt?: Instant;
}

export function recorded<New extends { readonly type: string; readonly occurredAt: Instant }>(
  stream: StreamName,
  said: readonly Said<New>[],
) {
  return said.map(({ event, who, recordedAt }, index) => ({
    reliedOn: [],
    ...event,
    organizationId: 'org-1',
    stream,
    position: index + 1,
    eventId: `${stream.id}-${index + 1}`,
    who,
    recordedAt: recordedAt ?? event.occurredAt,
  }));
}

export const at = instant('2026-02-02T17:00:00.000Z');
