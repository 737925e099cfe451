import { renameSync, rmSync } from 'node:fs';
import { withLock } from './lock.mjs';
import { hashOf, inProject, isCode, readStamp, writeStamp } from './project.mjs';
import { run } from './run.mjs';
import { SetUpFailed, withProgress } from './say.mjs';

/** Builds the screens into web/dist, unless those there are of today's sources. */
export async function ensureWebBuild() {
  const stamp = inProject('web/dist/.stamp');
  const wanted = hashOf([
    'web',
    'domain',
    'contract',
    'bootstrap/web-build.mjs',
    'package.json',
    'package-lock.json',
  ]);
  if (readStamp(stamp) === wanted) return;
  await withLock(async () => {
    if (readStamp(stamp) === wanted) return;
    await withProgress('screens: building', build);
    writeStamp(stamp, wanted);
  });
}

/** Built beside and moved into place, so that a server which is running never serves half of it. */
async function build() {
  const fresh = inProject('.runtime/screens.new');
  const vite = inProject('node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'];
  // Whoever builds: under a test runner, which says NODE_ENV=test, React would come with its development code.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output } = await run(process.execPath, args, { cwd: inProject('web'), env });
  if (code !== 0) throw new SetUpFailed(`the screens could not be built:\n${output.trim().slice(-4000)}`);
  const old = inProject('.runtime/screens.old');
  rmSync(old, { recursive: true, force: true });
  try {
    renameSync(inProject('web/dist'), old);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  renameSync(fresh, inProject('web/dist'));
  rmSync(old, { recursive: true, force: true });
}
