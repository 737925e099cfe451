import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GuideListView, GuidePagesView, GuidePageView } from '#contract/guide-views.ts';
import { rulingOn } from '#domain/code-guide/payer-rulings.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { TestClient } from '../test-client.ts';
import { openTestServer, type TestServer } from '../test-practice.ts';

describe('the code guide, to somebody who is not signed in', () => {
  let server: TestServer;
  let nobody: TestClient;
  beforeAll(async () => {
    server = await openTestServer();
    nobody = new TestClient(server.app, undefined);
  });
  afterAll(() => server.close());

  it('lists its codes, each with our own name and what it is for', async () => {
    const { entries } = await nobody.get<GuideListView>('/api/guide');
    expect(entries).toHaveLength(17);
    expect(entries.find(({ code }) => code === 'D9992')).toMatchObject({
      group: 'coordination',
      inForceSince: 2017,
      name: { en: expect.any(String), es: expect.any(String) },
    });
    expect(entries.find(({ code }) => code === 'D9450')).not.toHaveProperty('inForceSince');
  });

  it('gives a page whole, in whatever case its code is written', async () => {
    const { page } = await nobody.get<GuidePageView>('/api/guide/d9992');
    const { pages } = await nobody.get<GuidePagesView>('/api/guide/pages');
    expect(pages).toHaveLength(17);
    expect(pages.find(({ code }) => code === 'D9992')).toEqual(page);
    expect(page).toEqual(server.archway.rulebook.guide.get(page.code));
  });

  it.each([
    ['2020-04-24', { status: 'paid', fee: { amount: 1500, per: 'client-day' }, notWith: ['D9995', 'D9996'] }],
    ['2020-04-25', undefined],
    ['2026-11-27', undefined],
  ])('says what Washington pays on %s from the rulebook', async (day, expected) => {
    const { payers } = await nobody.get<GuidePageView>('/api/guide/D9992');
    const washington = payers.find(({ payer }) => payer === 'washington-apple-health');
    const ruling = washington && rulingOn(washington, calendarDate(day));
    if (expected) expect(ruling).toMatchObject(expected);
    else expect([washington?.name, ruling]).toEqual(['Washington Apple Health', undefined]);
  });

  it('may be kept by caches, unlike everything about patients', async () => {
    const cacheOf = async (url: string) => (await nobody.send('GET', url)).headers['cache-control'];
    expect(await cacheOf('/api/guide/D9992')).toBe('public, max-age=300');
    expect(await cacheOf('/api/guide')).toBe('public, max-age=300');
    expect(await cacheOf('/api/guide/D0000')).toBe('no-store');
    expect(await cacheOf('/api/session')).toBe('no-store');
  });

  it('has no page about a code that it does not know', async () => {
    const { status, text } = await nobody.send('GET', '/api/guide/D2740');
    expect([status, JSON.parse(text)]).toMatchObject([404, { code: 'absent/guide-page' }]);
  });
});
