import { Type } from 'typebox';
import { OptionsForPatient, PlanForPatient } from '#contract/for-patient.ts';
import { RefusalView } from '#contract/views.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { IdSchema } from '#domain/kernel/schema.ts';
import type { Archway } from '../archway.ts';
import { orThrow, RefusedRequest } from '../http/errors.ts';
import type { App } from '../http/fastify.ts';
import { personOf } from '../http/signed-in.ts';
import { logRead } from '../identity/access-log.ts';
import { optionsForPatient } from './options-for-patient.ts';
import { planForPatient } from './plan-for-patient.ts';

export function decisionRoutes(app: App, archway: Archway): void {
  app.get(
    '/api/cases/:caseId/for-patient/options/:sheetId',
    {
      config: { whileHandedOver: true },
      schema: {
        params: Type.Object({ caseId: IdSchema, sheetId: IdSchema }),
        response: { 200: OptionsForPatient, '4xx': RefusalView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { caseId, sheetId } = request.params;
      const { handedOver } = person;
      if (handedOver && (handedOver.caseId !== caseId || handedOver.sheetId !== sheetId))
        throw new RefusedRequest(refuse('permission/handed-over'));
      const view = orThrow(await optionsForPatient(archway, person, caseId, sheetId));
      await logRead(archway.record.db, person, { kind: 'case', id: caseId }, archway.record.now());
      return view;
    },
  );

  app.get(
    '/api/cases/:caseId/for-patient/plan',
    {
      schema: {
        params: Type.Object({ caseId: IdSchema }),
        response: { 200: PlanForPatient, '4xx': RefusalView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { caseId } = request.params;
      const view = orThrow(await planForPatient(archway, person, caseId));
      await logRead(archway.record.db, person, { kind: 'case', id: caseId }, archway.record.now());
      return view;
    },
  );
}
