import { Type } from 'typebox';
import { IdSchema, oneOf } from '#domain/kernel/schema.ts';
import type { Archway } from '../archway.ts';
import type { App } from '../http/fastify.ts';
import { orThrow } from '../http/errors.ts';
import { fileResponse } from '../http/file-response.ts';
import { personOf } from '../http/signed-in.ts';
import { claimFormats, claimMediaTypes, releaseClaim } from './release-claim.ts';

export function claimRoutes(app: App, archway: Archway): void {
  app.get(
    '/api/cases/:caseId/claims/:claimId',
    {
      schema: {
        params: Type.Object({ caseId: IdSchema, claimId: IdSchema }),
        querystring: Type.Object({ format: oneOf(claimFormats) }),
        response: {
          200: fileResponse('The claim; giving it out is recorded as a disclosure.', claimMediaTypes),
        },
      },
    },
    async (request, reply) => {
      const person = await personOf(archway, request);
      const { caseId, claimId } = request.params;
      const file = orThrow(await releaseClaim(archway, person, caseId, claimId, request.query.format));
      return reply
        .header('content-type', file.mediaType)
        .header('content-disposition', `attachment; filename="${file.fileName}"`)
        .send(Buffer.from(file.bytes));
    },
  );
}
