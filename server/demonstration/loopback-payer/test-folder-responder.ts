import { mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { systemNow } from '../../clock.ts';
import { answerInquiry } from './answer-inquiry.ts';

/** The invented payer behind a file drop: takes what lies in `outgoing` and puts answers into `incoming`, once. */
export async function respondInFolder(folder: string, organizationId: string): Promise<readonly string[]> {
  const [outgoing, incoming] = ['outgoing', 'incoming'].map((part) => join(folder, organizationId, part));
  if (outgoing === undefined || incoming === undefined) return [];
  await mkdir(incoming, { recursive: true });
  const answered: string[] = [];
  for (const name of (await readdir(outgoing)).toSorted()) {
    const answer = answerInquiry(await readFile(join(outgoing, name), 'utf8'), systemNow());
    await unlink(join(outgoing, name));
    if (isRefusal(answer) || answer.conduct === 'SILENT') continue;
    const place = join(incoming, name.replace(/\.270$/, '.271'));
    await writeFile(`${place}.part`, answer.text);
    await rename(`${place}.part`, place);
    answered.push(answer.trace);
  }
  return answered;
}
