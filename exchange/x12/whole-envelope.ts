import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { element, type Segment } from './tokenize.ts';

/**
 * Refuses a file that is not whole: an end that is missing, a count or control number that does not fit its
 * beginning. Half an answer could leave out what contradicts the other half.
 */
export function refuseEnvelope(segments: readonly Segment[]): Refusal | undefined {
  const open: Segment[] = [];
  for (const segment of segments) {
    const closes = ends[segment.id];
    if (segment.id === 'ISA' || segment.id === 'GS' || segment.id === 'ST') open.push(segment);
    if (closes === undefined) continue;
    const start = open.pop();
    if (start?.id !== closes.start) return damaged(segment, `${segment.id} closes nothing that was opened`);
    if (element(segment, 2) !== element(start, closes.control))
      return damaged(segment, `${segment.id} has another control number than ${start.id}`);
    const counted = segment.number - start.number + 1;
    if (segment.id === 'SE' && Number(element(segment, 1)) !== counted)
      return damaged(segment, `SE counts ${element(segment, 1)} segments, and there are ${counted}`);
  }
  const [unclosed] = open;
  if (unclosed) return damaged(unclosed, `${unclosed.id} is never closed`);
  if (!segments.some(({ id }) => id === 'ST')) return refuse('eligibility/empty');
  return undefined;
}

const ends: Readonly<Record<string, { readonly start: string; readonly control: number }>> = {
  SE: { start: 'ST', control: 2 },
  GE: { start: 'GS', control: 6 },
  IEA: { start: 'ISA', control: 13 },
};

function damaged(segment: Segment, detail: string): Refusal {
  return refuse('eligibility/damaged', { detail, segment: segment.number }, `segment ${segment.number}`);
}
