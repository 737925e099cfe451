import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '#server/archway.ts';
import { rebuildReadModels } from '#server/record/rebuild.ts';
import { changed, verifyRecord } from '#server/record/verify-record.ts';
import { actingPerson, withArchway } from './acting.ts';
import {
  actingOptions,
  exitCodes,
  nothingPositional,
  tellRefusal,
  wantsJson,
  type Arguments,
  type Command,
  type ExitCode,
  type Terminal,
} from './command.ts';
import { onlyFor } from './only-for.ts';
import { progressLine } from './progress.ts';

export const rebuild: Command = {
  name: 'rebuild',
  summary: 'makes the read models anew from the events and says what was different',
  usage: `archway rebuild [--as EMAIL] [--data FOLDER] [--json]

Makes worklist, search and overlap tables anew from the events, in one transaction, once every chain verifies. Finds no difference unless
somebody changed those tables. Exit code 1 when there was a difference (it is mended all the same).`,
  options: actingOptions,
  run: async (args, terminal) => {
    nothingPositional(args);
    return withArchway(args, terminal, (archway) => run(archway, args, terminal));
  },
};

async function run(archway: Archway, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const person = await actingPerson(archway, args, terminal, 'rebuild');
  if (isRefusal(person)) return tellRefusal(person, wantsJson(args), terminal);
  const forbidden = onlyFor(person, ['administrator']);
  if (forbidden) return tellRefusal(forbidden, wantsJson(args), terminal);
  const chains = await verifyRecord(
    archway.record,
    person.organizationId,
    progressLine(terminal, 'verifying'),
  );
  const broken = chains.find(({ faults }) => faults.length > 0);
  if (broken) return tellRefusal(changed(broken.stream), wantsJson(args), terminal);
  const report = await rebuildReadModels(
    archway.record,
    person.organizationId,
    progressLine(terminal, 'rebuilding'),
  );
  if (wantsJson(args)) terminal.result(JSON.stringify(report, null, 2));
  else {
    terminal.result(`${report.rows} rows made anew, ${report.differences.length} differences`);
    for (const { table, key } of report.differences) terminal.result(`  ${table} ${key}`);
  }
  return report.differences.length === 0 ? exitCodes.fine : exitCodes.refused;
}
