import { inProject } from './project.mjs';
import { run } from './run.mjs';

const tsc = 'node_modules/typescript-native/bin/tsc';
const oxlint = 'node_modules/oxlint/bin/oxlint';

/** Longest first, since two run at a time; for the same reason none of them is to want both cores. */
const programs = [
  {
    name: 'formatting',
    args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--cache', '--log-level=warn', '.'],
  },
  { name: 'lint', args: [oxlint, '--threads=1', '--ignore-pattern=web/**', '--tsconfig=tsconfig.json'] },
  { name: 'types', args: [tsc, '--singleThreaded', '-p', 'tsconfig.json'] },
  { name: 'lint of the screens', args: [oxlint, '--threads=1', '--tsconfig=tsconfig.web.json', 'web'] },
  { name: 'types of the screens', args: [tsc, '--singleThreaded', '-p', 'tsconfig.web.json'] },
  { name: 'types of the domain', args: [tsc, '--singleThreaded', '-p', 'tsconfig.domain.json'] },
  { name: 'architecture and house rules', args: ['checks/run-checks.ts'] },
  { name: 'rulebook examples', args: ['cli/archway.ts', 'rulebook', 'check'] },
];

/**
 * Runs all of them, two at a time, and tells everything that any of them found.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks() {
  const begun = Date.now();
  const waiting = [...programs];
  let failed = 0;
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (!(await runOne(next))) failed += 1;
    }
  };
  await Promise.all([worker(), worker()]);
  const passed = programs.length - failed;
  console.log(`check: ${passed} passed, ${failed} failed, in ${seconds(begun)}`);
  return { passed, failed };
}

async function runOne(/** @type {{ name: string, args: string[] }} */ { name, args }) {
  const begun = Date.now();
  const [program = '', ...rest] = args;
  const { code, output } = await run(process.execPath, [inProject(program), ...rest]);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(begun)})`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

function seconds(/** @type {number} */ begun) {
  return `${((Date.now() - begun) / 1000).toFixed(1)} s`;
}
