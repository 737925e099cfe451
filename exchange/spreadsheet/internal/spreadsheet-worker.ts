import { parentPort, workerData } from 'node:worker_threads';
import { decodeText, fileKind } from './file-kind.ts';
import { readDelimited } from './read-delimited.ts';
import { readWorkbook } from './read-workbook.ts';

/** Reads one file and ends. What it takes and what it needs of memory is limited from outside. */
const bytes = workerData as Uint8Array;
parentPort?.postMessage(
  fileKind(bytes) === 'zip' ? await readWorkbook(bytes) : readDelimited(decodeText(bytes)),
);
