#!/usr/bin/env node
// `npm start` and `npx archway …`: sets up what is missing, then runs the command line in cli/archway.ts.
// Runs on Node 20 with nothing installed: no dependencies, plain JavaScript.
import { ensureDependencies } from './dependencies.mjs';
import { inRuntime } from './runtime.mjs';
import { ensureWebBuild } from './web-build.mjs';

await inRuntime(import.meta.url, async () => {
  await ensureDependencies();
  if (process.argv[2] === 'serve') await ensureWebBuild();
  const { run } = await import('#cli/archway.ts');
  const { processTerminal } = await import('#cli/terminal.ts');
  process.exitCode = await run(process.argv.slice(2), processTerminal());
});
