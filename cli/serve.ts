import { once } from 'node:events';
import { createServer } from 'node:net';
import { openArchway, type Archway } from '#server/archway.ts';
import { backgroundWork } from '#server/background-work.ts';
import type { Gateways } from '#server/gateway/gateway.ts';
import { checkRecords } from '#server/record/check-record.ts';
import { recordCheckpoints } from '#server/record/checkpoint.ts';
import { demonstrationPassword, demonstrationStaff } from '#server/demonstration/accounts.ts';
import { offerDemonstration } from '#server/demonstration/offer-demonstration.ts';
import { dataFolderOf } from './acting.ts';
import { withGateways } from './gateways.ts';
import {
  exitCodes,
  nothingPositional,
  option,
  UsageError,
  type Arguments,
  type Command,
  type ExitCode,
  type Terminal,
} from './command.ts';

const defaultPort = 4600;

export const serve: Command = {
  name: 'serve',
  summary: 'starts the server and prints its address (this is what npm start runs)',
  usage: `archway serve [--port N] [--host ADDRESS] [--data FOLDER] [--json]

Starts Archway and serves its screens and its API until Ctrl-C.

  --port N        port to listen on; else ARCHWAY_PORT, else ${defaultPort}
  --host ADDRESS  address to listen on; else ARCHWAY_HOST, else 127.0.0.1
  --data FOLDER   data folder; else ARCHWAY_DATA, else .archway

Environment: DATABASE_URL uses that PostgreSQL (16 or newer) instead of the embedded one.
ARCHWAY_DEMO=0 leaves out the demonstration and opens the first-run page; ARCHWAY_DEMO=1 asks for the
demonstration by name, also under DATABASE_URL. ARCHWAY_GATEWAYS names the file with the ways to payers; else it is
gateways.json in the data folder (docs/reference/gateways.md). ARCHWAY_LOG sets the log level (warn).`,
  options: { port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' } },
  run,
};

async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  nothingPositional(args);
  const dataFolder = dataFolderOf(args, terminal);
  return withGateways(dataFolder, terminal, (gateways) => listen(args, terminal, dataFolder, gateways));
}

