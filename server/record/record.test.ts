import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { Actor } from '#domain/audit/event.ts';
import type { NewCaseEvent } from '#domain/case/case-events.ts';
import { calendarDate, instant } from '#domain/kernel/calendar-date.ts';
import { isRefusal, refuse } from '#domain/kernel/refusal.ts';
import type { NewPatientEvent } from '#domain/patient/patient-events.ts';
import { newUuid, systemNow } from '../clock.ts';
import { asOwner, inTenant } from '../database/connect.ts';
import { openTestDatabase, type TestDatabase } from '../database/test-database.ts';
import { keepContent } from '../document/attach-document.ts';
import { checkRecords, keepRecordCheck, readRecordCheck } from './check-record.ts';
import { recordCheckpoint } from './checkpoint.ts';
import { rebuildReadModels } from './rebuild.ts';
import { EvidenceRecord, sha256 } from './record.ts';
import { temporarySigner } from './test-signer.ts';
import { verifyContents } from './verify-contents.ts';
import { verifyRecord, type ChainReport } from './verify-record.ts';

const who: Actor = { kind: 'staff', id: 'staff-1', name: 'Marisol Vega', role: 'coordinator' };
const occurredAt = instant('2026-03-05T17:00:00.000Z');
const nothing = () => undefined;

let database: TestDatabase;
const signer = temporarySigner();
const open = () => new EvidenceRecord({ db: database.db, signer, now: systemNow, newId: newUuid });

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

function registered(): NewPatientEvent {
  return {
    type: 'patient.registered',
    occurredAt,
    data: {
      origin: 'by-hand',
      demographics: {
        lastName: 'Núñez',
        firstName: 'Ana',
        birthDate: calendarDate('2014-02-28'),
        sex: 'female',
        contacts: [{ route: 'telephone', value: '(206) 555-0142' }],
        identifiers: [],
      },
    },
  };
}

function opened(patientId: string): NewCaseEvent {
  return {
    type: 'case.opened',
    occurredAt,
    data: {
      patientId,
      title: 'Perio and ortho',
      reason: 'two specialists',
      ownerStaffId: null,
      team: null,
      receivedReferralId: null,
    },
  };
}

const resumed = (reason: string): NewCaseEvent => ({ type: 'case.resumed', occurredAt, data: { reason } });

/** An organization of its own with one patient and one case of some events. */
async function seeded(record: EvidenceRecord, caseEvents = 5) {
  const organizationId = newUuid();
  const patientId = newUuid();
  const caseId = newUuid();
  await asOwner(database.db, (owner) =>
    owner
      .insertInto('organization')
      .values({ organization_id: organizationId, name: 'Test', demonstration: false, created_at: occurredAt })
      .execute(),
  );
  await record.write(organizationId, who, { patientId, caseId }, async (writing) => {
    await writing.appendToPatient(patientId, [registered()]);
    return writing.appendToCase(caseId, [opened(patientId)]);
  });
  for (let index = 1; index < caseEvents; index++)
    await record.write(organizationId, who, { caseId }, (writing) =>
      writing.appendToCase(caseId, [resumed(`step ${index}`)]),
    );
  return { organizationId, patientId, caseId };
}

const faultsOf = (reports: readonly ChainReport[]) => reports.flatMap((report) => report.faults);

