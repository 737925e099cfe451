import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { categoryOf, codesOf } from './code-category.ts';
import type { FactOf, Scope } from './plan-facts.ts';

type Group = FactOf<'group'>;

/** How closely a scope fits a code: 3 the code itself, 2 a group, 1 its category, 0 everything; -1 not at all. */
export function closeness(scope: Scope | undefined, code: ProcedureCode, groups: readonly Group[]): number {
  if (scope === undefined) return 0;
  if (scope.code !== undefined) return scope.code === code ? 3 : -1;
  if (scope.group !== undefined) return inGroup(scope.group, code, groups) ? 2 : -1;
  return scope.category === categoryOf(code) ? 1 : -1;
}

function inGroup(name: string, code: ProcedureCode, groups: readonly Group[]): boolean {
  return groups.some((group) => group.name === name && group.codes.some((range) => inRange(range, code)));
}

function inRange(range: string, code: ProcedureCode): boolean {
  const [first = range, last = first] = range.split('-');
  return code >= first && code <= last;
}

interface Scoped {
  readonly for?: Scope;
}

/** The facts that fit a code most closely: code before group before category before everything. */
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
