import type { BenefitFact, CoverageStatus } from '#domain/coverage/benefit-fact.ts';
import { isOfWholeMouth } from '#domain/coverage/whole-mouth.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { parseProcedureCode, type ProcedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { BenefitLine } from './answer-271.ts';
import type { Aside } from './aside.ts';
import { active, countsServices, isYear } from './benefit-codes.ts';

export type CodeFact = Pick<BenefitFact, 'code' | 'status' | 'frequency'>;

export function codeStatus(line: BenefitLine): CoverageStatus | undefined {
  if (line.code === '') return undefined;
  if (line.information === 'I') return 'not-a-benefit';
  if (!active.includes(line.information)) return undefined;
  return line.authorization === 'Y' ? 'prior-authorization' : 'paid';
}

/** A limit of a code by day, year or lifetime has its word beside the code itself, where it is of the whole mouth. */
export function codeLimit(line: BenefitLine): BenefitFact['frequency'] {
  if (line.information !== 'F' || !isOfWholeMouth(line.code)) return undefined;
  const [limit] = line.limits;
  const times = limit?.quantity;
  if (
    limit === undefined ||
    !countsServices(limit) ||
    times === undefined ||
    times > 999 ||
    (limit.periods ?? 1) !== 1
  )
    return undefined;
  if (limit.period === '7') return { times, window: 'client-day' };
  if (limit.period === '32') return { times, window: 'lifetime' };
  return limit.period !== '' && isYear(limit.period) ? { times, window: 'benefit-year' } : undefined;
}

/** What the lines say of single codes, each code once. */
export function codeFacts(lines: readonly BenefitLine[]): {
  readonly facts: readonly CodeFact[];
  readonly aside: readonly Aside[];
} {
  const facts: CodeFact[] = [];
  const aside: Aside[] = [];
  for (const [text, group] of Map.groupBy(lines, ({ code }) => code)) {
    const code = parseProcedureCode(text);
    if (isRefusal(code)) continue;
    const statuses = group.filter((line) => codeStatus(line) !== undefined);
    const limits = group.filter((line) => codeLimit(line) !== undefined);
    const status = agreed(statuses, codeStatus);
    const frequency = agreed(limits, codeLimit);
    if (status === undefined)
      aside.push(...statuses.map((line) => ({ line, reason: 'contradicts' as const })));
    if (frequency === undefined)
      aside.push(...limits.map((line) => ({ line, reason: 'contradicts' as const })));
    if (status !== undefined || frequency !== undefined) facts.push(codeFact(code, status, frequency));
  }
  return { facts, aside };
}

function codeFact(
  code: ProcedureCode,
  status: CoverageStatus | undefined,
  frequency: BenefitFact['frequency'],
): CodeFact {
  return { code, status: status ?? 'unknown', ...(frequency === undefined ? {} : { frequency }) };
}

/** What all lines say; undefined where none says anything, or two say different things. */
function agreed<Value>(
  lines: readonly BenefitLine[],
  read: (line: BenefitLine) => Value | undefined,
): Value | undefined {
  const [first, ...others] = lines.map(read);
  const same = others.every((other) => canonicalJson(other) === canonicalJson(first));
  return same ? first : undefined;
}
