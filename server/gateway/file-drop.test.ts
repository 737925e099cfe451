import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileDrop } from './file-drop.ts';
import type { Taker } from './gateway.ts';

/** What a kill leaves behind, at each step of sending, and what sending again makes of it. */

let folder: string;
const path = (...parts: readonly string[]) => join(folder, 'first', ...parts);
const name = 'eligibility-AW000000001.270';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archway-drop-'));
  for (const part of ['outgoing', 'sent']) mkdirSync(path(part), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const dropIn = (at: string) =>
  new FileDrop({ name: 'drop', organizations: undefined, folder: at, settleSeconds: 0, everySeconds: 1 });
const send = (at = folder) =>
  dropIn(at).send({
    organizationId: 'first',
    inquiryId: 'inquiry-1',
    trace: 'AW000000001',
    interchange: 'ISA',
    senderId: 'S',
    receiverId: 'R',
  });

const steps = [
  () => writeFileSync(path('sent', `.${name}.killed`), 'ISA'),
  () => linkSync(path('sent', `.${name}.killed`), path('sent', name)),
  () => renameSync(path('sent', `.${name}.killed`), path('outgoing', name)),
  () => rmSync(path('outgoing', name)),
];

describe('an inquiry that is sent again after a kill', () => {
  it.each([
    ['before anything was written', 0, [name]],
    ['when it was written', 1, [name]],
    ['when it was named as sent', 2, [name]],
    ['when it lay in outgoing', 3, [name]],
    ['when it was taken away already', 4, []],
  ])('%s is in outgoing once or gone, and leaves nothing half', async (_when, done, outgoing) => {
    for (const step of steps.slice(0, done)) step();
    expect(await send()).toEqual({ kind: 'left' });
    expect(readdirSync(path('outgoing'))).toEqual(outgoing);
    expect(readdirSync(path('sent'))).toEqual([name]);
  });

  it('by many at once is in outgoing once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => send()));
    expect(readdirSync(path('outgoing'))).toEqual([name]);
    expect(readdirSync(path('sent'))).toEqual([name]);
  });
});

describe('a folder', () => {
  const nobody: Taker = {
    take: () => Promise.reject(new Error('nothing is there to be taken')),
    setAside: () => Promise.reject(new Error('nothing is there to be set aside')),
  };

  it.each<[string, () => string, string]>([
    ['that is not there', () => join(folder, 'no-such-disk'), 'gateway/folder-missing'],
    [
      'that is a file',
      () => {
        writeFileSync(join(folder, 'file'), '');
        return join(folder, 'file');
      },
      'gateway/folder-unusable',
    ],
  ])('%s is told, made by nobody, and looked into again later', async (_what, where, code) => {
    const at = where();
    expect(await send(at)).toMatchObject({ kind: 'failed', again: true, problem: { code } });
    expect(await dropIn(at).look('first')).toMatchObject({ code });
    await dropIn(at).collecting.collect('first', nobody);
    expect(existsSync(join(at, 'first'))).toBe(false);
  });

  it('that can be used has nothing wrong with it', async () => {
    expect(await dropIn(folder).look('first')).toBeUndefined();
  });
});
