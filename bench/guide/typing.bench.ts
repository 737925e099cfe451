import { chromium, type Page } from 'playwright-core';
import { ensureBrowser } from '#bootstrap/browser.mjs';

/**
 * Typing into the guide's search in a real browser, beside the limit of 50 ms a key press. `work` is the program's
 * share: searching, rendering and layout. `drawn` also waits for the browser's next frame, and stands beside the same
 * text typed into a bare field, which shows what the machine itself takes. `processor` counts what the page's own
 * thread computes between press and drawn frame, without waiting for its turn.
 * Run it against a server: node bench/guide/typing.bench.ts http://127.0.0.1:4600
 */
const limitMs = 50;
const address = process.argv[2] ?? 'http://127.0.0.1:4600';
const typed = [
  'what must I document for care coordination',
  'will Washington Medicaid pay this',
  'the coordinator called the cardiologist about warfarin',
  'EOB COB FQHC SNF PCP CHW TCM',
];

/** A message arrives after everything that the press set off, and layout is asked for before the clock is read. */
const watch = `window.measured = { work: [], drawn: [] };
addEventListener('input', () => {
  const pressed = performance.now();
  const after = new MessageChannel();
  after.port1.onmessage = () => { void document.body.offsetHeight; measured.work.push(performance.now() - pressed); };
  after.port2.postMessage(undefined);
  requestAnimationFrame(() => {
    const frame = new MessageChannel();
    frame.port1.onmessage = () => measured.drawn.push(performance.now() - pressed);
    frame.port2.postMessage(undefined);
  });
}, true);`;
type Measured = Readonly<Record<'work' | 'drawn', number[]>>;

async function type(page: Page, name: string): Promise<void> {
  const field = page.getByRole('searchbox');
  await page.evaluate('measured.work.length = measured.drawn.length = 0');
  for (const text of typed) {
    await field.fill('');
    await field.pressSequentially(text, { delay: 60 });
  }
  const measured = await page.evaluate<Measured>('measured');
  for (const part of ['work', 'drawn'] as const) console.log(`${name}, ${part}: ${inWords(measured[part])}`);
  console.log(`${name}, processor: ${inWords(await processorTimes(page))}`);
}

/** What each press costs the page's own thread, whatever else the machine is doing. */
async function processorTimes(page: Page): Promise<number[]> {
  const field = page.getByRole('searchbox');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const times: number[] = [];
  for (const text of typed) {
    await field.fill('');
    for (const letter of text) {
      const before = await spent();
      await field.press(letter === ' ' ? 'Space' : letter);
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      times.push((await spent()) - before);
    }
  }
  return times;
}

function inWords(measured: readonly number[]): string {
  const sorted = measured.toSorted((one, other) => one - other);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(1)} ms over ${sorted.length} presses`;
}

const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.addInitScript({ content: watch });
  await page.goto(`${address}/guide`);
  await page.getByRole('searchbox').fill('D9992');
  await page.locator('.guide-hit').first().waitFor();
  await type(page, `guide (limit ${limitMs} ms)`);
  const bare = await browser.newPage();
  await bare.setContent(`<script>${watch}</script><input type="search">`);
  await type(bare, 'bare field');
} finally {
  await browser.close();
}
