import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSigningKey, type Signer } from './signing-key.ts';

/** A key that lives as long as the process. */
export function temporarySigner(): Signer {
  const folder = mkdtempSync(join(tmpdir(), 'archway-key-'));
  try {
    return openSigningKey(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
