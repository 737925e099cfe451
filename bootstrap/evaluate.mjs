// `npm run evaluate`: how often the assistant answers right, over the sets of questions in evaluation/.
import { ensureDependencies } from './dependencies.mjs';
import { inRuntime } from './runtime.mjs';

await inRuntime(import.meta.url, async () => {
  await ensureDependencies();
  await import('#evaluation/evaluate.ts');
});
