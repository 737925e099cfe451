import { message, type Message } from '../kernel/message.ts';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { whatIsExpected } from '../kernel/what-is-expected.ts';

/** The first thing in which a value differs from its schema, in words, with its place; `at` is where the value stands. */
export function refuseShape(schema: TSchema, value: unknown, at: string): Refusal | undefined {
  if (Value.Check(schema, value)) return undefined;
  const [first] = Value.Errors(schema, value);
  if (!first) return wrongShape(at);
  const place = `${at}${first.instancePath}`;
  if (first.keyword === 'required') return missing(place, first.params.requiredProperties);
  if (first.keyword === 'boolean') return unheardOf(place);
  if (first.keyword === 'maxItems' || first.keyword === 'minItems') {
    const given = itemsAt(value, first.instancePath);
    return tooMany(place, first.keyword, first.params.limit, given);
  }
  if (first.keyword === 'minProperties' || first.keyword === 'maxProperties')
    return refuse('estimate/scope', { place }, place);
  return refuse(
    'estimate/value',
    { value: shown(valueAt(value, first.instancePath)), expected: expected(place, first) },
    place,
  );
}

export function wrongShape(at: string): Refusal {
  return refuse('estimate/shape', {}, at);
}

function missing(place: string, names: readonly string[]): Refusal {
  const [name = ''] = names;
  return refuse('estimate/missing', { name, others: names }, `${place}/${name}`);
}

function unheardOf(place: string): Refusal {
  return refuse('estimate/unheard-of', { name: place.split('/').at(-1) ?? '' }, place);
}

function tooMany(place: string, keyword: 'maxItems' | 'minItems', limit: number, given: number): Refusal {
  const many = keyword === 'maxItems';
  return refuse(many ? 'estimate/too-many' : 'estimate/too-few', { given, limit }, place);
}

const moneyWords = /\/(fee|amount|pays|deductible)$/;
const dateWords = /\/(asOf|date|birthDate|\w+(On|Date|Since)|from|through|expires)$/;
const codeWords = /\/(code|substitute|bundledInto)$/;

function expected(
  place: string,
  { keyword, params }: { readonly keyword: string; readonly params: object },
): Message {
  if (moneyWords.test(place)) return message('estimate.expected.amount');
  if (codeWords.test(place)) return message('estimate.expected.code');
  if (dateWords.test(place) && !/facts\/\d+\/(from|through)$/.test(place))
    return message('estimate.expected.date');
  return whatIsExpected(keyword, { ...params });
}

function valueAt(value: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (node, name) =>
        typeof node === 'object' && node !== null
          ? Object.entries(node).find(([key]) => key === name)?.[1]
          : undefined,
      value,
    );
}

function itemsAt(value: unknown, path: string): number {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found.length : 0;
}

/** A value in a message, cut where it is long; what lies deep inside is not unfolded. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
