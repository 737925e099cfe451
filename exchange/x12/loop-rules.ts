import { element, type Segment } from './tokenize.ts';

/** A segment in a loop: its name, what one of its elements must say to be this one, and how often it may stand. */
export interface SegmentRule {
  readonly kind: 'segment';
  readonly id: string;
  /** Element number and the qualifiers that select this rule among segments of the same name. */
  readonly where: { readonly number: number; readonly oneOf: readonly string[] } | undefined;
  readonly least: number;
  readonly most: number;
}

/** A loop: it begins with its first segment, and its parts follow in order. */
export interface LoopRule {
  readonly kind: 'loop';
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly parts: readonly [SegmentRule, ...(SegmentRule | LoopRule)[]];
}

export type Rule = SegmentRule | LoopRule;

export function matches(rule: Rule, segment: Segment): boolean {
  const first = rule.kind === 'loop' ? rule.parts[0] : rule;
  if (first.id !== segment.id) return false;
  return first.where === undefined || first.where.oneOf.includes(element(segment, first.where.number));
}

/** 'NM1*85', 'N3'; of a loop the name and its first segment. */
export function ruleName(rule: Rule): string {
  if (rule.kind === 'loop') return `loop ${rule.name} (${ruleName(rule.parts[0])})`;
  return rule.where === undefined
    ? rule.id
    : `${rule.id}*${'*'.repeat(rule.where.number - 1)}${rule.where.oneOf.join('|')}`;
}

/** A required segment, exactly one: `one('NM1', 1, '85')` is NM1 whose first element is 85. */
export function one(id: string, number?: number, ...oneOf: string[]): SegmentRule {
  return segmentRule(id, 1, 1, number, oneOf);
}

export function optional(id: string, number?: number, ...oneOf: string[]): SegmentRule {
  return segmentRule(id, 0, 1, number, oneOf);
}

export function upTo(most: number, id: string, number?: number, ...oneOf: string[]): SegmentRule {
  return segmentRule(id, 0, most, number, oneOf);
}

export function loop(
  name: string,
  least: number,
  most: number,
  ...parts: readonly [SegmentRule, ...Rule[]]
): LoopRule {
  return { kind: 'loop', name, least, most, parts };
}

function segmentRule(
  id: string,
  least: number,
  most: number,
  number: number | undefined,
  oneOf: readonly string[],
): SegmentRule {
  return { kind: 'segment', id, where: number === undefined ? undefined : { number, oneOf }, least, most };
}