describe('the record', () => {
  it('gives back what was appended, folded, from the cache and anew', async () => {
    const record = open();
    const { organizationId, caseId } = await seeded(record);
    for (const reader of [record, open()]) {
      const state = await reader.read(organizationId, (reading) => reading.coordinationCase(caseId));
      expect(state).toMatchObject({ caseId, position: 5, stateReason: 'step 4' });
    }
  });

  it('keeps nothing of work that is refused', async () => {
    const record = open();
    const { organizationId, caseId } = await seeded(record);
    const refused = await record.write(organizationId, who, { caseId }, async (writing) => {
      await writing.appendToCase(caseId, [resumed('never')]);
      return refuse('test/refused');
    });
    expect(isRefusal(refused)).toBe(true);
    const state = await record.read(organizationId, (reading) => reading.coordinationCase(caseId));
    expect(state?.position).toBe(5);
  });

  it('numbers concurrent events without gap or loss, from several processes', async () => {
    const { organizationId, caseId } = await seeded(open(), 1);
    const records = [open(), open(), open()];
    const writers = records.flatMap((record) => Array.from({ length: 10 }, () => record));
    await Promise.all(
      writers.map((record, index) =>
        record.write(organizationId, who, { caseId }, (writing) =>
          writing.appendToCase(caseId, [resumed(`writer ${index}`)]),
        ),
      ),
    );
    const events = await open().read(organizationId, (reading) =>
      reading.events({ kind: 'case', id: caseId }),
    );
    expect(events.map((event) => event.position)).toEqual(
      Array.from({ length: 31 }, (_, index) => index + 1),
    );
    expect(faultsOf(await verifyRecord(open(), organizationId, nothing))).toEqual([]);
  });

  it.each(['appends', 'refuses', 'does nothing'] as const)(
    'work that %s is run again when another process was first, on what is there now',
    async (does) => {
      const [here, there] = [open(), open()];
      const { organizationId, caseId } = await seeded(here);
      await there.write(organizationId, who, { caseId }, (writing) =>
        writing.appendToCase(caseId, [resumed('from elsewhere')]),
      );
      const seen: (string | undefined)[] = [];
      const outcome = await here.write(organizationId, who, { caseId }, async (writing) => {
        const state = await writing.coordinationCase(caseId);
        seen.push(state?.stateReason);
        if (does === 'appends') return writing.appendToCase(caseId, [resumed('from here')]);
        if (does === 'refuses') return refuse('test/refused', { saw: state?.stateReason ?? '' });
        return state?.position;
      });
      expect(seen).toEqual(['step 4', 'from elsewhere']);
      if (isRefusal(outcome)) expect(outcome.params).toEqual({ saw: 'from elsewhere' });
      else expect(outcome).toBe(does === 'appends' ? 7 : 6);
      expect(faultsOf(await verifyRecord(open(), organizationId, nothing))).toEqual([]);
      expect((await rebuildReadModels(open(), organizationId, nothing)).differences).toEqual([]);
    },
  );

  it('lets two people begin the same chain: one is first, the other follows', async () => {
    const { organizationId, patientId } = await seeded(open());
    const caseId = newUuid();
    const begin = (record: EvidenceRecord) =>
      record.write(organizationId, who, { caseId }, async (writing) =>
        (await writing.coordinationCase(caseId))
          ? 'followed'
          : (await writing.appendToCase(caseId, [opened(patientId)]), 'first'),
      );
    expect((await Promise.all([begin(open()), begin(open())])).sort()).toEqual(['first', 'followed']);
  });

  it('shows no organization the data of another', async () => {
    const record = open();
    const one = await seeded(record);
    const other = await seeded(record);
    const seen = await inTenant(database.db, other.organizationId, (tenant) =>
      tenant.selectFrom('event').select('stream_id').where('stream_id', '=', one.caseId).execute(),
    );
    const own = await inTenant(database.db, one.organizationId, (tenant) =>
      tenant.selectFrom('event').select('stream_id').where('stream_id', '=', one.caseId).execute(),
    );
    expect([seen.length, own.length]).toEqual([0, 5]);
  });

  it.each([
    'UPDATE event SET type = type',
    'DELETE FROM event',
    'DELETE FROM stream_head',
    'UPDATE access_log SET action = action',
    'DELETE FROM document_content',
  ])('the application role may not: %s', async (statement) => {
    const { organizationId } = await seeded(open(), 1);
    const attempt = inTenant(database.db, organizationId, (tenant) => sql.raw(statement).execute(tenant));
    await expect(attempt).rejects.toThrow(/permission denied/);
  });
});

