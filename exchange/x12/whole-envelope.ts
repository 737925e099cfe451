import { message, type Message } from '#domain/kernel/message.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { element, type Segment } from './tokenize.ts';

/**
 * Refuses a file that is not whole: an end that is missing, a count or control number that does not fit its
 * beginning. Half an answer could leave out what contradicts the other half.
 */
export function refuseEnvelope(segments: Iterable<Segment | Refusal>): Refusal | undefined {
  const open: { readonly start: Segment; inside: number }[] = [];
  let saysSomething = false;
  for (const segment of segments) {
    if (isRefusal(segment)) return segment;
    const { id, number } = segment;
    saysSomething ||= id === 'ST' || id === 'TA1';
    const closes = ends[id];
    if (id === 'ISA' || id === 'GS' || id === 'ST') {
      const around = open.at(-1);
      if (around) around.inside++;
      open.push({ start: segment, inside: 0 });
    }
    if (closes === undefined) continue;
    const closed = open.pop();
    if (closed?.start.id !== closes.start) return damaged(segment, damage('closes-nothing', { segment: id }));
    const { start, inside } = closed;
    if (element(segment, 2) !== element(start, closes.control))
      return damaged(segment, damage('other-number', { segment: id, start: start.id }));
    const [said, counted] = [element(segment, 1), id === 'SE' ? number - start.number + 1 : inside];
    if (Number(said) !== counted)
      return damaged(segment, damage('other-count', { segment: id, said, counted }));
  }
  const [unclosed] = open;
  if (unclosed) return damaged(unclosed.start, damage('never-closed', { segment: unclosed.start.id }));
  return saysSomething ? undefined : refuse('eligibility/empty');
}

/** SE counts segments, GE transactions, IEA groups. */
const ends: Readonly<Record<string, { readonly start: string; readonly control: number }>> = {
  SE: { start: 'ST', control: 2 },
  GE: { start: 'GS', control: 6 },
  IEA: { start: 'ISA', control: 13 },
};

function damage(what: string, params: Message['params']): Message {
  return message(`eligibility.damage.${what}`, params);
}

function damaged(segment: Segment, detail: Message): Refusal {
  return refuse('eligibility/damaged', { detail, segment: segment.number }, `segment ${segment.number}`);
}
