import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, PatientView, WorklistView } from '#contract/views.ts';
import { sample271 } from '#exchange/x12/answer-271.samples.ts';
import { setAsideForTest } from '#server/coverage/test-set-aside.ts';
import { demonstrationOrganization, demonstrationPassword } from '#server/demonstration/accounts.ts';
import { screens, type OnRecord, type Screen } from '#web/screens.ts';
import { complaints, openBrowser, type OpenBrowser } from './browser.ts';
import { ApiClient, startServer, type RunningServer } from './running-server.ts';

/**
 * Every screen and every form that has an address, looked at by axe in both languages, both color schemes and both
 * widths. The short run takes the desktop of most people, and a dark telephone in Spanish, where room is scarcest; the
 * long one takes every combination.
 */

type Look = { readonly language: 'en' | 'es'; readonly scheme: 'light' | 'dark'; readonly width: 1280 | 390 };
const heights = { 1280: 800, 390: 844 } as const;
const long = process.env['ARCHWAY_LONG'] === '1';
const everyLook: readonly Look[] = (['en', 'es'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    ([1280, 390] as const).map((width) => ({ language, scheme, width })),
  ),
);
const desktop: Look = { language: 'en', scheme: 'light', width: 1280 };
const telephone: Look = { language: 'es', scheme: 'dark', width: 390 };
const looks = long ? everyLook : [desktop, telephone];

/** Style sheets need not be fetched anew, nor ways to each element be written, which nothing here reads. */
const asked = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  preload: false,
  selectors: false,
};
/** Run inside the page, which has what this program has not: a document, and the router of the screens. */
const go = (path: string) => `__TSR_ROUTER__.navigate({ href: ${JSON.stringify(path)} })`;
const still = `__TSR_ROUTER__.state.status === 'idle' && document.querySelector('[role="status"] .mantine-Loader-root') === null &&
  document.getAnimations().every(({ playState }) => playState !== 'running')`;
const byAxe = (part: string) => `axe.run(${part}, ${JSON.stringify(asked)})`;
const inspect = (violations: string) => `Promise.resolve(${violations}).then(({ violations }) => ({
  violations: violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')),
  text: document.body.innerText,
  headings: document.querySelectorAll('h1').length,
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
}))`;
interface Found {
  readonly violations: readonly string[];
  readonly text: string;
  readonly headings: number;
  readonly wide: number;
}

const rawMessage =
  /\b(web|forPatient|readiness|minutes|coverage|codeChoice|release|nextStep|licensedList|whichCode)\.[a-z][\w.-]*/;
/** What lies behind a dialog is a screen of its own, and is looked at there. */
const main = `document.querySelector('main')`;
const dialog = `document.querySelector('[role="dialog"]')`;
/** Opened by a key, wherever one is. */
const byKey = { Find: '/', Keys: '?', Contact: 'c' } as const;

let server: RunningServer;
let empty: RunningServer;
let browser: OpenBrowser;
let on: OnRecord;
beforeAll(async () => {
  [server, empty, browser] = await Promise.all([startServer(), startServer('empty'), openBrowser()]);
  const api = new ApiClient(server.address);
  await api.signIn('coordinator');
  const { rows } = await api.get<WorklistView>('/api/worklist?view=all&query=Nair');
  const [row] = rows;
  if (!row) throw new Error('the case that has come furthest is not in the demonstration');
  const { patientId } = await api.get<PatientView>(`/api/cases/${row.caseId}`);
  const { demographics, coverages } = await api.get<PatientView>(`/api/patients/${patientId}`);
  const answer = sample271({
    lastName: demographics.lastName.toUpperCase(),
    firstName: demographics.firstName.toUpperCase(),
    birthDate: demographics.birthDate.replaceAll('-', ''),
    memberId: coverages[0]?.memberId ?? '',
  });
  await setAsideForTest(server.archway, 'set-aside-1', answer, demonstrationOrganization);
  const sheets = await api.get<WorklistView>('/api/worklist?view=all&query=Quintero');
  const withOptions = sheets.rows[0]?.caseId ?? '';
  const { optionSheets } = await api.get<CaseView>(`/api/cases/${withOptions}`);
  const sheetId = optionSheets[0]?.sheetId;
  if (sheetId === undefined) throw new Error('no options for a patient are in the demonstration');
  const [lund] = (await api.get<WorklistView>('/api/worklist?view=all&query=Lund')).rows.filter(
    ({ caseId }) => caseId === 'demo-lund-implant',
  );
  const asking = await api.get<CaseView>(`/api/cases/${lund?.caseId ?? ''}`);
  const sent = asking.patient.predeterminations.find(({ state }) => state === 'sent');
  if (!sent) throw new Error('no predetermination that was sent is in the demonstration');
  const papers = await api.get<WorklistView>('/api/worklist?view=all&query=Montero');
  const { patient: withDocument } = await api.get<CaseView>(`/api/cases/${papers.rows[0]?.caseId ?? ''}`);
  const documentId = withDocument.documents[0]?.documentId;
  if (documentId === undefined) throw new Error('no document of a patient is in the demonstration');
  const { claims } = await api.get<CaseView>('/api/cases/demo-nair-radiation');
  const claimId = claims[0]?.claim.claimId;
  if (claimId === undefined) throw new Error('no claim that stands is in the demonstration');
  on = {
    claimed: { caseId: 'demo-nair-radiation', claimId },
    readyCaseId: 'demo-ellingsen-bone',
    asked: { caseId: asking.caseId, predeterminationId: sent.predeterminationId },
    caseId: row.caseId,
    patientId,
    document: { patientId: withDocument.patientId, documentId },
    options: { caseId: withOptions, sheetId },
    setAsideId: 'set-aside-1',
  };
});
afterAll(async () => {
  await browser.close();
  await Promise.all([server.stop(), empty.stop()]);
});

