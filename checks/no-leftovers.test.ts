import { expect, test } from 'vitest';
import { noLeftovers } from './no-leftovers.ts';
import { fixture } from './test-fixture.ts';

const found = (path: string, text: string) => noLeftovers.find(fixture({ [path]: text })).length;

test.each(['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'])('%s is seen', (word) => {
  expect(found('domain/a.ts', `const a = 1;\n// ${word}: later`)).toBe(1);
  expect(found('rulebook/a.yaml', `# ${word} ask the payer`)).toBe(1);
});

test('Spanish may say what it wants, and a longer word is another word', () => {
  expect(found('web/i18n/es.json', '{ "all": "TO' + 'DO" }')).toBe(0);
  expect(found('domain/a.ts', 'const METO' + 'DOS = 1;')).toBe(0);
});
