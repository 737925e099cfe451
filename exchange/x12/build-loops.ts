import { type Fault, faultAt } from './fault.ts';
import { type LoopRule, matches, type Rule, ruleName } from './loop-rules.ts';
import type { Segment } from './tokenize.ts';

/** A loop as it stands in the file. */
export interface Loop {
  readonly name: string;
  readonly segments: readonly Segment[];
  readonly loops: readonly Loop[];
}

/** The loops of that name among the descendants, the loop itself included, in order of the file. */
export function loopsNamed(loop: Loop, name: string): Loop[] {
  return [...(loop.name === name ? [loop] : []), ...loop.loops.flatMap((inner) => loopsNamed(inner, name))];
}

export function segmentsOf(loop: Loop, id: string): Segment[] {
  return loop.segments.filter((segment) => segment.id === id);
}

/** The loop's first segment; a loop never begins without one. */
export function firstOf(loop: Loop): Segment {
  const [first] = loop.segments;
  if (!first) throw new Error(`loop ${loop.name} has no segment`);
  return first;
}

interface Frame {
  readonly rule: LoopRule;
  readonly name: string;
  readonly segments: Segment[];
  readonly loops: Loop[];
  /** Index of the part where the loop stands. */
  place: number;
  readonly counts: number[];
}

/**
 * Sorts segments into the loops that the rules describe. A segment that fits nowhere ahead is reported and read
 * where it fits behind, or skipped, so that one fault does not hide the next.
 */
export function buildLoops(
  rule: LoopRule,
  segments: readonly Segment[],
): { root: Loop | undefined; faults: Fault[] } {
  const faults: Fault[] = [];
  const [first, ...rest] = segments;
  if (!first || !matches(rule, first)) return { root: undefined, faults };
  const root = open(rule, first);
  const stack: Frame[] = [root];
  for (const segment of rest) take(stack, segment, faults);
  while (stack.length > 0) close(stack, faults);
  return { root, faults };
}

function open(rule: LoopRule, first: Segment): Frame {
  const counts = rule.parts.map((_part, index) => (index === 0 ? 1 : 0));
  return { rule, name: rule.name, segments: [first], loops: [], place: 0, counts };
}

function take(stack: Frame[], segment: Segment, faults: Fault[]): void {
  const depth = stack.findLastIndex((frame) => placeAhead(frame, segment) !== undefined);
  if (depth >= 0) {
    while (stack.length > depth + 1) close(stack, faults);
    const frame = innermost(stack);
    return put(stack, frame, placeAhead(frame, segment) ?? 0, segment, faults);
  }
  const frame = stack.findLast((one) => placeBehind(one, segment) !== undefined);
  if (frame && frame === innermost(stack)) {
    const behind = placeBehind(frame, segment) ?? 0;
    const full = (frame.counts[behind] ?? 0) >= (frame.rule.parts[behind]?.most ?? 0);
    if (!full)
      faults.push(faultAt(segment, 'out-of-order', `${segment.id} comes too late in loop ${frame.name}.`));
    return put(stack, frame, behind, segment, faults);
  }
  faults.push(
    faultAt(segment, 'unexpected-segment', `${segment.id} has no place in loop ${innermost(stack).name}.`),
  );
}

function put(stack: Frame[], frame: Frame, place: number, segment: Segment, faults: Fault[]): void {
  const part = frame.rule.parts[place];
  if (!part) throw new Error(`loop ${frame.name} has no part ${place}`);
  const count = (frame.counts[place] ?? 0) + 1;
  frame.counts[place] = count;
  frame.place = Math.max(frame.place, place);
  if (count > part.most)
    faults.push(faultAt(segment, 'too-many', `${ruleName(part)} stands more than ${part.most} times.`));
  if (part.kind === 'segment') frame.segments.push(segment);
  else stack.push(open(part, segment));
}

/** The first part at or after the present place that takes the segment; one that is full takes no more of it. */
function placeAhead(frame: Frame, segment: Segment): number | undefined {
  const from = Math.max(frame.place, 1);
  const found = frame.rule.parts.findIndex(
    (part, index) => index >= from && matches(part, segment) && hasRoom(frame, part, index),
  );
  return found < 0 ? undefined : found;
}

/** A loop may overflow where it stands, so that the lines after the fiftieth are still read as lines. */
function hasRoom(frame: Frame, part: Rule, index: number): boolean {
  return (frame.counts[index] ?? 0) < part.most || (part.kind === 'loop' && index === frame.place);
}

function placeBehind(frame: Frame, segment: Segment): number | undefined {
  const found = frame.rule.parts.findIndex((part, index) => index > 0 && matches(part, segment));
  return found < 0 ? undefined : found;
}

function close(stack: Frame[], faults: Fault[]): void {
  const frame = stack.pop();
  if (!frame) return;
  const [first] = frame.segments;
  for (const [index, part] of frame.rule.parts.entries())
    if (first && (frame.counts[index] ?? 0) < part.least)
      faults.push(faultAt(first, 'missing', `Loop ${frame.name} lacks ${ruleName(part)}.`));
  stack.at(-1)?.loops.push(frame);
}

function innermost(stack: readonly Frame[]): Frame {
  const last = stack.at(-1);
  if (!last) throw new Error('the outermost loop is closed at the end only');
  return last;
}
