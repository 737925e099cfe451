import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { ensureBrowser } from '#bootstrap/browser.mjs';
import { ensureWebBuild } from '#bootstrap/web-build.mjs';

/** A browser that never looks further than loopback, and looks nowhere by itself. */
const flags = [
  '--headless',
  '--disable-gpu',
  '--in-process-gpu',
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export interface OpenBrowser {
  /** Somebody's browser: cookies, language, colors and drafts of their own. */
  context(options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Chromium without a window, on screens that are built from today's sources. */
export async function openBrowser(): Promise<OpenBrowser> {
  await ensureWebBuild();
  const isRoot = process.getuid?.() === 0; // the sandbox of Chromium refuses root
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: [...flags, ...(isRoot ? ['--no-sandbox'] : [])],
  });
  return {
    context: async (options = {}) => {
      const context = await browser.newContext({
        locale: 'en-US',
        timezoneId: 'America/Los_Angeles',
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(10_000);
      return context;
    },
    close: () => browser.close(),
  };
}

/** A refusal is an answer, which the console of a browser calls an error all the same. */
const refused = /responded with a status of 4\d\d/;

/** What the page complained about in its console, and what broke in it. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (said) => {
    if (!['error', 'warning'].includes(said.type()) || refused.test(said.text())) return;
    heard.push(`${said.text()} at ${page.url()}`);
  });
  page.on('pageerror', (error) => heard.push(`${error.message} at ${page.url()}`));
  return heard;
}

/** Chooses the line of a list that contains these words. */
export async function choose(field: Locator, words: string): Promise<void> {
  const line = await field.getByRole('option').filter({ hasText: words }).first().textContent();
  await field.selectOption({ label: line ?? words });
}

/** What a press of this button saves, as bytes. */
export async function saved(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part as Uint8Array));
  return { name: download.suggestedFilename(), bytes: Buffer.concat(parts) };
}
