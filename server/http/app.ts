import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import type { Archway } from '../archway.ts';
import { addressRoutes } from './addresses.ts';
import { refuseUndeclaredMembers } from './declared-members.ts';
import { describeOperation } from './describe-operation.ts';
import { answerErrors } from './errors.ts';
import { newFastify, type App } from './fastify.ts';
import { refuseUnkeepableTexts } from './incoming-text.ts';
import { largestBody } from './largest-body.ts';
import { refusePrefetch } from './prefetch.ts';
import { serveScreens } from './screens.ts';
import { sessionCookieAt } from './signed-in.ts';

export interface AppOptions {
  readonly logLevel: string;
  /** On which it will listen, where that is known beforehand. */
  readonly port?: number;
}

/** The whole server over one opened Archway: API, OpenAPI document and the screens. It listens nowhere yet. */
export async function buildApp(archway: Archway, options: AppOptions): Promise<App> {
  const app = newFastify(options.logLevel);
  answerErrors(app);
  refusePrefetch(app);
  refuseUnkeepableTexts(app);
  refuseUndeclaredMembers(app);
  app.decorate('sessionCookie', sessionCookieAt(options.port));
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: largestBody, files: 20 } });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Archway',
        description: 'Dental care coordination: cases, evidence, readiness, claims and packets.',
        version: '0.1.0',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: app.sessionCookie } },
      },
      security: [{ session: [] }],
      servers: [{ url: '/', description: 'this server' }],
    },
    transform: describeOperation,
  });
  app.addHook('onSend', async (request, reply) => {
    // What the API answers is about patients: no cache on the way or in the browser keeps it, unless a route says
    // that its answer is for everybody.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
    void reply.headers({
      'content-security-policy':
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  });
  addressRoutes(app, archway);
  app.get('/api/health', { schema: { hide: true } }, async () => {
    await archway.record.db.selectNoFrom((query) => query.lit(1).as('alive')).execute();
    return { status: 'ok' };
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await serveScreens(app, fileURLToPath(new URL('../../web/dist', import.meta.url)));
  return app;
}
