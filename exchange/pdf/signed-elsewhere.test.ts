import { expect, test } from 'vitest';
import { signedElsewhere } from './signed-elsewhere.ts';

const proposed = 'I have reviewed this plan and its order, and I agree with it.';

test.each([
  ['in the language of the print', proposed, 'en', null],
  ['in the other language', proposed, 'es', /^Firmado en inglés\. En español dice: “He revisado este plan/],
  ['in the signer’s own words', 'Reviewed with Dr. Ames.', 'es', null],
] as const)('signed %s', (_, statement, language, expected) => {
  const said = signedElsewhere('plan', statement, language);
  if (expected === null) expect(said).toBeNull();
  else expect(said).toMatch(expected);
});
