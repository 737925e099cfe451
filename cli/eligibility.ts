import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { mostCharacters } from '#exchange/x12/from-271.ts';
import type { Archway } from '#server/archway.ts';
import { recordEligibilityAnswer } from '#server/coverage/record-eligibility-answer.ts';
import type { EligibilityFile } from '#server/coverage/take-answer.ts';
import { actingPerson, withArchway } from './acting.ts';
import { askPayerHere } from './ask-payer.ts';
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
import { reportText } from './eligibility-text.ts';

export const eligibility: Command = {
  name: 'eligibility',
  summary:
    'asks a payer about a coverage through a gateway, or takes its answer from a file (X12 270 and 271)',
  usage: `archway eligibility FILE --patient ID --coverage ID [--confirm] [--as EMAIL] [--data FOLDER] [--json]
archway eligibility --gateway NAME --patient ID --coverage ID [--date DAY] [--wait SECONDS] [--as EMAIL] [--json]

Keeps the file as a document of the coverage and records what it says as facts with their source, in one step; the
same file again changes nothing. An error of the payer's is told with what to mend, and what was known stands.
Exit code 1 when the file is refused or holds a rejection.

With --gateway the payer is asked, with the server running or stopped: the inquiry leaves at once, and an answer that
comes with it is taken. An answer that comes later is waited for with --wait; whoever does not wait finds it on the
patient's coverage, where a running server takes it. Exit code 1 when the payer refuses, when the inquiry cannot leave,
or when nothing has come by the end of the wait; the inquiry then stays under way.

  --patient ID    whose coverage
  --coverage ID   the coverage that is asked about
  --gateway NAME  the way to the payer (docs/reference/gateways.md)
  --date DAY      the day that is asked about, such as 2026-03-05; today when absent
  --wait SECONDS  waits so long for the answer, at most 3600
  --confirm       takes a file with another first name or without a day of birth: you say that it is the patient
  --json          the report, or the inquiry with it, on standard output`,
  options: {
    ...actingOptions,
    patient: { type: 'string' },
    coverage: { type: 'string' },
    gateway: { type: 'string' },
    date: { type: 'string' },
    wait: { type: 'string' },
    confirm: { type: 'boolean' },
  },
  run: (args, terminal) => {
    const [patientId, coverageId] = [option(args, 'patient'), option(args, 'coverage')];
    if (patientId === undefined) throw new UsageError('--patient ID is missing');
    if (coverageId === undefined) throw new UsageError('--coverage ID is missing');
    const gateway = option(args, 'gateway');
    if (gateway !== undefined) return askPayerHere(args, terminal, { gateway, patientId, coverageId });
    for (const name of ['date', 'wait'])
      if (option(args, name) !== undefined) throw new UsageError(`--${name} needs --gateway NAME`);
    const path = onlyPositional(args, 'FILE');
    return withArchway(args, terminal, (archway) =>
      run(archway, args, terminal, { path, patientId, coverageId }),
    );
  },
};

interface Asked {
  readonly path: string;
  readonly patientId: string;
  readonly coverageId: string;
}

async function run(
  archway: Archway,
  args: Arguments,
  terminal: Terminal,
  { path, patientId, coverageId }: Asked,
): Promise<ExitCode> {
  const person = await actingPerson(archway, args, terminal, 'eligibility');
  if (isRefusal(person)) return tellRefusal(person, wantsJson(args), terminal);
  const file = await readAnswer(path);
  const report = isRefusal(file)
    ? file
    : await recordEligibilityAnswer(
        archway,
        person,
        patientId,
        coverageId,
        file,
        args.values['confirm'] === true,
      );
  if (isRefusal(report)) return tellRefusal(report, wantsJson(args), terminal);
  terminal.result(wantsJson(args) ? JSON.stringify(report, null, 2) : reportText(report));
  return report.outcome === 'rejected' ? exitCodes.refused : exitCodes.fine;
}

/** Looked at before it is read, so that a very large file never fills the memory. */
async function readAnswer(path: string): Promise<EligibilityFile | Refusal> {
  try {
    const { size } = await stat(path);
    if (size > mostCharacters)
      return refuse('eligibility/too-large', { characters: size, most: mostCharacters });
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    return unreadableFile(path, error);
  }
}
