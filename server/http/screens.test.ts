import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFastify, type App } from './fastify.ts';
import { serveScreens } from './screens.ts';

const around = mkdtempSync(join(tmpdir(), 'archway-screens-'));
const folder = join(around, 'dist');
let app: App;
beforeAll(async () => {
  app = newFastify('silent');
  await serveScreens(app, folder);
});
afterAll(async () => {
  await app.close();
  rmSync(around, { recursive: true });
});

const get = async (url: string) => {
  const { statusCode, body, headers } = await app.inject({ url });
  return { statusCode, body, cached: headers['cache-control'] };
};

it('refuses a screen while none is built, and serves it once it is', async () => {
  expect(await get('/worklist')).toMatchObject({ statusCode: 404 });
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<title>Archway</title>');
  writeFileSync(join(folder, 'assets/look.css'), 'body {}');
  const page = { statusCode: 200, body: '<title>Archway</title>', cached: 'no-cache' };
  expect(await get('/')).toEqual(page);
  expect(await get('/worklist')).toEqual(page);
  expect(await get('/assets/look.css')).toEqual({
    statusCode: 200,
    body: 'body {}',
    cached: 'public, max-age=31536000, immutable',
  });
});

it.each(['/api/nothing', '/api/'])('never answers %s with a screen', async (url) => {
  expect(await get(url)).toMatchObject({ statusCode: 404 });
});
