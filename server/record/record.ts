import { hash, randomBytes } from 'node:crypto';
import { chainEvent, chainStart, headMessage, headOf, type ChainLink } from '#domain/audit/chain.ts';
import type { Actor, NewEvent, RecordedEvent, StreamName } from '#domain/audit/event.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import type { CaseEvent, NewCaseEvent } from '#domain/case/case-events.ts';
import { continueCase, foldCase } from '#domain/case/fold-case.ts';
import type { Instant } from '#domain/kernel/calendar-date.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { foldPatient, type Patient } from '#domain/patient/patient.ts';
import type { NewPatientEvent, PatientEvent } from '#domain/patient/patient-events.ts';
import { foldPractice, type Practice } from '#domain/practice/practice.ts';
import type { NewPracticeEvent, PracticeEvent } from '#domain/practice/practice-events.ts';
import { inTenant, type ArchwayDatabase, type Send, type TenantDatabase } from '../database/connect.ts';
import {
  keepAlone,
  keepWithCase,
  keepWithPatient,
  patientSummaryRow,
  type KeptEvents,
} from './read-models.ts';
import type { Signer } from './signing-key.ts';
import {
  holdStream,
  isOvertaken,
  readStream,
  StreamCache,
  streamKey,
  type Entry,
  type Stream,
} from './stream-reader.ts';
import { Turns } from './turns.ts';

/** The practice's chain is one for each organization; its stream id is this word. */
const practiceStream: StreamName = { kind: 'practice', id: 'practice' };

export function sha256(text: string): string {
  return hash('sha256', text);
}

export interface RecordParts {
  readonly db: ArchwayDatabase;
  readonly signer: Signer;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/** What may be read in a transaction, cut to one organization. */
export interface Reading {
  readonly organizationId: string;
  readonly tenant: TenantDatabase;
  practice(): Promise<Practice>;
  /** Undefined when there is none of that id. */
  patient(patientId: string): Promise<Patient | undefined>;
  coordinationCase(caseId: string): Promise<CoordinationCase | undefined>;
  events(name: StreamName): Promise<readonly RecordedEvent[]>;
}

/** What may be done in a writing transaction. Positions returned are those of the last event appended. */
export interface Writing extends Reading {
  readonly who: Actor;
  readonly now: Instant;
  newId(): string;
  appendToPractice(events: readonly NewPracticeEvent[]): Promise<number>;
  appendToPatient(patientId: string, events: readonly NewPatientEvent[]): Promise<number>;
  appendToCase(caseId: string, events: readonly NewCaseEvent[]): Promise<number>;
}

/** Chains that a piece of work appends to: they are locked, always in the order practice, patient, case. */
export interface Locks {
  readonly practice?: boolean;
  readonly patientId?: string;
  /** For work on several patients at once. */
  readonly patientIds?: readonly string[];
  readonly caseId?: string;
}

export class EvidenceRecord {
  readonly #parts: RecordParts;
  readonly #cache = new StreamCache();
  readonly #turns = new Turns();

  constructor(parts: RecordParts) {
    this.#parts = parts;
  }

  get signer(): Signer {
    return this.#parts.signer;
  }

  now(): Instant {
    return this.#parts.now();
  }

  newId(): string {
    return this.#parts.newId();
  }

  get db(): ArchwayDatabase {
    return this.#parts.db;
  }

