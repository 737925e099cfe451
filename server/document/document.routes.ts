import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { Recorded, RefusalView } from '#contract/views.ts';
import { IdSchema } from '#domain/kernel/schema.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { PatientDocument } from '#domain/patient/patient-events.ts';
import type { Archway } from '../archway.ts';
import { newUuid, systemNow } from '../clock.ts';
import type { App } from '../http/fastify.ts';
import { orThrow, RefusedRequest } from '../http/errors.ts';
import { fileResponse } from '../http/file-response.ts';
import { personOf } from '../http/signed-in.ts';
import { logAccess } from '../identity/access-log.ts';
import { attachableMediaTypes, attachDocument, readContent, type Attaching } from './attach-document.ts';

const Described = Type.Object({
  title: PatientDocument.properties.title,
  kind: PatientDocument.properties.kind,
  attachedTo: PatientDocument.properties.attachedTo,
});

export function documentRoutes(app: App, archway: Archway): void {
  app.post(
    '/api/patients/:patientId/documents',
    {
      schema: {
        params: Type.Object({ patientId: IdSchema }),
        consumes: ['multipart/form-data'],
        response: { 200: Recorded, '4xx': RefusalView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const fields = new Map<string, string>();
      let bytes: Buffer | undefined;
      let fileName = '';
      for await (const part of request.parts())
        if (part.type === 'file') {
          bytes = await part.toBuffer();
          fileName = part.filename;
        } else fields.set(part.fieldname, String(part.value));
      const attaching = orThrow(readAttaching(fields, bytes, fileName));
      const { patientId } = request.params;
      const position = orThrow(await attachDocument(archway, person, patientId, attaching));
      return { stream: 'patient', id: attaching.documentId, position };
    },
  );

  app.get(
    '/api/patients/:patientId/documents/:documentId/content',
    {
      schema: {
        params: Type.Object({ patientId: IdSchema, documentId: IdSchema }),
        response: { 200: fileResponse('The document as it was attached.', attachableMediaTypes) },
      },
    },
    async (request, reply) => {
      const person = await personOf(archway, request);
      const { patientId, documentId } = request.params;
      const found = await archway.record.read(person.organizationId, async (reading) => {
        const document = (await reading.patient(patientId))?.documents.get(documentId)?.value;
        return document && { document, bytes: await readContent(reading, documentId) };
      });
      if (!found?.bytes)
        throw new RefusedRequest(
          refuse(
            'absent/document',
            'There is no such document.',
            'It was not attached to this patient.',
            'Reload and choose it again.',
          ),
        );
      await logAccess(archway.record.db, {
        ...person,
        at: systemNow(),
        through: 'screen-or-api',
        action: 'read',
        subject: { kind: 'document', id: documentId },
        outcome: 'done',
      });
      return reply
        .header('content-type', found.document.mediaType)
        .header('content-disposition', `inline; filename="${documentId}"`)
        .send(found.bytes);
    },
  );
}

function readAttaching(
  fields: ReadonlyMap<string, string>,
  bytes: Buffer | undefined,
  fileName: string,
): Attaching | Refusal {
  if (!bytes)
    return refuse(
      'document/missing',
      'There is no file.',
      'The form came without one.',
      'Choose a file and send it again.',
      '/file',
    );
  const attachedTo = readJson(fields.get('attachedTo') ?? '[]');
  if (isRefusal(attachedTo)) return attachedTo;
  const described: unknown = {
    title: fields.get('title')?.trim() || fileName || 'Document',
    kind: fields.get('kind') ?? 'other',
    attachedTo,
  };
  const documentId = fields.get('documentId') ?? newUuid();
  if (!Check(Described, described) || !Check(IdSchema, documentId))
    return refuse(
      'document/description',
      'The description of the file cannot be taken.',
      'Its title, kind or what it is attached to does not fit what is expected.',
      'Choose them again; the file was not kept.',
    );
  return { documentId, ...described, bytes };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(
      'document/attached-to',
      'What the file is attached to cannot be read.',
      'It is not JSON.',
      'Choose it again.',
      '/attachedTo',
    );
  }
}
