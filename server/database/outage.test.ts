import { expect, test } from 'vitest';
import { isDiskFull, isOutage } from './outage.ts';

const failed = (members: object, message = 'failed', cause?: unknown) =>
  Object.assign(new Error(message, { cause }), members);

test.each([
  ['PostgreSQL cannot extend a file', failed({ code: '53100' }), 'full'],
  ['the same inside a migration', failed({}, 'migration 1', failed({ code: '53100' })), 'full'],
  ['the system cannot write', failed({ code: 'ENOSPC', syscall: 'open' }), 'full'],
  ['the database is stopped', failed({ code: '57P01' }), 'outage'],
  ['the connection is gone', failed({ code: '08006' }), 'outage'],
  ['nobody listens', failed({ code: 'ECONNREFUSED', syscall: 'connect' }), 'outage'],
  ['the line is cut', failed({ code: 'ECONNRESET', syscall: 'read' }), 'outage'],
  ['a folder is read as a file', failed({ code: 'EISDIR', syscall: 'read' }), 'neither'],
  ['pg lost it', failed({}, 'Connection terminated unexpectedly'), 'outage'],
  ['a query is canceled', failed({ code: '57014' }), 'neither'],
  ['a rule of the tables is broken', failed({ code: '23505' }), 'neither'],
  ['something that is no error', 'ENOSPC', 'neither'],
] as const)('%s', (_, error, kind) => {
  expect([isDiskFull(error), isOutage(error)]).toEqual([kind === 'full', kind === 'outage']);
});
