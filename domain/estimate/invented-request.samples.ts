import { addDays } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { parseTooth, type Tooth } from '../kernel/tooth.ts';
import { day, request } from './estimate.samples.ts';
import type { EstimateRequest, Line, Plan } from './estimate-request.ts';
import { coordinationVariants, type StatedFact } from './plan-facts.ts';

const codes = ['D0120', 'D0330', 'D1110', 'D2391', 'D2740', 'D4341', 'D6010', 'D7140', 'D8080'].map(
  procedureCode,
);
const longAgo = day('2020-01-01');
const serviceDays = daysFrom('2025-06-01', 700);
const firstDays = daysFrom('2024-01-01', 600);
const teeth = Array.from({ length: 32 }, (_, index) => tooth(index + 1));
const begins = ['01-01', '07-01', '10-15'] as const;

/**
 * A request of any kind that the schema allows, from a seed: odd cents, limits that are almost used up, several
 * plans, quantities, orthodontics. With `known`, nothing is left open.
 */
export function inventRequest(seed: number, known: boolean): EstimateRequest {
  const next = numbers(seed);
  const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item => {
    const item = items[next(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const chance = (percent: number) => next(100) < percent;
  const plans = Array.from({ length: next(3) + Number(chance(70)) }, (_, index) => inventPlan(index));
  const lines = Array.from({ length: 1 + next(4) }, (_, index) => inventLine(index));
  const history = plans.flatMap(({ planId }) =>
    Array.from({ length: next(3) }, () => ({
      planId,
      state: pick(['paid', 'pending', 'reserved'] as const),
      date: inventDay(),
      pays: cents(next(90_000)),
      deductible: cents(next(5000)),
      member: pick(['patient', 'family'] as const),
      ...(chance(60) && { code: pick(codes) }),
    })),
  );
  return request(plans, lines, { history });

  function inventDay() {
    return pick(serviceDays);
  }

  function inventLine(index: number): Line {
    const date = inventDay();
    return {
      lineId: `line-${index}`,
      code: pick(codes),
      date,
      fee: cents(next(4) === 0 ? next(100) : next(300_000)),
      quantity: 1 + next(3),
      ...(chance(50) && { tooth: pick(teeth) }),
      ...(chance(20) && { orthodontics: { bandedOn: date, months: 1 + next(30) } }),
    };
  }

  function inventPlan(index: number): Plan {
    return {
      planId: `plan-${index}`,
      name: `Plan ${index}`,
      kind: index > 0 && chance(20) ? 'medicaid' : 'dental',
      from: pick(firstDays),
      order: {
        market: chance(10) ? 'individual' : 'group',
        patientIs: 'subscriber',
        coveredSince: addDays(longAgo, index),
      },
      facts: inventFacts(),
    };
  }

  function inventFacts(): readonly StatedFact[] {
    const facts: (StatedFact | false)[] = [
      ...(known ? knownFacts() : []),
      { kind: 'percentage', percent: next(101), for: { category: 'preventive' } },
      chance(60) && { kind: 'percentage', percent: next(101), for: { code: pick(codes) } },
      ...codes
        .filter(() => chance(40))
        .map((code): StatedFact => ({ kind: 'allowed', code, amount: cents(next(250_000)) })),
      ...(['individual', 'family'] as const).flatMap((per): (StatedFact | false)[] => [
        chance(50) && { kind: 'deductible', amount: cents(next(20_000)), per, period: 'benefit-year' },
        chance(20) && {
          kind: 'deductible',
          amount: cents(next(9000)),
          per,
          period: 'benefit-year',
          for: { category: 'diagnostic' },
        },
        chance(60) && { kind: 'maximum', amount: cents(next(200_000)), per, period: 'benefit-year' },
        chance(20) && {
          kind: 'maximum',
          amount: chance(20) ? 'none' : cents(next(90_000)),
          per,
          period: 'lifetime',
          for: { code: pick(codes) },
          countsTowardGeneral: chance(50),
        },
      ]),
      chance(30) && { kind: 'copay', amount: cents(next(9000)) },
      chance(30) && { kind: 'waiting-period', months: next(36), for: { category: 'restorative' } },
      chance(30) && {
        kind: 'frequency',
        times: 1 + next(2),
        window: 'last-12-months',
        per: pick(['mouth', 'arch', 'quadrant', 'tooth'] as const),
        otherwise: pick(['denied-patient-liable', 'disallowed-no-charge'] as const),
      },
      chance(20) && {
        kind: 'alternate-benefit',
        code: procedureCode('D2391'),
        substitute: procedureCode('D2140'),
        applies: chance(80),
      },
      chance(15) && {
        kind: 'status',
        for: { code: pick(codes) },
        status: pick(['not-a-benefit', 'disallowed-no-charge', 'denied-patient-liable'] as const),
      },
      chance(60) && {
        kind: 'orthodontics',
        bandingPercent: next(40),
        every: pick(['month', 'quarter'] as const),
        incurred: pick(['start', 'end'] as const),
        inProgress: chance(50),
        ...(chance(30) && { mostInstalments: 8 }),
      },
      { kind: 'benefit-year', begins: pick(begins), deductibleBegins: pick(begins) },
      ...['line-0', 'line-1'].map((lineId) => chance(30) && answeredBeforehand(lineId)),
    ];
    return facts.filter((fact) => fact !== false);
  }

  function answeredBeforehand(lineId: string): StatedFact {
    const said = { kind: 'predetermination', lineId, code: pick(codes) } as const;
    const source = { kind: 'predetermination', expires: inventDay() } as const;
    return chance(70)
      ? { ...said, outcome: 'pays', pays: cents(next(200_000)), deductible: cents(next(6000)), source }
      : {
          ...said,
          outcome: pick(['denied-patient-liable', 'disallowed-no-charge', 'not-a-benefit'] as const),
        };
  }

  function knownFacts(): readonly StatedFact[] {
    return [
      { kind: 'percentage', percent: next(101) },
      { kind: 'network', participates: chance(70) },
      { kind: 'coordination', variant: pick(coordinationVariants) },
      { kind: 'write-off', when: 'not-covered', holds: chance(50) },
      { kind: 'write-off', when: 'maximum-reached', holds: chance(50) },
    ];
  }
}

function daysFrom(first: string, count: number) {
  return Array.from({ length: count }, (_, index) => addDays(day(first), index));
}

function tooth(number: number): Tooth {
  const parsed = parseTooth(String(number));
  if (typeof parsed !== 'string') throw new Error(parsed.code);
  return parsed;
}

/** Whole numbers below a limit, the same ones for the same seed (mulberry32). */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
}
