import { sayRefusal } from '#contract/say-refusal.ts';
import { languageOf } from '../http/language.ts';
import { Type } from 'typebox';
import { ImportReportView, RefusalView } from '#contract/views.ts';
import { IdSchema } from '#domain/kernel/schema.ts';
import { isRefusal, refuse } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import type { App } from '../http/fastify.ts';
import { orThrow, RefusedRequest } from '../http/errors.ts';
import { describedUpload, FilePart } from '../http/described-upload.ts';
import { personOf } from '../http/signed-in.ts';
import { importFile, type ImportRequest } from './import-fhir.ts';

export function importRoutes(app: App, archway: Archway): void {
  // A FHIR file may also be the body itself; it is taken as bytes, so that an error can name its place in the file.
  app.addContentTypeParser('application/fhir+json', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.post(
    '/api/import',
    {
      schema: {
        querystring: Type.Object({ into: Type.Optional(IdSchema), source: Type.Optional(IdSchema) }),
        consumes: ['multipart/form-data', 'application/fhir+json'],
        response: {
          200: Type.Object({ reports: Type.Array(Type.Union([ImportReportView, RefusedFile])) }),
          '4xx': RefusalView,
        },
      },
      config: describedUpload({ file: Type.Array(FilePart, { minItems: 1, maxItems: 20 }) }),
    },
    async (request) => {
      const person = await personOf(archway, request);
      const files: ImportRequest[] = [];
      const target = { ...request.query };
      if (request.isMultipart()) {
        for await (const part of request.parts())
          if (part.type === 'file')
            files.push({ file: part.filename, bytes: await part.toBuffer(), ...target });
      } else if (request.body instanceof Uint8Array)
        files.push({ file: 'body', bytes: request.body, ...target });
      if (files.length === 0) throw new RefusedRequest(refuse('import/no-file'));
      const [only] = files;
      if (files.length === 1 && only) return { reports: [orThrow(await importFile(archway, person, only))] };
      const reports = [];
      for (const file of files) {
        const report = await importFile(archway, person, file);
        reports.push(
          isRefusal(report) ? { file: file.file, ...sayRefusal(languageOf(request), report) } : report,
        );
      }
      return { reports };
    },
  );
}

const RefusedFile = Type.Object({ file: Type.String(), ...RefusalView.properties });
