import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionView, WelcomeView } from '#contract/views.ts';
import type { Archway } from '../archway.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/fastify.ts';
import { TestClient, type TestAnswer } from '../test-client.ts';
import {
  emailOf,
  openTestArchway,
  openTestServer,
  staffIdOf,
  testOrganization,
  testPassword,
  type TestServer,
} from '../test-practice.ts';

const cookieIn = ({ headers }: TestAnswer) => [headers['set-cookie']].flat().map(String).join('\n');

describe('signing in', () => {
  let server: TestServer;
  let nobody: TestClient;
  beforeAll(async () => {
    server = await openTestServer();
    nobody = new TestClient(server.app, undefined);
  });
  afterAll(() => server.close());

  const signIn = (secret: object = {}) =>
    nobody.send('POST', '/api/session', {
      body: { email: emailOf(testOrganization, 'coordinator'), password: testPassword, ...secret },
    });

  it('gives a cookie that scripts and other sites do not get, and says who it is', async () => {
    const answer = await signIn();
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      200,
      { staffId: 'staff-coordinator', role: 'coordinator', organizationId: testOrganization },
    ]);
    expect(cookieIn(answer)).toMatch(/^archway_session=[\w-]{43};/);
    expect(cookieIn(answer)).toContain('; HttpOnly');
    expect(cookieIn(answer)).toContain('; SameSite=Strict');
    expect(cookieIn(answer)).toContain('; Path=/');
    expect(answer.headers['cache-control']).toBe('no-store');
    const client = new TestClient(server.app, cookieIn(answer).split(';')[0]);
    expect(await client.get<SessionView>('/api/session')).toMatchObject({ secondFactor: false });
  });

  it('beside another server on other ports, which share a browser’s cookies, each is signed in to by itself', async () => {
    const [one, other] = [
      await buildApp(server.archway, { logLevel: 'silent', port: 4601 }),
      await buildApp(server.archway, { logLevel: 'silent', port: 4602 }),
    ];
    const account = { email: emailOf(testOrganization, 'coordinator'), password: testPassword };
    const cookies: string[] = [];
    for (const app of [one, other]) {
      const answer = await new TestClient(app, cookies.join('; ')).send('POST', '/api/session', {
        body: account,
      });
      cookies.push(cookieIn(answer).split(';')[0] ?? '');
    }
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      'archway_session_4601',
      'archway_session_4602',
    ]);
    for (const app of [one, other])
      expect((await new TestClient(app, cookies.join('; ')).send('GET', '/api/session')).status).toBe(200);
    expect((await new TestClient(one, cookies.join('; ')).send('DELETE', '/api/session')).status).toBe(200);
    expect((await new TestClient(other, cookies.join('; ')).send('GET', '/api/session')).status).toBe(200);
    await Promise.all([one.close(), other.close()]);
  });

  it('gives no cookie with a wrong password', async () => {
    const answer = await signIn({ password: 'wrong' });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([401, { code: 'sign-in/wrong' }]);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('tells a stranger without an error that nobody is signed in', async () => {
    const answer = await nobody.send('GET', '/api/session');
    expect([answer.status, answer.text]).toEqual([204, '']);
  });

  it('signs off, and the cookie opens nothing more', async () => {
    const cookie = cookieIn(await signIn()).split(';')[0];
    const client = new TestClient(server.app, cookie);
    const answer = await client.send('DELETE', '/api/session');
    expect(answer.status).toBe(200);
    expect(cookieIn(answer)).toMatch(/^archway_session=;/);
    expect((await client.send('GET', '/api/session')).status).toBe(401);
  });

  it('has a second factor that is put on and off, with the password and a code', async () => {
    const client = await server.as('biller');
    const email = emailOf(testOrganization, 'biller');
    const { secret } = await client.post<{ secret: string }>('/api/session/second-factor/secret', {});
    const code = () => generateSync({ secret });
    const on = await client.send('PUT', '/api/session/second-factor', { body: { secret, code: code() } });
    expect(on.status).toBe(200);
    expect((await signIn({ email })).status).toBe(401);
    expect((await signIn({ email, code: code() })).status).toBe(200);
    const off = (body: object) => client.send('POST', '/api/session/second-factor/removal', { body });
    expect((await off({ password: testPassword })).status).toBe(422);
    expect((await off({ password: 'wrong', code: code() })).status).toBe(422);
    expect((await off({ password: testPassword, code: code() })).status).toBe(200);
    expect((await signIn({ email })).status).toBe(200);
  });

  it('ends for whoever leaves the practice, at once, and begins again when they come back', async () => {
    const administrator = await server.as('administrator');
    const email = emailOf(testOrganization, 'hygienist');
    const hygienist = await server.as('hygienist');
    expect((await hygienist.send('GET', '/api/session')).status).toBe(200);
    const staff = { staffId: staffIdOf('hygienist'), name: 'Hygienist', role: 'hygienist' };
    await administrator.post('/api/practice/record-staff', { staff: { ...staff, active: false } });
    expect((await hygienist.send('GET', '/api/session')).status).toBe(401);
    expect(JSON.parse((await signIn({ email })).text)).toMatchObject({ code: 'sign-in/wrong' });
    await administrator.post('/api/practice/record-staff', { staff: { ...staff, active: true } });
    expect((await hygienist.send('GET', '/api/session')).status).toBe(401);
    expect((await signIn({ email })).status).toBe(200);
  });

  it('stays with the only administrator, who neither leaves nor takes another role', async () => {
    const administrator = await server.as('administrator');
    const own = { staffId: staffIdOf('administrator'), name: 'Ada', role: 'administrator', active: true };
    const record = (staff: object) =>
      administrator.send('POST', '/api/practice/record-staff', { body: { staff } });
    for (const change of [{ active: false }, { role: 'biller' }]) {
      const refused = await record({ ...own, ...change });
      expect([refused.status, JSON.parse(refused.text)]).toMatchObject([
        422,
        { code: 'practice/last-administrator' },
      ]);
    }
    expect((await administrator.send('GET', '/api/session')).status).toBe(200);
    // A colleague without an account could let nobody in either.
    expect((await record({ ...own, staffId: 'staff-second', name: 'Ben' })).status).toBe(200);
    expect((await record({ ...own, active: false })).status).toBe(422);
    const account = { email: 'ben@first.example.com', password: testPassword };
    await administrator.post('/api/practice/record-staff', {
      staff: { ...own, staffId: 'staff-second', name: 'Ben' },
      account,
    });
    expect((await record({ ...own, role: 'biller' })).status).toBe(200);
    const second = new TestClient(server.app, cookieIn(await signIn(account)) ?? '');
    await second.post('/api/practice/record-staff', { staff: own });
  });

  it('is not possible twice with one address', async () => {
    const administrator = await server.as('administrator');
    const answer = await administrator.send('POST', '/api/practice/record-staff', {
      body: {
        staff: { staffId: 'staff-new', name: 'New', role: 'biller', active: true },
        account: { email: emailOf(testOrganization, 'dentist'), password: testPassword },
      },
    });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([409, { code: 'duplicate/email' }]);
  });
});

