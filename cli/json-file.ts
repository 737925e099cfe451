import { readFile } from 'node:fs/promises';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { unreadableFile } from './command.ts';

export async function readJsonFile(path: string): Promise<{ readonly json: unknown } | Refusal> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return unreadableFile(path, error);
  }
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return refuse('plan-file/no-json', {
      path,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}
