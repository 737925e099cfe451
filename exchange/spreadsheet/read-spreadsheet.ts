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
    return refuse(
      'spreadsheet/too-large',
      'This file is too large.',
      `It has ${(bytes.length / 1024 / 1024).toFixed(1)} MB; a list of codes has less than ${mostBytes / 1024 / 1024} MB.`,
      'Save only the sheet with the list, and choose that.',
    );
  return refuseKind(fileKind(bytes)) ?? readInWorker(bytes);
}

function refuseKind(kind: FileKind): Refusal | undefined {
  const other = (what: string, why: string) =>
    refuse('spreadsheet/other-file', what, why, 'Choose a file that ends in .xlsx or .csv.');
  switch (kind) {
    case 'zip':
    case 'text':
      return undefined;
    case 'empty':
      return other('This file is empty.', 'It has no bytes.');
    case 'pdf':
      return other('This is a PDF.', 'A printed page has no rows and columns that could be relied on.');
    case 'old-office':
      return refuse(
        'spreadsheet/locked',
        'This workbook is locked with a password, or of the old .xls format.',
        'Its cells cannot be read.',
        'Open it in a spreadsheet program, save it without a password as .xlsx or CSV, and choose that.',
      );
    case 'html':
      return other(
        'This is a web page or XML.',
        'It may be named .xls or .csv, but it is no table of cells.',
      );
    case 'binary':
      return other('This is no table.', 'It is neither a workbook nor text.');
  }
}

function readInWorker(bytes: Uint8Array): Promise<readonly Sheet[] | Refusal> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    });
    const timer = setTimeout(() => {
      resolve(tooMuch(`It was not read within ${timeLimitMs / 1000} seconds.`));
      void worker.terminate();
    }, timeLimitMs);
    worker.once('message', (answer: readonly Sheet[] | Refusal) => resolve(answer));
    worker.once('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve(tooMuch(`It needs more than ${memoryLimitMb} MB to be read.`));
      else reject(error);
    });
    worker.once('exit', () => clearTimeout(timer));
  });
}

function tooMuch(why: string): Refusal {
  return refuse(
    'spreadsheet/too-much',
    'This workbook unfolds to more than a list of codes can be.',
    why,
    'Save only the sheet with the list as CSV, and choose that.',
  );
}