/** What somebody with the database's own password may do, and what `archway verify` says of it. */
const tamperings: readonly [
  name: string,
  statement: (ids: { organizationId: string; caseId: string }) => string,
  fault: object,
][] = [
  ['nothing', () => 'SELECT 1', {}],
  [
    'a reason rewritten',
    (ids) =>
      `UPDATE event SET body = replace(body::text, 'step 2', 'step X')::json WHERE stream_id = '${ids.caseId}' AND position = 3`,
    { kind: 'altered', position: 3, parts: ['data.reason'] },
  ],
  [
    'another author',
    (ids) =>
      `UPDATE event SET body = replace(body::text, 'Marisol Vega', 'Someone Else')::json WHERE stream_id = '${ids.caseId}' AND position = 2`,
    { kind: 'altered', position: 2, parts: ['who'] },
  ],
  [
    'a column beside the event',
    (ids) => `UPDATE event SET type = 'case.closed' WHERE stream_id = '${ids.caseId}' AND position = 4`,
    { kind: 'altered', position: 4, parts: ['columns'] },
  ],
  [
    'one dropped',
    (ids) => `DELETE FROM event WHERE stream_id = '${ids.caseId}' AND position = 3`,
    { kind: 'dropped', position: 3 },
  ],
  [
    'the last one dropped',
    (ids) => `DELETE FROM event WHERE stream_id = '${ids.caseId}' AND position = 5`,
    { kind: 'last-dropped' },
  ],
  [
    'the last one dropped and the head set back',
    (ids) =>
      `DELETE FROM event WHERE stream_id = '${ids.caseId}' AND position = 5; UPDATE stream_head SET position = 4, hash = (SELECT seal->>'hash' FROM event WHERE stream_id = '${ids.caseId}' AND position = 4) WHERE stream_id = '${ids.caseId}'`,
    { kind: 'signature-bad' },
  ],
  [
    'the head removed',
    (ids) => `DELETE FROM stream_head WHERE stream_id = '${ids.caseId}'`,
    { kind: 'head-missing' },
  ],
];

describe('archway verify', () => {
  it.each(tamperings)('%s', async (_name, statement, fault) => {
    const ids = await seeded(open());
    await asOwner(database.db, async (owner) => {
      for (const part of statement(ids).split('; ')) await sql.raw(part).execute(owner);
    });
    const faults = faultsOf(await verifyRecord(open(), ids.organizationId, nothing));
    if (Object.keys(fault).length === 0) expect(faults).toEqual([]);
    else expect(faults).toContainEqual(expect.objectContaining(fault));
  });

  it('does not believe another key', async () => {
    const { organizationId } = await seeded(open());
    const reports = await verifyRecord(open(), organizationId, nothing, temporarySigner().publicKeyPem);
    expect(faultsOf(reports)).toContainEqual(expect.objectContaining({ kind: 'signature-bad' }));
  });
});

describe('the check of the record', () => {
  const alter = (caseId: string, from: string, to: string) =>
    asOwner(database.db, (owner) =>
      sql`UPDATE event SET body = replace(body::text, ${from}, ${to})::json
        WHERE stream_id = ${caseId} AND position = 3`.execute(owner),
    );
  const check = async (record: EvidenceRecord, organizationId: string) => {
    await keepRecordCheck(record, organizationId, await verifyRecord(record, organizationId, nothing));
    return record.read(organizationId, readRecordCheck);
  };

  it('tells of a change from outside until it is mended; what is appended meanwhile hides nothing', async () => {
    const record = open();
    const { organizationId, caseId } = await seeded(record);
    expect(await record.read(organizationId, readRecordCheck)).toBeUndefined();
    await alter(caseId, 'step 2', 'step X');
    await record.write(organizationId, who, { caseId }, (writing) =>
      writing.appendToCase(caseId, [resumed('meanwhile')]),
    );
    const found = { kind: 'case', id: caseId, positions: [3] };
    expect(await check(record, organizationId)).toMatchObject({ chains: 2, changed: [found] });
    await alter(caseId, 'step X', 'step 2');
    expect(await check(record, organizationId)).toMatchObject({ chains: 2, changed: [] });
  });

  it('goes through every organization, and stops between two chains when it is told to', async () => {
    const { organizationId, caseId } = await seeded(open());
    await alter(caseId, 'step 2', 'step X');
    await expect(checkRecords(open(), AbortSignal.abort())).rejects.toThrow(/aborted/);
    expect(await open().read(organizationId, readRecordCheck)).toBeUndefined();
    await checkRecords(open(), new AbortController().signal);
    expect((await open().read(organizationId, readRecordCheck))?.changed).toHaveLength(1);
  });
});

