import { Type } from 'typebox';
import { PlanOrderView, SolvedPlan, SolvePlan } from '#contract/plan-order.ts';
import { RefusalView } from '#contract/views.ts';
import { IdSchema } from '#domain/kernel/schema.ts';
import type { Archway } from '../archway.ts';
import { orThrow } from '../http/errors.ts';
import type { App } from '../http/fastify.ts';
import { languageOf } from '../http/language.ts';
import { personOf } from '../http/signed-in.ts';
import { logRead } from '../identity/access-log.ts';
import { planOrder, solveCasePlan } from './plan-order.ts';

const CaseId = Type.Object({ caseId: IdSchema });

export function planOrderRoutes(app: App, archway: Archway): void {
  app.get(
    '/api/cases/:caseId/plan-order',
    { schema: { params: CaseId, response: { 200: PlanOrderView, '4xx': RefusalView } } },
    async (request) => {
      const person = await personOf(archway, request);
      const { caseId } = request.params;
      const view = orThrow(await planOrder(archway, person, caseId, languageOf(request)));
      await logRead(archway.record.db, person, { kind: 'case', id: caseId }, archway.record.now());
      return view;
    },
  );

  app.post(
    '/api/cases/:caseId/solve-plan',
    { schema: { params: CaseId, body: SolvePlan, response: { 200: SolvedPlan, '4xx': RefusalView } } },
    async (request, reply) => {
      const person = await personOf(archway, request);
      const { caseId } = request.params;
      const leaving = new AbortController();
      // Nobody waits for the answer any more: the solver is free for the next one.
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) leaving.abort();
      });
      const options = { language: languageOf(request), signal: leaving.signal };
      const solved = orThrow(await solveCasePlan(archway, person, caseId, request.body, options));
      await logRead(archway.record.db, person, { kind: 'case', id: caseId }, archway.record.now());
      return solved;
    },
  );
}
