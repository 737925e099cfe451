import { AskAssistant } from '#contract/assistant.ts';
import { RefusalView } from '#contract/views.ts';
import { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import { dayOf } from '#domain/kernel/calendar-date.ts';
import type { Archway } from '../archway.ts';
import { orThrow, RefusedRequest } from '../http/errors.ts';
import type { App } from '../http/fastify.ts';
import { personIfSignedIn, personOf } from '../http/signed-in.ts';
import { openAssistant, replyOffline, replyTo } from './assistant.ts';
import { askOnCase, dayOfAsking, listedCodes } from './ask-on-case.ts';
import { RequestLimit } from './request-limit.ts';

const publicQuestionsPerMinute = 30;

/** Questions: about the guide by anybody, about a case by those who may ask there. */
export function assistantRoutes(app: App, archway: Archway): void {
  const assistant = openAssistant(archway.rulebook, process.env);
  const limit = new RequestLimit(publicQuestionsPerMinute);

  app.post(
    '/api/assistant',
    {
      // A question with control characters is answered: reading it takes them out.
      config: { cleans: ['/question'] },
      schema: { body: AskAssistant, response: { 200: AssistantAnswer, '4xx': RefusalView } },
    },
    async (request) => {
      const { caseId, ...question } = request.body;
      if (caseId !== undefined) {
        const person = await personOf(archway, request);
        return orThrow(await askOnCase(archway, assistant, person, { ...question, caseId })).answer;
      }
      const person = await personIfSignedIn(archway, request);
      if (person) {
        const today = dayOfAsking(archway, person, question.on);
        const listed = await archway.record.read(person.organizationId, (reading) =>
          listedCodes(reading, today),
        );
        return (await replyTo(assistant, question, { today, listed })).answer;
      }
      const excess = limit.refuseExcess(request.ip, Date.parse(archway.record.now()));
      if (excess) throw new RefusedRequest(excess);
      // Strangers are answered from the guide alone: no connected model works for them.
      return replyOffline(assistant, question, { today: question.on ?? dayOf(archway.record.now(), 'UTC') })
        .answer;
    },
  );
}
