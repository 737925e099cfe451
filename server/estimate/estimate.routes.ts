import { Type } from 'typebox';
import { CaseEstimateView } from '#contract/case-estimate.ts';
import { CaseLedgerView } from '#contract/case-ledger.ts';
import { RefusalView } from '#contract/views.ts';
import { IdSchema } from '#domain/kernel/schema.ts';
import type { Archway } from '../archway.ts';
import { orThrow } from '../http/errors.ts';
import type { App } from '../http/fastify.ts';
import { personOf } from '../http/signed-in.ts';
import { logRead } from '../identity/access-log.ts';
import { caseEstimate } from './case-estimate.ts';
import { ledgerOfCase } from './case-ledger.ts';

export function estimateRoutes(app: App, archway: Archway): void {
  app.get(
    '/api/cases/:caseId/estimate',
    {
      schema: {
        params: Type.Object({ caseId: IdSchema }),
        response: { 200: CaseEstimateView, '4xx': RefusalView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { caseId } = request.params;
      const view = orThrow(await caseEstimate(archway, person, caseId));
      await logRead(archway.record.db, person, { kind: 'case', id: caseId }, archway.record.now());
      return view;
    },
  );

  app.get(
    '/api/cases/:caseId/ledger',
    {
      schema: {
        params: Type.Object({ caseId: IdSchema }),
        response: { 200: CaseLedgerView, '4xx': RefusalView },
      },
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { caseId } = request.params;
      const view = orThrow(await ledgerOfCase(archway, person, caseId));
      await logRead(archway.record.db, person, { kind: 'case', id: caseId }, archway.record.now());
      return view;
    },
  );
}
