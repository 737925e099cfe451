import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import es from '#contract/messages/es.json' with { type: 'json' };
import { choose, complaints, openBrowser, type OpenBrowser } from './browser.ts';
import { signIn, tellScreen } from './case-on-screen.ts';
import { startServer, type RunningServer } from './running-server.ts';

/** A verification by telephone in a real browser: from one press on the worklist to facts on the page. */

let server: RunningServer;
let browser: OpenBrowser;
let page: Page;
let heard: string[];
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  const context = await browser.context();
  page = await context.newPage();
  heard = complaints(page);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await tellScreen(page);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const question = (name: RegExp): Locator => page.getByRole('group', { name });
const panel = () => page.getByRole('article', { name: 'Washington Apple Health' }).first();
const toldBy = 'Dana';

describe('a call to the payer', () => {
  it('begins with one key on the row of the worklist, and asks what is not known', async () => {
    await signIn(page, server.address, 'Marisol Vega');
    await page.goto(`${server.address}/worklist?view=all&query=Farah`);
    await page.getByRole('link', { name: 'Farah, Omar', exact: true }).focus();
    await page.keyboard.press('v');
    await page.getByRole('heading', { name: 'Verification with Washington Apple Health' }).waitFor();
    await page.getByRole('timer').waitFor();
    await question(/is the coverage active today/i).waitFor();
    await question(/what does the plan do with d9992/i).waitFor();
    // What is typed now is who answers, and no key that leads elsewhere.
    await page.getByLabel('Who am I speaking to?').and(page.locator(':focus')).waitFor();
  });

  it('is answered by keyboard alone, question after question', async () => {
    await page.getByLabel('Reference number of this call').fill('R-1');
    await page.keyboard.press('Tab');
    // In the question of whether it is active: chosen, and on.
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    // When the year begins, nobody said.
    await page.keyboard.press('Shift+Enter');
    const paid = question(/what does the plan do with d9992/i).getByRole('combobox');
    await question(/what does the plan do with d9992/i)
      .locator('select:focus')
      .waitFor();
    await choose(paid, 'Paid');
    await page.getByText('Questions done: 3 of').waitFor();
  });

  it('is refused where two amounts contradict each other, and keeps what was typed', async () => {
    const maximum = question(/what is the maximum of the year/i);
    await maximum.getByLabel('Amount').fill('1500');
    await maximum.getByLabel('Left').fill('1500.01');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: 'More is left than there is.' }).waitFor();
    expect(await maximum.getByLabel('Amount').inputValue()).toBe('1500');
  });

  it('survives a reload', async () => {
    await page.reload();
    const maximum = question(/what is the maximum of the year/i);
    await maximum.getByLabel('Left').waitFor();
    expect(await maximum.getByLabel('Left').inputValue()).toBe('1500.01');
    await maximum.getByLabel('Left').fill('600');
  });

  it('is put aside when the line drops, with its watch standing still, and goes on', async () => {
    await page.getByRole('button', { name: 'Continue later' }).click();
    const glance = page.getByRole('region', { name: 'Washington Apple Health at a glance' });
    await glance.getByRole('button', { name: /^Continue the verification/ }).click();
    const maximum = question(/what is the maximum of the year/i);
    await maximum.getByLabel('Left').waitFor();
    expect(await maximum.getByLabel('Left').inputValue()).toBe('600');
    await page.getByText('Questions done: 4 of').waitFor();
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
  });

  it('is refused without anybody who could be named for it, beside the field', async () => {
    await page.getByLabel('Reference number of this call').fill('');
    await page.getByRole('button', { name: 'Save the answers' }).click();
    await page.getByRole('alert').filter({ hasText: 'Nobody could show this call' }).waitFor();
    await page.getByLabel('Who am I speaking to?').fill(toldBy);
  });

  it('becomes facts, a contact with its minutes and a follow-up in one save', async () => {
    await page.getByRole('button', { name: 'Save the answers' }).click();
    await page.getByText(/^Saved: 3 answers/).waitFor();
    await panel()
      .getByRole('row', { name: /Will it be paid\?/ })
      .getByText(toldBy)
      .waitFor();
    await page
      .getByRole('cell', { name: /\$600.00/ })
      .first()
      .waitFor();
    // What was asked in vain is not known, and is known to have been asked.
    await page
      .getByRole('row', { name: /When does the benefit year begin\?.*Asked, not known.*Dana/ })
      .waitFor();
    const glance = page.getByRole('region', { name: 'Washington Apple Health at a glance' });
    await glance.getByText('1 asked, not known').waitFor();
    const steps = page.getByRole('navigation', { name: 'Steps of this case' });
    await steps.getByRole('link', { name: 'Tasks' }).click();
    await page
      .getByText(/Ask Washington Apple Health again/)
      .first()
      .waitFor();
    await steps.getByRole('link', { name: 'Contacts' }).click();
    await page
      .getByText(/Verification of benefits with Washington Apple Health/)
      .first()
      .waitFor();
  });

  it('is taken back where it was misheard, with a reason, and the right word follows', async () => {
    const steps = page.getByRole('navigation', { name: 'Steps of this case' });
    await steps.getByRole('link', { name: 'Coverage' }).click();
    await page.getByRole('button', { name: /^Recorded in error: Left of the maximum/ }).click();
    const wrong = page.getByRole('dialog', { name: 'Recorded in error' });
    await wrong.getByRole('button', { name: 'Take it back' }).click();
    await wrong.getByRole('alert').first().waitFor();
    await wrong.getByLabel('What was wrong').fill('It was fourteen hundred.');
    await wrong.getByRole('button', { name: 'Take it back' }).click();
    const right = page.getByRole('dialog', { name: 'Record one fact of the plan' });
    await right.getByLabel('What is known').selectOption({ label: 'What is left of one of them' });
    await right.getByRole('radio', { name: 'the maximum' }).check();
    await right.getByLabel('Amount', { exact: true }).fill('1600,00');
    await right.getByRole('button', { name: 'Save' }).click();
    await right.getByRole('alert').first().waitFor();
    await right.getByLabel('Amount', { exact: true }).fill('1,600');
    await right.getByLabel('How we know').selectOption({ label: "Payer's portal" });
    await right.getByRole('button', { name: 'Save' }).click();
    // By the whole of $1,500, which the call told.
    await right.getByRole('alert').filter({ hasText: 'More is left than there is.' }).waitFor();
    await right.getByLabel('Amount', { exact: true }).fill('1,400');
    await right.getByRole('button', { name: 'Save' }).click();
    await right.waitFor({ state: 'hidden' });
    const glance = page.getByRole('region', { name: 'Washington Apple Health at a glance' });
    await glance.getByText('$1,400.00').waitFor();
    await page.getByText('1 taken back as recorded in error').click();
    await page.getByText('It was fourteen hundred.').waitFor();
  });

  it('goes on at the question that is still open', async () => {
    const steps = page.getByRole('navigation', { name: 'Steps of this case' });
    await steps.getByRole('link', { name: 'Coverage' }).click();
    await panel()
      .getByRole('link', { name: /^Find out ?: At what fee/ })
      .click();
    await question(/what do you allow for d9992/i)
      .locator('input:focus')
      .waitFor();
    await page.getByRole('button', { name: 'Continue later' }).click();
  });

  it('tells a day of another year that nothing is known of it', async () => {
    await panel().waitFor();
    const nextYear = Number(new Date().getFullYear()) + 1;
    await page.getByLabel('For the day of service').fill(`${nextYear}-03-01`);
    await panel().getByText('Known: 0 of 5').waitFor();
  });

  it('reads in Spanish too', async () => {
    await page.getByRole('button', { name: 'Marisol Vega' }).click();
    await page.getByRole('menuitem', { name: 'Español' }).click();
    await page.getByRole('heading', { level: 2, name: es.coverage.part.title }).waitFor();
    await page.keyboard.press('v');
    await page.getByText(es.call.ask['who-may-perform'], { exact: true }).waitFor();
  });

  it('leaves no complaint in the console', () => {
    expect(heard).toEqual([]);
  });
});
