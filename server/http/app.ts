import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import staticFiles from '@fastify/static';
import swagger from '@fastify/swagger';
import type { Archway } from '../archway.ts';
import { addressRoutes } from './addresses.ts';
import { answerErrors } from './errors.ts';
import { largestBody, newFastify, type App } from './fastify.ts';

export interface AppOptions {
  readonly logLevel: string;
}

/** The whole server over one opened Archway: API, OpenAPI document and the screens. It listens nowhere yet. */
export async function buildApp(archway: Archway, options: AppOptions): Promise<App> {
  const app = newFastify(options.logLevel);
  answerErrors(app);
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: largestBody, files: 20 } });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Archway',
        description: 'Dental care coordination: cases, evidence, readiness, claims and packets.',
        version: '0.1.0',
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'archway_session' } },
      },
    },
  });
  app.addHook('onSend', async (_request, reply) => {
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
  await serveScreens(app);
  return app;
}

/** Every address that is not the API's is a screen; the built web application finds out which. */
async function serveScreens(app: App): Promise<void> {
  const root = fileURLToPath(new URL('../../web/dist', import.meta.url));
  if (!existsSync(root)) return;
  await app.register(staticFiles, {
    root,
    setHeaders: (response, path) => {
      response.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.setNotFoundHandler((request, reply) => {
    if (request.method === 'GET' && !request.url.startsWith('/api/')) return reply.sendFile('index.html');
    return reply.code(404).send({
      refused: true,
      code: 'address/unknown',
      what: 'There is nothing at this address.',
      why: `No part of the interface answers ${request.method} ${request.url.split('?')[0] ?? ''}.`,
      next: 'See /api/openapi.json for what there is.',
    });
  });
}
