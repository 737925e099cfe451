import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { sample271 } from '#exchange/x12/answer-271.samples.ts';
import { factsOf271 } from '#exchange/x12/facts-of-271.ts';
import { mostCharacters, read271 } from '#exchange/x12/from-271.ts';
import { mostInFile, splitAnswers } from '#exchange/x12/split-answers.ts';

/**
 * Files of answers (271) from their bytes to the facts of each patient: the largest single answer that is read, a
 * batch of 50 MB, and that batch with its last byte missing, which must end in a refusal. Each is read by a process of
 * its own with a heap of 256 MB, which would end it if it were not enough. Limits: 2 seconds of processor time for the
 * one, 30 for the batch, 600 MB of memory with the file in it. Run: node bench/eligibility/answers.bench.ts
 */
const limits = { oneSeconds: 2, batchSeconds: 30, megabytes: 600, heapMegabytes: 256 };

const one = sample271();
const transaction = /ST\*271.*SE\*\d+\*0042~/.exec(one)?.[0] ?? '';

function batchOf(bytes: number): Buffer {
  const count = Math.floor(bytes / transaction.length);
  const inside = Array.from({ length: count }, (_, at) =>
    transaction.replaceAll('AW000000017', `AW${String(at).padStart(9, '0')}`),
  );
  return Buffer.from(one.replace(/ST\*271.*GE\*1/, `${inside.join('')}GE*${count}`));
}

function largestAnswer(): Buffer {
  const line = 'EB*C*IND*35***23*50~';
  const count = Math.floor((mostCharacters - one.length - 100) / line.length);
  const start = one.indexOf('EB*');
  const body = one.slice(0, start) + line.repeat(count) + one.slice(start);
  const lines = body
    .slice(body.indexOf('ST*'))
    .split('~')
    .findIndex((segment) => segment.startsWith('SE*'));
  return Buffer.from(body.replace(/SE\*\d+/, `SE*${lines + 1}`));
}

/** How many statements a file makes, part after part; undefined where it is refused. */
function statementsIn(bytes: Buffer): number | undefined {
  const parts = splitAnswers(bytes.toString('utf8'));
  if (isRefusal(parts)) return undefined;
  let count = 0;
  for (const { text } of parts()) {
    const answers = read271(text);
    if (isRefusal(answers)) throw new Error(`${answers.code} ${JSON.stringify(answers.params)}`);
    for (const { people } of answers)
      for (const person of people) count += factsOf271(person).statements.length;
  }
  return count;
}

/** What the process of its own prints. */
interface Measured {
  readonly statements: number | undefined;
  readonly seconds: number;
  readonly megabytes: number;
}

function measureHere(path: string): Measured {
  const bytes = readFileSync(path);
  const before = process.cpuUsage();
  const statements = statementsIn(bytes);
  const { user, system } = process.cpuUsage(before);
  return { statements, seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 };
}

function measure(name: string, bytes: Buffer, limitSeconds: number): void {
  const path = join(folder, 'answers.271');
  writeFileSync(path, bytes);
  const heap = `--max-old-space-size=${limits.heapMegabytes}`;
  const printed = execFileSync(process.execPath, [heap, import.meta.filename, path], { encoding: 'utf8' });
  const { statements, seconds, megabytes } = JSON.parse(printed) as Measured;
  const kept = seconds < limitSeconds && megabytes < limits.megabytes;
  console.log(
    `${name.padEnd(22)} ${(bytes.length / 1e6).toFixed(1)} MB: ${statements === undefined ? 'refused' : `${statements} statements`}, ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB; limits ${limitSeconds} s, ${limits.megabytes} MB: ${kept ? 'kept' : 'EXCEEDED'}`,
  );
}

const [given] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'archway-bench-answers-'));
try {
  if (given !== undefined) console.log(JSON.stringify(measureHere(given)));
  else {
    const batch = batchOf(50_000_000);
    if (batch.length > mostInFile) throw new Error('the batch is larger than what is read');
    measure('largest single answer', largestAnswer(), limits.oneSeconds);
    measure('batch', batch, limits.batchSeconds);
    measure('batch cut at its end', batch.subarray(0, -1), limits.batchSeconds);
  }
} finally {
  rmSync(folder, { recursive: true });
}
