import { run } from './archway.ts';
import type { ExitCode, Terminal } from './command.ts';

export interface Ran {
  readonly code: ExitCode;
  /** Standard output, as one buffer. */
  readonly out: Buffer;
  readonly err: string;
}

type Environment = Terminal['environment'];

/** Runs one command line with a terminal that keeps what it is told; nobody sits at it unless `types` a password. */
export async function runHere(
  argv: readonly string[],
  environment: Environment = {},
  types?: string,
): Promise<Ran> {
  const out: Buffer[] = [];
  const err: string[] = [];
  const code = await run(argv, {
    result: (text) => out.push(Buffer.from(`${text}\n`)),
    bytes: (content) => {
      out.push(Buffer.from(content));
      return Promise.resolve();
    },
    say: (line) => err.push(line),
    environment,
    askSecret: () => Promise.resolve(types),
  });
  return { code, out: Buffer.concat(out), err: err.join('\n') };
}
