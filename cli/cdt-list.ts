import { sayRefusal } from '#contract/say-refusal.ts';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ExaminedList } from '#contract/licensed-list.ts';
import { say } from '#contract/say.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '#server/archway.ts';
import { examineLicensedList, importLicensedList, type ListFile } from '#server/code-guide/licensed-list.ts';
import { actingPerson, withArchway } from './acting.ts';
import {
  actingOptions,
  exitCodes,
  onlyPositional,
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

export const cdtListImport: Command = {
  name: 'cdt-list import',
  summary: 'imports the list of codes that your practice licenses, for a code year',
  usage: `archway cdt-list import FILE --year YYYY [--examine] [--as EMAIL] [--data FOLDER] [--json]

Reads a CSV or XLSX file with the codes that your practice licenses and the words beside them. The columns are
found by themselves and told. The list of that code year is replaced whole or not at all; other years stay.

  --year YYYY  the code year that the list is for; an edition begins on 1 January
  --examine    only says what the file would become; nothing is kept
  --as EMAIL   who is acting; the password comes from ARCHWAY_PASSWORD or is asked for`,
  options: { ...actingOptions, year: { type: 'string' }, examine: { type: 'boolean' } },
  run: async (args, terminal) => {
    const path = onlyPositional(args, 'FILE');
    const year = codeYear(option(args, 'year'));
    return withArchway(args, terminal, (archway) => run(archway, args, terminal, { path, year }));
  },
};

function codeYear(text: string | undefined): number {
  if (text === undefined) throw new UsageError('--year is missing');
  if (!/^20\d{2}$/.test(text)) throw new UsageError(`--year ${text} is not a code year such as 2026`);
  return Number(text);
}

async function run(
  archway: Archway,
  args: Arguments,
  terminal: Terminal,
  { path, year }: { readonly path: string; readonly year: number },
): Promise<ExitCode> {
  const person = await actingPerson(archway, args, terminal, 'cdt-list import');
  if (isRefusal(person)) return tellRefusal(person, wantsJson(args), terminal);
  const file = await listFile(path);
  if (isRefusal(file)) return tellRefusal(file, wantsJson(args), terminal);
  const examined = await examineLicensedList(archway, person, file, { year });
  if (isRefusal(examined)) return tellRefusal(examined, wantsJson(args), terminal);
  if (!wantsJson(args)) for (const line of examinedLines(examined)) terminal.say(line);
  if (args.values['examine'] === true) {
    if (wantsJson(args)) terminal.result(JSON.stringify({ examined }, null, 2));
    return examined.problemCount === 0 && !examined.yearProblem ? exitCodes.fine : exitCodes.refused;
  }
  const { layout } = examined;
  const position = await importLicensedList(archway, person, file, { year, layout });
  if (isRefusal(position)) {
    if (wantsJson(args))
      terminal.result(JSON.stringify({ ...sayRefusal('en', position), examined }, null, 2));
    else tellRefusal(position, wantsJson(args), terminal);
    return exitCodes.refused;
  }
  terminal.result(
    wantsJson(args)
      ? JSON.stringify({ imported: { year, codes: examined.codes, position }, examined }, null, 2)
      : `${examined.codes} codes imported for ${year}`,
  );
  return exitCodes.fine;
}

async function listFile(path: string) {
  try {
    const file: ListFile = { fileName: basename(path), bytes: await readFile(path) };
    return file;
  } catch (error) {
    return unreadableFile(path, error);
  }
}

function examinedLines({
  layout,
  columns,
  codes,
  passedOver,
  problems,
  problemCount,
  compared,
  hasCoordination,
  yearProblem,
}: ExaminedList): string[] {
  const column = (index: number) => `column ${index + 1} “${columns[index]?.header ?? ''}”`;
  const lines = [
    `codes in ${column(layout.code)}, words in ${column(layout.wording)}`,
    `${codes} codes, ${passedOver} headings and notes passed over`,
  ];
  if (compared)
    lines.push(
      `beside the list of ${compared.year}: ${compared.added} added, ${compared.removed} removed, ${compared.reworded} reworded`,
    );
  if (yearProblem) lines.push(yearProblem.map((sentence) => say('en', sentence)).join(' '));
  if (!hasCoordination) lines.push('note: D9992 is not in this list');
  for (const { row, problem } of problems) lines.push(`row ${row}: ${say('en', problem)}`);
  if (problemCount > problems.length) lines.push(`… and ${problemCount - problems.length} more rows`);
  return lines;
}
