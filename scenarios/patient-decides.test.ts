import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '#contract/views.ts';
import { demonstrationPassword } from '#server/demonstration/accounts.ts';
import { choose, complaints, openBrowser, type OpenBrowser } from './browser.ts';
import { tellScreen } from './case-on-screen.ts';
import { ApiClient, startServer, type RunningServer } from './running-server.ts';

/** Implant or bridge: written in Spanish from the plan, weighed on the patient's screen, decided, and revisited. */

const caseId = 'demo-aziz-implant';
let server: RunningServer;
let browser: OpenBrowser;
let api: ApiClient;
let page: Page;
let heard: string[];
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  api = new ApiClient(server.address);
  await api.signIn('coordinator');
  const context = await browser.context();
  const account = { email: 'coordinator@demo.example.com', password: demonstrationPassword };
  expect((await context.request.post(`${server.address}/api/session`, { data: account })).ok()).toBe(true);
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

const question = '¿Qué va en lugar del diente?';
const button = (name: string | RegExp, within: Page | Locator = page) => within.getByRole('button', { name });
const card = () => page.getByRole('listitem').filter({ hasText: question }).first();
const theSheet = async () => {
  const { optionSheets, planItems } = await api.get<CaseView>(`/api/cases/${caseId}`);
  const found = optionSheets.find(({ versions }) => versions.at(-1)?.sheet.question === question);
  if (!found) throw new Error('the options are not on the record');
  const status = (text: string) => planItems.find(({ item }) => item.text === text)?.item.status;
  return { found, statuses: [status('Implant'), status('Bridge over three teeth')] };
};

/** Opens the form beside the page, fills it in and sends it; it closes when all is recorded. */
async function decide(title: string, fill: (panel: Locator) => Promise<void>): Promise<void> {
  await button(title, card()).click();
  const panel = page.getByRole('dialog', { name: title });
  await panel.waitFor();
  await fill(panel);
  await button(title, panel).click();
  await panel.waitFor({ state: 'hidden' });
}

