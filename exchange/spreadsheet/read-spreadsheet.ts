import { Worker } from 'node:worker_threads';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { fileKind, type FileKind } from './internal/file-kind.ts';
import type { Sheet } from './sheet.ts';

/** A list of a thousand codes is some hundred kilobytes. */
const mostBytes = 5 * 1024 * 1024;
const timeLimitMs = 20_000;
const memoryLimitMb = 128;

const script = new URL('./internal/spreadsheet-worker.ts', import.meta.url);

/**
 * The sheets of a CSV or XLSX file from outside. It is read in a worker thread of its own with a limit of time and
 * of memory, because a small workbook can be made to unfold into a huge one.
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<readonly Sheet[] | Refusal> {
  if (bytes.length > mostBytes)
    return refuse('spreadsheet/too-large', {
      megabytes: (bytes.length / 1024 / 1024).toFixed(1),
      most: mostBytes / 1024 / 1024,
    });
  return refuseKind(fileKind(bytes)) ?? readInWorker(bytes);
}

function refuseKind(kind: FileKind): Refusal | undefined {
  switch (kind) {
    case 'zip':
    case 'text':
      return undefined;
    case 'empty':
      return refuse('spreadsheet/empty');
    case 'pdf':
      return refuse('spreadsheet/pdf');
    case 'old-office':
      return refuse('spreadsheet/locked');
    case 'html':
      return refuse('spreadsheet/web-page');
    case 'binary':
      return refuse('spreadsheet/no-table');
  }
}

function readInWorker(bytes: Uint8Array): Promise<readonly Sheet[] | Refusal> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    });
    const timer = setTimeout(() => {
      resolve(refuse('spreadsheet/too-slow', { seconds: timeLimitMs / 1000 }));
      void worker.terminate();
    }, timeLimitMs);
    worker.once('message', (answer: readonly Sheet[] | Refusal) => resolve(answer));
    worker.once('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve(refuse('spreadsheet/too-much-memory', { megabytes: memoryLimitMb }));
      else reject(error);
    });
    worker.once('exit', () => clearTimeout(timer));
  });
}
