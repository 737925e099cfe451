// `npm test`: sets up what is missing, a browser too, then runs the checks and every suite.
// `--long` runs the long ones as well; other arguments go to vitest, which then runs only what they name.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { runChecks } from './checks.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { inProject, root } from './project.mjs';
import { inRuntime } from './runtime.mjs';
import { ensureWebBuild } from './web-build.mjs';

await inRuntime(import.meta.url, async () => {
  await ensureDependencies();
  const browser = await ensureBrowser();
  await ensureWebBuild();
  const long = process.argv.includes('--long');
  const args = process.argv.slice(2).filter((argument) => argument !== '--long');
  const checks = args.length === 0 ? await runChecks() : { passed: 0, failed: 0 };
  const tests = await runSuites(args, { CHROMIUM_PATH: browser, ...(long ? { ARCHWAY_LONG: '1' } : {}) });
  const failed = checks.failed + tests.failed;
  console.log(`${checks.passed + tests.passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});

/**
 * @param {string[]} args
 * @param {Record<string, string>} settings
 * @returns {Promise<{ passed: number, failed: number }>}
 */
async function runSuites(args, settings) {
  const folder = mkdtempSync(join(tmpdir(), 'archway-results-'));
  const results = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const code = await new Promise((resolve) => {
    const vitest = inProject('node_modules/vitest/vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], {
      cwd: root,
      env: { ...process.env, ...settings },
      stdio: 'inherit',
    });
    child.once('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  const counted = count(results);
  rmSync(folder, { recursive: true, force: true });
  // A run may fail although no test does: an unhandled error, a file that cannot be read, a crash.
  return { ...counted, failed: code === 0 ? counted.failed : Math.max(counted.failed, 1) };
}

/** @returns {{ passed: number, failed: number }} */
function count(/** @type {string} */ results) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 }; // it ended before it could say
  }
}
