import { message, type Message } from './message.ts';

type Params = Readonly<Record<string, unknown>>;

const types = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const;

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
  type: ({ type }) => {
    const known = types.find((each) => each === type);
    return known && message(`inputRule.${known}`);
  },
};

/** What a rule of a schema asks for, in words; of a pattern that it is written in another way. */
export function whatIsExpected(keyword: string | undefined, params: Params): Message {
  return expectations[keyword ?? '']?.(params) ?? message('inputRule.otherwise');
}

function counted(id: string, { limit }: Params): Message {
  return message(id, { count: Number(limit) });
}

function oneOfThese(values: unknown): Message {
  return message('inputRule.oneOf', { values: Array.isArray(values) ? values.join(', ') : '' });
}
