import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { Recorded, RefusalView } from '#contract/views.ts';
import { IdSchema } from '#domain/kernel/schema.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { PatientDocument } from '#domain/patient/patient-events.ts';
import type { Archway } from '../archway.ts';
import { newUuid } from '../clock.ts';
import type { App } from '../http/fastify.ts';
import { orThrow, RefusedRequest } from '../http/errors.ts';
import { declaredOnly } from '../http/declared-members.ts';
import { describedUpload, FilePart } from '../http/described-upload.ts';
import { fileResponse } from '../http/file-response.ts';
import { refuseUnkeepable } from '../http/incoming-text.ts';
import { personOf } from '../http/signed-in.ts';
import { logRead } from '../identity/access-log.ts';
import { attachableMediaTypes, attachDocument, readContent, type Attaching } from './attach-document.ts';

const Described = declaredOnly(
  Type.Object({
    title: PatientDocument.properties.title,
    kind: PatientDocument.properties.kind,
    attachedTo: PatientDocument.properties.attachedTo,
  }),
);

export function documentRoutes(app: App, archway: Archway): void {
  app.post(
    '/api/patients/:patientId/documents',
    {
      schema: {
        params: Type.Object({ patientId: IdSchema }),
        consumes: ['multipart/form-data'],
        response: { 200: Recorded, '4xx': RefusalView },
      },
      config: describedUpload({
        file: FilePart,
        documentId: Type.Optional(IdSchema),
        title: Type.Optional(Described.properties.title),
        kind: Type.Optional(Described.properties.kind),
        attachedTo: Type.Optional(Described.properties.attachedTo),
      }),
    },
    async (request) => {
      const person = await personOf(archway, request);
      const attaching = orThrow(readAttaching(await readForm(request)));
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
        const patient = await reading.patient(patientId);
        // What was attached by mistake can still be seen here, to attach it where it belongs.
        const document = (patient?.documents.get(documentId) ?? patient?.withdrawnDocuments.get(documentId))
          ?.value;
        return document && { document, bytes: await readContent(reading, documentId) };
      });
      if (!found?.bytes) throw new RefusedRequest(refuse('absent/document'));
      await logRead(archway.record.db, person, { kind: 'document', id: documentId }, archway.record.now());
      return reply
        .header('content-type', found.document.mediaType)
        .header('content-disposition', `inline; filename="${documentId}"`)
        .send(found.bytes);
    },
  );
}

/** What came with the form. */
interface DocumentForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}

async function readForm(request: FastifyRequest): Promise<DocumentForm> {
  const fields = new Map<string, string>();
  const files: { name: string; bytes: Buffer }[] = [];
  for await (const part of request.parts())
    if (part.type === 'file') files.push({ name: part.filename, bytes: await part.toBuffer() });
    else fields.set(part.fieldname, String(part.value));
  return { fields, files };
}

const knownFields: readonly string[] = ['documentId', 'title', 'kind', 'attachedTo'];

function readAttaching({ fields, files }: DocumentForm): Attaching | Refusal {
  const [file, ...more] = files;
  if (!file || more.length > 0)
    return refuse(file ? 'document/several-files' : 'document/no-file', {}, '/file');
  const unkeepable = refuseUnkeepable({ ...Object.fromEntries(fields), fileName: file.name });
  if (unkeepable) return unkeepable;
  const described = {
    title: fields.get('title')?.trim() || file.name || 'Document',
    kind: fields.get('kind') ?? 'other',
    attachedTo: readJson(fields.get('attachedTo') ?? '[]'),
  };
  const documentId = fields.get('documentId') ?? newUuid();
  const unknown = [...fields.keys()].find((name) => !knownFields.includes(name));
  if (unknown !== undefined || !Check(Described, described) || !Check(IdSchema, documentId))
    return unknown === undefined
      ? refuse('document/description')
      : refuse('document/unknown-field', { name: unknown });
  return { documentId, ...described, bytes: file.bytes };
}

/** Undefined when the text is no JSON: then it does not fit what is expected. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
