import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

/**
 * Refused when nothing can be written there: asked before anything leaves the record, so that no disclosure is
 * recorded of what never came out. A file that is there keeps its content until the bytes are written.
 */
export async function refuseUnwritable(path: string): Promise<Refusal | undefined> {
  try {
    const isNew = !existsSync(path);
    await (await open(path, 'a')).close();
    // A command that is refused afterwards leaves no empty file behind.
    if (isNew) await rm(path);
    return undefined;
  } catch (error) {
    return refuse('output/not-writable', {
      path,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}
