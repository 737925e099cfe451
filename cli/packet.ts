import { writeFile } from 'node:fs/promises';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { packetRecipients } from '#server/packet/packet-recipients.ts';
import { sealCasePacket } from '#server/packet/seal-case-packet.ts';
import { newUuid } from '#server/clock.ts';
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

export const packet: Command = {
  name: 'packet',
  summary: 'seals the evidence of a case as one file that anyone can verify',
  usage: `archway packet CASE -o FILE [--for payer|provider|patient|representative|auditor|own-use] [--recipient NAME]
               [--language en|es] [--as EMAIL] [--data FOLDER] [--json]

Seals PDF, FHIR Bundle, events and manifest with hashes and signature in one ZIP file. It carries its own verifier:
node verify.mjs says on any machine whether it is intact. What goes in is cut by the release decision for the
recipient; a packet for a payer keeps to the minimum necessary.

  -o, --output FILE   where to write it, such as case.archway-packet.zip
  --for KIND          who receives it (payer)
  --recipient NAME    name of the recipient (the payer of the case's latest claim or first coverage)`,
  options: {
    ...actingOptions,
    output: { type: 'string', short: 'o' },
    for: { type: 'string' },
    recipient: { type: 'string' },
    language: { type: 'string' },
  },
  run: (args, terminal) => {
    const caseId = onlyPositional(args, 'CASE');
    const output = option(args, 'output');
    if (output === undefined) throw new UsageError('-o FILE is missing');
    const kind = packetRecipients.find((known) => known === (option(args, 'for') ?? 'payer'));
    if (!kind) throw new UsageError(`--for is one of ${packetRecipients.join(', ')}`);
    const language = (['en', 'es'] as const).find((known) => known === (option(args, 'language') ?? 'en'));
    if (!language) throw new UsageError('--language is en or es');
    return withArchway(args, terminal, async (archway) => {
      const person = await actingPerson(archway, args, terminal, 'packet');
      if (isRefusal(person)) return tellRefusal(person, wantsJson(args), terminal);
      const unwritable = await refuseUnwritable(output);
      if (unwritable) return tellRefusal(unwritable, wantsJson(args), terminal);
      terminal.say('sealing: documents, events, manifest');
      const name = option(args, 'recipient');
      const file = await sealCasePacket(archway, person, caseId, {
        packetId: newUuid(),
        language,
        recipient: { kind, ...(name === undefined ? {} : { name }) },
      });
      if (isRefusal(file)) return tellRefusal(file, wantsJson(args), terminal);
      await writeFile(output, file.bytes);
      if (wantsJson(args))
        terminal.result(
          JSON.stringify({
            file: output,
            bytes: file.bytes.length,
            fingerprint: archway.record.signer.fingerprint,
          }),
        );
      else
        terminal.result(
          `${output}: ${file.bytes.length} bytes, key fingerprint ${archway.record.signer.fingerprint}`,
        );
      return exitCodes.fine;
    });
  },
};
