import { writeFile } from 'node:fs/promises';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '#server/archway.ts';
import { claimFormats, releaseClaim } from '#server/claim/release-claim.ts';
import { actingPerson, withArchway } from './acting.ts';
import {
  actingOptions,
  exitCodes,
  onlyPositional,
  option,
  tellRefusal,
  UsageError,
  wantsJson,
  type Arguments,
  type Command,
  type ExitCode,
  type Terminal,
} from './command.ts';
import { refuseUnwritable } from './output-file.ts';

export const claim: Command = {
  name: 'claim',
  summary: 'gives out the claim of a case as X12 837D, PDF or FHIR',
  usage: `archway claim CASE --format x12|pdf|fhir [--claim CLAIM] [-o FILE] [--as EMAIL] [--data FOLDER] [--json]

Gives out the latest claim of a case, or the one that --claim names, by the same release decision as the screens;
what left is recorded as a disclosure. Writes to standard output unless -o names a file. A case without a claim,
and a claim that may not leave, are refused with the reason.

  --format FORMAT  x12 (837D 005010X224A2), pdf (data of the claim form) or fhir (Claim, R4)
  --claim CLAIM    which claim, by its id or its number (AW0000011); the latest unless named
  -o, --output FILE
  --json           {file, mediaType, bytes} on standard output; needs -o`,
  options: {
    ...actingOptions,
    format: { type: 'string' },
    claim: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  run: (args, terminal) => {
    const caseId = onlyPositional(args, 'CASE');
    const format = claimFormats.find((known) => known === option(args, 'format'));
    if (!format) throw new UsageError(`--format is one of ${claimFormats.join(', ')}`);
    if (wantsJson(args) && option(args, 'output') === undefined) throw new UsageError('--json needs -o FILE');
    return withArchway(args, terminal, (archway) => run(archway, args, terminal, caseId, format));
  },
};

async function run(
  archway: Archway,
  args: Arguments,
  terminal: Terminal,
  caseId: string,
  format: (typeof claimFormats)[number],
): Promise<ExitCode> {
  const person = await actingPerson(archway, args, terminal, 'claim');
  if (isRefusal(person)) return tellRefusal(person, wantsJson(args), terminal);
  const output = option(args, 'output');
  const unwritable = output === undefined ? undefined : await refuseUnwritable(output);
  if (unwritable) return tellRefusal(unwritable, wantsJson(args), terminal);
  const file = await releaseClaim(archway, person, caseId, option(args, 'claim'), format);
  if (isRefusal(file)) return tellRefusal(file, wantsJson(args), terminal);
  if (output === undefined) await terminal.bytes(file.bytes);
  else {
    await writeFile(output, file.bytes);
    terminal.say(`${output}: ${file.bytes.length} bytes, ${file.mediaType}`);
    if (wantsJson(args))
      terminal.result(JSON.stringify({ file: output, mediaType: file.mediaType, bytes: file.bytes.length }));
  }
  return exitCodes.fine;
}
