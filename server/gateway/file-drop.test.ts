import { linkSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileDrop } from './file-drop.ts';

/** What a kill leaves behind, at each step of sending, and what sending again makes of it. */

let folder: string;
const path = (...parts: readonly string[]) => join(folder, 'first', ...parts);
const name = 'eligibility-AW000000001.270';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archway-drop-'));
  for (const part of ['outgoing', 'sent']) mkdirSync(path(part), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const send = () =>
  new FileDrop({ name: 'drop', organizations: undefined, folder, settleSeconds: 0, everySeconds: 1 }).send({
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
    await Promise.all(Array.from({ length: 8 }, send));
    expect(readdirSync(path('outgoing'))).toEqual([name]);
    expect(readdirSync(path('sent'))).toEqual([name]);
  });
});
