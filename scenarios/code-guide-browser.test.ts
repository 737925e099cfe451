import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { complaints, openBrowser, type OpenBrowser } from './browser.ts';
import { startServer, type RunningServer } from './running-server.ts';

/** Which code fits, asked by somebody without an account; and the practice's own list of codes, which is its own. */

let server: RunningServer;
let browser: OpenBrowser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('empty'), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function press(page: Page, answer: string): Promise<void> {
  await page.getByRole('button', { name: answer, exact: true }).focus();
  await page.keyboard.press('Enter');
}
const answerOf = (page: Page) => page.locator('.path-answer').innerText();

/** What is answered to which question; the path decides which of them it asks, and in which order. */
const call: Readonly<Record<string, string>> = {
  'What was the work?': 'Arranging care with another dental or medical office',
  'Who did it?': 'A coordinator',
  'With whom, mainly?': 'Another provider’s office',
  'Was somebody reached, or an answer received?': 'Yes',
  'Are two or more providers, specialties, settings or payers involved in this patient’s care?':
    'Yes, two or more of one of them',
};

async function walk(page: Page): Promise<string[]> {
  const asked: string[] = [];
  for (;;) {
    const question = await page.locator('.path-question h2').innerText();
    const answer = call[question];
    if (answer === undefined) return asked;
    asked.push(question);
    await press(page, answer);
    await page
      .locator('.path-answers li')
      .nth(asked.length - 1)
      .waitFor();
  }
}

it('the path is walked by keyboard, without an account, and its address brings the answer back', async () => {
  const context = await browser.context();
  const page = await context.newPage();
  const heard = complaints(page);
  await page.goto(`${server.address}/guide/which-code`);
  const asked = await walk(page);
  expect(asked[0]).toBe('What was the work?');
  expect(asked.length).toBeLessThanOrEqual(5);
  await page.getByRole('heading', { name: 'No more questions' }).waitFor();
  const answer = await answerOf(page);
  for (const words of ['D9992', 'It joins up the patient’s care', 'D9311', 'if the dentist had held'])
    expect(answer.replaceAll("'", '’')).toContain(words);
  await page.goto(page.url());
  expect(await answerOf(page)).toBe(answer);

  await page.getByRole('button', { name: /^Change.*Are two or more/ }).click();
  await press(page, 'No, one of each');
  await page.getByText('No code: this work').waitFor();
  await page.goBack();
  await page.goBack();
  expect(await answerOf(page)).toBe(answer);
  await context.close();
  expect(heard).toEqual([]);
});

it('it can be left at any point, and points beyond the family; in Spanish on a telephone', async () => {
  const context = await browser.context({ locale: 'es-MX', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${server.address}/guide/which-code?work=missed-appointment`);
  await page.getByRole('heading', { name: 'No hay más preguntas' }).waitFor();
  expect(await answerOf(page)).toContain('D9986');
  await page.goto(`${server.address}/guide/which-code?work=records-review&who=nonsense`);
  await page.getByText('Todavía posibles').waitFor();
  expect(new URL(page.url()).searchParams.get('work')).toBe('records-review');
  await context.close();
});

const list = (rows: readonly string[]) => ({
  name: 'our-codes.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['CDT 2026 for the scenario', 'Code;Name;Fee', ...rows].join('\r\n')),
});

async function administrator(): Promise<BrowserContext> {
  const context = await browser.context();
  const founded = await context.request.post(`${server.address}/api/set-up`, {
    data: {
      organizationName: 'Scenario Dental',
      administratorName: 'Ada Admin',
      email: 'ada@example.com',
      password: 'a long enough password',
      timeZone: 'America/Los_Angeles',
    },
  });
  expect(founded.status()).toBe(200);
  return context;
}

it('a list is checked, mended, confirmed and then stands beside the codes, for its practice only', async () => {
  const context = await administrator();
  const page = await context.newPage();
  const heard = complaints(page);
  await page.goto(`${server.address}/practice/codes`);
  const file = page.locator('input[type=file]');

  await file.setInputFiles(list(['D9992;sample wording 1;10', 'D99;sample wording 2;11', 'D9992;x;12']));
  await page.getByText('Row 4: “D99” is no code').waitFor();
  await page.getByText('Row 5: D9992 stands already in row 3').waitFor();
  expect(await page.getByRole('button', { name: /^Import 1 code/ }).isDisabled()).toBe(true);

  await file.setInputFiles(list(['D9991;sample wording 1;10', 'D9992;sample wording 2;11']));
  await page.getByRole('button', { name: 'Import 2 codes for 2026' }).waitFor();
  expect(await page.getByLabel('Column of the words').inputValue()).toBe('1');
  await page.getByText('No list yet.').waitFor();
  await page.getByRole('button', { name: 'Import 2 codes for 2026' }).click();
  await page.getByText('2026: 2 codes', { exact: true }).waitFor();

  await page.goto(`${server.address}/practice/fees?do=set-fee`);
  await page.locator('p', { hasText: 'sample wording 2' }).waitFor();
  const question = `${server.address}/guide/which-code?work=attendance-barrier-work&who=coordinator&with=community&reached=yes`;
  await page.goto(question);
  await page.getByText('sample wording 1').waitFor();
  await context.close();
  expect(heard).toEqual([]);

  const outside = await browser.context();
  const stranger = await outside.newPage();
  await stranger.goto(question);
  await stranger.getByText('D9991').first().waitFor();
  expect(await stranger.content()).not.toContain('sample wording');
  await outside.close();
});
