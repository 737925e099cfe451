import { expect, test } from 'vitest';
import { procedureCode } from '../kernel/procedure-code.ts';
import { guideFaults } from './guide-faults.ts';
import type { GuidePage } from './guide-page.ts';
import { neighborPage, sampleGuidePage, sampleStatement } from './guide.samples.ts';

const faultsOf = (page: GuidePage) =>
  guideFaults(
    new Map([
      [neighborPage.code, neighborPage],
      [page.code, page],
    ]),
  ).map(({ what }) => what);

const { sections } = sampleGuidePage();
const withBilling = (en: string, es: string) =>
  sampleGuidePage({ sections: { ...sections, billing: [sampleStatement('billing', en, es)] } });

test('a sound page has no faults', () => {
  expect(faultsOf(sampleGuidePage())).toEqual([]);
});

const rows: readonly [string, GuidePage, string][] = [
  [
    'the same anchor twice',
    sampleGuidePage({ sections: { ...sections, billing: sections.whatFor } }),
    'has the anchor "what-for" twice',
  ],
  [
    'a question with the anchor of a statement',
    sampleGuidePage({
      questions: [{ id: 'record-time', question: { en: 'Why?', es: '¿Por qué?' }, answer: ['what-for'] }],
    }),
    'has the anchor "record-time" twice',
  ],
  [
    'an answer that points nowhere',
    sampleGuidePage({
      questions: [{ id: 'question', question: { en: 'Why?', es: '¿Por qué?' }, answer: ['gone'] }],
    }),
    'answers "question" by the statement "gone", which it does not have',
  ],
  [
    'a neighbor without a page',
    sampleGuidePage({
      related: [{ code: procedureCode('D9993'), why: sampleStatement('why', 'It helps.', 'Ayuda.') }],
    }),
    'names D9993, which has no page',
  ],
  [
    'a code in the words without a page',
    withBilling('Not with D9995.', 'No con D9995.'),
    'names D9995, which has no page',
  ],
  [
    'another code instead that has no page',
    sampleGuidePage({
      sections: {
        ...sections,
        whenNotToUse: [
          { ...sampleStatement('not', 'Not so.', 'Así no.'), insteadCode: procedureCode('D9311') },
        ],
      },
    }),
    'names D9311, which has no page',
  ],
  [
    'itself instead',
    sampleGuidePage({
      sections: {
        ...sections,
        whenNotToUse: [
          { ...sampleStatement('not', 'Not so.', 'Así no.'), insteadCode: procedureCode('D9992') },
        ],
      },
    }),
    'sends the reader to itself',
  ],
  ['English twice', withBilling('Ask first.', 'Ask first.'), 'says "billing" in one language only'],
  [
    'another number in Spanish',
    withBilling('At most 400 characters.', 'Hasta 40 caracteres.'),
    'has other numbers in English than in Spanish in "billing"',
  ],
];

test.each(rows)('finds %s', (_, page, what) => {
  expect(faultsOf(page)).toEqual([what]);
});
