import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { option, unreadableFile, type Arguments } from './command.ts';

/** The public key that --key names, as PEM; undefined when none is named. */
export async function trustedKey(args: Arguments): Promise<string | undefined | Refusal> {
  const path = option(args, 'key');
  if (path === undefined) return undefined;
  let pem: string;
  try {
    pem = await readFile(path, 'utf8');
  } catch (error) {
    return unreadableFile(path, error);
  }
  return isPublicKey(pem) ? pem : refuse('key/unreadable', { path });
}

function isPublicKey(pem: string): boolean {
  try {
    return createPublicKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}
