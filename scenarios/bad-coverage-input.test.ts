import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import en from '#contract/messages/en.json' with { type: 'json' };
import type { PatientView } from '#contract/views.ts';
import { sample271 } from '#exchange/x12/answer-271.samples.ts';
import { complaints, openBrowser, type OpenBrowser } from './browser.ts';
import { signIn, tellScreen } from './case-on-screen.ts';
import { startServer, type RunningServer } from './running-server.ts';

/** What is wrong about coverage and money, typed or dropped on the screen: it says so, and what was known stands. */

let server: RunningServer;
let browser: OpenBrowser;
let page: Page;
let heard: string[];
let known: readonly string[];
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  page = await (await browser.context()).newPage();
  heard = complaints(page);
  await signIn(page, server.address, 'Marisol Vega');
  await open();
  known = await rows();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await tellScreen(page);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function open() {
  await page.goto(`${server.address}/cases/demo-lund-implant/coverage`);
  // The ledger is asked for by itself, and stands above the rest.
  await plan().getByText('Reserved', { exact: true }).first().waitFor();
  await plan().getByText('Left of the maximum').first().waitFor();
}

const plan = (): Locator =>
  page
    .getByRole('article', { name: 'Bright Harbor Dental Plan' })
    .filter({ has: page.getByText('Drop the payer') });
const rows = () => plan().getByRole('row').allInnerTexts();

const ok = sample271();
/** A text with whatever fills its gaps. */
const filled = (text: string) =>
  new RegExp(
    text
      .split(/\{\{\w+\}\}/)
      .map((part) => part.replaceAll(/[.*+?()[\]\\]/g, '\\$&'))
      .join('.+'),
  );

/** Refusals whose words have no plural. */
type Code = {
  [Each in keyof typeof en.refusal]: (typeof en.refusal)[Each] extends { what: string } ? Each : never;
}[keyof typeof en.refusal];

describe('a file of a payer, dropped on a coverage', () => {
  it.each<[name: string, text: string, code: Code]>([
    ['that is a letter', 'Dear practice', 'x12/unreadable'],
    ['cut short', ok.slice(0, 700), 'x12/unreadable'],
    ['that lost a line', ok.replace('EB*F*IND*35***23*1500~', ''), 'eligibility/damaged'],
    ['with the end of another', ok.replace('IEA*1*000000042', 'IEA*1*000000043'), 'eligibility/damaged'],
    ['of an old version', sample271({ version: '004010X092A1' }), 'eligibility/version'],
    ['that is a claim', ok.replace('ST*271', 'ST*837'), 'eligibility/other-transaction'],
    ['that is very large', ok + ' '.repeat(3_000_000), 'eligibility/too-large'],
    ['about another patient', ok, 'eligibility/another-patient'],
  ])('%s is refused in words, and what was known stands', async (_name, text, code) => {
    await plan()
      .locator('input[type=file]')
      .setInputFiles({ name: 'answer.271', mimeType: 'text/plain', buffer: Buffer.from(text) });
    const { what, next } = en.refusal[code];
    const alert = plan()
      .getByRole('alert')
      .filter({ hasText: filled(what) });
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(filled(next));
    expect(await rows()).toEqual(known);
  });
});

describe('a form', () => {
  it('with negative or absurd money is refused at its field, and keeps what was typed', async () => {
    await plan()
      .getByRole('button', { name: /^Record one fact of the plan/ })
      .click();
    const form = page.getByRole('dialog', { name: 'Record one fact of the plan' });
    await form.getByLabel('What is known').selectOption({ label: 'Maximum' });
    const amount = form.getByLabel('Amount', { exact: true });
    for (const [typed, code] of [
      ['-5', 'money/unreadable'],
      ['1000000.01', 'plan-answer/amount-unbelievable'],
    ] as const) {
      await amount.fill(typed);
      await form.getByRole('button', { name: 'Save' }).click();
      await form
        .getByRole('alert')
        .filter({ hasText: filled(en.refusal[code].what) })
        .waitFor();
      expect(await amount.inputValue()).toBe(typed);
      expect(await amount.getAttribute('aria-invalid')).toBe('true');
    }
  });

  it.each<[name: string, fill: (form: Locator) => Promise<unknown>, field: string, code: Code]>([
    [
      'a second primary',
      (form) => form.getByLabel('Order', { exact: true }).selectOption({ label: 'Primary' }),
      'Order',
      'coverage/same-place',
    ],
    [
      'a holder of the patient’s own name and no birth date',
      async (form) => {
        await form.getByLabel('The patient is the holder').selectOption({ label: 'Child' });
        await form.getByLabel('first name').fill('Tobias');
        await form.getByLabel('last name').fill('Lund');
        await form.getByLabel('Custody').selectOption({ label: 'The holder has custody' });
      },
      'The patient is the holder',
      'coverage/circular-dependants',
    ],
    [
      'a parent who is not older',
      async (form) => {
        await form.getByLabel('The patient is the holder').selectOption({ label: 'Child' });
        await form.getByLabel('first name').fill('Nils');
        await form.getByLabel('last name').fill('Lund');
        await form.getByLabel('birth date').fill('1999-01-01');
      },
      'birth date',
      'coverage/child-not-younger',
    ],
  ])('with %s is refused at its field, and what was known stands', async (_name, fill, field, code) => {
    await open();
    await page.getByRole('button', { name: 'Add a coverage' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name of the payer').fill('Second Plan');
    await form.getByLabel('Member number').fill('M-2');
    await fill(form);
    await form.getByRole('button', { name: 'Save' }).click();
    await form
      .getByRole('alert')
      .filter({ hasText: filled(en.refusal[code].what) })
      .waitFor();
    expect(await form.getByLabel(field).first().getAttribute('aria-invalid')).toBe('true');
    await open();
    expect(await rows()).toEqual(known);
  });

  it('leaves no complaint in the console', () => {
    expect(heard).toEqual([]);
  });
});

describe('an answer that may be about another of the family', () => {
  it('is taken only after somebody has seen what differs and says that it is the patient', async () => {
    const record = await page.request.get(`${server.address}/api/cases/demo-lund-implant`);
    const { patientId } = (await record.json()) as { patientId: string };
    const found = await page.request.get(`${server.address}/api/patients/${patientId}`);
    const { demographics, coverages } = (await found.json()) as PatientView;
    const text = sample271({
      lastName: demographics.lastName,
      firstName: 'ANNA',
      birthDate: demographics.birthDate.replaceAll('-', ''),
      memberId: coverages.find(({ payerName }) => payerName === 'Bright Harbor Dental Plan')?.memberId ?? '',
      benefits: ['EB*1**35'],
    });
    await plan()
      .locator('input[type=file]')
      .setInputFiles({ name: 'twin.271', mimeType: 'text/plain', buffer: Buffer.from(text) });
    const { what } = en.refusal['eligibility/to-confirm'];
    await plan().getByRole('alert').filter({ hasText: what }).waitFor();
    expect(await rows()).toEqual(known);
    await plan().getByRole('button', { name: en.eligibility.confirm }).click();
    await plan().getByText(en.eligibility.outcome.answered).waitFor();
    await plan().getByText(en.eligibility.differs['first-name']).waitFor();
  });
});
