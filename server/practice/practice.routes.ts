import { practiceCommandNames, practiceCommands } from '#contract/patient-commands.ts';
import { PracticeView, Recorded, RefusalView } from '#contract/views.ts';
import { practiceGaps } from '#domain/practice/practice-gaps.ts';
import type { Archway } from '../archway.ts';
import { gatewaysOf } from '../gateway/gateway.ts';
import type { App } from '../http/fastify.ts';
import { orThrow } from '../http/errors.ts';
import { personOf } from '../http/signed-in.ts';
import { readRecordCheck } from '../record/check-record.ts';
import { changePractice } from './change-practice.ts';

export function practiceRoutes(app: App, archway: Archway): void {
  app.get('/api/practice', { schema: { response: { 200: PracticeView } } }, async (request) => {
    const { practice, organizationId } = await personOf(archway, request);
    const recordCheck = await archway.record.read(organizationId, readRecordCheck);
    return {
      position: practice.position,
      ...(practice.profile ? { profile: practice.profile } : {}),
      providers: [...practice.providers.values()],
      payers: [...practice.payers.values()],
      staff: [...practice.staff.values()],
      fees: [...practice.fees],
      gaps: practiceGaps(practice),
      gateways: gatewaysOf(archway.gateways, organizationId).map(({ name }) => name),
      keyFingerprint: archway.record.signer.fingerprint,
      ...(recordCheck && { recordCheck }),
    };
  });

  for (const name of practiceCommandNames)
    app.post(
      `/api/practice/${name}`,
      { schema: { body: practiceCommands[name], response: { 200: Recorded, '4xx': RefusalView } } },
      async (request) => {
        const person = await personOf(archway, request);
        const position = orThrow(await changePractice(archway, person, name, request.body));
        return { stream: 'practice', id: 'practice', position };
      },
    );
}
