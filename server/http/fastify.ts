import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyReply } from 'fastify';
import { answerSerializer } from './answer-serializer.ts';
import { largestBody } from './largest-body.ts';
import { sendRefusal } from './send-refusal.ts';
import { unreadableRequest } from './unreadable-request.ts';
import { validatorAtFirstUse } from './validator-at-first-use.ts';

export type App = ReturnType<typeof newFastify>;

export function newFastify(logLevel: string) {
  const app = fastify({
    logger:
      logLevel === 'silent'
        ? false
        : {
            level: logLevel,
            // Structured lines on standard error; what a person typed and whom it concerns never stands in them.
            stream: process.stderr,
            serializers: { req: (request) => ({ method: request.method, route: request.routeOptions?.url }) },
          },
    bodyLimit: largestBody,
    routerOptions: { maxParamLength: 100 },
    // HEAD would do the work of GET, and some of that is recorded.
    exposeHeadRoutes: false,
    frameworkErrors: (error, request, reply: FastifyReply) => {
      void sendRefusal(request, reply, error.statusCode ?? 400, unreadableRequest(error));
    },
  }).withTypeProvider<TypeBoxTypeProvider>();
  return app.setValidatorCompiler(validatorAtFirstUse()).setSerializerCompiler(answerSerializer);
}
