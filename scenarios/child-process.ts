import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../bootstrap/archway.mjs', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `npx archway` with these arguments, as people start it, in a process of its own, with no terminal to ask anybody. */
function launch(args: readonly string[], environment: Environment): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs one command to its end. */
export async function runArchway(args: readonly string[], environment: Environment): Promise<Ended> {
  const child = launch(args, environment);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') };
}

export interface ServingProcess {
  /** http://127.0.0.1:port */
  readonly address: string;
  /** What it has said so far on standard error. */
  said(): string;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** `archway serve` on a free port of loopback; resolves once it takes requests. */
export async function startServing(environment: Environment): Promise<ServingProcess> {
  const child = launch(['serve', '--port', '0', '--json'], environment);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const said = () => Buffer.concat(stderr).toString('utf8');
  const ended = once(child, 'close') as Promise<[number | null]>;
  const address = await Promise.race([
    firstLine(child, stdout),
    ended.then(([code]) => {
      throw new Error(`serve ended with ${String(code)}: ${said()}`);
    }),
  ]);
  return {
    address,
    said,
    stop: async () => {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function collect(stream: ChildProcess['stdout']): Buffer[] {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return chunks;
}

async function firstLine(child: ChildProcess, stdout: readonly Buffer[]): Promise<string> {
  for (;;) {
    const text = Buffer.concat(stdout).toString('utf8');
    if (text.includes('\n')) return (JSON.parse(text) as { address: string }).address;
    if (child.stdout) await once(child.stdout, 'data');
  }
}
