/** Everything that set-up has to say goes to standard error: standard output belongs to the command. */
export function say(/** @type {string} */ line) {
  process.stderr.write(`archway: ${line}\n`);
}

/** Set-up cannot go on, for a reason that a person can mend. */
export class SetUpFailed extends Error {}

/**
 * Says what is being done, every five seconds that it still is, and how long it took.
 * @template Result
 * @param {string} what
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withProgress(what, work) {
  const begun = Date.now();
  const seconds = () => `${Math.round((Date.now() - begun) / 1000)} s`;
  say(`${what} …`);
  const ticker = setInterval(() => say(`${what} … ${seconds()}`), 5000);
  try {
    const result = await work();
    say(`${what}: done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}
