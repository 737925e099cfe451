import type { Actor } from '#domain/audit/event.ts';

/** Who did it where nobody did: the server's own work. */
export const archwayItself: Actor = { kind: 'system', id: 'archway', name: 'Archway', role: 'system' };
