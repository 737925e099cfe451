import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cannotSetUp, withLock } from './lock.mjs';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archway-lock-'));
  lock = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('one after the other, also when the work fails', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(20);
    inside -= 1;
    throw new Error('failed');
  };
  const all = await Promise.allSettled([1, 2, 3, 4].map(() => withLock(work, lock)));
  expect(all.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
  expect(most).toBe(1);
  expect(existsSync(lock)).toBe(false);
});

test('several that wait for a dead holder still go one after the other', async () => {
  writeFileSync(lock, `${await deadProcess()}\n`);
  let inside = 0;
  const work = async () => {
    inside += 1;
    await sleep(20);
    inside -= 1;
    return inside;
  };
  expect(await Promise.all([1, 2, 3].map(() => withLock(work, lock)))).toEqual([0, 0, 0]);
});

test('a holder that shows no life is taken for dead, although its number belongs to a process', async () => {
  writeFileSync(lock, `${process.pid}\n`);
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, longAgo, longAgo);
  expect(await withLock(async () => 'done', lock)).toBe('done');
});

test('a living holder is waited for, and says who it is', async () => {
  const first = withLock(async () => {
    await sleep(300);
    return readFileSync(lock, 'utf8').trim();
  }, lock);
  const began = Date.now();
  await withLock(async () => undefined, lock);
  expect(Date.now() - began).toBeGreaterThan(250);
  expect(await first).toBe(String(process.pid));
});

test.each([
  ['EACCES', 'Nothing can be written into'],
  ['EROFS', 'Nothing can be written into'],
  ['ENOSPC', 'is full'],
  ['EISDIR', undefined],
])('a folder that refuses to be written, by %s', (code, words) => {
  const said = cannotSetUp(Object.assign(new Error(code), { code }))?.message;
  if (words === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(words);
});
