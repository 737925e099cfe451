import { existsSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyRequest } from 'fastify';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { App } from './fastify.ts';
import { sendRefusal } from './send-refusal.ts';

/**
 * Serves the built web application out of a folder. Whether it is there is looked at with each request: a server may
 * be up before its screens are built, and they may be built anew while it runs.
 */
export async function serveScreens(app: App, folder: string): Promise<void> {
  await app.register(staticFiles, {
    root: folder,
    setHeaders: (response, path) => {
      response.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  // Every address that is not the API's is a screen; the built web application finds out which.
  app.setNotFoundHandler((request, reply) =>
    isScreen(request) && existsSync(join(folder, 'index.html'))
      ? reply.sendFile('index.html')
      : sendRefusal(request, reply, 404, nothingThere(request)),
  );
}

function isScreen({ method, url }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/');
}

function nothingThere({ method, url }: FastifyRequest): Refusal {
  return refuse('address/unknown', { method, path: url.split('?')[0] ?? '' });
}
