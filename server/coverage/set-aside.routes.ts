import { Type } from 'typebox';
import { EligibilityReport } from '#contract/eligibility.ts';
import {
  AssignAnswer,
  DismissAnswer,
  GatewaysView,
  SetAsideAnswers,
  SetAsideAnswerView,
  SetAsideCandidates,
  TriedGateway,
} from '#contract/set-aside.ts';
import { RefusalView } from '#contract/views.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { IdSchema } from '#domain/kernel/schema.ts';
import type { Archway } from '../archway.ts';
import { orThrow, RefusedRequest } from '../http/errors.ts';
import type { App } from '../http/fastify.ts';
import { fileResponse } from '../http/file-response.ts';
import { languageOf } from '../http/language.ts';
import { personOf, type Person } from '../http/signed-in.ts';
import { logAccess, logRead } from '../identity/access-log.ts';
import { gatewaysView } from './gateways-view.ts';
import { findSetAside } from './set-aside.store.ts';
import { candidatesFor, setAsideViews, viewOf } from './set-aside-views.ts';
import { tryGateway } from './try-gateway.ts';
import { assignAnswer, dismissAnswer } from './settle-answer.ts';

const SetAsideId = Type.Object({ setAsideId: IdSchema });
const mediaType = 'application/edi-x12';

/** Ways to payers, and what came by them that nobody could be found for. */
export function setAsideRoutes(app: App, archway: Archway): void {
  const { record } = archway;
  const logFile = (person: Person, id: string) =>
    logRead(record.db, person, { kind: 'document', id }, record.now());

  app.get(
    '/api/gateways',
    { schema: { response: { 200: GatewaysView, '4xx': RefusalView } } },
    async (request) => gatewaysView(archway, await personOf(archway, request), languageOf(request)),
  );

  app.post(
    '/api/gateways/:gateway/try',
    {
      schema: {
        params: Type.Object({ gateway: IdSchema }),
        response: { 200: TriedGateway, '4xx': RefusalView },
      },
    },
    async (request, reply) => {
      const person = await personOf(archway, request);
      const leaving = new AbortController();
      reply.raw.once('close', () => leaving.abort());
      return orThrow(await tryGateway(archway, person, request.params.gateway, leaving.signal));
    },
  );

  app.get(
    '/api/set-aside-answers',
    { schema: { response: { 200: SetAsideAnswers, '4xx': RefusalView } } },
    async (request) => {
      const person = await personOf(archway, request);
      const answers = await record.read(person.organizationId, (reading) =>
        setAsideViews(reading, languageOf(request)),
      );
      await logAccess(record.db, {
        ...person,
        at: record.now(),
        through: 'screen-or-api',
        action: 'read-set-aside-answers',
        outcome: 'done',
      });
      return { answers: [...answers] };
    },
  );

  app.get(
    '/api/set-aside-answers/:setAsideId/candidates',
    { schema: { params: SetAsideId, response: { 200: SetAsideCandidates, '4xx': RefusalView } } },
    async (request) => {
      const person = await personOf(archway, request);
      const { setAsideId } = request.params;
      const candidates = orThrow(
        await record.read(person.organizationId, (reading) => candidatesFor(reading, setAsideId)),
      );
      await logFile(person, setAsideId);
      return { candidates };
    },
  );

  app.get(
    '/api/set-aside-answers/:setAsideId/file',
    {
      schema: {
        params: SetAsideId,
        response: { 200: fileResponse('What came, as it came.', [mediaType]) },
      },
    },
    async (request, reply) => {
      const person = await personOf(archway, request);
      const { setAsideId } = request.params;
      const aside = await record.read(person.organizationId, (reading) => findSetAside(reading, setAsideId));
      if (!aside?.bytes)
        throw new RefusedRequest(refuse(aside ? 'eligibility/not-kept' : 'absent/set-aside-answer'));
      await logFile(person, setAsideId);
      return reply
        .header('content-type', mediaType)
        .header('content-disposition', 'attachment; filename="set-aside.271"')
        .send(aside.bytes);
    },
  );

  app.post(
    '/api/set-aside-answers/:setAsideId/assign',
    {
      schema: {
        params: SetAsideId,
        body: AssignAnswer,
        response: { 200: EligibilityReport, '4xx': RefusalView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      return orThrow(await assignAnswer(archway, person, request.params.setAsideId, request.body));
    },
  );

  app.post(
    '/api/set-aside-answers/:setAsideId/dismiss',
    {
      schema: {
        params: SetAsideId,
        body: DismissAnswer,
        response: { 200: SetAsideAnswerView, '4xx': RefusalView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { reason } = request.body;
      return viewOf(
        orThrow(await dismissAnswer(archway, person, request.params.setAsideId, reason)),
        languageOf(request),
      );
    },
  );
}
