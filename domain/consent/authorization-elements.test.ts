import { describe, expect, test } from 'vitest';
import { missingElements, type ElementName } from './authorization-elements.ts';
import type { Consent } from './consent.ts';
import { authorization } from './consent.samples.ts';

function without<Key extends keyof Consent>(consent: Consent, ...keys: readonly Key[]): Consent {
  const copy = { ...consent };
  for (const key of keys) delete copy[key];
  return copy;
}

const { statements } = authorization;
const names = (consent: Consent) => missingElements(consent).map(({ element }) => element);

const rows: [name: string, consent: Consent, missing: ElementName[]][] = [
  ['complete', authorization, []],
  ['no description', { ...authorization, description: ' ' }, ['description']],
  ['no categories', { ...authorization, categories: [] }, ['description']],
  ['no disclosers', { ...authorization, disclosers: [] }, ['disclosers']],
  ['no recipients', { ...authorization, recipients: [] }, ['recipients']],
  ['no purposes', { ...authorization, purposes: [] }, ['purposes']],
  ['neither date nor event of expiry', without(authorization, 'expiresOn'), ['expiry']],
  ['an event of expiry', { ...without(authorization, 'expiresOn'), expiryEvent: 'end of treatment' }, []],
  [
    'no right to revoke',
    { ...authorization, statements: { ...statements, rightToRevoke: false } },
    ['right-to-revoke'],
  ],
  [
    'nothing on conditioning',
    { ...authorization, statements: { ...statements, conditioning: false } },
    ['conditioning'],
  ],
  [
    'nothing on redisclosure',
    { ...authorization, statements: { ...statements, redisclosure: false } },
    ['redisclosure'],
  ],
  ['no copy', { ...authorization, statements: { ...statements, copyGiven: false } }, ['copy']],
  ['no strokes', without(authorization, 'signatureStrokes'), ['signature']],
  ['paper without its scan', { ...authorization, method: 'paper' }, ['signature']],
  ['paper with its scan', { ...authorization, method: 'paper', documentId: 'document-1' }, []],
  ['a documented word', { ...authorization, method: 'documented-word' }, ['signature']],
  [
    'a documented word for the agreement to coordination',
    { ...authorization, kind: 'coordination-agreement', method: 'documented-word' },
    [],
  ],
  [
    'a documented word for substance-use records',
    { ...authorization, kind: 'part2-consent', method: 'documented-word' },
    ['signature'],
  ],
  [
    'a parent without evidence',
    { ...authorization, signer: { name: 'Eva', authority: 'parent' } },
    ['authority'],
  ],
  [
    'a parent with evidence',
    {
      ...authorization,
      signer: { name: 'Eva', authority: 'parent', authorityEvidence: 'birth certificate seen' },
    },
    [],
  ],
  [
    'an agreement asks for no scope',
    {
      ...authorization,
      kind: 'coordination-agreement',
      disclosers: [],
      recipients: [],
      purposes: [],
      categories: [],
    },
    [],
  ],
  [
    'substance-use consent asks for no copy',
    { ...authorization, kind: 'part2-consent', statements: { ...statements, copyGiven: false } },
    [],
  ],
  [
    'substance-use consent asks for the other statements',
    {
      ...authorization,
      kind: 'part2-consent',
      statements: { rightToRevoke: false, conditioning: false, redisclosure: false, copyGiven: true },
    },
    ['right-to-revoke', 'conditioning', 'redisclosure'],
  ],
];

describe('missing elements', () => {
  test.each(rows)('%s', (_name, consent, missing) => {
    expect(names(consent)).toEqual(missing);
  });

  test('each names where the law asks for it', () => {
    expect(missingElements({ ...authorization, recipients: [] })).toEqual([
      { element: 'recipients', source: '45 CFR 164.508(c)(1)(iii)' },
    ]);
    expect(missingElements({ ...authorization, kind: 'part2-consent', recipients: [] })).toEqual([
      { element: 'recipients', source: '42 CFR 2.31(a)(4)' },
    ]);
  });
});
