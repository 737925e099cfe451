import type { RecordedEvent } from '../audit/event.ts';
import { message } from '../kernel/message.ts';
import type { Wording } from './draft.ts';

/** Members of an event's data that hold people's own words, in the order in which they read best. */
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
];
const longestQuote = 400;

/** What happened, and the event's own words, cut to a quotation. */
export function eventInWords({ type, data }: RecordedEvent): Wording {
  const words = textsIn(data)
    .filter((text) => text.trim() !== '')
    .join(' · ')
    .replaceAll(/\s+/g, ' ');
  const happened = message(`pdf.event.${type}`);
  if (words === '') return happened;
  const quote = words.length > longestQuote ? `${words.slice(0, longestQuote).trimEnd()}…` : words;
  return { message: message('assistant.event', { quote }), filling: { happened: [happened] } };
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
