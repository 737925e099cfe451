import { readFile } from 'node:fs/promises';
import { message } from '#domain/kernel/message.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { readJson } from '#exchange/fhir/read-json.ts';
import { unreadableFile } from './command.ts';

/** The JSON of a file; of one that is none the place where it stops being JSON, and never its bytes. */
export async function readJsonFile(path: string): Promise<{ readonly json: unknown } | Refusal> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return unreadableFile(path, error);
  }
  const text = textOf(bytes);
  if (text === undefined) return refuse('file/not-text', { path });
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return notJson(path, text, error);
  }
}

/** Without the mark that some editors put before the first character; undefined where it is no text. */
function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Our own reader names the place, and what it found instead of JSON. */
function notJson(path: string, text: string, error: unknown): Refusal {
  const read = readJson(text);
  if (!isRefusal(read)) throw error;
  const { line = 1, column = 1, problem = message(found[read.code] ?? 'brokenJson.moreText') } = read.params;
  return refuse('file/not-json', { path, line, column, problem });
}

const found: Readonly<Record<string, string>> = {
  'fhir/empty': 'brokenJson.nothing',
  'fhir/xml': 'brokenJson.xml',
};
