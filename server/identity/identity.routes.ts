import { Type } from 'typebox';
import { SetUp, SignIn } from '#contract/patient-commands.ts';
import { RefusalView, SessionView, WelcomeView } from '#contract/views.ts';
import { timeZoneOf } from '#domain/case/deciding.ts';
import { FilledTextSchema, IdSchema, oneOf, TextSchema } from '#domain/kernel/schema.ts';
import type { Archway } from '../archway.ts';
import { systemNow } from '../clock.ts';
import { refuseWithoutPassword } from '../case/signing.ts';
import { inTenant } from '../database/connect.ts';
import { optionsForPatient } from '../decision/options-for-patient.ts';
import { demonstrationAccounts } from '../demonstration/accounts.ts';
import type { App } from '../http/fastify.ts';
import { orThrow, RefusedRequest } from '../http/errors.ts';
import { personOf, sessionToken, startSession, type Person } from '../http/signed-in.ts';
import { logAccess } from './access-log.ts';
import { confirmSecondFactor, newSecondFactor, removeSecondFactor } from './account.ts';
import { organizationCount, setUpFirstOrganization } from './found-organization.ts';
import { authenticate, closeSession, handOver } from './session.ts';

const Done = Type.Object({ done: Type.Literal(true) });
/** Addresses that serve people who are not signed in. */
const open: [] = [];

export function identityRoutes(app: App, archway: Archway): void {
  const { db } = archway.record;

  app.get('/api/welcome', { schema: { security: open, response: { 200: WelcomeView } } }, async () => ({
    setUpNeeded: (await organizationCount(archway)) === 0,
    demonstrationAccounts: await demonstrationAccounts(archway),
  }));

  app.post(
    '/api/set-up',
    { schema: { security: open, body: SetUp, response: { 200: Done } } },
    async (request, reply) => {
      const who = orThrow(await setUpFirstOrganization(archway, request.body));
      await startSession(archway, who, reply);
      return { done: true as const };
    },
  );

  app.post(
    '/api/session',
    { schema: { security: open, body: SignIn, response: { 200: SessionView } } },
    async (request, reply) => {
      const who = orThrow(await authenticate(db, request.body, systemNow(), 'screen-or-api'));
      await startSession(archway, who, reply);
      await logAccess(db, {
        ...who,
        at: systemNow(),
        through: 'screen-or-api',
        action: 'sign-in',
        outcome: 'done',
      });
      return sessionView(archway, who);
    },
  );

  app.get(
    '/api/session',
    {
      config: { whileHandedOver: true },
      schema: {
        security: open,
        response: { 200: SessionView, 204: Type.Null({ description: 'Nobody has signed in.' }) },
      },
    },
    async (request, reply) => {
      // Every page asks this; that a stranger is one is no error, while a session that has ended is.
      if (sessionToken(request) === undefined) return reply.code(204).send(null);
      return sessionView(archway, await personOf(archway, request));
    },
  );

  app.put(
    '/api/session/handed-over',
    {
      schema: {
        body: Type.Object({ caseId: IdSchema, sheetId: IdSchema }),
        response: { 200: Done, '4xx': RefusalView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { caseId, sheetId } = request.body;
      orThrow(await optionsForPatient(archway, person, caseId, sheetId));
      await handOver(db, person, sessionToken(request) ?? '', { caseId, sheetId });
      return { done: true as const };
    },
  );

  app.post(
    '/api/session/taken-back',
    {
      config: { whileHandedOver: true },
      schema: {
        body: Type.Object({ password: FilledTextSchema(200), code: Type.Optional(TextSchema(10)) }),
        response: { 200: Done, '4xx': RefusalView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const refused = await refuseWithoutPassword(archway, person, request.body);
      if (refused) throw new RefusedRequest(refused);
      await handOver(db, person, sessionToken(request) ?? '', undefined);
      return { done: true as const };
    },
  );

  app.delete('/api/session', { schema: { response: { 200: Done } } }, async (request, reply) => {
    const person = await personOf(archway, request);
    await closeSession(db, person, sessionToken(request) ?? '');
    void reply.clearCookie(app.sessionCookie, { path: '/' });
    return { done: true as const };
  });

  app.put(
    '/api/session/locale',
    { schema: { body: Type.Object({ locale: oneOf(['en', 'es']) }), response: { 200: Done } } },
    async (request) => {
      const person = await personOf(archway, request);
      await inTenant(db, person.organizationId, (tenant) =>
        tenant
          .updateTable('account')
          .set({ locale: request.body.locale })
          .where('organization_id', '=', person.organizationId)
          .where('staff_id', '=', person.staffId)
          .execute(),
      );
      return { done: true as const };
    },
  );

  app.post(
    '/api/session/second-factor/secret',
    { schema: { response: { 200: Type.Object({ secret: Type.String(), address: Type.String() }) } } },
    async (request) => {
      const person = await personOf(archway, request);
      const secret = newSecondFactor();
      const label = encodeURIComponent(`Archway:${person.staff.name}`);
      return { secret, address: `otpauth://totp/${label}?secret=${secret}&issuer=Archway` };
    },
  );

  app.put(
    '/api/session/second-factor',
    {
      schema: {
        body: Type.Object({ secret: FilledTextSchema(64), code: FilledTextSchema(10) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { secret, code } = request.body;
      orThrow(
        await inTenant(db, person.organizationId, (tenant) =>
          confirmSecondFactor(tenant, person, secret, code),
        ),
      );
      return { done: true as const };
    },
  );

  app.post(
    '/api/session/second-factor/removal',
    {
      schema: {
        body: Type.Object({ password: FilledTextSchema(200), code: Type.Optional(TextSchema(10)) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const refused = await refuseWithoutPassword(archway, person, request.body);
      if (refused) throw new RefusedRequest(refused);
      await inTenant(db, person.organizationId, (tenant) => removeSecondFactor(tenant, person));
      return { done: true as const };
    },
  );
}

async function sessionView(archway: Archway, who: Pick<Person, 'organizationId' | 'staffId' | 'handedOver'>) {
  return archway.record.read(who.organizationId, async ({ tenant, practice }) => {
    const organization = await tenant
      .selectFrom('organization')
      .select(['name', 'demonstration'])
      .where('organization_id', '=', who.organizationId)
      .executeTakeFirstOrThrow();
    const account = await tenant
      .selectFrom('account')
      .select(['locale', 'second_factor_secret'])
      .where('organization_id', '=', who.organizationId)
      .where('staff_id', '=', who.staffId)
      .executeTakeFirstOrThrow();
    const known = await practice();
    const member = known.staff.get(who.staffId);
    if (!member) throw new Error(`account ${who.staffId} is not in the practice's chain`);
    return {
      staffId: member.staffId,
      name: member.name,
      role: member.role,
      ...(member.credential === undefined ? {} : { credential: member.credential }),
      ...(member.team === undefined ? {} : { team: member.team }),
      organizationId: who.organizationId,
      organizationName: organization.name,
      demonstration: organization.demonstration,
      timeZone: timeZoneOf(known),
      locale: account.locale === 'es' ? ('es' as const) : ('en' as const),
      secondFactor: account.second_factor_secret !== null,
      ...(who.handedOver ? { handedOver: who.handedOver } : {}),
    };
  });
}
