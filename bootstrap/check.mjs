// `npm run check`: everything that can be said about the sources without running them, in under a minute.
import { runChecks } from './checks.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { inRuntime } from './runtime.mjs';

await inRuntime(import.meta.url, async () => {
  await ensureDependencies();
  const { failed } = await runChecks();
  process.exitCode = failed === 0 ? 0 : 1;
});
