import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#domain/audit/event.ts';
import type { NewCaseEvent } from '#domain/case/case-events.ts';
import type { RecordedEvent } from '#domain/audit/event.ts';
import { calendarDate, instant } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { openArchway, type Archway } from '#server/archway.ts';
import { newUuid, systemNow } from '#server/clock.ts';
import { asOwner } from '#server/database/connect.ts';
import { EvidenceRecord } from '#server/record/record.ts';
import { verifiedEvents } from '#server/record/verify-record.ts';

/**
 * Appended events a second with durable commits, beside a bare INSERT of the same bytes in the same database, and
 * how long a case of 5,000 events takes to open. Run: node bench/record/record.bench.ts [seconds each]
 */
const seconds = Number(process.argv[2] ?? 5);
const organizationId = 'bench';
const who: Actor = { kind: 'staff', id: 'staff-bench', name: 'Bench', role: 'coordinator' };
const occurredAt = instant('2026-03-05T17:00:00.000Z');

function logged(index: number): NewCaseEvent {
  return {
    type: 'activity.logged',
    occurredAt,
    data: {
      late: false,
      activity: {
        activityId: newUuid(),
        kind: 'coordination-with-provider',
        staffId: who.id,
        note: '',
        serviceDate: calendarDate('2026-03-05'),
        time: {
          basis: 'timer',
          startedAt: instant('2026-03-05T16:50:00.000Z'),
          endedAt: occurredAt,
          seconds: 480,
        },
        contact: {
          parties: [{ kind: 'provider', name: 'Karin Lindqvist', organization: 'Sound Periodontics' }],
          direction: 'outgoing',
          route: 'telephone',
          reached: 'reached',
          asked: `Question ${index}: may scaling begin before the physician has answered?`,
          answered: 'Yes for scaling; surgery waits for the clearance.',
          effectOnPlan: 'Scaling first, surgery after clearance.',
          disclosed: ['dental-record'],
        },
      },
    },
  };
}

async function openCase(record: EvidenceRecord, events = 0): Promise<string> {
  const caseId = newUuid();
  await record.write(organizationId, who, { caseId }, async (writing) => {
    await writing.appendToCase(caseId, [
      {
        type: 'case.opened',
        occurredAt,
        data: {
          patientId: 'patient-bench',
          title: 'Bench',
          reason: 'bench',
          ownerStaffId: null,
          team: null,
          receivedReferralId: null,
        },
      },
    ]);
    return events === 0
      ? 1
      : writing.appendToCase(
          caseId,
          Array.from({ length: events - 1 }, (_, index) => logged(index)),
        );
  });
  return caseId;
}

/** Work a second over `seconds`, by so many clients at once, each starting the next piece when one is done. */
async function rate(
  clients: number,
  work: (client: number, turn: number) => Promise<unknown>,
): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = 0; performance.now() < end; turn++) {
        await work(client, turn);
        done++;
      }
    }),
  );
  return done / seconds;
}

/**
 * A bare INSERT of the same bytes, one a transaction: the row of an event that was appended, at the next position of
 * a chain of its own, by whoever owns the tables, with nothing that follows from it.
 */
async function bareInsert(archway: Archway, caseId: string): Promise<() => Promise<unknown>> {
  const { publicKeyPem } = archway.record.signer;
  const events = await archway.record.read(organizationId, (reading) =>
    verifiedEvents(reading, { kind: 'case', id: caseId }, publicKeyPem),
  );
  const event = isRefusal(events) ? undefined : events.at(-1);
  if (!event) throw new Error('nothing was appended to take the bytes of');
  const { salt, previousHash, hash, partHashes, ...recorded } = event;
  const body = JSON.stringify(recorded satisfies RecordedEvent);
  const seal = JSON.stringify({ salt, previousHash, hash, partHashes });
  let position = 0;
  return () =>
    archway.record.db
      .insertInto('event')
      .values({
        organization_id: 'bare',
        stream_kind: 'case',
        stream_id: 'bare',
        position: ++position,
        type: event.type,
        recorded_at: event.recordedAt,
        body,
        seal,
      })
      .execute();
}

interface Compared {
  readonly bare: number;
  readonly append: number;
}

/**
 * One client does both in turn, so that a disk or a machine that others use too slows both alike. Rates are of the
 * time that each took; `typical` leaves out the moments in which somebody else had the machine.
 */
