import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EligibilityInquiries, EligibilityInquiryView } from '#contract/eligibility.ts';
import type { SetAsideAnswers } from '#contract/set-aside.ts';
import type { CaseView, PatientView, PracticeView, WorklistView } from '#contract/views.ts';
import { sample999, sampleTa1 } from '#exchange/x12/answer-271.samples.ts';
import { demonstrationOrganization } from '#server/demonstration/accounts.ts';
import { respondInFolder } from '#server/demonstration/loopback-payer/test-folder-responder.ts';
import {
  startLoopbackPayer,
  type LoopbackPayer,
} from '#server/demonstration/loopback-payer/http-endpoint.ts';
import { CoreConnectivity } from '#server/gateway/core-connectivity.ts';
import { FileDrop } from '#server/gateway/file-drop.ts';
import { complaints, openBrowser, type OpenBrowser } from './browser.ts';
import { signIn, tellScreen } from './case-on-screen.ts';
import { ApiClient, startServer, type RunningServer } from './running-server.ts';

/** A payer is asked from a case, by HTTP and by folders, through the listening server and its own background work. */

const credentials = { userName: 'cedar', password: 'loopback' };
const folder = mkdtempSync(join(tmpdir(), 'archway-scenario-drop-'));
let payer: LoopbackPayer;
let server: RunningServer;
let browser: OpenBrowser;
let page: Page;
let heard: string[];
const api = () => new ApiClient(server.address);
let coordinator: ApiClient;
let caseId: string;
let patientId: string;
let coverageId: string;

beforeAll(async () => {
  payer = await startLoopbackPayer(credentials);
  const gateways = [
    new CoreConnectivity({
      name: 'loopback',
      organizations: undefined,
      address: payer.address,
      credentials,
      timeoutSeconds: 20,
    }),
    new FileDrop({ name: 'folders', organizations: undefined, folder, settleSeconds: 0, everySeconds: 1 }),
  ];
  [server, browser] = await Promise.all([
    startServer('told', new Map(gateways.map((gateway) => [gateway.name, gateway]))),
    openBrowser(),
  ]);
  coordinator = api();
  await coordinator.signIn('coordinator');
  const { rows } = await coordinator.get<WorklistView>('/api/worklist?view=all&query=Nair');
  caseId = rows[0]?.caseId ?? '';
  ({ patientId } = await coordinator.get<CaseView>(`/api/cases/${caseId}`));
  coverageId = (await patient()).coverages[0]?.coverageId ?? '';
  page = await (await browser.context()).newPage();
  heard = complaints(page);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await tellScreen(page);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await payer.close();
  rmSync(folder, { recursive: true });
});

const patient = () => coordinator.get<PatientView>(`/api/patients/${patientId}`);
const known = async () => {
  const { plans, benefitFacts } = await patient();
  return { plans, benefitFacts };
};

/** What the invented payer does is said by the member number. */
async function becomes(memberId: string): Promise<void> {
  const coverage = (await patient()).coverages.find((each) => each.coverageId === coverageId);
  await coordinator.post(`/api/patients/${patientId}/record-coverage`, {
    coverage: { ...coverage, memberId },
  });
}

async function choose(gateway: string): Promise<void> {
  const administrator = api();
  await administrator.signIn('administrator');
  const { payers } = await administrator.get<PracticeView>('/api/practice');
  const { coverages } = await patient();
  const payerId = coverages.find((each) => each.coverageId === coverageId)?.payerId;
  const chosen = payers.find((each) => each.payerId === payerId);
  await administrator.post('/api/practice/record-payer', { payer: { ...chosen, gateway } });
}

const ask = (serviceDate: string) =>
  coordinator.post<EligibilityInquiryView>(`/api/patients/${patientId}/coverages/${coverageId}/ask-payer`, {
    serviceDate,
  });

async function standing(inquiryId: string): Promise<EligibilityInquiryView | undefined> {
  const { inquiries } = await coordinator.get<EligibilityInquiries>(
    `/api/patients/${patientId}/eligibility-inquiries`,
  );
  return inquiries.find((each) => each.inquiryId === inquiryId);
}

/** The inquiry once it is as expected; as it stands where it does not become so in the time of a test. */
async function until(
  { inquiryId }: EligibilityInquiryView,
  expected: (inquiry: EligibilityInquiryView) => boolean,
): Promise<EligibilityInquiryView | undefined> {
  for (let looks = 0; looks < 100; looks++) {
    const inquiry = await standing(inquiryId);
    if (inquiry && expected(inquiry)) return inquiry;
    await sleep(100);
  }
  return standing(inquiryId);
}

const isSettled = ({ state }: EligibilityInquiryView) => state === 'answered' || state === 'refused';
const put = (name: string, text: string) =>
  writeFileSync(join(folder, demonstrationOrganization, 'incoming', name), text);

