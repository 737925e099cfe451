import { Type } from 'typebox';
import { WorklistView } from '#contract/views.ts';
import { oneOf } from '#domain/kernel/schema.ts';
import type { Archway } from '../archway.ts';
import type { App } from '../http/fastify.ts';
import { personOf } from '../http/signed-in.ts';
import { worklist, worklistChoices } from './worklist.ts';

export function worklistRoutes(app: App, archway: Archway): void {
  app.get(
    '/api/worklist',
    {
      schema: {
        querystring: Type.Object({
          view: Type.Optional(oneOf(worklistChoices)),
          query: Type.Optional(Type.String({ maxLength: 200 })),
        }),
        response: { 200: WorklistView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { view = 'mine', query = '' } = request.query;
      return archway.record.read(person.organizationId, (reading) =>
        worklist(reading, person, archway.record.now(), view, query),
      );
    },
  );
}
