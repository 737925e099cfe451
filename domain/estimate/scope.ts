import { endsOfRange, inCodeRange } from '../kernel/code-range.ts';
import { parseProcedureCode, type ProcedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { categoryOf, categoryOfCodes, codesOf } from './code-category.ts';
import type { FactOf, Scope } from './plan-facts.ts';

type Group = FactOf<'group'>;

/**
 * How closely a scope fits a code: 3 the code itself, from 2 on a group, the more the fewer codes it holds, 1 its
 * category, 0 everything; -1 not at all.
 */
export function closeness(scope: Scope | undefined, code: ProcedureCode, groups: readonly Group[]): number {
  if (scope === undefined) return 0;
  if (scope.code !== undefined) return scope.code === code ? 3 : -1;
  if (scope.group !== undefined) return inGroup(scope.group, code, groups);
  return scope.category === categoryOf(code) ? 1 : -1;
}

function inGroup(name: string, code: ProcedureCode, groups: readonly Group[]): number {
  const ranges = groups.filter((group) => group.name === name).flatMap(({ codes }) => codes);
  if (!ranges.some((range) => inCodeRange(range, code))) return -1;
  const size = ranges
    .map(endsOfRange)
    .reduce((sum, [first, last]) => sum + numberOf(last) - numberOf(first), 0);
  return 2 + 1 / (2 + size);
}

function numberOf(code: string): number {
  return Number(code.slice(1));
}

interface Scoped {
  readonly for?: Scope;
}

/** The facts that fit a code most closely: code before group, the smaller one first, before category before everything. */
export function closest<Fact extends Scoped>(
  facts: readonly Fact[],
  code: ProcedureCode,
  groups: readonly Group[],
): readonly Fact[] {
  let best = 0;
  let found: Fact[] = [];
  for (const fact of facts) {
    const fit = closeness(fact.for, code, groups);
    if (fit < best) continue;
    if (fit > best) found = [];
    best = fit;
    found.push(fact);
  }
  return found;
}

/** Names the scope in any language: "D2740", the plan's own word "Crowns", "D2000-D2999". */
export function scopeWords(scope: Scope | undefined): string {
  return scope?.code ?? scope?.group ?? codesOf(scope?.category);
}

export function scopeKey(scope: Scope | undefined): string {
  return scope?.code ?? scope?.group ?? scope?.category ?? 'all';
}

/** How closely a scope fits a code that is known by its words and the codes that it holds; a total has no code. */
export function closenessOfWords(
  { about, codes }: { readonly about: string; readonly codes: readonly string[] },
  code: ProcedureCode | undefined,
): number {
  const scope = scopeOfWords(about);
  if (code === undefined) return scope === undefined ? 0 : -1;
  return closeness(scope, code, [{ kind: 'group', name: about, codes: [...codes] }]);
}

function scopeOfWords(about: string): Scope | undefined {
  const category = categoryOfCodes(about);
  if (category !== undefined) return category === 'all' ? undefined : { category };
  const code = parseProcedureCode(about);
  return isRefusal(code) ? { group: about } : { code };
}
