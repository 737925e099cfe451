import { resolve } from 'node:path';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { openArchway, type Archway } from '#server/archway.ts';
import { noDatabaseIn } from '#server/database/database-unavailable.ts';
import { hasCluster } from '#server/database/embedded.ts';
import type { Gateways } from '#server/gateway/gateway.ts';
import { knownPerson, type Person } from '#server/http/signed-in.ts';
import { logAccess } from '#server/identity/access-log.ts';
import { authenticate } from '#server/identity/session.ts';
import { option, type Arguments, type Terminal } from './command.ts';

export function dataFolderOf(args: Arguments, terminal: Terminal): string {
  return option(args, 'data') ?? terminal.environment['ARCHWAY_DATA'] ?? '.archway';
}

/** Opens the record, with the server running or stopped, and closes it afterwards; it makes no new one. */
export async function withArchway<Result>(
  args: Arguments,
  terminal: Terminal,
  work: (archway: Archway) => Promise<Result>,
  gateways: Gateways = new Map(),
): Promise<Result> {
  const databaseUrl = terminal.environment['DATABASE_URL'];
  const dataFolder = dataFolderOf(args, terminal);
  if (databaseUrl === undefined && !hasCluster(dataFolder)) throw noDatabaseIn(resolve(dataFolder));
  const archway = await openArchway({
    dataFolder,
    say: terminal.say,
    gateways,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  try {
    return await work(archway);
  } finally {
    await archway.close();
  }
}

/**
 * Who is acting: `--as` names the e-mail address (else ARCHWAY_AS), the password comes from ARCHWAY_PASSWORD or is
 * asked for. The same account, the same permissions and the same log as on the screens.
 */
export async function actingPerson(
  archway: Archway,
  args: Arguments,
  terminal: Terminal,
  action: string,
): Promise<Person | Refusal> {
  const email = option(args, 'as') ?? terminal.environment['ARCHWAY_AS'];
  if (email === undefined) return refuse('sign-in/nobody-named');
  const password =
    terminal.environment['ARCHWAY_PASSWORD'] ?? (await terminal.askSecret(`Password of ${email}: `));
  if (password === undefined) return refuse('sign-in/no-password');
  const code = terminal.environment['ARCHWAY_CODE'];
  const who = await authenticate(
    archway.record.db,
    { email, password, ...(code === undefined ? {} : { code }) },
    archway.record.now(),
    'command-line',
  );
  if (isRefusal(who)) return who;
  const person = await knownPerson(archway, who);
  if (!person) return refuse('sign-in/closed');
  await logAccess(archway.record.db, {
    ...who,
    at: archway.record.now(),
    through: 'command-line',
    action,
    outcome: 'done',
  });
  terminal.say(`acting as ${person.staff.name} (${person.staff.role})`);
  return person;
}
