import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { verifyPacket } from '#exchange/packet/verify-packet.ts';
import { check837d } from '#exchange/x12/check-837d.ts';
import { demonstrationPassword } from '#server/demonstration/accounts.ts';
import { choose, complaints, openBrowser, saved, type OpenBrowser } from './browser.ts';
import { onScreen, signIn, tellScreen } from './case-on-screen.ts';
import { startServer, type RunningServer } from './running-server.ts';

/**
 * From a referral that nobody here wrote to an 837D and a packet, as a new user goes: what the referral lacks is found
 * on the readiness page and mended by the buttons there. HL7's dental referral, where the public samples lie beside the
 * checkout.
 */
const referral = join(
  import.meta.dirname,
  '../../shared/samples/fhir/dental-data-exchange/Bundle-Complete-Dental-Referral-Note-Document-Bundle-Example.json',
);
const minute = 60_000;

let server: RunningServer;
let browser: OpenBrowser;
let page: Page;
let heard: string[];
let screen: ReturnType<typeof onScreen>;
let patient: string;
describe.runIf(existsSync(referral))('a referral of HL7’s', () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
    const context = await browser.context();
    await context.clock.install({ time: Date.now() - 90 * minute });
    page = await context.newPage();
    heard = complaints(page);
    screen = onScreen(page);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await tellScreen(page);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Presses the button beside a gap on the readiness page, and fills in and sends what it opens. */
  async function mend(gap: string, form: { panel: string; submit: string }, fill: () => Promise<void>) {
    await screen.part('Readiness').click();
    await screen.button(gap).first().click();
    const opened = screen.panel(form.panel);
    await opened.waitFor();
    await fill();
    await screen.button(form.submit, opened).last().click();
    await opened.waitFor({ state: 'hidden' });
  }

  const typeSignature = async () => {
    const form = screen.panel('Take a consent');
    await form.getByRole('radio', { name: 'Type the name' }).check();
    await screen.field('Name as signature', form).fill(patient);
  };

  it('becomes a case that tells where to begin', async () => {
    await signIn(page, server.address, 'Marisol Vega');
    await page.keyboard.press('i');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      screen.button('Choose files').click(),
    ]);
    await chooser.setFiles(referral);
    await page.getByText('New patient').waitFor();
    await page.getByRole('link', { name: 'Open a case from it' }).click();
    await screen.button('Open the case').click();
    await page.getByRole('heading', { name: 'Next step' }).waitFor();
    patient = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  });

  it('has team, plan and contacts like any other', async () => {
    for (const name of ['Priya Raman', 'Karin Lindqvist', 'Kwame Osei'])
      await screen.fillIn(
        { part: 'Team', opener: 'Add to the team', panel: 'Add to the team', submit: 'Save' },
        (form) => choose(screen.field('From the directory', form), name),
      );
    await screen.fillIn(
      { part: 'Plan', opener: 'Add a step', panel: 'Add a step', submit: 'Save' },
      async (form) => {
        await screen.field('What is done, in our own words', form).fill('Periodontal treatment');
        await choose(screen.field('Who does it', form), 'Karin Lindqvist');
      },
    );
    await mend('Take a consent', { panel: 'Take a consent', submit: 'Sign' }, typeSignature);
    for (const [name, minutes] of [
      ['Karin Lindqvist', 16],
      ['Kwame Osei', 11],
    ] as const) {
      await page.keyboard.press('c');
      const contact = screen.panel('Contact');
      await screen.button(new RegExp(name), contact).click();
      await screen.field('Asked', contact).fill(`What has to come first, ${name}?`);
      await screen.field('Answered', contact).fill('Scaling; the operation waits for the clearance.');
      await screen.field('Effect on the plan', contact).fill('Scaling first.');
      await page.clock.fastForward(minutes * minute);
      await page.keyboard.press('Control+Enter');
      await contact.waitFor({ state: 'hidden' });
    }
  });

  it('is completed by the buttons beside what is missing', async () => {
    await mend('Add a condition', { panel: 'Condition', submit: 'Save' }, async () => {
      const form = screen.panel('Condition');
      const words = screen.field('Condition in words', form);
      if ((await words.inputValue()) === '') await words.fill('Type 2 diabetes with periodontal disease');
      await screen.field('ICD-10-CM code', form).fill('E11.630');
    });
    await mend('Add a reason', { panel: 'Add a reason', submit: 'Save' }, async () => {
      const form = screen.panel('Add a reason');
      await screen.field('The reason in a sentence', form).fill('diabetes with periodontal disease');
      await form.getByRole('checkbox', { name: /E11\.630/ }).check();
    });
    await mend('Complete the coverage', { panel: 'Coverage', submit: 'Save' }, async () => {
      const form = screen.panel('Coverage');
      await choose(screen.field('Payer', form), 'Bright Harbor');
      expect(await screen.field('Name of the plan', form).inputValue()).toBe('');
      await screen.field('Member number', form).fill('BH7741023');
      await screen.field('From', form).fill('2024-01-01');
      await screen.field('Through', form).fill('');
    });
    await mend('Take the signature', { panel: 'Take a consent', submit: 'Sign' }, typeSignature);
    await mend(
      'Decide the code',
      { panel: 'Decide the code', submit: 'Decide the code' },
      async () => undefined,
    );
  });

  it('is attested, claimed and sealed; the claim says what was signed', async () => {
    const dentist = await (await browser.context()).newPage();
    await signIn(dentist, server.address, 'Priya Raman');
    await dentist.goto(page.url());
    await dentist
      .getByRole('navigation', { name: 'Steps of this case' })
      .getByRole('link', { name: 'Readiness' })
      .click();
    await dentist.getByRole('button', { name: 'Review and attest' }).click();
    const attesting = dentist.getByRole('dialog', { name: 'Review and attest' });
    await attesting.getByLabel('Your password, again').fill(demonstrationPassword);
    await attesting.getByRole('button', { name: 'Sign', exact: true }).click();
    await dentist.getByText('A claim can be created.').waitFor();
    await dentist.context().close();

    await page.reload();
    await screen.fillIn(
      { part: 'Claim', opener: 'Create the claim', panel: 'Create the claim', submit: 'Create the claim' },
      async () => undefined,
    );
    const claim = page.getByRole('article', { name: /^Claim / });
    const x12 = (await saved(page, () => screen.button('837D file', claim).click())).bytes.toString('latin1');
    expect(check837d(x12)).toEqual([]);
    expect(x12).toMatch(/CLM\*[^~]*\*Y\*A\*Y\*I~/);
    await screen.part('Packet').click();
    await page.getByRole('main').getByRole('button', { name: 'Seal a packet', exact: true }).last().click();
    const sealing = screen.panel('Seal a packet');
    await choose(screen.field('Somebody we know', sealing), 'Bright Harbor');
    const packet = await saved(page, () => screen.button('Seal a packet', sealing).click());
    const trustedKeyPem = server.archway.record.signer.publicKeyPem;
    expect(verifyPacket(packet.bytes, { trustedKeyPem })).toMatchObject({ intact: true, trust: 'trusted' });
    expect(heard).toEqual([]);
  });
});
