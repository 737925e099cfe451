import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseCommandNames } from '#contract/commands.ts';
import { patientCommandNames, practiceCommandNames } from '#contract/patient-commands.ts';
import { operationSummaries } from './operation-summaries.ts';
import { TestClient } from '../test-client.ts';
import { openTestServer, type TestServer } from '../test-practice.ts';

let server: TestServer;
let document: OpenApi;

beforeAll(async () => {
  server = await openTestServer();
  document = await new TestClient(server.app, undefined).get<OpenApi>('/api/openapi.json');
});
afterAll(() => server.close());

interface Media {
  readonly schema?: object;
}
interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Media>> }>
  >;
  readonly security?: readonly object[];
}
interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly components: { readonly securitySchemes: object };
  readonly security: readonly object[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

describe('the OpenAPI document', () => {
  it('is of version 3.1 and says who it is and how to sign in', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info.title).toBe('Archway');
    expect(document.info.version).not.toBe('');
    expect(document.components.securitySchemes).toEqual({
      session: { type: 'apiKey', in: 'cookie', name: 'archway_session' },
    });
  });

  it('holds every command of the contract', () => {
    const paths = Object.keys(document.paths);
    expect(paths).toEqual(
      expect.arrayContaining([
        ...caseCommandNames.map((name) => `/api/cases/{caseId}/${name}`),
        ...patientCommandNames.map((name) => `/api/patients/{patientId}/${name}`),
        ...practiceCommandNames.map((name) => `/api/practice/${name}`),
      ]),
    );
  });

  it('says of every operation in a line what it does, under a name of its own', () => {
    const untold = operations().filter(({ operation }) => !operation.summary);
    expect(untold.map(({ path, method }) => `${method} ${path}`)).toEqual([]);
    const names = operations().map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(operations().length);
    expect(names).toContain('postCasesByCaseIdLogActivity');
    expect(Object.keys(operationSummaries)).toHaveLength(operations().length);
  });

  it('uses methods that OpenAPI knows, and path parameters that stand in the path', () => {
    for (const { path, method, operation } of operations()) {
      expect(['get', 'put', 'post', 'delete'], path).toContain(method);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const declared = (operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'path')
        .map(({ name, required }) => (required === true ? name : `${name} is not required`))
        .sort();
      expect(declared, `${method} ${path}`).toEqual(inPath);
    }
  });

  it('describes for every operation what 200 answers and how it refuses', () => {
    for (const { path, method, operation } of operations()) {
      const fine = Object.values(operation.responses['200']?.content ?? {});
      expect(fine.length, `${method} ${path}: 200`).toBeGreaterThan(0);
      for (const { schema } of fine) expect(schema, `${method} ${path}: 200`).toBeDefined();
      for (const status of ['4XX', '5XX'])
        expect(
          operation.responses[status]?.content?.['application/json']?.schema,
          `${path}: ${status}`,
        ).toHaveProperty('properties.next');
      for (const { description } of Object.values(operation.responses))
        expect(description).toBeTypeOf('string');
    }
  });

  it('takes a described body wherever something is sent', () => {
    const withoutBody = operations()
      .filter(({ method, operation }) => ['post', 'put'].includes(method) && !operation.requestBody)
      .map(({ path }) => path);
    expect(withoutBody).toEqual(['/api/session/second-factor/secret', '/api/gateways/{gateway}/try']);
  });

  it('takes only declared members, at every depth of a body', () => {
    const loose: string[] = [];
    const walk = (schema: unknown, at: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if ('properties' in schema && 'type' in schema && schema.type === 'object')
        if (!('additionalProperties' in schema) || schema.additionalProperties !== false) loose.push(at);
      for (const [name, member] of Object.entries(schema)) walk(member, `${at}/${name}`);
    };
    for (const { path, operation } of operations())
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) walk(schema, path);
    expect(loose).toEqual([]);
  });

  it('asks for a session everywhere but in the guide and where nobody can have one yet', () => {
    expect(document.security).toEqual([{ session: [] }]);
    const open = operations()
      .filter(({ operation }) => operation.security?.length === 0)
      .map(({ path, method }) => `${method} ${path}`)
      .sort();
    expect(open).toEqual([
      'get /api/guide',
      'get /api/guide/pages',
      'get /api/guide/which-code',
      'get /api/guide/{code}',
      'get /api/session',
      'get /api/welcome',
      'post /api/session',
      'post /api/set-up',
    ]);
  });

  it('is kept by the server: whoever is not signed in gets nothing from a closed address', async () => {
    const nobody = new TestClient(server.app, undefined);
    for (const { path, method, operation } of operations()) {
      if (method !== 'get' || operation.security?.length === 0) continue;
      const url = `${path.replaceAll(/\{\w+\}/g, 'x')}?format=x12&document=plan`;
      const wanted = (operation.parameters ?? []).filter((one) => one.in === 'query' && one.required);
      const query = wanted.map(({ name }) => `${name}=${name === 'format' ? 'x12' : 'plan'}`).join('&');
      const answer = await nobody.send('GET', `${url.split('?')[0] ?? ''}?${query}`);
      expect([answer.status, JSON.parse(answer.text)], path).toMatchObject([401, { code: 'sign-in/needed' }]);
    }
  });
});
