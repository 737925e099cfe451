import { missingDocumentation } from '../../coverage/documentation-on-file.ts';
import { documentationItems } from '../../rulebook/rule.ts';
import { finding, inCase, placesOf, type ReadinessCheck } from '../readiness-check.ts';

export const payerDocumentation: ReadinessCheck = {
  id: 'payer-documentation',
  belongsTo: 'payer',
  outcomes: ['passes', 'warns', 'blocks', 'not-applicable'],
  says: ['onFile', 'inWords', 'noRule', ...documentationItems.map((item) => `lacks.${item}`)],
  mend: { screen: 'contacts', action: 'amend-activity' },
  assess: ({ lines, patient, timeZone, work }) => {
    const asked = lines.flatMap((line) => line.answers.map(({ documentation }) => ({ line, documentation })));
    for (const { line, documentation } of asked)
      for (const item of documentation.items) {
        const lacking = line.work.filter(
          (recorded) => missingDocumentation([item], recorded, patient, timeZone).length > 0,
        );
        if (lacking.length > 0)
          return {
            ...finding('blocks', `payer-documentation.lacks.${item}`, { count: lacking.length }, lacking),
            basis: documentation.basis,
          };
      }
    const inWords = asked.find(({ documentation }) => documentation.text !== undefined)?.documentation;
    if (inWords)
      return {
        ...finding('warns', 'payer-documentation.inWords', { text: inWords.text ?? '' }),
        evidence: placesOf(inWords.basis),
        basis: inWords.basis,
      };
    const rule = asked.find(({ documentation }) => documentation.items.length > 0)?.documentation;
    if (!rule) return finding('not-applicable', 'payer-documentation.noRule');
    const found = finding('passes', 'payer-documentation.onFile', { count: rule.items.length });
    return { ...found, evidence: inCase(work), basis: rule.basis };
  },
};