describe('a payer asked over HTTP', () => {
  it('is asked by one press on the case, and its answer stands there with source and day', async () => {
    await becomes('MEMBER1');
    await signIn(page, server.address, 'Marisol Vega');
    await page.goto(`${server.address}/cases/${caseId}/coverage`);
    await page
      .getByRole('button', { name: /^Ask now through loopback/ })
      .first()
      .click();
    await page.getByText('Answered', { exact: true }).first().waitFor();
    const { benefitFacts, plans } = await patient();
    const trace = benefitFacts.findLast(({ source }) => source.kind === '271')?.source.reference ?? '';
    expect(payer.asked).toContain(trace);
    const told = plans.flatMap(({ subjects }) => subjects.flatMap(({ followed }) => followed ?? []));
    const byAnswer = told.filter(({ source }) => source.kind === '271' && source.reference === trace);
    expect(byAnswer.length).toBeGreaterThan(4);
    for (const { learnedAt } of byAnswer) expect(learnedAt).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    await page.getByText(/271/).first().waitFor();
    await page.getByText('What the answer says').first().click();
    await page.getByText('COORDINATION NOTE REQUIRED WITH CLAIM').first().waitFor();
  });

  it('that refuses says on the case what to mend, and what was known stands', async () => {
    const before = await known();
    await becomes('AAA72');
    const inquiry = await until(await ask('2026-03-06'), isSettled);
    expect(inquiry).toMatchObject({ state: 'refused', report: { outcome: 'rejected' } });
    expect(await known()).toEqual(before);
    await page.reload();
    await page
      .getByText(/Check the member number against the card/)
      .first()
      .waitFor();
  });

  it('that answers about somebody else is refused, and the answer waits where somebody can look at it', async () => {
    const before = await known();
    await becomes('SOMEBODYELSE');
    const inquiry = await until(await ask('2026-03-07'), isSettled);
    expect(inquiry).toMatchObject({ state: 'refused', problem: { code: 'eligibility/another-patient' } });
    expect(await known()).toEqual(before);
    const { answers } = await coordinator.get<SetAsideAnswers>('/api/set-aside-answers');
    expect(answers).toMatchObject([{ gateway: 'loopback', about: [{ lastName: 'FENWICK' }] }]);
    await page.goto(`${server.address}/practice/gateways`);
    await page
      .getByText(/FENWICK/)
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /^Dismiss/ })
      .first()
      .click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Nobody of ours');
    await page.getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText('Nothing was set aside.').waitFor();
  });
});

describe('a payer asked by folders', () => {
  it('is waited for, and its answer becomes facts', async () => {
    await choose('folders');
    await becomes('MEMBER2');
    const asked = await ask('2026-03-08');
    expect(await until(asked, ({ state }) => state === 'waiting')).toMatchObject({ state: 'waiting' });
    expect(readdirSync(join(folder, demonstrationOrganization, 'outgoing'))).toEqual([
      `eligibility-${asked.trace}.270`,
    ]);
    await respondInFolder(folder, demonstrationOrganization);
    expect(await until(asked, isSettled)).toMatchObject({ state: 'answered' });
    const { benefitFacts } = await patient();
    expect(benefitFacts.at(-1)?.source).toMatchObject({ kind: '271', reference: asked.trace });
  });

  it.each<[string, string, (number: string) => string, string]>([
    [
      'a 999 with a fault',
      '2026-03-09',
      (number) => sample999().replace('AK1*HS*17*', `AK1*HS*${number}*`),
      'eligibility.mend.file',
    ],
    [
      'a TA1',
      '2026-03-10',
      (number) => sampleTa1.replace('TA1*000000017*', `TA1*${number.padStart(9, '0')}*`),
      'eligibility.mend.interchange',
    ],
  ])('that sends %s says what to mend, and what was known stands', async (_what, day, answer, mend) => {
    const before = await known();
    const asked = await ask(day);
    await until(asked, ({ state }) => state === 'waiting');
    rmSync(join(folder, demonstrationOrganization, 'outgoing', `eligibility-${asked.trace}.270`));
    put(`${asked.trace}.txt`, answer(String(Number(asked.trace.slice(2)))));
    const inquiry = await until(asked, isSettled);
    expect(inquiry?.state).toBe('refused');
    expect(inquiry?.report?.mend.flat().map(({ id }) => id)).toContain(mend);
    expect(await known()).toEqual(before);
  });

  it('that answers about somebody else leaves the inquiry waiting and says so, and the answer is set aside', async () => {
    const before = await known();
    await becomes('SOMEBODYELSE');
    const asked = await ask('2026-03-11');
    await until(asked, ({ state }) => state === 'waiting');
    await respondInFolder(folder, demonstrationOrganization);
    const inquiry = await until(asked, ({ problem }) => problem !== undefined);
    expect(inquiry).toMatchObject({ state: 'waiting', problem: { code: 'eligibility/another-patient' } });
    expect(await known()).toEqual(before);
    const { answers } = await coordinator.get<SetAsideAnswers>('/api/set-aside-answers');
    expect(answers.filter(({ settled }) => !settled)).toMatchObject([{ gateway: 'folders' }]);
  });

  it('leaves no complaint in the console', () => {
    expect(heard).toEqual([]);
  });
});
