import type { RefusalView } from '#contract/views.ts';
import { staffRoles, type StaffRole } from '#domain/audit/event.ts';
import { inTenant } from '#server/database/connect.ts';
import { TestClient, type TestAnswer } from '#server/test-client.ts';
import {
  openTestServer,
  staffIdOf,
  testOrganization,
  testPassword,
  type TestServer,
} from '#server/test-practice.ts';
import { registerTestPatient, type CaseTeam } from '#server/test-ready-case.ts';

/**
 * A practice with one patient, at whose addresses everything wrong is tried. Whatever comes to whichever address: a
 * refusal says what, why and what next, and the record stays as it was.
 */
export interface TriedPractice {
  readonly server: TestServer;
  readonly team: CaseTeam;
  as(role: StaffRole): TestClient;
  /** Who has not signed in. */
  readonly nobody: TestClient;
  /** An administrator of another practice in the same database. */
  readonly stranger: TestClient;
  /** What the document of the API says of each address and method. */
  readonly described: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  /** Where every chain of the practice ends; equal before and after, nothing was recorded. */
  heads(): Promise<object[]>;
}

interface Operation {
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { schema: { required?: readonly string[] } }>>;
  };
}

export async function openTriedPractice(): Promise<TriedPractice> {
  const server = await openTestServer(new Map(), ['second']);
  const nobody = new TestClient(server.app, undefined);
  const clients = new Map<StaffRole, TestClient>();
  for (const role of staffRoles) clients.set(role, await server.as(role));
  const as = (role: StaffRole): TestClient => {
    const client = clients.get(role);
    if (!client) throw new Error(`nobody is ${role}`);
    return client;
  };
  const team = {
    coordinator: as('coordinator'),
    dentist: as('dentist'),
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  await registerTestPatient(team, 'patient-1', 1);
  const { paths } = await nobody.get<{ paths: TriedPractice['described'] }>('/api/openapi.json');
  return {
    server,
    team,
    as,
    nobody,
    stranger: await server.as('administrator', 'second'),
    described: paths,
    heads: () =>
      inTenant(server.archway.record.db, testOrganization, (tenant) =>
        tenant
          .selectFrom('stream_head')
          .select(['stream_kind', 'stream_id', 'position'])
          .orderBy('stream_kind')
          .orderBy('stream_id')
          .execute(),
      ),
  };
}

/** Undefined when the answer is a refusal in full; else what is wrong with it. */
export function flaw({ status, text }: TestAnswer): string | undefined {
  if (status < 400 || status > 499) return `answered ${status}: ${text.slice(0, 300)}`;
  const refusal = JSON.parse(text) as Partial<RefusalView>;
  const { what, why, next, code, refused } = refusal;
  const said = [what, why, next, code].every((words) => typeof words === 'string' && words.length > 5);
  return said && refused === true ? undefined : `says too little: ${text.slice(0, 300)}`;
}
