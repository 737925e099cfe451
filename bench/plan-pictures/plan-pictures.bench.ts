import { chromium, type Page } from 'playwright-core';
import { ensureBrowser } from '#bootstrap/browser.mjs';
import { demonstrationPassword } from '#server/demonstration/accounts.ts';

/**
 * The pictures of a plan of a hundred steps in a real browser: from the press that opens the plan, its data at hand, to
 * the drawn frame; and the frames while a visit is dragged. `processor` is what the page's own thread computes, without
 * waiting for its turn on a busy machine. A case is made for it, so run it against a demonstration:
 * node bench/plan-pictures/plan-pictures.bench.ts http://127.0.0.1:4600 [steps]
 */
const limits = { renderMs: 200, frameMs: 50 };
const address = process.argv[2] ?? 'http://127.0.0.1:4600';
const steps = Number(process.argv[3] ?? 100);
const caseId = `pictures-${Date.now()}`;

const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await makeCase(page);
  await page.goto(`${address}/cases/${caseId}/plan`);
  await page.locator('.timeline-visit').first().waitFor();
  console.log(`${steps} steps in ${await page.locator('.timeline-visit').count()} visits`);
  await render(page);
  await redraw(page);
  await drag(page);
} finally {
  await browser.close();
}

/** Courses of four steps, one after another, of five people; in the order of the simple rule. */
async function makeCase(page: Page): Promise<void> {
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`${address}${path}`, { data });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as { answer?: { schedule?: { visits: { on: string; items: string[] }[] } } };
  };
  await post('/api/session', { email: 'coordinator@demo.example.com', password: demonstrationPassword });
  const found = await page.request.get(`${address}/api/worklist?view=all`);
  const { rows } = (await found.json()) as { rows: { caseId: string }[] };
  const seen = await page.request.get(`${address}/api/cases/${rows[0]?.caseId ?? ''}`);
  const { patientId } = (await seen.json()) as { patientId: string };
  const whole = { ownerStaffId: null, team: null, receivedReferralId: null };
  await post('/api/cases', { caseId, patientId, title: 'Pictures', reason: 'A measurement.', ...whole });
  const act = (command: string, body: object) => post(`/api/cases/${caseId}/${command}`, body);
  for (let at = 0; at < 5; at += 1)
    await act('record-member', {
      member: {
        memberId: `member-${at}`,
        role: 'dental-specialist',
        name: `Dr. Number ${at}`,
        organization: `Office ${at}`,
        contacts: [],
        setting: 'office',
        from: '2026-01-05',
      },
    });
  for (let at = 0; at < steps; at += 1) {
    const isFirst = at % 4 === 0;
    await act('record-plan-item', {
      item: {
        itemId: `step-${at}`,
        text: `Step ${at} of the plan`,
        ownerMemberId: `member-${(at + Math.floor(at / 4)) % 5}`,
        order: at + 1,
        tooth: String(1 + (at % 32)),
        surfaces: [],
        minutes: 60,
        after: isFirst ? [] : [`step-${at - 1}`],
        status: 'accepted',
      },
    });
    if (!isFirst)
      await act('record-constraint', {
        constraint: {
          kind: 'interval',
          constraintId: `wait-${at}`,
          text: 'A wait',
          source: { by: 'person', ref: 'the dentist' },
          strength: 'must',
          from: `step-${at - 1}`,
          to: `step-${at}`,
          minDays: 20 + (at % 17) * 7,
        },
      });
  }
  const { answer } = await post(`/api/cases/${caseId}/solve-plan`, { locked: {}, objectives: ['finish'] });
  const visits = answer?.schedule?.visits ?? [];
  const days = Object.fromEntries(visits.flatMap(({ on, items }) => items.map((item) => [item, on])));
  await act('keep-schedule', { scheduleId: `order-${caseId}`, days, madeBy: 'solver', levels: [] });
}

async function render(page: Page): Promise<void> {
  const clock: number[] = [];
  const processor: number[] = [];
  const go = (part: string) => page.evaluate(`__TSR_ROUTER__.navigate({ href: '/cases/${caseId}/${part}' })`);
  const spent = await threadTime(page);
  for (let round = 0; round < 12; round += 1) {
    await go('tasks');
    await page.locator('.timeline-visit').first().waitFor({ state: 'detached' });
    const before = await spent();
    clock.push(
      await page.evaluate<number>(`new Promise((done) => {
        const begun = performance.now();
        const drawn = () => document.querySelectorAll('.timeline-visit').length > 0
          ? requestAnimationFrame(() => { const after = new MessageChannel(); after.port1.onmessage = () => done(performance.now() - begun); after.port2.postMessage(0); })
          : requestAnimationFrame(drawn);
        __TSR_ROUTER__.navigate({ href: '/cases/${caseId}/plan' });
        drawn();
      })`),
    );
    processor.push((await spent()) - before);
  }
  console.log(`drawn, by the clock (limit ${limits.renderMs} ms): ${inWords(clock)}`);
  console.log(`drawn, processor: ${inWords(processor)}`);
}

/** The timeline alone: every lane, visit and arrow at another distance. */
async function redraw(page: Page): Promise<void> {
  const spent = await threadTime(page);
  const processor: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    // By their places, whatever language the person reads: the whole plan, months, weeks.
    const closeness = page.locator('.timeline-head label').nth(round % 2 === 0 ? 1 : 0);
    const before = await spent();
    await closeness.click();
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    processor.push((await spent()) - before);
  }
  console.log(`timeline alone, processor (limit ${limits.renderMs} ms): ${inWords(processor)}`);
}

async function drag(page: Page): Promise<void> {
  const block = page.locator('.timeline-visit').nth(3);
  await block.scrollIntoViewIfNeeded();
  const box = await block.boundingBox();
  if (!box) throw new Error('the visit is not on the screen');
  const [x, y] = [box.x + 6, box.y + box.height / 2];
  const spent = await threadTime(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(`window.frames_ = []; window.dragging_ = true;
    const tick = (at) => { frames_.push(at); if (dragging_) requestAnimationFrame(tick); };
    requestAnimationFrame(tick);`);
  const before = await spent();
  const moves = 90;
  for (let move = 1; move <= moves; move += 1) await page.mouse.move(x + move * 2, y);
  const worked = (await spent()) - before;
  const at = await page.evaluate<number[]>(`(dragging_ = false, frames_)`);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  const frames = at.slice(1).map((each, index) => each - (at[index] ?? each));
  console.log(`a frame while dragging (limit ${limits.frameMs} ms): ${inWords(frames)}`);
  console.log(`a move, processor: ${(worked / moves).toFixed(1)} ms`);
}

/** Milliseconds that the page's own thread has computed, whatever else the machine is doing. */
async function threadTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
}

function inWords(measured: readonly number[]): string {
  const sorted = measured.toSorted((one, other) => one - other);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(1)} ms over ${sorted.length}`;
}
