import { writeFile } from 'node:fs/promises';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { exportCase } from '#server/packet/export-case.ts';
import { actingPerson, withArchway } from './acting.ts';
import {
  actingOptions,
  exitCodes,
  onlyPositional,
  option,
  tellRefusal,
  UsageError,
  wantsJson,
  type Command,
} from './command.ts';
import { refuseUnwritable } from './output-file.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'exports a case with its patient as a FHIR R4 Bundle',
  usage: `archway export CASE [-o FILE] [--as EMAIL] [--data FOLDER] [--json]

Exports a case for the practice's own use: patient, conditions, team, plan, communications, consents, referrals,
claims and their provenance, as one FHIR R4 collection Bundle. Recorded like every other way out.

  -o, --output FILE  where to write it; standard output unless named
  --json             {file, bytes} on standard output; needs -o`,
  options: { ...actingOptions, output: { type: 'string', short: 'o' } },
  run: (args, terminal) => {
    const caseId = onlyPositional(args, 'CASE');
    const output = option(args, 'output');
    if (wantsJson(args) && output === undefined) throw new UsageError('--json needs -o FILE');
    return withArchway(args, terminal, async (archway) => {
      const person = await actingPerson(archway, args, terminal, 'export');
      if (isRefusal(person)) return tellRefusal(person, wantsJson(args), terminal);
      const unwritable = output === undefined ? undefined : await refuseUnwritable(output);
      if (unwritable) return tellRefusal(unwritable, wantsJson(args), terminal);
      const file = await exportCase(archway, person, caseId);
      if (isRefusal(file)) return tellRefusal(file, wantsJson(args), terminal);
      if (output === undefined) await terminal.bytes(file.bytes);
      else await writeFile(output, file.bytes);
      if (output !== undefined && wantsJson(args))
        terminal.result(JSON.stringify({ file: output, bytes: file.bytes.length }));
      return exitCodes.fine;
    });
  },
};