  read<Result>(organizationId: string, work: (reading: Reading) => Promise<Result>): Promise<Result> {
    return inTenant(this.#parts.db, organizationId, (tenant) =>
      work(this.#reading(tenant, organizationId, new Set())),
    );
  }

  /**
   * One transaction: events, their read models and whatever else the work writes are kept together or not at all.
   * A refusal that the work returns undoes everything and is returned. The work runs on what is known of the chains
   * while the database is asked to lock them and to confirm that they still end there; when they do not, or another
   * writer began the same chain first, nothing is kept and the work is run again.
   */
  async write<Result>(
    organizationId: string,
    who: Actor,
    locks: Locks,
    work: (writing: Writing) => Promise<Result | Refusal>,
  ): Promise<Result | Refusal> {
    const keys = lockedNames(locks).map((name) => streamKey(organizationId, name));
    return this.#turns.take(keys, async () => {
      for (let attempt = 1; ; attempt++) {
        const afterCommit: (() => void)[] = [];
        try {
          const result = await inTenant(this.#parts.db, organizationId, async (tenant, send) => {
            const hold = attempt === 1 ? this.#holding(tenant, send, organizationId) : undefined;
            const writing = this.#writing(tenant, send, organizationId, who, keys, hold, afterCommit);
            await lockAll(writing, locks);
            const outcome = await work(writing);
            if (isRefusal(outcome)) throw new Undone(outcome);
            return outcome;
          });
          for (const remember of afterCommit) remember();
          return result;
        } catch (error) {
          if (error instanceof Undone) return error.refusal;
          if (attempt < 4 && (isOvertaken(error) || isLostRace(error))) continue;
          throw error;
        }
      }
    });
  }

  /** Locks a chain that is known already, without waiting for the answer. */
  #holding(tenant: TenantDatabase, send: Send, organizationId: string) {
    return (name: StreamName) => {
      const known = this.#cache.get(streamKey(organizationId, name));
      if (known?.stream.hash === undefined) return undefined;
      send(holdStream(tenant, organizationId, name, known.stream.hash));
      return known;
    };
  }

  #reading(
    tenant: TenantDatabase,
    organizationId: string,
    locked: ReadonlySet<string>,
    hold?: (name: StreamName) => Entry | undefined,
  ): Reading & StreamReading {
    // A locked chain cannot change until the transaction ends: it is read once.
    const held = new Map<string, Entry>();
    const entryOf = async (name: StreamName): Promise<Entry> => {
      const key = streamKey(organizationId, name);
      if (!locked.has(key)) return readStream(tenant, this.#cache, organizationId, name, false);
      const entry =
        held.get(key) ?? hold?.(name) ?? (await readStream(tenant, this.#cache, organizationId, name, true));
      held.set(key, entry);
      return entry;
    };
    const fold = async <State>(
      name: StreamName,
      how: (events: readonly RecordedEvent[]) => State,
    ): Promise<State | undefined> => {
      const { stream, folds } = await entryOf(name);
      if (stream.events.length === 0) return undefined;
      let state = folds.get(name.kind) as State | undefined;
      if (state === undefined) {
        state = how(stream.events);
        folds.set(name.kind, state);
      }
      return state;
    };
    return {
      organizationId,
      tenant,
      practice: async () =>
        (await fold(practiceStream, (events) => practiceOf(organizationId, events))) ??
        foldPractice(organizationId, []),
      patient: (patientId) =>
        fold({ kind: 'patient', id: patientId }, (events) => patientOf(patientId, events)),
      coordinationCase: (caseId) => fold({ kind: 'case', id: caseId }, (events) => caseOf(caseId, events)),
      stream: async (name) => (await entryOf(name)).stream,
      events: async (name) => (await entryOf(name)).stream.events,
    };
  }

  #writing(
    tenant: TenantDatabase,
    send: Send,
    organizationId: string,
    who: Actor,
    keys: readonly string[],
    hold: ((name: StreamName) => Entry | undefined) | undefined,
    afterCommit: (() => void)[],
  ): Writing {
    const locked = new Set(keys);
    const own = new Map<string, Stream>();
    const ownCases = new Map<string, CoordinationCase>();
    const base = this.#reading(tenant, organizationId, locked, hold);
    const now = this.#parts.now();
    const appended = (name: StreamName) => own.get(streamKey(organizationId, name))?.events;
    /** Puts events in their places; `keep` writes them, in one statement with what follows from them. */
    const append = async (
      name: StreamName,
      events: readonly NewEvent<string, object>[],
      keep: (kept: KeptEvents, added: readonly RecordedEvent[]) => Promise<void>,
    ) => {
      const key = streamKey(organizationId, name);
      if (!locked.has(key)) throw new Error(`append to ${key}, which was not locked`);
      const before = own.get(key) ?? (await base.stream(name));
      const added = chain(
        this.#parts,
        { organizationId, stream: name, who, recordedAt: now },
        before,
        events,
      );
      const last = added.at(-1);
      if (!last) return before.position;
      const recorded = added.map(({ event }) => event);
      const after: Stream = {
        events: before.events.concat(recorded),
        position: last.event.position,
        hash: last.link.hash,
      };
      own.set(key, after);
      await keep(keepEvents(send, tenant, added, last, this.#parts.signer), recorded);
      afterCommit.push(() => {
        const { folds } = this.#cache.put(key, after);
        const state = name.kind === 'case' ? ownCases.get(name.id) : undefined;
        if (state) folds.set('case', state);
      });
      return last.event.position;
    };
    const coordinationCase: Reading['coordinationCase'] = async (caseId) =>
      ownCases.get(caseId) ?? base.coordinationCase(caseId);
    const patient: Reading['patient'] = async (patientId) => {
      const events = appended({ kind: 'patient', id: patientId });
      return events ? patientOf(patientId, events) : base.patient(patientId);
    };
    return {
      ...base,
      who,
      now,
      newId: this.#parts.newId,
      practice: async () => {
        const events = appended(practiceStream);
        return events ? practiceOf(organizationId, events) : base.practice();
      },
      patient,
      coordinationCase,
      events: async (name) => appended(name) ?? base.events(name),
      appendToPractice: (events) => append(practiceStream, events, async (kept) => keepAlone(send, kept)),
      appendToPatient: (patientId, events) =>
        append({ kind: 'patient', id: patientId }, events, async (kept) => {
          const state = await patient(patientId);
          const row = state && patientSummaryRow(organizationId, state);
          if (row) keepWithPatient(send, kept, row);
          else keepAlone(send, kept);
        }),
      appendToCase: (caseId, events) =>
        append({ kind: 'case', id: caseId }, events, async (kept, added) => {
          const before = await coordinationCase(caseId);
          // Only this function writes the chain of a case, and `events` are typed.
          const newer = added as readonly CaseEvent[];
          const after = before ? continueCase(before, newer) : foldCase(caseId, newer);
          ownCases.set(caseId, after);
          keepWithCase(send, tenant, kept, organizationId, { before, after, events });
        }),
    };
  }
}

// Which events a chain holds follows from its kind: only the typed append functions write them.
const practiceOf = (organizationId: string, events: readonly RecordedEvent[]) =>
  foldPractice(organizationId, events as readonly PracticeEvent[]);
const patientOf = (patientId: string, events: readonly RecordedEvent[]) =>
  foldPatient(patientId, events as readonly PatientEvent[]);
const caseOf = (caseId: string, events: readonly RecordedEvent[]) =>
  foldCase(caseId, events as readonly CaseEvent[]);

interface StreamReading {
  stream(name: StreamName): Promise<Stream>;
}

class Undone extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

function lockedNames(locks: Locks): StreamName[] {
  const names: StreamName[] = [];
  if (locks.practice) names.push(practiceStream);
  for (const id of lockedPatients(locks)) names.push({ kind: 'patient', id });
  if (locks.caseId !== undefined) names.push({ kind: 'case', id: locks.caseId });
  return names;
}

function lockedPatients(locks: Locks): string[] {
  const one = locks.patientId === undefined ? [] : [locks.patientId];
  return [...new Set([...one, ...(locks.patientIds ?? [])])].sort();
}

/** Locks and reads what will be appended to; the states come back from the cache afterwards. */
async function lockAll(writing: Writing, locks: Locks): Promise<void> {
  if (locks.practice) await writing.practice();
  for (const patientId of lockedPatients(locks)) await writing.patient(patientId);
  if (locks.caseId !== undefined) await writing.coordinationCase(locks.caseId);
}

interface Sealed {
  readonly event: RecordedEvent;
  readonly link: ChainLink;
}

function chain(
  parts: RecordParts,
  common: { organizationId: string; stream: StreamName; who: Actor; recordedAt: Instant },
  before: Stream,
  events: readonly NewEvent<string, object>[],
): Sealed[] {
  let position = before.position;
  let previousHash = before.hash ?? chainStart;
  return events.map((newEvent) => {
    const event: RecordedEvent = {
      ...common,
      position: ++position,
      eventId: parts.newId(),
      type: newEvent.type,
      occurredAt: newEvent.occurredAt,
      data: withoutUndefined(newEvent.data),
      reliedOn: newEvent.reliedOn ?? [],
    };
    const { salt, hash, partHashes } = chainEvent(
      event,
      { salt: randomBytes(32).toString('hex'), previousHash },
      sha256,
    );
    const link: ChainLink = { salt, previousHash, hash, partHashes };
    previousHash = hash;
    return { event, link };
  });
}

/** What is kept is what JSON keeps: a member that is undefined is absent. */
function withoutUndefined(data: object): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(data)) as Readonly<Record<string, unknown>>;
}

/** Events and the signed head of their chain, as the beginning of a statement that the caller completes and runs. */
function keepEvents(
  send: Send,
  tenant: TenantDatabase,
  added: readonly Sealed[],
  { event, link }: Sealed,
  signer: Signer,
): KeptEvents {
  const atOnce = 1000;
  for (let from = 0; from + atOnce < added.length; from += atOnce)
    send(
      tenant
        .insertInto('event')
        .values(added.slice(from, from + atOnce).map(eventRow))
        .compile(),
    );
  const rest = added.slice(Math.floor((added.length - 1) / atOnce) * atOnce).map(eventRow);
  const head = {
    organization_id: event.organizationId,
    stream_kind: event.stream.kind,
    stream_id: event.stream.id,
    position: event.position,
    hash: link.hash,
    signature: signer.sign(headMessage(headOf({ ...event, ...link }))),
  };
  return {
    shape: `${rest.length} events`,
    values: [...rest, head].flatMap((row) => Object.values<unknown>(row)),
    begin: () =>
      tenant
        .with('kept_event', (query) => query.insertInto('event').values(rest))
        .with('kept_head', (query) =>
          query
            .insertInto('stream_head')
            .values(head)
            .onConflict((conflict) =>
              conflict.columns(['organization_id', 'stream_kind', 'stream_id']).doUpdateSet((inserted) => ({
                position: inserted.ref('excluded.position'),
                hash: inserted.ref('excluded.hash'),
                signature: inserted.ref('excluded.signature'),
              })),
            ),
        ),
  };
}

function eventRow({ event, link }: Sealed) {
  return {
    organization_id: event.organizationId,
    stream_kind: event.stream.kind,
    stream_id: event.stream.id,
    position: event.position,
    type: event.type,
    recorded_at: event.recordedAt,
    body: JSON.stringify(event),
    seal: JSON.stringify(link),
  };
}

/** Two writers began the same chain, or waited for each other: one of them starts again. */
function isLostRace(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return (
    error.code === '40P01' ||
    (error.code === '23505' && 'constraint' in error && error.constraint === 'event_pkey')
  );
}
