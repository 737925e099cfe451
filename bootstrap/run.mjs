import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './project.mjs';
import { SetUpFailed } from './say.mjs';

/**
 * @typedef {object} Finished
 * @property {number} code
 * @property {string} output standard output and standard error as they came
 */

/**
 * Runs a program to its end with its output kept. An interruption reaches it and then ends us.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<Finished>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    const stopPassing = passSignals((signal) => child.kill(signal));
    child.once('error', (error) => {
      stopPassing();
      reject(new SetUpFailed(`${command} cannot be run: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      const received = stopPassing();
      if (received !== undefined) process.exit(128 + constants.signals[received]);
      resolve({ code: code ?? (signal === null ? 1 : 128 + constants.signals[signal]), output });
    });
  });
}

/**
 * Runs npm; throws with the end of what it said when it fails.
 * @param {string} what
 * @param {string[]} args
 */
export async function npm(what, args) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await run('npm', [...args, ...quiet]);
  if (code === 0) return;
  const full = /ENOSPC/.test(output) ? ' The disk is full: free some space.' : '';
  const denied = /EACCES|EROFS/.test(output) ? ` You may not write in ${root}: use a copy of your own.` : '';
  const next = full + denied || ' Check that npm reaches its registry, and start again.';
  throw new SetUpFailed(`${what} failed: npm ended with code ${code}.${next}\n${output.trim().slice(-2000)}`);
}

/**
 * Runs a program that takes over the terminal, and ends with its exit code once it has ended.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<never>}
 */
export function become(command, args, env) {
  return new Promise((_, reject) => {
    // The channel tells the child when we are killed: it must not go on without us.
    const child = spawn(command, args, { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    passSignals((signal) => {
      // Ctrl-C in a terminal has already reached the child: the whole group receives it.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
    child.once('error', (error) => reject(new SetUpFailed(`${command} cannot be run: ${error.message}`)));
    child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
  });
}

/**
 * @param {(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') => void} pass
 * @returns {() => ('SIGINT' | 'SIGTERM' | 'SIGHUP' | undefined)} how to stop passing; tells what was received last
 */
function passSignals(pass) {
  /** @type {'SIGINT' | 'SIGTERM' | 'SIGHUP' | undefined} */
  let received;
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  const listener = (/** @type {'SIGINT' | 'SIGTERM' | 'SIGHUP'} */ signal) => {
    received = signal;
    pass(signal);
  };
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
    return received;
  };
}
