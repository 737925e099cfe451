import { message, type Message } from './message.ts';

type Params = Readonly<Record<string, unknown>>;

const types = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const;

/** Patterns of our schemas that are told as what to write; the others are programs' business. */
const patterns: readonly (readonly [RegExp, (count: number) => Message])[] = [
  [/^\^\\d\{(\d+)\}\$$/, (count) => message('inputRule.digits', { count })],
  [/^\^\[A-Z0-9\]\{(\d+)\}\$$/, (count) => message('inputRule.lettersOrDigits', { count })],
  [/^\^\[A-Z\]\{(\d+)\}\$$/, (count) => message('inputRule.letters', { count })],
  [/^\^\[12\]\\d\{9\}\$$/, () => message('inputRule.npi')],
  [/^\^\\d\{5\}\(\\d\{4\}\)\?\$$/, () => message('inputRule.postalCode')],
  [/^\^D\\d\{4\}\$$/, () => message('inputRule.procedureCode')],
  [/^\\S$/, () => message('inputRule.notEmpty')],
];

function patternInWords(pattern: unknown): Message | undefined {
  for (const [shape, say] of patterns) {
    const found = shape.exec(String(pattern));
    if (found) return say(Number(found[1]));
  }
  return undefined;
}

const expectations: Readonly<Record<string, (params: Params) => Message | undefined>> = {
  minLength: (params) => counted('inputRule.minLength', params),
  maxLength: (params) => counted('inputRule.maxLength', params),
  minItems: (params) => counted('inputRule.minItems', params),
  maxItems: (params) => counted('inputRule.maxItems', params),
  minimum: ({ limit }) => message('inputRule.minimum', { limit: Number(limit) }),
  maximum: ({ limit }) => message('inputRule.maximum', { limit: Number(limit) }),
  enum: ({ allowedValues }) => oneOfThese(allowedValues),
  const: ({ allowedValue }) => oneOfThese([allowedValue]),
  format: ({ format }) =>
    format === 'date' || format === 'date-time' ? message(`inputRule.${format}`) : undefined,
  pattern: ({ pattern }) => patternInWords(pattern),
  type: ({ type }) => {
    const known = types.find((each) => each === type);
    return known && message(`inputRule.${known}`);
  },
};

/** What a rule of a schema asks for, in words; of what has no words that it is written in another way. */
export function whatIsExpected(keyword: string | undefined, params: Params): Message {
  return expectations[keyword ?? '']?.(params) ?? message('inputRule.otherwise');
}

function counted(id: string, { limit }: Params): Message {
  return message(id, { count: Number(limit) });
}

function oneOfThese(values: unknown): Message {
  return message('inputRule.oneOf', { values: Array.isArray(values) ? values.join(', ') : '' });
}
