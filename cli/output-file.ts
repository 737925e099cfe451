import { open } from 'node:fs/promises';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

/**
 * Refused when nothing can be written there: asked before anything leaves the record, so that no disclosure is
 * recorded of what never came out. A file that is there keeps its content until the bytes are written.
 */
export async function refuseUnwritable(path: string): Promise<Refusal | undefined> {
  try {
    await (await open(path, 'a')).close();
    return undefined;
  } catch (error) {
    return refuse(
      'output/not-writable',
      `${path} cannot be written.`,
      error instanceof Error ? `${error.message}.` : String(error),
      'Name a file in a folder that exists and that you may write to; nothing has left yet.',
    );
  }
}
