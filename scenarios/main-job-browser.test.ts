import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import es from '#contract/messages/es.json' with { type: 'json' };
import { verifyPacket } from '#exchange/packet/verify-packet.ts';
import { check837d } from '#exchange/x12/check-837d.ts';
import { demonstrationPassword } from '#server/demonstration/accounts.ts';
import { onScreen, signIn, tellScreen } from './case-on-screen.ts';
import { choose, complaints, openBrowser, saved, type OpenBrowser } from './browser.ts';
import { startServer, type RunningServer } from './running-server.ts';

/** The main job in a real browser, by what stands on the screens: from our own referral to an 837D and a packet. */

const sample = fileURLToPath(
  new URL('../exchange/fhir/samples/referral-perio-diabetes.json', import.meta.url),
);
const minute = 60_000;

let server: RunningServer;
let browser: OpenBrowser;
let page: Page;
let heard: string[];
let screen: ReturnType<typeof onScreen>;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  const context = await browser.context();
  // The day began an hour and a half ago, so that the watch can run for minutes while the test takes seconds.
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

describe('the main job in a browser', () => {
  it('signs the coordinator in by one press', async () => {
    await signIn(page, server.address, 'Marisol Vega');
    await page.getByRole('table').getByRole('row').nth(1).waitFor();
  });

  it('imports the referral and opens a case from it', async () => {
    await page.keyboard.press('i');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      screen.button('Choose files').click(),
    ]);
    await chooser.setFiles(sample);
    await page.getByText('New patient').waitFor();
    await page.getByRole('link', { name: 'Open a case from it' }).click();
    await screen.button('Open the case').click();
    await page.getByRole('heading', { level: 1, name: 'Dolores Quintanilla' }).waitFor();
    await page.getByRole('heading', { name: 'Next step' }).waitFor();
  });

  it('finds the patient by the number that rings, with keys alone', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('360-555-0142');
    await page.getByRole('button', { name: /Quintanilla, Dolores/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Who it is' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Next step' }).waitFor();
  });

  it('takes the team from the directory', async () => {
    for (const name of ['Priya Raman', 'Karin Lindqvist', 'Kwame Osei']) {
      await screen.fillIn(
        { part: 'Team', opener: 'Add to the team', panel: 'Add to the team', submit: 'Save' },
        (form) => choose(screen.field('From the directory', form), name),
      );
      await page.getByRole('main').getByText(name).first().waitFor();
    }
  });

  it('gives reasons, each with what shows it', async () => {
    const addReason = { part: 'Necessity', opener: 'Add a reason', panel: 'Add a reason', submit: 'Save' };
    await screen.fillIn(addReason, async (form) => {
      await screen.field('The reason in a sentence', form).fill('type 2 diabetes with periodontal disease');
      await form.getByRole('checkbox', { name: /E11\.630/ }).check();
    });
    await screen.fillIn(addReason, async (form) => {
      await choose(screen.field('Kind of reason', form), 'Several providers');
      await screen
        .field('The reason in a sentence', form)
        .fill('a periodontist and an endocrinologist besides the dentist');
      await form.getByRole('checkbox', { name: /Lindqvist/ }).check();
      await form.getByRole('checkbox', { name: /Osei/ }).check();
    });
    await page
      .getByText(/type 2 diabetes with periodontal disease/)
      .first()
      .waitFor();
  });

  it('takes the agreement and the authorization, signed on screen by the typed name', async () => {
    for (const kind of ['agreement', 'authorization']) {
      await screen.fillIn(
        { part: 'Consent', opener: 'Take a consent', panel: 'Take a consent', submit: 'Sign' },
        async (form) => {
          const kinds = screen.field('What is agreed to', form);
          const line = await kinds
            .getByRole('option')
            .filter({ hasText: new RegExp(kind, 'i') })
            .first()
            .textContent();
          await kinds.selectOption({ label: line ?? kind });
          const read = form.getByRole('definition');
          for (const element of [
            'Expediente dental',
            'Los registros necesarios',
            'Karin Lindqvist',
            'El pago',
          ])
            await read.filter({ hasText: element }).first().waitFor();
          await form.getByRole('radio', { name: 'Type the name' }).check();
          await screen.field('Name as signature', form).fill('Dolores Quintanilla');
        },
      );
    }
    await screen.step('Consent').getByText('2 active').waitFor();
  });

  it('writes the plan', async () => {
    const addStep = { part: 'Plan', opener: 'Add a step', panel: 'Add a step', submit: 'Save' };
    await screen.fillIn(addStep, async (form) => {
      await screen.field('What is done, in our own words', form).fill('Scaling, lower right');
      await screen.field('CDT code', form).fill('D4341');
      await choose(screen.field('Area', form), 'Lower right');
      await choose(screen.field('Who does it', form), 'Karin Lindqvist');
    });
    await screen.fillIn(addStep, async (form) => {
      await screen.field('What is done, in our own words', form).fill('Periodontal review');
      await choose(screen.field('Who does it', form), 'Priya Raman');
      await form
        .getByRole('group', { name: 'Must be done before' })
        .getByRole('checkbox', { name: 'Scaling, lower right' })
        .check();
    });
  });

  it('logs two contacts by the watch, the second finishing what the first asked for', async () => {
    await page.keyboard.press('c');
    const contact = screen.panel('Contact');
    await contact.getByText('Running').waitFor();
    await screen.button(/Karin Lindqvist/, contact).click();
    await screen
      .field('Asked', contact)
      .fill('Can periodontal therapy begin before the physician has answered?');
    await screen.field('Answered', contact).fill('Yes for scaling; surgery waits for the clearance.');
    await screen.field('Effect on the plan', contact).fill('Scaling first, surgery after clearance.');
    await screen.field('What happens next', contact).fill('Clearance from Dr. Osei');
    await choose(screen.field('Who has the ball', contact), 'Kwame Osei');
    await page.clock.fastForward(16 * minute);
    await screen.button('Contact ended', contact).click();
    await screen.button('Save and sign', contact).click();
    await contact.waitFor({ state: 'hidden' });

    await page.keyboard.press('c');
    await screen.button(/Kwame Osei/, contact).click();
    await screen.field('Asked', contact).fill('May the patient have periodontal surgery?');
    await screen.field('Answered', contact).fill('Yes, with the sugar measured in the morning.');
    await screen.field('Effect on the plan', contact).fill('Surgery in the morning.');
    await choose(screen.field('This finishes', contact), 'Clearance from Dr. Osei');
    await page.clock.fastForward(11 * minute);
    await page.keyboard.press('Control+Enter');
    await contact.waitFor({ state: 'hidden' });

    await screen.step('Contacts').getByText('2 entries, 27 min count').waitFor();
  });

  it('asks what the payer does and decides the code', async () => {
    await screen.fillIn(
      { part: 'Coverage', opener: 'Answer for a day', panel: 'Answer for a day', submit: 'Answer for a day' },
      async () => undefined,
    );
    await screen.fillIn(
      { part: 'Code', opener: 'Decide the code', panel: 'Decide the code', submit: 'Decide the code' },
      async (form) => {
        await form.getByText('Proposed: D9992').waitFor();
      },
    );
    await screen.step('Code').getByText('Decided: D9992').waitFor();
    await screen.part('Claim').click();
    await page.getByText(/^Locked: /).waitFor();
  });

  it('lets the dentist sign the plan and attest, each time with the password', async () => {
    const dentist = await (await browser.context()).newPage();
    const dentistHeard = complaints(dentist);
    await signIn(dentist, server.address, 'Priya Raman');
    const at = new URL(page.url()).pathname.replace(/[^/]+$/, '');
    await dentist.goto(`${server.address}${at}plan`);
    await dentist.getByRole('main').getByRole('button', { name: 'Sign the plan' }).first().click();
    const signing = dentist.getByRole('dialog', { name: 'Sign the plan' });
    await signing.getByLabel('Your password, again').fill('not the password');
    await signing.getByRole('button', { name: 'Sign', exact: true }).click();
    await signing.getByRole('alert').waitFor();
    await signing.getByLabel('Your password, again').fill(demonstrationPassword);
    await signing.getByRole('button', { name: 'Sign', exact: true }).click();
    await dentist.getByText('Version 1 signed by').waitFor();

    await dentist
      .getByRole('navigation', { name: 'Steps of this case' })
      .getByRole('link', { name: 'Claim' })
      .click();
    await dentist.getByRole('button', { name: 'Attest', exact: true }).click();
    const attesting = dentist.getByRole('dialog', { name: 'Review and attest' });
    await attesting.getByText('Can periodontal therapy begin before the physician has answered?').waitFor();
    await attesting.getByLabel('Your password, again').fill(demonstrationPassword);
    await attesting.getByRole('button', { name: 'Sign', exact: true }).click();
    await attesting.waitFor({ state: 'hidden' });
    await dentist.getByText('A claim can be created.').waitFor();
    expect(dentistHeard).toEqual([]);
    await dentist.context().close();
  });

  it('creates the claim and saves it in three forms', async () => {
    await page.reload();
    await screen.fillIn(
      { part: 'Claim', opener: 'Create the claim', panel: 'Create the claim', submit: 'Create the claim' },
      async () => undefined,
    );
    const claim = page.getByRole('article', { name: /^Claim / });
    await claim.getByText('$85.00').first().waitFor();
    const x12 = await saved(page, () => screen.button('837D file', claim).click());
    expect(check837d(x12.bytes.toString('latin1'))).toEqual([]);
    expect(x12.bytes.toString('latin1')).toContain('SV3*AD:D9992*85');
    const pdf = await saved(page, () => screen.button('Form data, PDF', claim).click());
    expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const fhir = await saved(page, () => screen.button('FHIR claim', claim).click());
    expect(JSON.parse(fhir.bytes.toString('utf8'))).toMatchObject({ resourceType: 'Claim' });
  });

  it('seals a packet that verifies', async () => {
    await screen.part('Packet').click();
    await page.getByRole('main').getByRole('button', { name: 'Seal a packet', exact: true }).last().click();
    const sealing = screen.panel('Seal a packet');
    await choose(screen.field('Somebody we know', sealing), 'Bright Harbor');
    const packet = await saved(page, () => screen.button('Seal a packet', sealing).click());
    expect(
      verifyPacket(packet.bytes, { trustedKeyPem: server.archway.record.signer.publicKeyPem }),
    ).toMatchObject({
      intact: true,
      trust: 'trusted',
    });
    await page.getByText(/^SHA-256 /).waitFor();
  });

  it('keeps what was typed when somebody else was quicker, and says what they changed', async () => {
    const change = 'Change Periodontal review';
    await screen.part('Plan').click();
    await screen.button(change).click();
    const mine = screen.panel('Change the step');
    await screen.field('Note', mine).fill('Typed before seeing the other.');

    const other = await (await browser.context()).newPage();
    await signIn(other, server.address, 'Devon Achebe');
    await other.goto(`${server.address}${new URL(page.url()).pathname}`);
    await screen.button(change, other).click();
    const theirs = other.getByRole('dialog', { name: 'Change the step' });
    await screen.field('Note', theirs).fill('The other was quicker.');
    await screen.button('Save', theirs).click();
    await theirs.waitFor({ state: 'hidden' });
    await other.context().close();

    await screen.button('Save', mine).click();
    await mine.getByRole('alert').getByText('Step of the plan, Devon Achebe').waitFor();
    await page.getByRole('main').getByText('The other was quicker.').waitFor();

    // Closed and opened again, it has still not seen what the other did.
    await page.keyboard.press('Escape');
    await mine.waitFor({ state: 'hidden' });
    await screen.button(change).click();
    expect(await screen.field('Note', mine).inputValue()).toBe('Typed before seeing the other.');
    await screen.button('Save', mine).click();
    await mine.getByRole('alert').getByText('Step of the plan, Devon Achebe').waitFor();
    await screen.button('Save again, over their change', mine).click();
    await mine.waitFor({ state: 'hidden' });
    await page.getByRole('main').getByText('Typed before seeing the other.').waitFor();
  });

  it('logs a call from the worklist in a handful of actions, and takes it back by one', async () => {
    let actions = 0;
    const act = async (action: Promise<void>) => {
      actions += 1;
      await action;
    };
    await page.getByRole('link', { name: 'Worklist' }).click();
    await page.getByRole('heading', { level: 1, name: 'Worklist' }).waitFor();
    const contact = screen.panel('Contact');
    await act(page.keyboard.press('c'));
    await contact.getByRole('textbox').and(page.locator(':focus')).waitFor();
    await act(page.keyboard.type('Quintanilla'));
    await screen.button(/^Quintanilla, Dolores/, contact).waitFor();
    await act(page.keyboard.press('Enter'));
    await act(screen.button(/Kwame Osei/, contact).click());
    await act(screen.field('Asked', contact).fill('Is the blood sugar still steady?'));
    await act(screen.field('Answered', contact).fill('Yes.'));
    await act(page.keyboard.press('Control+Enter'));
    await contact.waitFor({ state: 'hidden' });
    await page.getByText('Contact saved').last().waitFor();
    expect(actions).toBeLessThanOrEqual(7);
    await screen.button('Undo').last().click();
    await page.getByRole('link', { name: 'Quintanilla, Dolores', exact: true }).click();
    await screen.part('Contacts').click();
    await page.getByText(/^Withdrawn: Undone by its author/).waitFor();
  });

  it('speaks Spanish from one press on, and remembers it', async () => {
    await screen.button('Marisol Vega: language, colors, sign out').click();
    await page.getByRole('menuitem', { name: 'Español' }).click();
    await page.getByRole('heading', { level: 2, name: es.web.section.contacts }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: es.web.shell.patients }).click();
    await page.getByRole('heading', { level: 1, name: es.web.patients.title }).waitFor();
  });

  it('signs out to the sign-in page from the middle of a case', async () => {
    await page.goBack();
    await screen.button('Marisol Vega: idioma, colores, salir').click();
    await page.getByRole('menuitem', { name: es.web.shell.signOut }).click();
    await page.getByRole('region', { name: es.web.signIn.demonstration }).waitFor();
  });

  it('complained of nothing in the console', () => {
    expect(heard).toEqual([]);
  });
});