async function signedIn(context: BrowserContext, role: Screen['role'], language: string): Promise<void> {
  if (role === 'nobody') return;
  const account = { email: `${role}@demo.example.com`, password: demonstrationPassword };
  expect((await context.request.post(`${server.address}/api/session`, { data: account })).ok()).toBe(true);
  const locale = await context.request.put(`${server.address}/api/session/locale`, {
    data: { locale: language },
  });
  expect(locale.ok()).toBe(true);
}

async function pageFor(role: Screen['role'], look: Look): Promise<Page> {
  const context = await browser.context({
    locale: look.language === 'en' ? 'en-US' : 'es-US',
    colorScheme: look.scheme,
    viewport: { width: look.width, height: heights[look.width] },
  });
  await context.addInitScript({ content: axe.source });
  await signedIn(context, role, look.language);
  return context.newPage();
}

/** Everything is there and nothing moves any more: half-faded text has no contrast. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // Not waitForFunction: to look a second time it evaluates text inside the page, which its policy forbids.
  await expect.poll(() => page.evaluate<boolean>(still), { timeout: 10_000 }).toBe(true);
}

/** What is wrong with what the page shows now, each fault with its place. */
async function faults(page: Page, place: string, looked = byAxe('document')): Promise<string[]> {
  const found = await page.evaluate<Found>(inspect(looked));
  const raw = rawMessage.exec(found.text)?.[0];
  return [
    ...found.violations,
    ...(raw === undefined ? [] : [`the raw message ${raw} is shown`]),
    ...(found.headings === 1 ? [] : [`${found.headings} headings of the first level`]),
    ...(found.wide > 0 ? [`${found.wide} px wider than the window`] : []),
  ].map((fault) => `${place}: ${fault}`);
}

async function faultsOf(role: Screen['role'], look: Look): Promise<string[]> {
  const page = await pageFor(role, look);
  const heard = complaints(page);
  const found: string[] = [];
  // The first screen is loaded, and the others are gone to as a person goes: the program stays where it is.
  const own = screens.filter((each) => each.role === role);
  for (const [index, screen] of own.entries()) {
    const path = screen.path(on);
    if (index === 0) await page.goto(`${server.address}${path}`);
    else await page.evaluate(go(path));
    const isDialog = path.includes('?do=') && !screen.inPlace;
    if (isDialog) await page.getByRole('dialog').waitFor();
    await settle(page);
    const part = isDialog ? dialog : index < 2 ? 'document' : main;
    found.push(...(await faults(page, screen.name, byAxe(part))));
  }
  if (role === 'coordinator')
    found.push(...(await faultsOfPanels(page)), ...(await faultsInPatientsHands(page)));
  await page.context().close();
  return [...found, ...heard];
}

async function faultsOfPanels(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [name, key] of Object.entries(byKey)) {
    await page.evaluate(go(`/cases/${on.caseId}/overview`));
    await settle(page);
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await settle(page);
    found.push(...(await faults(page, name, byAxe(dialog))));
  }
  return found;
}

/** The screen that was handed to the patient, which has no address of its own, and the way back for staff. */
async function faultsInPatientsHands(page: Page): Promise<string[]> {
  const handed = await page.request.put(`${server.address}/api/session/handed-over`, { data: on.options });
  expect(handed.ok()).toBe(true);
  await page.goto(server.address);
  await settle(page);
  const found = await faults(page, 'handed over');
  await page.locator('.take-back').getByRole('button').click();
  await page.locator('.take-back').getByRole('textbox').first().waitFor();
  return [...found, ...(await faults(page, 'taking back'))];
}

describe('accessibility', () => {
  it('finds a fault where there is one', async () => {
    const page = await pageFor('nobody', { language: 'en', scheme: 'light', width: 390 });
    await page.goto(server.address);
    await settle(page);
    const seeded =
      '<div style="width: 600px">web.shell.menu<button></button></div>' +
      '<h1 style="color: #bbb; background: #fff">pale</h1>';
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(seeded)})`);
    const found = (await faults(page, 'seeded')).join('\n');
    for (const expected of ['button-name', 'color-contrast', 'web.shell.menu', '2 headings', 'wider than'])
      expect(found).toContain(expected);
    await page.context().close();
  });

  const roles = [...new Set(screens.map(({ role }) => role))];
  it.each(looks)(
    'has no fault in $language, $scheme, $width px',
    async (look) => {
      const [most, ...others] = [...roles].sort((role) => (role === 'coordinator' ? -1 : 1));
      const inTurn = async (): Promise<string[]> => {
        const found: string[] = [];
        for (const role of others) found.push(...(await faultsOf(role, look)));
        return found;
      };
      const found = await Promise.all([most ? faultsOf(most, look) : [], inTurn()]);
      expect(found.flat()).toEqual([]);
    },
    600_000,
  );

  it.each(looks)('sets up an empty database in $language, $scheme, $width px', async (look) => {
    const page = await pageFor('nobody', look);
    const heard = complaints(page);
    await page.goto(empty.address);
    await settle(page);
    expect([...(await faults(page, 'set-up')), ...heard]).toEqual([]);
    await page.context().close();
  });
});
