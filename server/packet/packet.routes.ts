import { Type } from 'typebox';
import { FilledTextSchema, IdSchema, oneOf } from '#domain/kernel/schema.ts';
import { Consent, recipientKinds } from '#domain/consent/consent.ts';
import type { Archway } from '../archway.ts';
import type { LeavingFile } from '../claim/release-claim.ts';
import type { App } from '../http/fastify.ts';
import { orThrow } from '../http/errors.ts';
import { fileResponse } from '../http/file-response.ts';
import { personOf } from '../http/signed-in.ts';
import { printConsentForm } from './print-consent-form.ts';
import { printDocument, printedDocuments } from './print-document.ts';
import { packetRecipients } from './packet-recipients.ts';
import { sealCasePacket } from './seal-case-packet.ts';

/** What is agreed to, before anybody signs. */
const ConsentTerms = Type.Pick(Consent, [
  'consentId',
  'kind',
  'disclosers',
  'recipients',
  'categories',
  'description',
  'purposes',
  'expiresOn',
  'expiryEvent',
]);

const CaseId = Type.Object({ caseId: IdSchema });

export function packetRoutes(app: App, archway: Archway): void {
  app.post(
    '/api/cases/:caseId/packets',
    {
      schema: {
        params: CaseId,
        body: Type.Object({
          packetId: IdSchema,
          recipientKind: oneOf(packetRecipients),
          recipientName: Type.String({ minLength: 1, maxLength: 160 }),
          partyId: Type.Optional(IdSchema),
          language: Type.Optional(oneOf(['en', 'es'])),
          emergencyReason: Type.Optional(FilledTextSchema(500)),
        }),
        response: { 200: fileResponse('The sealed packet.', ['application/zip']) },
      },
    },
    async (request, reply) => {
      const person = await personOf(archway, request);
      const {
        packetId,
        recipientKind,
        recipientName,
        partyId,
        language = 'en',
        emergencyReason,
      } = request.body;
      const file = orThrow(
        await sealCasePacket(archway, person, request.params.caseId, {
          packetId,
          language,
          ...(emergencyReason === undefined ? {} : { emergency: { reason: emergencyReason } }),
          recipient: {
            kind: recipientKind,
            name: recipientName,
            ...(partyId === undefined ? {} : { partyId }),
          },
        }),
      );
      return reply.headers(fileHeaders(file, 'attachment')).send(Buffer.from(file.bytes));
    },
  );

  app.post(
    '/api/patients/:patientId/consent-form',
    {
      schema: {
        params: Type.Object({ patientId: IdSchema }),
        body: Type.Object({ terms: ConsentTerms, language: oneOf(['en', 'es']) }),
        response: { 200: fileResponse('The form, to be signed on paper.', ['application/pdf']) },
      },
    },
    async (request, reply) => {
      const person = await personOf(archway, request);
      const { terms, language } = request.body;
      const file = orThrow(
        await printConsentForm(archway, person, request.params.patientId, terms, language),
      );
      return reply.headers(fileHeaders(file, 'inline')).send(Buffer.from(file.bytes));
    },
  );

  app.get(
    '/api/cases/:caseId/print',
    {
      schema: {
        params: CaseId,
        querystring: Type.Object({
          document: oneOf(printedDocuments),
          recipientKind: Type.Optional(oneOf(recipientKinds)),
          recipientName: Type.Optional(Type.String({ minLength: 1, maxLength: 160 })),
          partyId: Type.Optional(IdSchema),
          consentId: Type.Optional(IdSchema),
          sheetId: Type.Optional(IdSchema),
          predeterminationId: Type.Optional(IdSchema),
          language: Type.Optional(oneOf(['en', 'es'])),
          emergencyReason: Type.Optional(FilledTextSchema(500)),
        }),
        response: {
          200: fileResponse('The document; printing it is recorded as a disclosure.', ['application/pdf']),
        },
      },
    },
    async (request, reply) => {
      const person = await personOf(archway, request);
      const {
        document,
        recipientKind,
        recipientName,
        partyId,
        consentId,
        sheetId,
        predeterminationId,
        language = 'en',
        emergencyReason,
      } = request.query;
      const file = orThrow(
        await printDocument(archway, person, request.params.caseId, {
          document,
          language,
          ...(emergencyReason === undefined ? {} : { emergency: { reason: emergencyReason } }),
          recipient: {
            kind: recipientKind ?? 'own-use',
            ...(recipientName === undefined ? {} : { name: recipientName }),
            ...(partyId === undefined ? {} : { partyId }),
          },
          ...(consentId === undefined ? {} : { consentId }),
          ...(sheetId === undefined ? {} : { sheetId }),
          ...(predeterminationId === undefined ? {} : { predeterminationId }),
        }),
      );
      return reply.headers(fileHeaders(file, 'inline')).send(Buffer.from(file.bytes));
    },
  );
}

function fileHeaders(file: LeavingFile, disposition: 'inline' | 'attachment') {
  return {
    'content-type': file.mediaType,
    'content-disposition': `${disposition}; filename="${file.fileName}"`,
  };
}
