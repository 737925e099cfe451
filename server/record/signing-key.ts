import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Signs heads of chains and packets with Ed25519. The private key lives beside the data, never in the database. */
export interface Signer {
  /** Base64 signature over the UTF-8 bytes of the message. */
  sign(message: string): string;
  verify(message: string, signature: string): boolean;
  readonly privateKeyPem: string;
  readonly publicKeyPem: string;
  /** SHA-256 of the public key's DER form, as hexadecimal digits. */
  readonly fingerprint: string;
}

/**
 * Reads the signing key of a data folder, and makes one for a new folder. Whoever can write the database but not
 * this file cannot make a chain that verifies.
 */
export function openSigningKey(dataFolder: string): Signer {
  const folder = join(dataFolder, 'keys');
  const path = join(folder, 'signing-key.pem');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    const partial = `${path}.${process.pid}`;
    writeFileSync(partial, pem, { mode: 0o600 });
    if (!existsSync(path)) renameSync(partial, path);
  }
  return signerOf(readFileSync(path, 'utf8'));
}

function signerOf(privateKeyPem: string): Signer {
  const privateKey = createPrivateKey(privateKeyPem);
  const publicKey = createPublicKey(privateKey);
  return {
    sign: (message) => sign(null, Buffer.from(message), privateKey).toString('base64'),
    verify: (message, signature) =>
      verify(null, Buffer.from(message), publicKey, Buffer.from(signature, 'base64')),
    privateKeyPem,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
  };
}
