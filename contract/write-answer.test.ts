import { expect, test } from 'vitest';
import { sampleStatement } from '#domain/code-guide/guide.samples.ts';
import { emptyPart, quoted } from '#domain/assistant/draft.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { writeAnswer } from './write-answer.ts';

const statement = sampleStatement('not-for-this', 'Not for this.', 'No sirve para esto.');
const written = (
  language: 'en' | 'es',
  insteadCode: 'none' | ReturnType<typeof procedureCode> | undefined,
  labeled: 'labeled' | 'told',
) =>
  writeAnswer({
    ...emptyPart,
    ...quoted(
      procedureCode('D9992'),
      [{ statement: insteadCode === undefined ? statement : { ...statement, insteadCode } }],
      labeled,
    ),
    status: 'answered',
    language,
  });

test.each([
  ['en', undefined, 'told', '- Not for this.'],
  ['en', undefined, 'labeled', '- D9992: Not for this.'],
  ['en', procedureCode('D9311'), 'told', '- Not for this. Use D9311 instead.'],
  ['en', 'none', 'labeled', '- D9992: Not for this.'],
  ['es', procedureCode('D9311'), 'labeled', '- D9992: No sirve para esto. Use D9311 en su lugar.'],
] as const)('%s, instead %s, %s: "%s"', (language, instead, labeled, answer) => {
  expect(written(language, instead, labeled).answer).toBe(answer);
});

test('the passage is quoted as the page has it', () => {
  const [citation] = written('en', procedureCode('D9311'), 'labeled').citations;
  expect(citation).toMatchObject({ id: 'guide/D9992#not-for-this', quote: 'Not for this.' });
});
