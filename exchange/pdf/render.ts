import { Worker } from 'node:worker_threads';
import type { WorkerAnswer } from './internal/typst-worker.ts';
import type { PdfDocument } from './pdf-document.ts';

/** Printing failed: no bytes were produced, and the next call starts afresh. An outage, not a refusal. */
export class PdfFailure extends Error {
  override readonly name = 'PdfFailure';
}

export interface PdfRenderer {
  /** The document as PDF. The same document gives the same bytes. Rejects with PdfFailure. */
  render(document: PdfDocument): Promise<Uint8Array>;
  /** Ends the worker thread and rejects the document that it is printing. A later render starts a new one. */
  close(): Promise<void>;
}

export interface PdfRendererOptions {
  readonly worker?: URL;
  /** For one document, the start of the worker included; a long document has more, by what it holds. */
  readonly timeLimitMs?: number;
  /** The compiler keeps what it has seen and never gives memory back: past this size it is replaced. */
  readonly memoryLimitBytes?: number;
}

/** What ordinary documents hold at most. */
const ordinaryKilobytes = 100;
/**
 * Further time for each further kilobyte of a document's content: about ten times what printing takes on a quiet machine, which
 * is 25 ms a contact of 1.4 kB.
 */
const msPerKilobyte = 200;

const defaults = {
  worker: new URL('./internal/typst-worker.ts', import.meta.url),
  timeLimitMs: 30_000,
  memoryLimitBytes: 512 * 1024 * 1024,
};

/** One worker thread, started at the first document; documents wait in line. */
export function createPdfRenderer(options: PdfRendererOptions = {}): PdfRenderer {
  const { worker: script, timeLimitMs, memoryLimitBytes } = { ...defaults, ...options };
  let worker: Worker | undefined;
  let line: Promise<unknown> = Promise.resolve();

  async function stop(): Promise<void> {
    const stopping = worker;
    worker = undefined;
    await stopping?.terminate();
  }

  function start(): Worker {
    const started = new Worker(script);
    // A worker that dies between two documents is only forgotten: nobody waits for it.
    const forget = () => {
      if (worker === started) worker = undefined;
    };
    return started.on('error', forget).on('exit', forget);
  }

  async function print(document: PdfDocument): Promise<Uint8Array> {
    worker ??= start();
    try {
      const kilobytes = Math.max(
        0,
        Math.floor(JSON.stringify(document.body).length / 1000) - ordinaryKilobytes,
      );
      const seconds = Math.ceil((timeLimitMs + msPerKilobyte * kilobytes) / 1000);
      const answer = await ask(worker, document, seconds);
      if ('failure' in answer) throw new PdfFailure(`The document could not be printed: ${answer.failure}`);
      if (answer.memoryBytes > memoryLimitBytes) await stop();
      return answer.pdf;
    } catch (failure) {
      await stop();
      throw failure;
    }
  }

  return {
    render(document) {
      const printed = line.then(() => print(document));
      // The caller hears of a failure; the line only waits for its end.
      line = printed.catch(() => undefined);
      return printed;
    },
    close: stop,
  };
}

/** One question and its answer; the program may end while the worker is idle, not while it works. */
function ask(worker: Worker, document: PdfDocument, secondsLeft: number): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const fail = (message: string, cause?: unknown) => end(() => reject(new PdfFailure(message, { cause })));
    const timer = setTimeout(
      () =>
        fail(
          `The document took longer than ${secondsLeft} seconds to print and was stopped. Print it in smaller parts.`,
        ),
      secondsLeft * 1000,
    );
    const onMessage = (answer: WorkerAnswer) => end(() => resolve(answer));
    const onError = (error: Error) =>
      fail(`The printing process broke down: ${error.message}. Print the document again.`, error);
    const onExit = (code: number) =>
      fail(`The printing process ended (code ${code}) before the document was ready. Print it again.`);
    function end(settle: () => void): void {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
      settle();
    }
    worker.ref();
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(document);
  });
}

const renderer = createPdfRenderer();

/** Prints with the program's own worker. */
export function renderPdf(document: PdfDocument): Promise<Uint8Array> {
  return renderer.render(document);
}

export function closePdf(): Promise<void> {
  return renderer.close();
}
