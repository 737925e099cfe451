import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { EligibilityReport } from '#contract/eligibility.ts';
import { say } from '#contract/say.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { mostCharacters } from '#exchange/x12/from-271.ts';
import type { Archway } from '#server/archway.ts';
import { recordEligibilityAnswer } from '#server/coverage/record-eligibility-answer.ts';
import type { EligibilityFile } from '#server/coverage/take-answer.ts';
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

export const eligibility: Command = {
  name: 'eligibility',
  summary: "takes a payer's answer about a coverage (X12 271, or the 999 or TA1 in its place)",
  usage: `archway eligibility FILE --patient ID --coverage ID [--as EMAIL] [--data FOLDER] [--json]

Keeps the file as a document of the coverage and records what it says as facts with their source, in one step; the
same file again changes nothing. An error of the payer's is told with what to mend, and what was known stands.
Exit code 1 when the file is refused or holds a rejection.

  --patient ID   whose coverage
  --coverage ID  the coverage that was asked about
  --json         the report on standard output`,
  options: { ...actingOptions, patient: { type: 'string' }, coverage: { type: 'string' } },
  run: (args, terminal) => {
    const path = onlyPositional(args, 'FILE');
    const [patientId, coverageId] = [option(args, 'patient'), option(args, 'coverage')];
    if (patientId === undefined) throw new UsageError('--patient ID is missing');
    if (coverageId === undefined) throw new UsageError('--coverage ID is missing');
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
    : await recordEligibilityAnswer(archway, person, patientId, coverageId, file);
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

function reportText(report: EligibilityReport): string {
  const { outcome, alreadyRecorded, says, differs, mend, aside, words } = report;
  return [
    say('en', { id: `eligibility.outcome.${alreadyRecorded ? 'again' : outcome}`, params: {} }),
    ...says.map((each) => `  ${say('en', each)}`),
    ...differs.map((each) => `  differs: ${say('en', each)}`),
    ...mend.map((each) => `  mend:    ${each.map((part) => say('en', part)).join(' ')}`),
    ...aside.map(({ line, reason }) => `  aside:   ${say('en', line)}: ${say('en', reason)}`),
    ...words.map((each) => `  says:    ${each}`),
  ].join('\n');
}
