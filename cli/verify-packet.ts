import { isRefusal } from '#domain/kernel/refusal.ts';
import { describeReport } from '#exchange/packet/describe-report.ts';
import { isAccepted, verifyAt } from '#exchange/packet/verify-command.ts';
import {
  exitCodes,
  option,
  tellRefusal,
  unreadableFile,
  wantsJson,
  type Arguments,
  type ExitCode,
  type Terminal,
} from './command.ts';
import { trustedKey } from './key-file.ts';

/** Checks a sealed packet with the code that also travels inside it. */
export async function verifyPacketFile(path: string, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const trustedKeyPem = await trustedKey(args);
  if (isRefusal(trustedKeyPem)) return tellRefusal(trustedKeyPem, wantsJson(args), terminal);
  const fingerprint = option(args, 'fingerprint');
  try {
    const report = verifyAt(path, {
      ...(trustedKeyPem === undefined ? {} : { trustedKeyPem }),
      ...(fingerprint === undefined ? {} : { trustedFingerprint: fingerprint }),
    });
    terminal.result(wantsJson(args) ? JSON.stringify(report, null, 2) : describeReport(report));
    return isAccepted(report) ? exitCodes.fine : exitCodes.refused;
  } catch (error) {
    return tellRefusal(unreadableFile(path, error), wantsJson(args), terminal);
  }
}
