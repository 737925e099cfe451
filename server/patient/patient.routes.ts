import { timeZoneOf } from '#domain/case/deciding.ts';
import { Type } from 'typebox';
import { patientCommandNames, patientCommands, RegisterPatient } from '#contract/patient-commands.ts';
import { AccountedDisclosureView, PatientRow, PatientView, Recorded, RefusalView } from '#contract/views.ts';
import { accountingOfDisclosures } from '#domain/consent/accounting-of-disclosures.ts';
import { dayOf } from '#domain/kernel/calendar-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { IdSchema } from '#domain/kernel/schema.ts';
import type { Archway } from '../archway.ts';
import type { App } from '../http/fastify.ts';
import { orThrow, RefusedRequest } from '../http/errors.ts';
import { personOf } from '../http/signed-in.ts';
import { logRead } from '../identity/access-log.ts';
import { changePatient, registerPatient } from './change-patient.ts';
import { findPatients } from './find-patients.ts';
import { patientView } from './patient-view.ts';

const PatientId = Type.Object({ patientId: IdSchema });

export function patientRoutes(app: App, archway: Archway): void {
  app.get(
    '/api/patients',
    {
      schema: {
        querystring: Type.Object({ query: Type.Optional(Type.String({ maxLength: 200 })) }),
        response: { 200: Type.Object({ rows: Type.Array(PatientRow) }) },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const rows = await archway.record.read(person.organizationId, (reading) =>
        findPatients(reading, request.query.query ?? ''),
      );
      return { rows };
    },
  );

  app.post(
    '/api/patients',
    { schema: { body: RegisterPatient, response: { 200: Recorded, '4xx': RefusalView } } },
    async (request) => {
      const person = await personOf(archway, request);
      const position = orThrow(await registerPatient(archway, person, request.body));
      return { stream: 'patient', id: request.body.patientId, position };
    },
  );

  app.get(
    '/api/patients/:patientId',
    { schema: { params: PatientId, response: { 200: PatientView, '4xx': RefusalView } } },
    async (request) => {
      const person = await personOf(archway, request);
      const { patientId } = request.params;
      const now = archway.record.now();
      const view = await archway.record.read(person.organizationId, (reading) =>
        patientView(reading, patientId, now, archway.rulebook),
      );
      if (!view) throw new RefusedRequest(refuse('absent/patient'));
      await logRead(archway.record.db, person, { kind: 'patient', id: patientId }, now);
      return view;
    },
  );

  app.get(
    '/api/patients/:patientId/accounting-of-disclosures',
    {
      schema: {
        params: PatientId,
        response: {
          200: Type.Object({ disclosures: Type.Array(AccountedDisclosureView) }),
          '4xx': RefusalView,
        },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { patientId } = request.params;
      const timeZone = timeZoneOf(person.practice);
      const patient = await archway.record.read(person.organizationId, (reading) =>
        reading.patient(patientId),
      );
      if (!patient) throw new RefusedRequest(refuse('absent/patient'));
      const now = archway.record.now();
      await logRead(archway.record.db, person, { kind: 'patient', id: patientId }, now);
      const today = dayOf(now, timeZone);
      return { disclosures: accountingOfDisclosures(patient.disclosures, today, timeZone) };
    },
  );

  for (const name of patientCommandNames)
    app.post(
      `/api/patients/:patientId/${name}`,
      {
        schema: {
          params: PatientId,
          body: patientCommands[name],
          response: { 200: Recorded, '4xx': RefusalView },
        },
      },
      async (request) => {
        const person = await personOf(archway, request);
        const { patientId } = request.params;
        const position = orThrow(await changePatient(archway, person, patientId, name, request.body));
        return { stream: 'patient', id: patientId, position };
      },
    );
}
