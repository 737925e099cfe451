import { Compile } from 'typebox/compile';
import { Type, type TSchema } from 'typebox';
import { describe, expect, it } from 'vitest';
import { NpiSchema, ProcedureCodeSchema } from './schema.ts';
import { whatIsExpected } from './what-is-expected.ts';

const written = (pattern: string) => Type.String({ pattern });

function expected(schema: TSchema, value: unknown) {
  const [error] = Compile(schema).Errors(value);
  return error && whatIsExpected(error.keyword, { ...error.params });
}

describe('what a schema expects', () => {
  it.each([
    [written('^\\d{9}$'), '12', { id: 'inputRule.digits', params: { count: 9 } }],
    [written('^\\d{2}$'), 'x', { id: 'inputRule.digits', params: { count: 2 } }],
    [written('^[A-Z0-9]{10}$'), 'dentist', { id: 'inputRule.lettersOrDigits', params: { count: 10 } }],
    [written('^[A-Z]{2}$'), 'Wa', { id: 'inputRule.letters', params: { count: 2 } }],
    [written('^\\d{5}(\\d{4})?$'), '984', { id: 'inputRule.postalCode', params: {} }],
    [NpiSchema, '3', { id: 'inputRule.npi', params: {} }],
    [ProcedureCodeSchema, '9992', { id: 'inputRule.procedureCode', params: {} }],
  ])('is told in words', (schema, value, told) => {
    expect(expected(schema, value)).toEqual(told);
  });

  it('is another way of writing it where a pattern has no words', () => {
    expect(whatIsExpected('pattern', { pattern: '^[0-9a-f]{64}$' }).id).toBe('inputRule.otherwise');
  });
});