async function compare(
  bare: () => Promise<unknown>,
  append: (turn: number) => Promise<unknown>,
): Promise<Record<'mean' | 'typical', Compared>> {
  const times = { bare: new Array<number>(), append: new Array<number>() };
  const timed = async (kind: keyof typeof times, work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    times[kind].push(performance.now() - start);
  };
  const end = performance.now() + seconds * 2000;
  for (let turn = 0; performance.now() < end; turn++) {
    await timed('bare', bare);
    await timed('append', () => append(turn));
  }
  const mean = (values: number[]) => 1000 / (values.reduce((sum, each) => sum + each, 0) / values.length);
  const quartile = (values: number[]) =>
    1000 / (values.toSorted((one, other) => one - other)[Math.floor(values.length / 4)] ?? NaN);
  return {
    mean: { bare: mean(times.bare), append: mean(times.append) },
    typical: { bare: quartile(times.bare), append: quartile(times.append) },
  };
}

/** Milliseconds by the clock, and of this process's processor time, which the database's is not part of. */
interface Spent {
  readonly clock: number;
  readonly processor: number;
}

function medianOf(spent: readonly Spent[]): Spent {
  const median = (values: number[]) =>
    values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
  return {
    clock: median(spent.map(({ clock }) => clock)),
    processor: median(spent.map(({ processor }) => processor)),
  };
}

async function openingTimes(archway: Archway, caseId: string): Promise<{ cold: Spent; warm: Spent }> {
  const time = async (record: EvidenceRecord): Promise<Spent> => {
    const start = performance.now();
    const before = process.cpuUsage();
    const state = await record.read(organizationId, (reading) => reading.coordinationCase(caseId));
    if (state?.position !== 5000) throw new Error(`expected 5000 events, found ${state?.position ?? 0}`);
    const { user, system } = process.cpuUsage(before);
    return { clock: performance.now() - start, processor: (user + system) / 1000 };
  };
  const fresh = () =>
    new EvidenceRecord({
      db: archway.record.db,
      signer: archway.record.signer,
      now: systemNow,
      newId: newUuid,
    });
  const cold: Spent[] = [];
  for (let turn = 0; turn < 15; turn++) cold.push(await time(fresh()));
  const one = fresh();
  await time(one);
  const warm: Spent[] = [];
  for (let turn = 0; turn < 15; turn++) warm.push(await time(one));
  return { cold: medianOf(cold), warm: medianOf(warm) };
}

const dataFolder = mkdtempSync(join(tmpdir(), 'archway-bench-'));
const archway = await openArchway({ dataFolder });
try {
  await asOwner(archway.record.db, (owner) =>
    owner
      .insertInto('organization')
      .values({
        organization_id: organizationId,
        name: 'Bench',
        demonstration: false,
        created_at: occurredAt,
      })
      .execute(),
  );
  const { record } = archway;
  const append = (caseId: string, turn: number) =>
    record.write(organizationId, who, { caseId }, (writing) => writing.appendToCase(caseId, [logged(turn)]));
  const single = await openCase(record, 2);
  const compared = await compare(await bareInsert(archway, single), (turn) => append(single, turn));
  const shared = await openCase(record);
  const eightOnOne = await rate(8, (_, turn) => append(shared, turn));
  const many = await Promise.all(Array.from({ length: 8 }, () => openCase(record)));
  const eightOnMany = await rate(8, (client, turn) => append(many[client] ?? single, turn));
  const long = await openCase(record, 5000);
  const opening = await openingTimes(archway, long);
  const row = (name: string, value: string) => console.log(`${name.padEnd(52)} ${value}`);
  for (const [kind, { bare, append: one }] of Object.entries(compared)) {
    row(`bare INSERT of the same bytes, 1 client, ${kind}`, `${bare.toFixed(0)} a second`);
    const share = `${((one / bare) * 100).toFixed(0)} % of bare`;
    row(`append of an event, 1 client, ${kind}`, `${one.toFixed(0)} a second (${share})`);
  }
  row('append, 8 clients on one case', `${eightOnOne.toFixed(0)} a second`);
  row('append, 8 clients on 8 cases', `${eightOnMany.toFixed(0)} a second`);
  const told = ({ clock, processor }: Spent) =>
    `${clock.toFixed(1)} ms, ${processor.toFixed(1)} of processor`;
  row('opening a case of 5,000 events, first time', told(opening.cold));
  row('opening it again', told(opening.warm));
} finally {
  await archway.close();
  rmSync(dataFolder, { recursive: true });
}
