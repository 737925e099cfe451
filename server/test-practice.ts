import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { staffRoles, type StaffRole } from '#domain/audit/event.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { StaffMember } from '#domain/practice/practice-events.ts';
import type { Archway } from './archway.ts';
import { newUuid, systemNow } from './clock.ts';
import type { ArchwayDatabase } from './database/connect.ts';
import { filledTemplate, openTestDatabase } from './database/test-database.ts';
import { demonstrationPractice } from './demonstration/demonstration-practice.ts';
import type { Gateways } from './gateway/gateway.ts';
import { buildApp } from './http/app.ts';
import type { App } from './http/fastify.ts';
import { sessionCookieAt } from './http/signed-in.ts';
import { recordAccount } from './identity/account.ts';
import { foundOrganization } from './identity/found-organization.ts';
import { openSession } from './identity/session.ts';
import { Bell } from './job/bell.ts';
import { EvidenceRecord } from './record/record.ts';
import { openSigningKey } from './record/signing-key.ts';
import { loadRulebook } from './rulebook/load-rulebook.ts';
import { SolverThread } from './treatment-plan/solver/solver-thread.ts';
import { TestClient } from './test-client.ts';

/** Everybody's password in a practice made for tests. */
export const testPassword = 'a long enough password';

/** An opened Archway over a database of its own: empty, or as the template named. */
export async function openTestArchway(gateways: Gateways = new Map(), copied?: string): Promise<Archway> {
  const database = await openTestDatabase(copied);
  const dataFolder = mkdtempSync(join(tmpdir(), 'archway-test-data-'));
  const record = recordOver(database.db);
  const solver = new SolverThread();
  return {
    record,
    rulebook: await loadRulebook(),
    dataFolder,
    embedded: true,
    announce: async () => [],
    solver,
    gateways,
    bell: new Bell(),
    close: async () => {
      await solver.close();
      await database.close();
      rmSync(dataFolder, { recursive: true });
    },
  };
}

/** All databases of a run are signed with one key, so that a copy verifies like what it was copied from. */
function recordOver(db: ArchwayDatabase): EvidenceRecord {
  const signer = openSigningKey(inject('testCluster').folder);
  return new EvidenceRecord({ db, signer, now: systemNow, newId: newUuid });
}

export const staffIdOf = (role: StaffRole) => `staff-${role}`;
export const emailOf = (organizationId: string, role: StaffRole) => `${role}@${organizationId}.example.com`;

function memberOf(role: StaffRole): StaffMember {
  return {
    staffId: staffIdOf(role),
    name: `${role} of the test`,
    role,
    active: true,
    ...(role === 'dentist' ? { credential: 'DDS', providerId: 'provider-raman' } : {}),
  };
}

/** A practice with everything set up and one person of every role. */
export async function foundTestPractice(
  archway: Pick<Archway, 'record'>,
  organizationId: string,
): Promise<void> {
  const administrator = memberOf('administrator');
  const account = (role: StaffRole) => ({
    staffId: staffIdOf(role),
    email: emailOf(organizationId, role),
    password: testPassword,
  });
  const founded = await foundOrganization(archway, {
    organizationId,
    organizationName: `Practice ${organizationId}`,
    demonstration: false,
    administrator,
    ...account('administrator'),
  });
  if (isRefusal(founded)) throw new Error(founded.code);
  const who = {
    kind: 'staff' as const,
    id: administrator.staffId,
    name: administrator.name,
    role: administrator.role,
  };
  const others = staffRoles.filter((role) => role !== 'administrator');
  const recorded = await archway.record.write(organizationId, who, { practice: true }, async (writing) => {
    for (const role of others) await recordAccount(writing.tenant, { organizationId, ...account(role) });
    return writing.appendToPractice([
      ...others.map((role) => ({
        type: 'practice.staff-recorded' as const,
        occurredAt: writing.now,
        data: { staff: memberOf(role) },
      })),
      ...demonstrationPractice(writing.now),
    ]);
  });
  if (isRefusal(recorded)) throw new Error(recorded.code);
}

/** The cookie of somebody who has just signed in. */
export async function cookieOf(archway: Archway, organizationId: string, role: StaffRole): Promise<string> {
  const who = { organizationId, staffId: staffIdOf(role) };
  return `${sessionCookieAt(undefined)}=${await openSession(archway.record.db, who, systemNow())}`;
}

export interface TestServer {
  readonly archway: Archway;
  readonly app: App;
  /** Speaks to the API as one person of a practice that was founded here. */
  as(role: StaffRole, organizationId?: string): Promise<TestClient>;
  close(): Promise<void>;
}

export const testOrganization = 'first';

/**
 * The whole server without a port, over a database with one practice, or with `others` as well. Practices are founded
 * once a run, and every server has a copy.
 */
export async function openTestServer(
  gateways: Gateways = new Map(),
  others: readonly string[] = [],
): Promise<TestServer> {
  const practices = [testOrganization, ...others];
  const founded = await filledTemplate(`archway_${practices.join('_')}`, async ({ db }) => {
    const record = recordOver(db);
    for (const organizationId of practices) await foundTestPractice({ record }, organizationId);
  });
  const archway = await openTestArchway(gateways, founded);
  const app = await buildApp(archway, { logLevel: 'silent' });
  return {
    archway,
    app,
    as: async (role, organizationId = testOrganization) =>
      new TestClient(app, await cookieOf(archway, organizationId, role)),
    close: async () => {
      await app.close();
      await archway.close();
    },
  };
}
