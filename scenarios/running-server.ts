import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Archway } from '#server/archway.ts';
import { backgroundWork } from '#server/background-work.ts';
import { newUuid, systemNow } from '#server/clock.ts';
import type { ArchwayDatabase } from '#server/database/connect.ts';
import { filledTemplate, openTestDatabase } from '#server/database/test-database.ts';
import { demonstrationPassword } from '#server/demonstration/accounts.ts';
import { fillDemonstration } from '#server/demonstration/fill-demonstration.ts';
import type { Gateways } from '#server/gateway/gateway.ts';
import { buildApp } from '#server/http/app.ts';
import { Bell } from '#server/job/bell.ts';
import { EvidenceRecord } from '#server/record/record.ts';
import { openSigningKey, type Signer } from '#server/record/signing-key.ts';
import { loadRulebook } from '#server/rulebook/load-rulebook.ts';
import { SolverThread } from '#server/treatment-plan/solver/solver-thread.ts';

export interface RunningServer {
  /** http://127.0.0.1:port */
  readonly address: string;
  readonly archway: Archway;
  stop(): Promise<void>;
}

/**
 * The real server over a database of its own, on a free port of loopback; empty unless the demonstration is told. It
 * is told once a run, and every server has a copy.
 */
export async function startServer(
  demonstration: 'told' | 'empty' = 'told',
  gateways: Gateways = new Map(),
): Promise<RunningServer> {
  const signer = openSigningKey(inject('testCluster').folder);
  const template = demonstration === 'told' ? await demonstrationTold(signer) : undefined;
  const { db, close } = await openTestDatabase(template);
  const dataFolder = mkdtempSync(join(tmpdir(), 'archway-scenario-'));
  const archway = await archwayOver(db, signer, dataFolder, gateways);
  const app = await buildApp(archway, { logLevel: 'silent' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const worker = backgroundWork(archway, { say: () => undefined });
  worker.start();
  return {
    address: app.listeningOrigin,
    archway,
    stop: async () => {
      await Promise.all([app.close(), worker.stop()]);
      await archway.close();
      await close();
      rmSync(dataFolder, { recursive: true });
    },
  };
}

async function archwayOver(
  db: ArchwayDatabase,
  signer: Signer,
  dataFolder: string,
  gateways: Gateways = new Map(),
): Promise<Archway> {
  const solver = new SolverThread();
  return {
    record: new EvidenceRecord({ db, signer, now: systemNow, newId: newUuid }),
    rulebook: await loadRulebook(),
    dataFolder,
    embedded: true,
    announce: async () => [],
    solver,
    gateways,
    bell: new Bell(),
    close: () => solver.close(),
  };
}

function demonstrationTold(signer: Signer): Promise<string> {
  return filledTemplate('archway_demonstration', async ({ db }) => {
    const archway = await archwayOver(db, signer, tmpdir());
    await fillDemonstration(archway, () => undefined);
    await archway.close();
  });
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** Speaks to the API as one person, as any other program would. */
export class ApiClient {
  readonly #address: string;
  #cookie = '';

  constructor(address: string) {
    this.#address = address;
  }

  async signIn(role: string): Promise<void> {
    const response = await this.#send('POST', '/api/session', {
      email: `${role}@demo.example.com`,
      password: demonstrationPassword,
    });
    if (!response.ok) throw new Error(`sign-in as ${role}: ${await response.text()}`);
    this.#cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  async get<Body>(path: string): Promise<Body> {
    return this.#expectFine<Body>(await this.#send('GET', path));
  }

  async post<Body = { position: number }>(path: string, body: object): Promise<Body> {
    return this.#expectFine<Body>(await this.#send('POST', path, body));
  }

  /** For answers that are expected to be refusals. */
  async attempt<Body>(path: string, body: object): Promise<Answer<Body>> {
    const response = await this.#send('POST', path, body);
    return { status: response.status, body: (await response.json()) as Body };
  }

  async file(path: string, body?: object): Promise<Uint8Array> {
    const response = await this.#send(body ? 'POST' : 'GET', path, body);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  async importText<Body>(text: string): Promise<Body> {
    return this.#expectFine<Body>(
      await fetch(`${this.#address}/api/import`, {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json', cookie: this.#cookie },
        body: text,
      }),
    );
  }

  async #expectFine<Body>(response: Response): Promise<Body> {
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Body;
  }

  #send(method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${this.#address}${path}`, {
      method,
      headers: { cookie: this.#cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }
}
