import { readFileSync } from 'node:fs';
import type { EstimateRequest } from '#domain/estimate/estimate-request.ts';
import type { StatedFact } from '#domain/estimate/plan-facts.ts';
import { estimate } from '#domain/estimate/estimate.ts';
import { readEstimateRequest } from '#domain/estimate/read-estimate-request.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';

/**
 * Line estimates a second of one core (processor time, so that a busy machine does not show), explained, with two plans coordinated: a plan of 40 lines from the published
 * example, nothing unknown; and how long the example with its open question takes. Run: node bench/estimate/estimate.bench.ts
 */
const limit = 20_000;
const seconds = Number(process.argv[2] ?? 3);
const example = readRequest();

function readRequest(): EstimateRequest {
  const file = new URL('../../docs/reference/estimate.example.json', import.meta.url);
  const read = readEstimateRequest(JSON.parse(readFileSync(file, 'utf8')));
  if (isRefusal(read)) throw new Error(read.code);
  return read;
}

/** Of forty lines some pass a limit on how often, and whether the contract holds there is then asked. */
const outsideLimits: StatedFact = { kind: 'write-off', when: 'limit-reached', holds: true };

/** The example's lines over and over, and the candidates of an open question reduced to the first. */
function known(lines: number): EstimateRequest {
  const [first] = example.lines;
  if (!first) throw new Error('the example has lines');
  return {
    ...example,
    plans: example.plans.map((plan) => ({
      ...plan,
      facts: [
        ...plan.facts.flatMap((fact) => (fact.kind === 'one-of' ? fact.candidates.slice(0, 1) : [fact])),
        outsideLimits,
      ],
    })),
    lines: Array.from({ length: lines }, (_, index) => ({
      ...(example.lines[index % example.lines.length] ?? first),
      lineId: `line-${index}`,
    })),
  };
}

function perSecond(request: EstimateRequest): number {
  const run = (milliseconds: number) => {
    const start = performance.now();
    const before = process.cpuUsage();
    let count = 0;
    for (; performance.now() - start < milliseconds; count++) {
      const result = estimate(request);
      if (isRefusal(result)) throw new Error(result.code);
    }
    const { user, system } = process.cpuUsage(before);
    return (count / (user + system)) * 1_000_000;
  };
  run(500);
  return run(seconds * 1000);
}

const rows = [
  ['40 lines, two plans, nothing unknown', perSecond(known(40)) * 40],
  ['2 lines, two plans, nothing unknown', perSecond(known(2)) * 2],
] as const;
for (const [name, rate] of rows)
  console.log(`${name.padEnd(40)} ${rate.toFixed(0)} lines a second (limit ${limit})`);
console.log(`${'the example, a question open'.padEnd(40)} ${(1000 / perSecond(example)).toFixed(2)} ms`);
