import { Type } from 'typebox';
import { caseCommandNames, caseCommands, OpenCase } from '#contract/commands.ts';
import { CaseView, Recorded, RefusalView, TimelineEntry } from '#contract/views.ts';
import { IdSchema } from '#domain/kernel/schema.ts';
import type { Archway } from '../archway.ts';
import type { App } from '../http/fastify.ts';
import { orThrow, RefusedRequest } from '../http/errors.ts';
import { personOf } from '../http/signed-in.ts';
import { logRead } from '../identity/access-log.ts';
import { noCase } from './acting-on-case.ts';
import { caseView } from './case-view.ts';
import { changeCase } from './change-case.ts';
import { openCase } from './open-case.ts';

const CaseId = Type.Object({ caseId: IdSchema });

export function caseRoutes(app: App, archway: Archway): void {
  app.post(
    '/api/cases',
    { schema: { body: OpenCase, response: { 200: Recorded, '4xx': RefusalView } } },
    async (request) => {
      const person = await personOf(archway, request);
      const position = orThrow(await openCase(archway, person, request.body));
      return { stream: 'case', id: request.body.caseId, position };
    },
  );

  app.get(
    '/api/cases/:caseId',
    { schema: { params: CaseId, response: { 200: CaseView, '4xx': RefusalView } } },
    async (request) => {
      const person = await personOf(archway, request);
      const { caseId } = request.params;
      const view = await archway.record.read(person.organizationId, (reading) =>
        caseView(archway, reading, person, caseId),
      );
      if (!view) throw new RefusedRequest(noCase(caseId));
      await logRead(archway.record.db, person, { kind: 'case', id: caseId }, archway.record.now());
      return view;
    },
  );

  app.get(
    '/api/cases/:caseId/timeline',
    {
      schema: {
        params: CaseId,
        response: { 200: Type.Object({ entries: Type.Array(TimelineEntry) }), '4xx': RefusalView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { caseId } = request.params;
      const events = await archway.record.read(person.organizationId, (reading) =>
        reading.events({ kind: 'case', id: caseId }),
      );
      if (events.length === 0) throw new RefusedRequest(noCase(caseId));
      await logRead(archway.record.db, person, { kind: 'case', id: caseId }, archway.record.now());
      return {
        entries: events.map(({ position, type, who, occurredAt, recordedAt, data, reliedOn }) => ({
          position,
          type,
          who,
          occurredAt,
          recordedAt,
          data,
          reliedOn: [...reliedOn],
        })),
      };
    },
  );

  for (const name of caseCommandNames)
    app.post(
      `/api/cases/:caseId/${name}`,
      {
        schema: {
          params: CaseId,
          body: caseCommands[name],
          response: { 200: Recorded, '4xx': RefusalView },
        },
      },
      async (request) => {
        const person = await personOf(archway, request);
        const { caseId } = request.params;
        const position = orThrow(await changeCase(archway, person, caseId, name, request.body));
        return { stream: 'case', id: caseId, position };
      },
    );
}
