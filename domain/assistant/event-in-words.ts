import type { RecordedEvent } from '../audit/event.ts';
import { message } from '../kernel/message.ts';
import type { Wording } from './draft.ts';

/** Members of an event's data that people typed or chose, in the order in which they read best. */
const told = [
  'title',
  'name',
  'asked',
  'answered',
  'effectOnPlan',
  'note',
  'statement',
  'reason',
  'outcome',
  'question',
  'status',
  'basis',
  'kind',
];
const longestQuote = 400;

/** An event's own words, cut to a quotation; where it has none, the name of what happened. */
export function eventInWords({ type, data }: RecordedEvent): Wording {
  const words = textsIn(data)
    .filter((text) => text.trim() !== '')
    .join(' · ')
    .replaceAll(/\s+/g, ' ');
  if (words === '') return message(`pdf.event.${type}`);
  const quote = words.length > longestQuote ? `${words.slice(0, longestQuote).trimEnd()}…` : words;
  return { en: quote, es: quote };
}

function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.entries(value);
  const own = told.flatMap((name) =>
    members.flatMap(([key, text]) => (key === name && typeof text === 'string' ? text : [])),
  );
  const below = members.flatMap(([, member]) => (typeof member === 'object' ? textsIn(member) : []));
  return [...own, ...below];
}
