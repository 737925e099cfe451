import type { BenefitFact, CoverageStatus, FrequencyLimit } from '#domain/coverage/benefit-fact.ts';
import type { PlanStatement } from '#domain/coverage/plan-answer.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { parseProcedureCode, type ProcedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { BenefitLine } from './answer-271.ts';
import type { Aside } from './aside.ts';
import { active } from './benefit-codes.ts';
import { limitsOf271 } from './limits-of-271.ts';

export type CodeFact = Pick<BenefitFact, 'code' | 'status' | 'frequency'>;

/** Whether a code is paid; it is weighed like every other word of the answer. */
export function codeStatus(line: BenefitLine): CoverageStatus | undefined {
  if (line.code === '') return undefined;
  if (line.information === 'I') return 'not-a-benefit';
  if (!active.includes(line.information)) return undefined;
  return line.authorization === 'Y' ? 'prior-authorization' : 'paid';
}

export type StatusOfCode = Extract<PlanStatement, { kind: 'status' }> & {
  readonly for: { readonly code: ProcedureCode };
};

export function isStatusOfCode(statement: PlanStatement): statement is StatusOfCode {
  return statement.kind === 'status' && statement.for?.code !== undefined;
}

/** What was said of single codes, each code once: whether it is paid, and its limit by day or for life. */
export function codeFacts(
  statuses: readonly StatusOfCode[],
  lines: readonly BenefitLine[],
): { readonly facts: readonly CodeFact[]; readonly aside: readonly Aside[] } {
  const limited = lines.filter((line) => limitsOf271(line).ofCode.length > 0);
  const aside: Aside[] = [];
  const facts = new Map<ProcedureCode, CodeFact>(
    statuses.map(({ for: { code }, status }) => [code, { code, status }]),
  );
  for (const [text, group] of Map.groupBy(limited, ({ code }) => code)) {
    const code = parseProcedureCode(text);
    if (isRefusal(code)) continue;
    const frequency = onlyOne(group.flatMap((line) => limitsOf271(line).ofCode));
    if (frequency) facts.set(code, { code, status: 'unknown', ...facts.get(code), frequency });
    else aside.push(...group.map((line) => ({ line, reason: 'contradicts' as const })));
  }
  return { facts: [...facts.values()], aside };
}

/** What all of them say; undefined where two say different things. */
function onlyOne(limits: readonly FrequencyLimit[]): FrequencyLimit | undefined {
  return new Set(limits.map((limit) => canonicalJson(limit))).size === 1 ? limits[0] : undefined;
}
