import { PDFDocument } from 'pdf-lib';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '#contract/views.ts';
import { demonstrationPassword } from '#server/demonstration/accounts.ts';
import { choose, complaints, openBrowser, type OpenBrowser } from './browser.ts';
import { tellScreen } from './case-on-screen.ts';
import { conditions, items, members, options, ownRules, patient } from './one-plan.story.ts';
import { at, day } from './story.ts';
import { ApiClient, startServer, type RunningServer } from './running-server.ts';

/**
 * One plan of four providers in a real browser: pathways are applied, the best order is sought and kept, a graft slips
 * by three weeks, a rule is set aside with a reason, the patient decides, and the dentist signs what came of it.
 */

const caseId = 'case-one-plan';
let server: RunningServer;
let browser: OpenBrowser;
let api: ApiClient;
let page: Page;
let heard: string[];
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  api = new ApiClient(server.address);
  await api.signIn('coordinator');
  await api.post('/api/patients', patient);
  for (const each of conditions) await api.post(`/api/patients/${patient.patientId}/record-condition`, each);
  await api.post('/api/cases', {
    caseId,
    patientId: patient.patientId,
    title: 'Gums, implants and braces with diabetes',
    reason: 'Four providers and a physician share one plan.',
    ownerStaffId: null,
    team: null,
    receivedReferralId: null,
  });
  const act = (command: string, body: object) => api.post(`/api/cases/${caseId}/${command}`, body);
  for (const each of members) await act('record-member', each);
  for (const each of items) await act('record-plan-item', each);
  for (const each of ownRules) await act('record-constraint', each);
  page = await (await browser.context()).newPage();
  heard = complaints(page);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await tellScreen(page);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const dayFromNow = (days: number) => day(at(-60 * 24 * days));
const view = () => api.get<CaseView>(`/api/cases/${caseId}`);
const button = (name: string | RegExp, within: Page | Locator = page) => within.getByRole('button', { name });
const panel = (name: string) => page.getByRole('dialog', { name });
const section = (name: string) => page.getByRole('region', { name });

async function open(as: 'Marisol Vega' | 'Priya Raman', part = 'plan'): Promise<void> {
  await page.context().clearCookies();
  await page.goto(server.address);
  await page.getByRole('region', { name: 'Demonstration' }).getByRole('button', { name: as }).click();
  await page.getByRole('heading', { level: 1, name: 'Worklist' }).waitFor();
  await page.goto(`${server.address}/cases/${caseId}/${part}`);
  await page.getByRole('heading', { level: 1, name: 'Ofelia Quintanar' }).waitFor();
}

async function seekAndKeep(): Promise<void> {
  await button('Find the best order').click();
  await page.getByText('The best order, proven in every figure').waitFor({ timeout: 30_000 });
  await button('Keep this order').click();
  await page.getByText(/Found by the solver and kept by Marisol Vega/).waitFor();
}

async function statusOf(...ids: readonly string[]) {
  const { planItems } = await view();
  return ids.map((id) => planItems.find(({ item }) => item.itemId === id)?.item.status);
}

