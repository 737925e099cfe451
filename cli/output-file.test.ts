import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseUnwritable } from './output-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archway-output-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a folder that is not there is refused, and so is a folder itself', async () => {
  for (const path of [join(folder, 'missing', 'claim.837'), folder])
    expect(await refuseUnwritable(path)).toMatchObject({ code: 'output/not-writable' });
});

test('a file keeps its content until it is written', async () => {
  const path = join(folder, 'claim.837');
  expect(await refuseUnwritable(path)).toBeUndefined();
  await writeFile(path, 'ISA');
  expect(await refuseUnwritable(path)).toBeUndefined();
  expect(await readFile(path, 'utf8')).toBe('ISA');
});
