import type { Service } from './accumulators.ts';
import { byFrequency } from './by-frequency.ts';
import type { EstimateRequest, Line } from './estimate-request.ts';
import { byDay, dayThatCounts } from './own-benefit.ts';
import type { Payer } from './payer.ts';
import type { Ruling } from './refused.ts';
import { rulingOn } from './ruling.ts';
import type { Ask } from './unknown.ts';

/** What a plan rules on a line: once, or on each of its units where a limit on how often may let a part of them pass. */
export type RulingsOnLine = readonly [Ruling, ...Ruling[]];

/**
 * What one plan rules on every line, by its id. No ruling rests on an amount of money, so all are made before anything is
 * paid: line after line by the day that counts, each counting toward the limits on how often before the next one.
 */
export function rulingsOfPlan(
  payer: Payer,
  lines: readonly Line[],
  patient: EstimateRequest['patient'],
  ask: Ask,
): ReadonlyMap<string, RulingsOnLine> {
  const rule = (line: Line): Ruling => {
    const { terms, used } = payer;
    const code = terms.ofCode(line.code);
    const ruling = rulingOn(terms, code, line, dayThatCounts(code, line), patient, used, ask);
    if (ruling.outcome === 'covered') used.services.push(serviceOf(payer, line));
    return ruling;
  };
  const inTime = lines.toSorted(byDay((line) => dayThatCounts(payer.terms.ofCode(line.code), line)));
  return new Map(inTime.map((line) => [line.lineId, rulingsOn(payer, line, rule, ask)]));
}

/** A limit that is reached within a quantity lets a part of it pass: its units are looked at one by one then. */
function rulingsOn(payer: Payer, line: Line, rule: (line: Line) => Ruling, ask: Ask): RulingsOnLine {
  const { quantity = 1 } = line;
  if (quantity === 1 || !passesInPart(payer, line, ask)) return [rule(line)];
  const unit = { ...line, quantity: 1 };
  return [rule(unit), ...Array.from({ length: quantity - 1 }, () => rule(unit))];
}

function passesInPart({ terms, used }: Payer, line: Line, ask: Ask): boolean {
  const code = terms.ofCode(line.code);
  const day = dayThatCounts(code, line);
  const stands = (quantity: number) =>
    byFrequency(terms, code, { ...line, quantity }, day, used, ask) !== undefined;
  return code.frequencies.length > 0 && stands(line.quantity ?? 1) && !stands(1);
}

function serviceOf({ terms }: Payer, line: Line): Service {
  const { lineId, code, quantity = 1, tooth, area, office } = line;
  const date = dayThatCounts(terms.ofCode(code), line);
  return { lineId, key: lineId, mayBeAt: [], code, date, quantity, tooth, area, office };
}
