import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeReport } from './describe-report.ts';
import { manifestName } from './packet-format.ts';
import { printable, zipLimits } from './read-zip.ts';
import {
  verifyFiles,
  verifyPacket,
  type PacketFault,
  type PacketReport,
  type VerifyOptions,
} from './verify-packet.ts';

const usage = `Verifies a sealed packet. Needs nothing but Node 20 or newer; sends nothing anywhere.

  node verify.mjs FILE.zip [--fingerprint HEX] [--key FILE.pem] [--json]
  node verify.mjs FOLDER   the same for an extracted packet; without FOLDER, the folder of verify.mjs

  --fingerprint HEX  the fingerprint that the practice gave you
  --key FILE.pem     or its public key
  --json             the report for a program

Exit code 0: intact (and sealed by the trusted key, if you named one). 1: changed, or another key. 2: not run.
`;

interface Request extends VerifyOptions {
  readonly path: string;
  readonly json: boolean;
}

/** The verifier as a program. Returns the exit code; a report goes to `print`, a reason not to run to `complain`. */
export function verifyCommand(
  args: readonly string[],
  here: string,
  print: (text: string) => void,
  complain: (text: string) => void,
): 0 | 1 | 2 {
  if (args.includes('--help') || args.includes('-h')) {
    print(usage);
    return 0;
  }
  try {
    const request = readArguments(args, here);
    if (typeof request === 'string') {
      complain(`${request}\n\n${usage}`);
      return 2;
    }
    const report = verifyAt(request.path, request);
    print(request.json ? `${JSON.stringify(report, null, 2)}\n` : describeReport(report));
    return isAccepted(report) ? 0 : 1;
  } catch (error) {
    complain(`It cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

/** Intact, and by the trusted key where one was named. */
export function isAccepted(report: PacketReport): boolean {
  return report.intact && report.trust !== 'untrusted';
}

function readArguments(args: readonly string[], here: string): Request | string {
  const rest = [...args];
  const paths: string[] = [];
  let json = false;
  let trustedFingerprint: string | undefined;
  let trustedKeyPem: string | undefined;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--json') json = true;
    else if (word === '--key' || word === '--fingerprint') {
      const value = rest.shift();
      if (value === undefined) return `${word} needs a value.`;
      if (word === '--key') trustedKeyPem = readFileSync(value, 'utf8');
      else trustedFingerprint = value;
    } else if (word.startsWith('-')) return `${word} is not an option.`;
    else paths.push(word);
  }
  if (paths.length > 1) return 'Only one packet is verified at a time.';
  return { path: paths[0] ?? here, json, trustedFingerprint, trustedKeyPem };
}

/** Verifies the packet at a path: one ZIP file, or the folder that it was extracted to. Throws when it cannot be read. */
export function verifyAt(path: string, options: VerifyOptions): PacketReport {
  const stat = lstatSync(path);
  if (stat.isDirectory()) {
    const { files, faults } = readFolder(path);
    if (!files.has(manifestName)) throw new Error(`${path} holds no packet (no ${manifestName})`);
    return verifyFiles(files, faults, options);
  }
  if (stat.size > zipLimits.file) throw new Error(`${path} is too large for a packet`);
  return verifyPacket(readFileSync(path), options);
}

/** A packet has no folders in it, so that what lies in one was added. Links are not followed. */
function readFolder(path: string): { files: Map<string, Uint8Array>; faults: PacketFault[] } {
  const files = new Map<string, Uint8Array>();
  const faults: PacketFault[] = [];
  for (const name of readdirSync(path).sort()) {
    const stat = lstatSync(join(path, name));
    if (stat.isFile() && stat.size <= zipLimits.file) files.set(name, readFileSync(join(path, name)));
    else faults.push({ kind: 'file-added', file: printable(stat.isDirectory() ? `${name}/` : name) });
  }
  return { files, faults };
}