async function listen(
  args: Arguments,
  terminal: Terminal,
  dataFolder: string,
  gateways: Gateways,
): Promise<ExitCode> {
  const { environment } = terminal;
  const port = readPort(option(args, 'port') ?? environment['ARCHWAY_PORT']);
  const host = option(args, 'host') ?? environment['ARCHWAY_HOST'] ?? '127.0.0.1';
  const databaseUrl = environment['DATABASE_URL'];
  const taken = await whyTaken(host, port);
  if (taken !== undefined) {
    terminal.say(taken);
    return exitCodes.refused;
  }
  const archway = await openArchway({
    dataFolder,
    say: terminal.say,
    gateways,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  try {
    const demonstration = await offerDemonstration(archway, environment['ARCHWAY_DEMO'], terminal.say);
    // Loaded here: every other command starts without it.
    const { buildApp } = await import('#server/http/app.ts');
    const app = await buildApp(archway, {
      logLevel: environment['ARCHWAY_LOG'] ?? 'warn',
      ...(port === 0 ? {} : { port }),
    });
    try {
      await app.listen({ port, host });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      terminal.say(await whyNotListening(error.code, host, port));
      return exitCodes.refused;
    }
    // Listened for before anybody is told that we are here: whoever reads it may stop us at once.
    const stop = stopSignal();
    const address = app.listeningOrigin;
    const others = await archway.announce(address);
    if (others.length > 0) terminal.say(alsoServed(archway.dataFolder, others));
    terminal.result(
      args.values['json'] === true
        ? JSON.stringify({ address, demonstration })
        : greeting(address, demonstration),
    );
    const stopCheckpoints = keepCheckpoints(archway, terminal.say);
    const stopChecks = keepChecking(archway, terminal.say);
    const worker = backgroundWork(archway, { say: terminal.say });
    worker.start();
    await stop;
    terminal.say('stopping: finishing what is under way');
    await Promise.all([app.close(), worker.stop()]);
    await Promise.all([stopCheckpoints(), stopChecks()]);
    return exitCodes.fine;
  } finally {
    await archway.close();
    terminal.say('stopped');
  }
}

/** A checkpoint of all chains now, every hour, and when the server stops. */
function keepCheckpoints(archway: Archway, say: (line: string) => void): () => Promise<void> {
  const record = () =>
    recordCheckpoints(archway.record).catch((error: unknown) =>
      say(`checkpoint: not recorded (${error instanceof Error ? error.message : String(error)})`),
    );
  let last = record();
  const timer = setInterval(() => {
    last = last.then(record);
  }, 3_600_000);
  return async () => {
    clearInterval(timer);
    await last;
    await record();
  };
}

const afterStart = 60_000;
const daily = 86_400_000;

/** All chains against their signed heads, once the start is over and every day: nobody need ask whether they were changed. */
function keepChecking(archway: Archway, say: (line: string) => void): () => Promise<void> {
  const stopped = new AbortController();
  let last = Promise.resolve();
  const check = () => {
    last = last
      .then(() => checkRecords(archway.record, stopped.signal))
      .catch((error: unknown) => {
        if (stopped.signal.aborted) return;
        say(`check of the record: not ended (${error instanceof Error ? error.message : String(error)})`);
      });
  };
  const first = setTimeout(check, afterStart);
  const next = setInterval(check, daily);
  return async () => {
    clearTimeout(first);
    clearInterval(next);
    stopped.abort();
    await last;
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return defaultPort;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new UsageError(`"${text}" is not a port`);
  return port;
}

/** Asked before anything is made: a port that is taken must not cost half a minute of a demonstration first. */
async function whyTaken(host: string, port: number): Promise<string | undefined> {
  const trial = createServer();
  try {
    await once(trial.listen({ port, host }), 'listening');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return whyNotListening(error.code, host, port);
  }
  await new Promise((closed) => trial.close(closed));
  return undefined;
}

async function whyNotListening(code: unknown, host: string, port: number): Promise<string> {
  switch (code) {
    case 'EADDRINUSE':
      return (await isArchway(host, port))
        ? `Archway is running already, at http://${host}:${port}.\n  Why:  It answers there, so this one cannot have the same port.\n  Next: Open that address; or stop it with Ctrl-C where it runs; or start this one with another ARCHWAY_PORT (and another ARCHWAY_DATA, unless it shall show the same record).`
        : `Port ${port} is taken.\n  Why:  Another program listens on ${host}:${port}.\n  Next: Stop it, or choose another port with ARCHWAY_PORT.`;
    case 'EACCES':
      return `Port ${port} may not be used.\n  Why:  Ports below 1024 need more rights than this account has.\n  Next: Choose another port with ARCHWAY_PORT, such as ${defaultPort}.`;
    default:
      return `Archway cannot listen on ${host}:${port}.\n  Why:  ${String(code)}.\n  Next: Check ARCHWAY_HOST and ARCHWAY_PORT.`;
  }
}

async function isArchway(host: string, port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(2000);
    const answer = await fetch(`http://${host}:${port}/api/health`, { signal });
    return (await answer.text()) === '{"status":"ok"}';
  } catch {
    return false; // it speaks something else, or not at all
  }
}

function alsoServed(dataFolder: string, others: readonly string[]): string {
  return `Another Archway serves the same data: ${others.join(', ')}.\n  Why:  Both were started with ${dataFolder}; they show and change one record, which is safe.\n  Next: Nothing, if you meant it. Else stop this one with Ctrl-C, and start it with another ARCHWAY_DATA.`;
}

function greeting(address: string, demonstration: boolean): string {
  const lines = [`Archway is ready: ${address}`];
  if (demonstration) {
    lines.push('', 'Demonstration with invented people. Sign in with one of:');
    for (const { email, role } of demonstrationStaff) lines.push(`  ${role.padEnd(14)} ${email}`);
    lines.push(`  password       ${demonstrationPassword}`);
  }
  lines.push('', 'Stop with Ctrl-C.');
  return lines.join('\n');
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    // Listened to for good: npm passes on the Ctrl-C that the terminal has already sent, and the second must not kill.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
