import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '#server/archway.ts';
import { verifyContents, type ContentFault } from '#server/record/verify-contents.ts';
import { keepRecordCheck } from '#server/record/check-record.ts';
import { verifyRecord, type ChainReport } from '#server/record/verify-record.ts';
import { actingPerson, withArchway } from './acting.ts';
import {
  actingOptions,
  exitCodes,
  onlyPositional,
  tellRefusal,
  wantsJson,
  type Arguments,
  type Command,
  type ExitCode,
  type Terminal,
} from './command.ts';
import { trustedKey } from './key-file.ts';
import { onlyFor } from './only-for.ts';
import { progressLine } from './progress.ts';
import { verifyPacketFile } from './verify-packet.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'verifies a packet, or with no file the whole record, and says exactly what was changed',
  usage: `archway verify FILE [--key FILE.pem] [--fingerprint HEX] [--json]
archway verify [--key FILE.pem] [--as EMAIL] [--data FOLDER] [--json]

With FILE: checks a sealed packet with the verifier that travels inside packets; needs no database and no account.
Without: reads every chain of the practice and finds an altered, dropped, reordered or inserted event, a chain that
vanished or was set back since the last checkpoint, and a document whose bytes were altered; names the altered part
and prints the fingerprint of the key.

  --key FILE.pem     public key that is trusted; else the key that came along, or the record's own
  --fingerprint HEX  SHA-256 of the trusted public key, instead of the key itself (packets only)

Exit code 1 when anything was changed.`,
  options: { ...actingOptions, key: { type: 'string' }, fingerprint: { type: 'string' } },
  run: (args, terminal) =>
    args.positionals.length > 0
      ? verifyPacketFile(onlyPositional(args, 'FILE'), args, terminal)
      : withArchway(args, terminal, (archway) => run(archway, args, terminal)),
};

async function run(archway: Archway, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const person = await actingPerson(archway, args, terminal, 'verify');
  if (isRefusal(person)) return tellRefusal(person, wantsJson(args), terminal);
  const forbidden = onlyFor(person, ['administrator', 'auditor']);
  if (forbidden) return tellRefusal(forbidden, wantsJson(args), terminal);
  const key = await trustedKey(args);
  if (isRefusal(key)) return tellRefusal(key, wantsJson(args), terminal);
  const chains = await verifyRecord(
    archway.record,
    person.organizationId,
    progressLine(terminal, 'verifying'),
    key,
  );
  // By another key than its own the record says something about the key, and nothing about itself.
  if (key === undefined) await keepRecordCheck(archway.record, person.organizationId, chains);
  const changed = chains.filter((chain) => chain.faults.length > 0);
  const contents = await verifyContents(archway.record, person.organizationId);
  if (wantsJson(args))
    terminal.result(
      JSON.stringify(
        { fingerprint: archway.record.signer.fingerprint, chains: chains.length, changed, contents },
        null,
        2,
      ),
    );
  else terminal.result(reportText(chains, changed, contents, archway.record.signer.fingerprint));
  return changed.length === 0 && contents.length === 0 ? exitCodes.fine : exitCodes.refused;
}

function reportText(
  chains: readonly ChainReport[],
  changed: readonly ChainReport[],
  contents: readonly ContentFault[],
  fingerprint: string,
): string {
  const events = chains.reduce((sum, chain) => sum + chain.events, 0);
  const lines = [
    `${changed.length === 0 && contents.length === 0 ? 'INTACT' : 'CHANGED'}: ${chains.length} chains, ${events} events`,
    `key fingerprint: ${fingerprint}`,
  ];
  for (const { stream, faults } of changed)
    for (const fault of faults)
      lines.push(
        `  ${stream.kind} ${stream.id}: ${fault.kind}${fault.position === undefined ? '' : ` at ${fault.position}`}${fault.through === undefined ? '' : `-${fault.through}`}${fault.parts ? ` (${fault.parts.join(', ')})` : ''}`,
      );
  for (const { kind, what } of contents) lines.push(`  ${what}: ${kind}`);
  return lines.join('\n');
}
