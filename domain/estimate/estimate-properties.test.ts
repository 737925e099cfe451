import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import type { EstimateRequest } from './estimate-request.ts';
import { estimate } from './estimate.ts';
import { estimateLines, type LineEstimate } from './estimate-lines.ts';
import { inventRequest } from './invented-request.samples.ts';
import { orderOfBenefits } from './order-of-benefits.ts';
import { readEstimateRequest } from './read-estimate-request.ts';

const seeds = fc.noShrink(fc.integer());

function orderOf({ plans }: EstimateRequest) {
  const order = orderOfBenefits(plans.map((plan, index) => ({ ...plan, index })));
  if (isRefusal(order)) throw new Error(order.code);
  return order.plans;
}

function fault({ fee, plans, writeOff, patient }: LineEstimate): string | undefined {
  const paid = plans.reduce((sum, { pays }) => sum + pays, 0);
  if (paid + writeOff + patient !== fee) return `${paid} + ${writeOff} + ${patient} is not ${fee}`;
  if (Math.min(writeOff, patient, ...plans.map(({ pays }) => pays)) < 0) return 'an amount below 0';
  const odd = plans.find(
    ({ pays, payments, allowed, deductible }) =>
      payments.reduce((sum, payment) => sum + payment.pays, 0) !== pays ||
      pays > allowed ||
      pays + deductible > allowed ||
      allowed > fee,
  );
  return odd && `${odd.planId} pays ${odd.pays} of ${odd.allowed}`;
}

test('plans, write-off and patient make up the fee on each of 100,000 invented lines', () => {
  const seen = { lines: 0, paid: 0, writtenOff: 0, second: 0, deductible: 0, instalments: 0 };
  fc.assert(
    fc.property(seeds, (seed) => {
      const request = inventRequest(seed, true);
      for (const line of estimateLines(request, orderOf(request), () => 0)) {
        const found = fault(line);
        if (found !== undefined) throw new Error(`${line.lineId}: ${found}`);
        seen.lines += 1;
        seen.writtenOff += Number(line.writeOff > 0);
        seen.paid += Number(line.plans.some(({ pays }) => pays > 0));
        seen.second += Number((line.plans[1]?.pays ?? 0) > 0);
        seen.deductible += Number(line.plans.some(({ deductible }) => deductible > 0));
        seen.instalments += Number(line.plans.some(({ payments }) => payments.length > 1));
      }
    }),
    { numRuns: 42_000 },
  );
  expect(seen.lines).toBeGreaterThan(100_000);
  // The inventor reaches what it is for.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(2000);
}, 120_000);

test('no plan pays more than its maximum in a benefit year', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const invented = inventRequest(seed, true);
      const request = { ...invented, history: [] };
      const lines = estimateLines(request, orderOf(request), () => 0);
      for (const plan of request.plans) {
        const maximum = plan.facts.find(
          (fact) => fact.kind === 'maximum' && fact.for === undefined && fact.per === 'individual',
        );
        const others = plan.facts.filter((fact) => fact.kind === 'maximum' && fact.for !== undefined);
        const year = plan.facts.find((fact) => fact.kind === 'benefit-year');
        if (maximum?.kind !== 'maximum' || year?.kind !== 'benefit-year' || others.length > 0) continue;
        const byYear = new Map<number, number>();
        // Orthodontic work has a maximum of its own (field-facts 7.4).
        const governed = lines.filter((_, index) => !request.lines[index]?.code.startsWith('D8'));
        for (const { date, pays } of governed.flatMap(({ plans }) =>
          plans.filter(({ planId }) => planId === plan.planId).flatMap(({ payments }) => payments),
        )) {
          const key = Number(date.slice(0, 4)) - Number(date.slice(5) < year.begins);
          byYear.set(key, (byYear.get(key) ?? 0) + pays);
        }
        for (const total of byYear.values()) expect(total).toBeLessThanOrEqual(Number(maximum.amount));
      }
    }),
    { numRuns: 3000 },
  );
});

test('what is read is what was written, and every figure lies in its range', () => {
  let ranges = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const request = inventRequest(seed, false);
      expect(readEstimateRequest(JSON.parse(JSON.stringify(request)))).toEqual(request);
      const result = estimate(request);
      if (isRefusal(result)) throw new Error(result.code);
      ranges += Number(result.questions.length > 0);
      for (const line of result.lines)
        for (const each of [line.least, line.most]) {
          expect(fault(each)).toBeUndefined();
          expect(each.patient).toBeGreaterThanOrEqual(line.patient.low);
          expect(each.patient).toBeLessThanOrEqual(line.patient.high);
        }
      const sum = (which: 'least' | 'most') =>
        result.lines.reduce((all, line) => all + line[which].patient, 0);
      expect([sum('least'), sum('most')]).toEqual([result.total.patient.low, result.total.patient.high]);
    }),
    { numRuns: 50 },
  );
  expect(ranges).toBeGreaterThan(15);
}, 120_000);