describe('a patient decides', () => {
  it('options begin with what the plan names, and a hard text says so while it is written', async () => {
    await page.goto(`${server.address}/cases/${caseId}/decision`);
    await button('Write options').click();
    await page.getByRole('radio', { name: 'Español' }).check();
    const options = page.getByRole('group', { name: /^Option \d/ });
    await expect.poll(() => options.count()).toBe(4);
    const names = options.getByLabel('Name for the patient');
    expect(await names.nth(0).inputValue()).toBe('Implant');
    expect(await names.nth(1).inputValue()).toBe('Bridge over three teeth');
    await expect.poll(() => names.nth(3).inputValue()).toBe('Esperar y no hacer nada ahora');
    await names.nth(0).fill('Implante');
    await names.nth(1).fill('Puente');
    await page.getByLabel(/^What is to be decided/).fill(question);
    const what = options.nth(0).getByLabel('What is done', { exact: true });
    await what.fill(
      'Rehabilitación implantológica interdisciplinaria con osteointegración biológicamente compatible.',
    );
    await options
      .nth(0)
      .getByText(/hard to read.*rehabilitación/)
      .waitFor();
    await what.fill('Ponemos un tornillo en el hueso. Después va un diente sobre él.');
    await options
      .nth(0)
      .getByText(/easy to read/)
      .waitFor();
    await button('Add a risk', options.nth(0)).click();
    await options.nth(0).getByLabel('Risk 1: what can happen').fill('El tornillo se sale.');
    await options.nth(0).getByLabel('Of 100 people, from').fill('3');
    await options.nth(0).getByLabel('to', { exact: true }).last().fill('5');
    await button('Keep this version').click();
    await card().waitFor();
    const { found } = await theSheet();
    expect(found.versions.map(({ sheet }) => [sheet.version, sheet.language])).toEqual([[1, 'es']]);
  });

  it('the patient weighs them in Spanish on a screen that shows nothing else', async () => {
    await card().getByRole('link', { name: "See the patient's page" }).click();
    await page.getByRole('heading', { level: 1, name: question }).waitFor();
    await page.getByText('De 3 a 5 de cada 100 personas').waitFor();
    await button('Hand over the screen').click();
    await button('For staff: take the screen back').waitFor();
    await page.goto(`${server.address}/cases/${caseId}/overview`);
    await page.getByRole('heading', { level: 1, name: question }).waitFor();
    const few = page.getByRole('slider', { name: 'Quiero pocas visitas.' });
    await few.focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
    await page.getByText('9 de 10').waitFor();
    await page.getByRole('radio', { name: 'Puente' }).check();
    await page.getByLabel('Si quiere, escríbalo aquí').fill('Dos dientes sostienen el nuevo.');
  });

  it('a wrong password leaves the screen with the patient, the right one takes it back', async () => {
    await button('For staff: take the screen back').click();
    const password = page.getByRole('textbox', { name: /password/i });
    await password.fill('not the password');
    await password.press('Enter');
    await page.getByRole('alert').getByText('The password does not fit.').waitFor();
    await password.fill(demonstrationPassword);
    await password.press('Enter');
    await page.getByRole('navigation', { name: 'Steps of this case' }).waitFor();
  });

  it('the decision begins with what the patient marked, and the plan follows it', async () => {
    await page.goto(`${server.address}/cases/${caseId}/decision`);
    await decide('Record the decision', async (panel) => {
      expect(await panel.getByRole('slider', { name: 'Quiero pocas visitas.' }).inputValue()).toBe('9');
      expect(await panel.getByRole('radio', { name: 'Puente' }).isChecked()).toBe(true);
      await panel.getByLabel("Why, in the patient's words").fill('Quiero terminar pronto.');
      await panel.getByRole('radio', { name: 'Understood it', exact: true }).check();
      const said = panel.getByLabel('What the patient said');
      expect(await said.inputValue()).toBe('Dos dientes sostienen el nuevo.');
      await choose(panel.getByLabel('Interpreter', { exact: true }), 'By telephone');
      await panel.getByLabel('Name or number of the interpreter').fill('4411');
    });
    await page.getByText('Chosen: Puente').waitFor();
    const { found, statuses } = await theSheet();
    expect(statuses).toEqual(['declined', 'accepted']);
    const [sheet, made] = [found.versions[0]?.sheet, found.decisions[0]?.decision];
    expect([made?.seenVersion, made?.seenSha256]).toEqual([1, sheet?.sha256]);
    expect(made?.weights.map(({ weight }) => weight)).toEqual([9]);
    expect(made?.interpreter).toEqual({ way: 'telephone', name: '4411' });
  });

  it('it is revisited, and the earlier decision stays in sight', async () => {
    await decide('Revisit the decision', async (panel) => {
      await panel.getByLabel('Why it is decided anew').fill('Habló con su hija.');
      await panel.getByRole('radio', { name: 'Implante' }).check();
      await panel.getByRole('radio', { name: 'Understood it', exact: true }).check();
      await choose(panel.getByLabel('Interpreter', { exact: true }), 'By telephone');
    });
    await page.getByText('Chosen: Implante').waitFor();
    await page.getByText('Earlier: Puente').waitFor();
    const { found, statuses } = await theSheet();
    expect(statuses).toEqual(['accepted', 'declined']);
    expect(found.decisions[1]?.revisit).toEqual({
      earlierDecisionId: found.decisions[0]?.decision.decisionId,
      why: 'Habló con su hija.',
    });
    expect(heard).toEqual([]);
  });

  it('options that were written in error are withdrawn with a reason, and stay in sight', async () => {
    await button('Write options').click();
    await page.getByLabel(/^What is to be decided/).fill('Whose tooth is this?');
    await button('Keep this version').click();
    const wrong = page.getByRole('listitem').filter({ hasText: 'Whose tooth is this?' }).first();
    await button('Withdraw the options', wrong).click();
    const panel = page.getByRole('dialog', { name: 'Withdraw the options' });
    await panel.getByLabel('Reason').fill('Of another patient.');
    await button('Withdraw the options', panel).click();
    await wrong.getByText(/^Withdrawn by .*: Of another patient\./).waitFor();
    expect(await button('Record the decision', wrong).count()).toBe(0);
    expect(heard).toEqual([]);
  });
});
