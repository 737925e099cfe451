import { parentPort } from 'node:worker_threads';

/** The real worker, except that certain documents make it break down as a crash or an endless loop would. */
parentPort?.addEventListener('message', (event: Event) => {
  const title = titleOf(event);
  if (title === 'exit') process.exit(13);
  if (title === 'throw') {
    event.stopImmediatePropagation();
    throw new Error('out of order');
  }
  while (title === 'hang');
});

function titleOf(event: Event): unknown {
  const data: unknown = 'data' in event ? event.data : undefined;
  return typeof data === 'object' && data !== null && 'title' in data ? data.title : undefined;
}

await import('./internal/typst-worker.ts');