describe('the first-run page', () => {
  let archway: Archway;
  let app: App;
  beforeAll(async () => {
    archway = await openTestArchway();
    app = await buildApp(archway, { logLevel: 'silent' });
  });
  afterAll(async () => {
    await app.close();
    await archway.close();
  });

  const founding = (number: number) => ({
    organizationName: `Practice ${number}`,
    administratorName: 'Ada Admin',
    email: `ada${number}@example.com`,
    password: testPassword,
    timeZone: 'America/Chicago',
  });
  const setUp = (number: number) =>
    new TestClient(app, undefined).send('POST', '/api/set-up', { body: founding(number) });
  const welcome = () => new TestClient(app, undefined).get<WelcomeView>('/api/welcome');

  it('refuses a time zone that nobody could count days in, and records nothing', async () => {
    const body = { ...founding(0), timeZone: 'Mars/Olympus' };
    const answer = await new TestClient(app, undefined).send('POST', '/api/set-up', { body });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      422,
      { code: 'practice/time-zone', at: '/timeZone' },
    ]);
    expect((await welcome()).setUpNeeded).toBe(true);
  });

  it('serves an empty database once, also when many come at the same time', async () => {
    expect(await welcome()).toEqual({ setUpNeeded: true, demonstrationAccounts: [] });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, number) => setUp(number)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(11).fill(403)]);
    expect(await welcome()).toEqual({ setUpNeeded: false, demonstrationAccounts: [] });
    const won = answers.find(({ status }) => status === 200);
    if (!won) throw new Error('nobody was set up');
    const client = new TestClient(app, cookieIn(won).split(';')[0]);
    expect(await client.get<SessionView>('/api/session')).toMatchObject({
      name: 'Ada Admin',
      role: 'administrator',
      demonstration: false,
      // Days are counted where the practice said that it is, before it has a profile.
      timeZone: 'America/Chicago',
    });
  });

  it('is closed afterwards', async () => {
    const answer = await setUp(99);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      403,
      { code: 'permission/already-set-up' },
    ]);
  });
});
