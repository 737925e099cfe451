import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, openBrowser, type OpenBrowser } from './browser.ts';
import { startServer, type RunningServer } from './running-server.ts';

/** The guide as a new user opens it: nobody is signed in, and the database is empty. */

let server: RunningServer;
let browser: OpenBrowser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('empty'), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function open(path: string, width: number, locale = 'en-US'): Promise<{ page: Page; heard: string[] }> {
  const context = await browser.context({
    locale,
    viewport: { width, height: 844 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const heard = complaints(page);
  await page.goto(`${server.address}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, heard };
}

const requirements = [
  'Activity notes.',
  'Time.',
  'Communication with other providers.',
  'Consent to share.',
  'Necessity from complexity.',
];

describe.each([
  ['a telephone', 390],
  ['a desktop', 1280],
])('/guide/D9992 on %s', (_, width) => {
  it('answers what must be documented, without a press, where the page opens', async () => {
    const { page, heard } = await open('/guide/D9992', width);
    const question = page.getByRole('group').filter({ hasText: 'What must I document?' }).first();
    for (const requirement of requirements) await question.getByText(requirement, { exact: true }).waitFor();
    const place = await question.boundingBox();
    expect((place?.y ?? 0) < 844).toBe(true);
    expect(heard).toEqual([]);
    await page.context().close();
  });

  it('answers whether Washington Medicaid pays: not known today, and the dated rule of 2020', async () => {
    const { page } = await open('/guide/D9992', width);
    await page.getByRole('link', { name: 'Will it be paid?' }).click();
    const part = page.getByRole('region', { name: 'Will it be paid?' });
    await part.getByLabel('Payer').selectOption({ label: 'Washington Apple Health (Medicaid)' });
    const answer = part.locator('[aria-live]');
    expect(await answer.textContent()).toContain('Not known');
    expect(await answer.textContent()).toContain('Not known does not mean not covered');
    expect(await answer.textContent()).toContain('through Apr 24, 2020: Paid');
    const card = part.getByRole('article', { name: 'Washington Apple Health' });
    expect(await card.textContent()).toMatch(
      /Today: Not known.*Apr 24, 2020.*Paid.*\$15\.00 for each patient/,
    );
    await part.getByLabel('Date of service').fill('2020-04-10');
    expect(await answer.textContent()).toMatch(/^Paid.*\$15\.00 for each patient and day/);
    await part.getByLabel('Date of service').fill('2020-04-25');
    expect(await answer.textContent()).toMatch(/^Not known/);
    await page.context().close();
  });
});

it('finds as somebody types, and leads to the statement', async () => {
  const { page, heard } = await open('/guide', 1280);
  const search = page.getByRole('searchbox', { name: 'Search the guide' });
  await search.pressSequentially('D9992 voicem');
  const hit = page
    .getByRole('link', { name: /Does a voicemail count|Leaving or hearing a voicemail/ })
    .first();
  await hit.click();
  await page.waitForURL(/\/guide\/D9992#/);
  await page.getByText('Leaving or hearing a voicemail is an attempt').waitFor();
  await page.goBack();
  await search.fill('zeppelin');
  await page.getByText('No word of the guide fits.').waitFor();
  expect(heard).toEqual([]);
  await page.context().close();
});

it('gives every statement an address, which is copied and leads back to it', async () => {
  const { page } = await open('/guide/D9992', 1280);
  const statement = page.locator('#billing-remark-limit');
  await statement.getByRole('link', { name: 'Copy the link to this statement' }).click();
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(copied).toBe(`${server.address}/guide/D9992#billing-remark-limit`);
  await page.goto('about:blank');
  await page.goto(copied);
  await statement.waitFor();
  const inSight = `(({ top, bottom }) => top >= 56 && bottom <= window.innerHeight)(
    document.getElementById('billing-remark-limit').getBoundingClientRect())`;
  await expect.poll(() => page.evaluate<boolean>(inSight)).toBe(true);
  expect(await statement.getAttribute('data-here')).toBe('true');
  await page.context().close();
});

it('is in the reader’s language, and in the other one at a press', async () => {
  const { page } = await open('/guide/D9992', 390, 'es-US');
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  await heading('D9992: Unir la atención de un mismo paciente').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await heading('D9992: Joining up one patient’s care').waitFor();
  await page.context().close();
});

it('prints the whole page: payer rules and sources with their addresses, and nothing to press', async () => {
  const { page } = await open('/guide/D9992', 1280);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
  for (const shown of [
    'Necessity from complexity.',
    'How many minutes do I need?',
    'Can one long call support two codes?',
    'Washington Apple Health (Medicaid)',
    'Sources',
  ])
    expect(await page.getByText(shown).filter({ visible: true }).count()).toBeGreaterThan(0);
  await page.context().close();
});

it('prints in light colors what is dark on the screen', async () => {
  const { page } = await open('/guide/D9992', 1280);
  await page.emulateMedia({ colorScheme: 'dark' });
  const scheme = () => page.evaluate<string>('document.documentElement.dataset.mantineColorScheme');
  await expect.poll(scheme).toBe('dark');
  await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
  expect(await scheme()).toBe('light');
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  expect(await scheme()).toBe('dark');
  await page.context().close();
});

it('is read by a stranger without an error in the console', async () => {
  const { page } = await open('/guide', 1280);
  const errors: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  await page.evaluate("fetch('/api/nowhere')");
  await expect.poll(() => errors.length).toBe(1);
  await page.goto(`${page.url()}/D9992`, { waitUntil: 'networkidle' });
  expect(errors).toHaveLength(1);
  await page.context().close();
});

it('says that a code has no page', async () => {
  const { page } = await open('/guide/D2740', 390);
  await page.getByText('The guide has no page about D2740.').waitFor();
  await page.context().close();
});
