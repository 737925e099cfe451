import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { say } from '#contract/say.ts';
import { sayRefusal } from '#contract/say-refusal.ts';
import type { ImportReportView, RefusalView } from '#contract/views.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '#server/archway.ts';
import type { Person } from '#server/http/signed-in.ts';
import { importFile } from '#server/import/import-fhir.ts';
import { actingPerson, withArchway } from './acting.ts';
import {
  actingOptions,
  exitCodes,
  option,
  tellRefusal,
  unreadableFile,
  UsageError,
  wantsJson,
  type Arguments,
  type Command,
  type ExitCode,
  type Terminal,
} from './command.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'imports patients, referrals and history from FHIR R4 files',
  usage: `archway import FILE… [--into PATIENT] [--source NAME] [--as EMAIL] [--data FOLDER] [--json]

Imports FHIR R4 Bundles (transaction, collection, document) and single resources. Each file is imported whole or
not at all; importing it again changes nothing. The report says for every resource what it became, or why not.

  --into PATIENT  id of a patient already here, to whom single resources belong
  --source NAME   a name for the sending system, where two of them use the same addresses
  --as EMAIL      who is acting; the password comes from ARCHWAY_PASSWORD or is asked for`,
  options: { ...actingOptions, into: { type: 'string' }, source: { type: 'string' } },
  run: async (args, terminal) => {
    if (args.positionals.length === 0) throw new UsageError('FILE is missing');
    return withArchway(args, terminal, (archway) => run(archway, args, terminal));
  },
};

async function run(archway: Archway, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const first = await actingPerson(archway, args, terminal, 'import');
  if (isRefusal(first)) return tellRefusal(first, wantsJson(args), terminal);
  const reports: (ImportReportView | (RefusalView & { file: string }))[] = [];
  for (const [index, path] of args.positionals.entries()) {
    terminal.say(`importing ${basename(path)} (${index + 1} of ${args.positionals.length})`);
    const report = await importPath(archway, first, path, {
      into: option(args, 'into'),
      source: option(args, 'source'),
    });
    if (isRefusal(report)) {
      reports.push({ file: path, ...sayRefusal('en', report) });
      if (!wantsJson(args)) tellRefusal(report, false, terminal);
    } else {
      reports.push(report);
      if (!wantsJson(args)) terminal.result(reportText(report));
    }
  }
  if (wantsJson(args)) terminal.result(JSON.stringify({ reports }, null, 2));
  return reports.some(isRefusal) ? exitCodes.refused : exitCodes.fine;
}

interface Target {
  readonly into: string | undefined;
  readonly source: string | undefined;
}

async function importPath(archway: Archway, person: Person, path: string, { into, source }: Target) {
  try {
    return await importFile(archway, person, {
      file: basename(path),
      bytes: await readFile(path),
      ...(into === undefined ? {} : { into }),
      ...(source === undefined ? {} : { source }),
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'path' in error) return unreadableFile(path, error);
    throw error;
  }
}

function reportText(report: ImportReportView): string {
  const lines = [`${report.file}: ${report.eventsRecorded} entries recorded`];
  for (const { patientId, name, created, possibleDuplicates } of report.patients) {
    lines.push(`  patient  ${patientId}  ${name}${created ? '' : ' (was here)'}`);
    for (const other of possibleDuplicates)
      lines.push(`    may be the same person as ${other.patientId}, ${other.name}, born ${other.birthDate}`);
  }
  for (const { receivedReferralId, title } of report.receivedReferrals)
    lines.push(`  referral ${receivedReferralId}  ${title}`);
  for (const line of report.resources) {
    lines.push(
      `  ${line.resourceType.padEnd(20)} ${line.outcome.padEnd(10)} ${line.became ?? (line.reason ? say('en', line.reason) : '')}`,
    );
    for (const flag of line.flags) lines.push(`    note: ${say('en', flag)}`);
  }
  return lines.join('\n');
}