describe('checkpoints and contents', () => {
  const bytes = (text: string) => Buffer.from(text);
  const withDocument = async () => {
    const record = open();
    const ids = await seeded(record);
    await record.write(ids.organizationId, who, { patientId: ids.patientId }, async (writing) => {
      await keepContent(writing, 'document-1', sha256('the signed page'), bytes('the signed page'));
      return writing.appendToPatient(ids.patientId, [
        {
          type: 'patient.document-attached',
          occurredAt,
          data: {
            document: {
              documentId: 'document-1',
              title: 'Signed page',
              kind: 'consent',
              mediaType: 'text/plain',
              byteLength: 15,
              sha256: sha256('the signed page'),
              attachedTo: [],
            },
          },
        },
      ]);
    });
    await recordCheckpoint(record, ids.organizationId);
    return ids;
  };
  const rows: [
    name: string,
    statement: (ids: { organizationId: string; caseId: string }) => string,
    kind: string[],
  ][] = [
    ['nothing', () => 'SELECT 1', []],
    [
      'bytes altered',
      (ids) =>
        `UPDATE document_content SET bytes = 'x' WHERE content_id = 'document-1' AND organization_id = '${ids.organizationId}'`,
      ['content-altered'],
    ],
    [
      'bytes removed',
      (ids) =>
        `DELETE FROM document_content WHERE content_id = 'document-1' AND organization_id = '${ids.organizationId}'`,
      ['content-missing'],
    ],
    [
      'a chain removed with its head',
      (ids) =>
        `DELETE FROM event WHERE stream_id = '${ids.caseId}'; DELETE FROM stream_head WHERE stream_id = '${ids.caseId}'`,
      ['chain-missing'],
    ],
    [
      'a chain set back',
      (ids) =>
        `DELETE FROM event WHERE stream_id = '${ids.caseId}' AND position = 5; UPDATE stream_head SET position = 4 WHERE stream_id = '${ids.caseId}'`,
      ['chain-set-back'],
    ],
    [
      'the checkpoint itself altered',
      (ids) =>
        `UPDATE document_content SET bytes = 'x' WHERE content_id LIKE 'checkpoint-%' AND organization_id = '${ids.organizationId}'`,
      ['content-altered'],
    ],
  ];
  it.each(rows)('%s', async (_name, statement, kinds) => {
    const ids = await withDocument();
    await asOwner(database.db, async (owner) => {
      for (const part of statement(ids).split('; ')) await sql.raw(part).execute(owner);
    });
    const faults = await verifyContents(open(), ids.organizationId);
    expect(faults.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('records nothing when nothing changed since', async () => {
    const ids = await withDocument();
    const position = () =>
      open().read(ids.organizationId, async (reading) => (await reading.practice()).position);
    const before = await position();
    await recordCheckpoint(open(), ids.organizationId);
    expect(await position()).toBe(before);
  });
});

describe('archway rebuild', () => {
  it('finds no difference, and finds one that somebody made', async () => {
    const record = open();
    const { organizationId, caseId } = await seeded(record);
    expect((await rebuildReadModels(record, organizationId, nothing)).differences).toEqual([]);
    await asOwner(database.db, (owner) =>
      sql.raw(`UPDATE case_summary SET title = 'other' WHERE case_id = '${caseId}'`).execute(owner),
    );
    const found = await rebuildReadModels(record, organizationId, nothing);
    expect(found.differences).toEqual([{ table: 'case_summary', key: caseId }]);
    expect((await rebuildReadModels(record, organizationId, nothing)).differences).toEqual([]);
  });
});