describe('one plan across providers', () => {
  it('offers the pathways that match, each with its reason, and applies them', async () => {
    await open('Marisol Vega');
    await page.getByText(/Offered because of the diagnosis E11\.630/).waitFor();
    for (const name of ['Diabetes and gum disease', 'Gum treatment, then orthodontics']) {
      await button(`Apply ${name}`).click();
      await button('Apply', panel(name)).click();
      await panel(name).waitFor({ state: 'hidden' });
    }
    await button('Apply Extraction, graft, implant, crown').click();
    const form = panel('Extraction, graft, implant, crown');
    await choose(form.getByLabel(/The surgeon chooses/), 'More than six months after');
    await button('Apply', form).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText('A graft heals for three to six months before the implant.').first().waitFor();
    const toKnow = page.getByRole('list', { name: 'To know with Diabetes and gum disease' });
    await toKnow.getByText("No guideline's HbA1c value blocks non-surgical gum care.").waitFor();
    await page.getByText(/the steps Bone graft → Implant/).waitFor();
  });

  it('asks the physician first, and knows when the word is expected', async () => {
    await button('Add a rule').click();
    const form = panel('Add a rule');
    await choose(form.getByLabel('Kind of rule'), 'Somebody answers first');
    await form.getByLabel('The rule in your own words').fill('The physician clears both extractions');
    await form.getByLabel('Who holds it').fill('Kwame Osei');
    await form.getByRole('checkbox', { name: 'First molar taken out, upper right' }).check();
    await form.getByRole('checkbox', { name: 'First molar taken out, upper left' }).check();
    await form.getByLabel('Name', { exact: true }).fill('Tomás Arriaga');
    await button('Save', form).click();
    await form.waitFor({ state: 'hidden' });
    await button('Another answer The physician clears both extractions').click();
    const answer = panel('What was answered');
    await answer.getByLabel('Expected on').fill(dayFromNow(10));
    await button('Save', answer).click();
    await answer.waitFor({ state: 'hidden' });
  });

  it('knows what the surgeon said of their time, and refuses a period that runs backwards at its field', async () => {
    await button(/Change Time of Tomás Arriaga/).click();
    const form = panel('Time of Tomás Arriaga');
    await form.getByRole('checkbox', { name: 'Tuesday' }).check();
    await form.getByRole('checkbox', { name: 'Thursday' }).check();
    await form.getByLabel('Whose word').fill('the front desk');
    await button('Add a period', form).click();
    await form.getByLabel('From').fill(dayFromNow(40));
    await form.getByLabel('Through').fill(dayFromNow(33));
    await form.getByLabel('Whose word').last().fill('the front desk');
    await button('Save', form).click();
    await form.getByText('A period ends before it begins.').first().waitFor();
    await form.getByLabel('Through').fill(dayFromNow(47));
    await button('Save', form).click();
    await form.waitFor({ state: 'hidden' });
    await section('Time of the team').getByText('Works on Tuesday, Thursday').waitFor();
  });

  it('finds the best order, proven, and keeps it', async () => {
    await seekAndKeep();
    const { sharedPlan } = await view();
    expect(sharedPlan.constraints.length).toBeGreaterThan(15);
  });

  it('prints the picture alone, on one sheet on its side', async () => {
    await page.evaluate("document.documentElement.dataset.printed = 'timeline'");
    const sheets = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, format: 'Letter' }));
    await page.evaluate('delete document.documentElement.dataset.printed');
    expect(sheets.getPages().map((sheet) => sheet.getSize())).toEqual([{ width: 792, height: 612 }]);
    const whole = await PDFDocument.load(await page.pdf({ format: 'Letter' }));
    expect(whole.getPageCount()).toBeGreaterThan(1);
  });

  it('shows what moves when a graft slips by three weeks, before it is kept', async () => {
    await section('Order of visits')
      .getByRole('table')
      .getByRole('button', { name: /^Move .*Bone graft, upper right/ })
      .click();
    const form = panel('Move a visit');
    await button('3 weeks later', form).click();
    await form.getByText(/\d+ steps move/).waitFor();
    expect(
      await form
        .getByRole('listitem')
        .filter({ hasText: /^Implant, upper right: .*→/ })
        .count(),
    ).toBe(1);
    await button('Show this order', form).click();
    await page.getByText('An order moved by hand, not kept yet').waitFor();
    await button('Keep this order').click();
    await page.getByText(/Moved by hand and kept by Marisol Vega/).waitFor();
  });

  it('lets the dentist set an interval aside, with a reason that stays in sight', async () => {
    await open('Priya Raman');
    await button(/^Set aside .*The bone of tooth 3 needs seven months/).click();
    const form = panel('Set aside');
    await button('Set aside', form).click();
    await form.getByText('This field is needed.').first().waitFor();
    await form.getByRole('textbox').fill('The scan shows healed bone.');
    await button('Set aside', form).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText('Set aside by Priya Raman: The scan shows healed bone.').waitFor();
  });

  it('records that the patient chose the bridge, and the plan and its order follow', async () => {
    await api.post(`/api/cases/${caseId}/record-options`, { sheet: options });
    await open('Marisol Vega', 'decision');
    await button('Record the decision').click();
    const form = panel('Record the decision');
    await form.getByRole('radio', { name: 'Bridge' }).check();
    await form.getByRole('radio', { name: 'Understood it', exact: true }).check();
    await choose(form.getByLabel('Interpreter'), 'Not needed');
    await form.getByLabel(/Accept the plan's steps of this option/).check();
    await button('Record the decision', form).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText(/Chosen: Bridge/).waitFor();
    expect(await statusOf('bridge-14', 'implant-14', 'crown-14')).toEqual([
      'accepted',
      'declined',
      'declined',
    ]);

    await open('Marisol Vega');
    await page.getByText('1 step has no day in this order yet').waitFor();
    await seekAndKeep();
  });

  it('is signed as it stands, with its rules and its order', async () => {
    await open('Priya Raman');
    await button('Sign the plan').click();
    const form = panel('Sign the plan');
    await form.getByText(/In the order that the team keeps: \d+ visits/).waitFor();
    await form.getByLabel('Your password').fill(demonstrationPassword);
    await button('Sign', form).last().click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText(/Version 1 signed by Priya Raman/).waitFor();
    const { planSignatures, planChangedSinceSignature } = await view();
    expect(planChangedSinceSignature).toBe(false);
    expect(planSignatures).toMatchObject([{ frame: { order: { madeBy: 'solver' } } }]);
    expect(planSignatures[0]?.frame?.constraints.filter(({ override }) => override)).toMatchObject([
      { constraintId: 'bone-3', override: { by: 'Priya Raman', reason: 'The scan shows healed bone.' } },
    ]);
  });

  it('complained about nothing on the way', () => {
    expect(heard).toEqual([]);
  });
});
