import { expect, test } from 'vitest';
import { disclosedWhat } from './disclosed-what.ts';

test.each<[string, string | undefined, object]>([
  ['claim AW0000009 as x12', 'disclosed.claim', { number: 'AW0000009', format: 'x12' }],
  ['packet packet-1', 'disclosed.packet', { id: 'packet-1' }],
  ['case as FHIR Bundle', 'disclosed.export', {}],
  ['contact activity-1 with Dr. Amara Osei', 'disclosed.contact', { name: 'Dr. Amara Osei' }],
  ['case-summary on paper', 'disclosed.case-summary', {}],
  ['plan on paper', 'disclosed.plan', {}],
  ['estimate on paper', 'disclosed.estimate', {}],
  ['authorization on paper', 'disclosed.authorization', {}],
  ['part2-consent to be signed', 'disclosed.toSign', {}],
  ['Planned gum treatment and its dates, by telephone', undefined, {}],
])('%s', (what, id, params) => {
  const said = disclosedWhat(what);
  expect(said?.id).toBe(id);
  expect(said?.params ?? {}).toEqual(params);
});
