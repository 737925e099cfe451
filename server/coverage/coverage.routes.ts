import { Type } from 'typebox';
import { BenefitsView } from '#contract/benefits.ts';
import { EligibilityInquiries, EligibilityInquiryView, EligibilityReport } from '#contract/eligibility.ts';
import { RefusalView } from '#contract/views.ts';
import { DateSchema, IdSchema, oneOf } from '#domain/kernel/schema.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import { refuseUnkeepable } from '../http/incoming-text.ts';
import { describedUpload, FilePart } from '../http/described-upload.ts';
import { orThrow, RefusedRequest } from '../http/errors.ts';
import type { App } from '../http/fastify.ts';
import { fileResponse } from '../http/file-response.ts';
import { languageOf } from '../http/language.ts';
import { personOf } from '../http/signed-in.ts';
import { logRead } from '../identity/access-log.ts';
import { askPayer } from './ask-payer.ts';
import { benefitsView } from './benefits-view.ts';
import { eligibilityInquiries, inquiryView } from './inquiry-views.ts';
import { recordEligibilityAnswer } from './record-eligibility-answer.ts';
import { releaseInquiry } from './release-inquiry.ts';
import type { EligibilityFile } from './take-answer.ts';

const CoverageOfPatient = Type.Object({ patientId: IdSchema, coverageId: IdSchema });
const mediaType = 'application/edi-x12';

export function coverageRoutes(app: App, archway: Archway): void {
  app.get(
    '/api/cases/:caseId/coverages/:coverageId/benefits',
    {
      schema: {
        params: Type.Object({ caseId: IdSchema, coverageId: IdSchema }),
        // Absent: today at the practice.
        querystring: Type.Object({ serviceDate: Type.Optional(DateSchema) }),
        response: { 200: BenefitsView, '4xx': RefusalView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { caseId, coverageId } = request.params;
      const view = orThrow(
        await archway.record.read(person.organizationId, (reading) =>
          benefitsView(archway, reading, caseId, coverageId, request.query.serviceDate),
        ),
      );
      await logRead(archway.record.db, person, { kind: 'case', id: caseId }, archway.record.now());
      return view;
    },
  );

  app.post(
    '/api/patients/:patientId/coverages/:coverageId/eligibility-inquiries',
    {
      schema: {
        params: CoverageOfPatient,
        body: Type.Object({ serviceDate: DateSchema }),
        response: {
          200: fileResponse('The inquiry as 270; giving it out is recorded as a disclosure.', [mediaType]),
        },
      },
    },
    async (request, reply) => {
      const person = await personOf(archway, request);
      const { patientId, coverageId } = request.params;
      const inquiry = { coverageId, ...request.body };
      const file = orThrow(await releaseInquiry(archway, person, patientId, inquiry));
      return reply
        .header('content-type', mediaType)
        .header('content-disposition', `attachment; filename="${file.fileName}"`)
        .send(Buffer.from(file.bytes));
    },
  );

  app.post(
    '/api/patients/:patientId/coverages/:coverageId/ask-payer',
    {
      schema: {
        params: CoverageOfPatient,
        body: Type.Object({ serviceDate: DateSchema }),
        response: { 200: EligibilityInquiryView, '4xx': RefusalView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { patientId, coverageId } = request.params;
      const inquiry = { coverageId, ...request.body };
      const asked = orThrow(await askPayer(archway, person, patientId, inquiry));
      return inquiryView(asked, person.practice, languageOf(request));
    },
  );

  app.get(
    '/api/patients/:patientId/eligibility-inquiries',
    {
      schema: {
        params: Type.Object({ patientId: IdSchema }),
        response: { 200: EligibilityInquiries, '4xx': RefusalView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { patientId } = request.params;
      const found = orThrow(await eligibilityInquiries(archway, person, patientId, languageOf(request)));
      await logRead(archway.record.db, person, { kind: 'patient', id: patientId }, archway.record.now());
      return found;
    },
  );

  app.post(
    '/api/patients/:patientId/coverages/:coverageId/eligibility-answers',
    {
      schema: {
        params: CoverageOfPatient,
        // Confirmed: somebody looked at what differs and says that it is the patient all the same.
        querystring: Type.Object({ confirmed: Type.Optional(oneOf(['yes'])) }),
        consumes: ['multipart/form-data'],
        response: { 200: EligibilityReport, '4xx': RefusalView },
      },
      config: describedUpload({ file: FilePart }),
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { patientId, coverageId } = request.params;
      const files: EligibilityFile[] = [];
      for await (const part of request.parts())
        if (part.type === 'file') files.push({ name: part.filename, bytes: await part.toBuffer() });
      const [file, ...more] = files;
      if (!file || more.length > 0)
        throw new RefusedRequest(refuse(file ? 'document/several-files' : 'document/no-file', {}, '/file'));
      const unkeepable = refuseUnkeepable({ fileName: file.name });
      if (unkeepable) throw new RefusedRequest(unkeepable);
      const confirmed = request.query.confirmed === 'yes';
      return orThrow(await recordEligibilityAnswer(archway, person, patientId, coverageId, file, confirmed));
    },
  );
}
