// `npm run bench:…`: sets up what is missing, then runs one program of bench/ with the runtime, its output as it comes.
import { spawnSync } from 'node:child_process';
import { ensureDependencies } from './dependencies.mjs';
import { inProject } from './project.mjs';
import { inRuntime } from './runtime.mjs';

await inRuntime(import.meta.url, async () => {
  await ensureDependencies();
  const [program = '', ...rest] = process.argv.slice(2);
  const { status } = spawnSync(process.execPath, [inProject(`bench/${program}`), ...rest], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
});
