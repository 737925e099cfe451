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
  return isPublicKey(pem)
    ? pem
    : refuse(
        'key/unreadable',
        `${path} is no public key.`,
        'It does not hold an Ed25519 key in PEM form.',
        'Name the file public-key.pem that the practice gave you.',
      );
}

function isPublicKey(pem: string): boolean {
  try {
    return createPublicKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}
