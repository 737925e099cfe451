import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { refuse, type Refusal } from '../kernel/refusal.ts';

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
    return refuse(
      'estimate/scope',
      `${place} does not name exactly one thing.`,
      'A fact is about one code, one group or one category; about everything when "for" is left out.',
      'Keep one of "code", "group" and "category".',
      place,
    );
  return refuse(
    'estimate/value',
    `${shown(valueAt(value, first.instancePath))} at ${place || 'the top'} cannot be used.`,
    expected(place, `It ${first.message}.`),
    'Correct the value.',
    place,
  );
}

export function wrongShape(at: string): Refusal {
  return refuse(
    'estimate/shape',
    'This is not an estimate request.',
    'It differs from docs/reference/estimate.schema.json.',
    'Compare it with the schema.',
    at,
  );
}

function missing(place: string, names: readonly string[]): Refusal {
  const [name = ''] = names;
  return refuse(
    'estimate/missing',
    `"${name}" is missing${place === '' ? '' : ` at ${place}`}.`,
    `It cannot be left out${names.length > 1 ? `; nor can ${names.slice(1).join(', ')}` : ''}.`,
    'Add it.',
    `${place}/${name}`,
  );
}

function unheardOf(place: string): Refusal {
  return refuse(
    'estimate/unheard-of',
    `"${place.split('/').at(-1) ?? ''}" is not known here.`,
    'A word that is not known could be a misspelled one, so it is not passed over.',
    'Correct or remove it; docs/reference/estimate.md lists what is known.',
    place,
  );
}

function tooMany(place: string, keyword: 'maxItems' | 'minItems', limit: number, given: number): Refusal {
  const many = keyword === 'maxItems';
  return refuse(
    many ? 'estimate/too-many' : 'estimate/too-few',
    `${place} has ${given} entries.`,
    `It takes at ${many ? 'most' : 'least'} ${limit}.`,
    many ? 'Estimate in parts.' : 'Add what is missing.',
    place,
  );
}

const moneyWords = /\/(fee|amount|pays|deductible)$/;
const dateWords = /\/(asOf|date|birthDate|\w+(On|Date|Since)|from|through|expires)$/;
const codeWords = /\/(code|substitute|bundledInto)$/;

function expected(place: string, otherwise: string): string {
  if (moneyWords.test(place))
    return 'An amount is whole cents from 0 to 9,999,999,999, without quotation marks: $125.50 is 12550.';
  if (codeWords.test(place)) return 'A CDT code is the letter D and four digits, such as D2740.';
  if (dateWords.test(place) && !/facts\/\d+\/(from|through)$/.test(place))
    return 'A date is a real day of the calendar, written year-month-day such as 2026-03-05.';
  return otherwise;
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
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'A list' : 'An object';
  const text = JSON.stringify(value) ?? 'Nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
