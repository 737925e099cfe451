import { WhichCodeAnswers, WhichCodeView } from '#contract/which-code.ts';
import { RefusalView } from '#contract/views.ts';
import type { CodeChoice } from '#domain/code-guide/choose-code.ts';
import { pathQuestions, readAnswers } from '#domain/code-guide/path-questions.ts';
import { pathStep } from '#domain/code-guide/question-path.ts';
import { messageView, pointerView } from '../case/message-view.ts';
import type { App } from '../http/fastify.ts';

/** The question path "which code fits?": of nobody's record, so that it needs no sign-in. */
export function whichCodeRoutes(app: App): void {
  app.get(
    '/api/guide/which-code',
    {
      schema: {
        security: [],
        querystring: WhichCodeAnswers,
        response: { 200: WhichCodeView, '4xx': RefusalView },
      },
    },
    (request): WhichCodeView => {
      const { choice, settled, next, possible } = pathStep(readAnswers({ ...request.query }));
      return {
        settled,
        possible: [...possible],
        ...(next === undefined ? {} : { next: { question: next, answers: [...pathQuestions[next]] } }),
        ...(choice === undefined ? {} : { choice: choiceView(choice) }),
      };
    },
  );
}

function choiceView(choice: CodeChoice): NonNullable<WhichCodeView['choice']> {
  return {
    code: choice.code,
    because: messageView(choice.because),
    factsFor: choice.factsFor.map(messageView),
    factsAgainst: choice.factsAgainst.map(messageView),
    missing: choice.factsMissing.map(messageView),
    neighbors: choice.neighbors
      .filter(({ needs }) => needs.length > 0)
      .map(({ code, needs }) => ({ code, needs: needs.map(messageView) })),
    pointers: choice.pointers.map(pointerView),
    version: choice.version,
  };
}
