import { readFile } from 'node:fs/promises';
import { describeReport } from '#exchange/packet/describe-report.ts';
import { isAccepted, verifyAt } from '#exchange/packet/verify-command.ts';
import {
  exitCodes,
  option,
  sayRefusal,
  unreadableFile,
  wantsJson,
  type Arguments,
  type ExitCode,
  type Terminal,
} from './command.ts';

/** Checks a sealed packet with the code that also travels inside it. */
export async function verifyPacketFile(path: string, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const keyPath = option(args, 'key');
  const fingerprint = option(args, 'fingerprint');
  try {
    const trustedKeyPem = keyPath === undefined ? undefined : await readFile(keyPath, 'utf8');
    const report = verifyAt(path, {
      ...(trustedKeyPem === undefined ? {} : { trustedKeyPem }),
      ...(fingerprint === undefined ? {} : { trustedFingerprint: fingerprint }),
    });
    terminal.result(wantsJson(args) ? JSON.stringify(report, null, 2) : describeReport(report));
    return isAccepted(report) ? exitCodes.fine : exitCodes.refused;
  } catch (error) {
    if (error instanceof Error)
      return sayRefusal(unreadableFile(pathOf(error) ?? path, error), args, terminal);
    throw error;
  }
}

function pathOf(error: Error): string | undefined {
  return 'path' in error && typeof error.path === 'string' ? error.path : undefined;
}
