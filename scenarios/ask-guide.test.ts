import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, openBrowser, type OpenBrowser } from './browser.ts';
import { startServer, type RunningServer } from './running-server.ts';

/** Asking as a new user does: on a telephone and on a desktop, signed in nowhere, with keys alone. */

let server: RunningServer;
let browser: OpenBrowser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('empty'), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe.each([
  ['a telephone', 390],
  ['a desktop', 1280],
])('asking on /guide/D9992 on %s', (_, width) => {
  it('with one press: Washington is not known today, and the dated rule of 2020 is shown', async () => {
    const context = await browser.context({ viewport: { width, height: 844 } });
    const page = await context.newPage();
    const heard = complaints(page);
    await page.goto(`${server.address}/guide/D9992`);
    const ask = page.getByRole('region', { name: 'Ask', exact: true });
    await ask.getByRole('button', { name: 'Will Washington Medicaid pay this?' }).click();
    const answer = ask.getByRole('article');
    await answer.waitFor();
    const text = (await answer.textContent()) ?? '';
    expect(text).toContain('Not known');
    expect(text).toContain('Apr 1, 2020 through Apr 24, 2020');
    await answer.getByText('passages that it rests on').click();
    await answer.getByRole('link', { name: 'Payer rules, D9992' }).first().click();
    expect(page.url()).toBe(`${server.address}/guide/D9992#payers`);
    expect(heard).toEqual([]);
    await context.close();
  });

  it('in Spanish and by keys: what must be documented, with the passages', async () => {
    const context = await browser.context({ locale: 'es-MX', viewport: { width, height: 844 } });
    const page = await context.newPage();
    await page.goto(`${server.address}/guide/D9992`);
    const ask = page.getByRole('region', { name: 'Preguntar', exact: true });
    await ask.waitFor();
    await page.keyboard.press('a');
    await page.keyboard.type('que nesesito documentar?');
    await page.keyboard.press('Enter');
    await ask.getByRole('article').waitFor();
    expect(await ask.getByRole('article').textContent()).toMatch(
      /Respondida.*Inicio y fin del trabajo mismo/s,
    );
    await context.close();
  });
});
