import { expect, test } from 'vitest';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { standardStatement } from './standard-statement.ts';

const attested = { en: en.web.attest.statement, es: es.web.attest.statement };
const planned = { en: en.web.plan.statement, es: es.web.plan.statement };

test.each([
  ['the proposed words, in English', 'attest', attested.en, attested],
  ['the proposed words, in Spanish', 'attest', attested.es, attested],
  ['those of a plan', 'plan', planned.es, planned],
  ['those of another signature', 'plan', attested.en, undefined],
  ['words of the signer’s own', 'attest', `${attested.en} Except for May.`, undefined],
] as const)('%s', (_, signs, statement, expected) => {
  expect(standardStatement(signs, statement)).toEqual(expected);
});
