import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Terminal } from './command.ts';

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    result: (text) => process.stdout.write(`${text}\n`),
    bytes: async (content) => {
      if (!process.stdout.write(content)) await once(process.stdout, 'drain');
    },
    say: (line) => process.stderr.write(`${line}\n`),
    environment: process.env,
    askSecret,
  };
}

async function askSecret(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(question);
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
