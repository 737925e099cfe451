import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTenant } from '../database/connect.ts';
import { openTestDatabase, type TestDatabase } from '../database/test-database.ts';
import { Bell } from './bell.ts';
import {
  enqueue,
  extendLease,
  finish,
  holdLease,
  leaseNext,
  postpone,
  type JobName,
  type LeasedJob,
} from './job-queue.ts';
import { Worker, type JobHandler } from './worker.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('DELETE FROM job'));

const name = (key: string, organizationId = 'first'): JobName => ({ organizationId, kind: 'send', key });
const put = (job: JobName, afterSeconds?: number) =>
  inTenant(database.db, job.organizationId, (tenant) => enqueue(tenant, job, afterSeconds));
const lease = (token: string, seconds = 60) => leaseNext(database.db, ['send'], seconds, token);
const rows = async () => (await database.pool.query<{ key: string }>('SELECT * FROM job ORDER BY key')).rows;
const makeDue = () => database.pool.query(`UPDATE job SET run_at = now() - interval '1 hour'`);
const runOutOfLeases = () => database.pool.query(`UPDATE job SET leased_until = now() - interval '1 s'`);

async function leased(token: string): Promise<LeasedJob> {
  const job = await lease(token);
  if (!job) throw new Error('nothing was due');
  return job;
}

describe('a job', () => {
  it('is held by one at a time, and goes when it is done', async () => {
    await put(name('a'));
    const job = await leased('one');
    expect(job).toMatchObject({ ...name('a'), attempts: 1 });
    expect(await lease('two')).toBeUndefined();
    await finish(database.db, job);
    expect(await rows()).toEqual([]);
  });

  it('is there once, however often it is asked for', async () => {
    await put(name('a'));
    await put(name('a'));
    await put(name('a', 'second'));
    expect(await rows()).toHaveLength(2);
  });

  it('that is asked for while it runs is done once more', async () => {
    await put(name('a'));
    const job = await leased('one');
    await put(name('a'));
    await finish(database.db, job);
    expect(await lease('two')).toMatchObject({ key: 'a', attempts: 1 });
  });

  it('that is asked for while it runs does not wait for the time to which it is put off', async () => {
    await put(name('a'));
    const job = await leased('one');
    await put(name('a'));
    await postpone(database.db, job, 3600);
    expect(await lease('two')).toMatchObject({ key: 'a' });
  });

  it('comes to others when its lease runs out, and whoever had it is out', async () => {
    await put(name('a'));
    const first = await leased('one');
    await runOutOfLeases();
    const second = await leased('two');
    expect(second.attempts).toBe(2);
    expect(await extendLease(database.db, first, 60)).toBe(false);
    const holds = (job: LeasedJob) => inTenant(database.db, 'first', (tenant) => holdLease(tenant, job));
    expect([await holds(first), await holds(second)]).toEqual([false, true]);
    await finish(database.db, first);
    expect(await rows()).toHaveLength(1);
  });

  it.each([
    ['later', 3600, undefined],
    ['now', 0, 'a'],
  ])('that is for %s is due then', async (_when, seconds, key) => {
    await put(name('a'), seconds);
    expect((await lease('one'))?.key).toBe(key);
  });

  it('of one organization is nothing that another sees or touches', async () => {
    await put(name('a'));
    const job = await leased('one');
    const seen = await inTenant(database.db, 'second', (tenant) =>
      tenant.selectFrom('job').selectAll().execute(),
    );
    expect(seen).toEqual([]);
    await finish(database.db, { ...job, organizationId: 'second' });
    expect(await rows()).toHaveLength(1);
    const asAnother = inTenant(database.db, 'second', (tenant) => enqueue(tenant, name('b')));
    await expect(asAnother).rejects.toThrow(/row-level security/);
  });

  it('is not there when the transaction that asked for it is undone', async () => {
    const undone = inTenant(database.db, 'first', async (tenant) => {
      await enqueue(tenant, name('a'));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await rows()).toEqual([]);
  });
});

describe('workers', () => {
  const worker = (handler: JobHandler, said: string[] = []) =>
    new Worker({
      db: database.db,
      bell: new Bell(),
      handlers: { send: handler },
      say: (line) => said.push(line),
      pollSeconds: 0.02,
    });

  it('two on one database do each of many jobs once', async () => {
    for (let number = 0; number < 40; number++) await put(name(`job-${number}`));
    const done: string[] = [];
    const handler: JobHandler = async ({ key }) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      done.push(key);
      return 'done';
    };
    const both = [worker(handler), worker(handler)];
    await Promise.all(both.map((one) => one.drain()));
    expect(done.toSorted()).toEqual([...new Set(done)].toSorted());
    expect(done).toHaveLength(40);
    expect(await rows()).toEqual([]);
  });

  it('stop only when what is under way is done, and begin nothing more', async () => {
    await put(name('a'));
    await put(name('b'), 1);
    let end = () => {};
    const begun = new Promise<void>((resolveBegun) => {
      const one = worker(async () => {
        resolveBegun();
        await new Promise<void>((resolve) => (end = resolve));
        return 'done';
      });
      one.start();
      stopping = () => one.stop();
    });
    await begun;
    let stopped = false;
    const stop = stopping().then(() => (stopped = true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stopped).toBe(false);
    end();
    await stop;
    await makeDue();
    expect((await rows()).map(({ key }) => key)).toEqual(['b']);
  });

  it('keep a job that fails, try it later and later, and say where but not what', async () => {
    await put(name('a'));
    const said: string[] = [];
    const failing = worker(() => Promise.reject(new Error('Quarrington owes')), said);
    expect(await failing.drain()).toBe(1);
    await makeDue();
    expect(await failing.drain()).toBe(1);
    const [row] = (
      await database.pool.query<{ wait: number; fault: string; attempts: number }>(
        `SELECT extract(epoch FROM run_at - now())::int AS wait, fault, attempts FROM job`,
      )
    ).rows;
    expect(row?.attempts).toBe(2);
    expect(row?.wait).toBeGreaterThan(5);
    expect(row?.fault).toContain('job-queue.test.ts');
    expect(said.join()).not.toContain('Quarrington');
  });

  it('raise the alarm in whoever lost the lease', async () => {
    await put(name('a'));
    const slow = new Worker({
      db: database.db,
      bell: new Bell(),
      say: () => undefined,
      leaseSeconds: 0.15,
      handlers: {
        send: async (_job, lost) => {
          await database.pool.query(
            `UPDATE job SET lease_token = 'somebody else', leased_until = now() + interval '1 hour'`,
          );
          await new Promise<void>((resolve) => lost.addEventListener('abort', () => resolve()));
          return 'done';
        },
      },
    });
    expect(await slow.drain()).toBe(1);
    expect(await rows()).toHaveLength(1);
  });
});

let stopping: () => Promise<void> = () => Promise.resolve();
