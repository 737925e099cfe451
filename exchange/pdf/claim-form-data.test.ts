import { afterAll, describe, expect, test } from 'vitest';
import type { Claim, ClaimOtherCoverage } from '#domain/claim/claim.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { claimFormData } from './claim-form-data.ts';
import { closePdf, renderPdf } from './render.ts';
import { closeUp, readPdf } from './test-reader.ts';
import { printing } from './test-documents.ts';
import { claim } from './test-record/claim.samples.ts';
import { profile } from './test-record/practice.samples.ts';

afterAll(closePdf);

const other: ClaimOtherCoverage = {
  kind: 'medical',
  subscriber: {
    relationship: 'spouse',
    memberId: 'S-77',
    groupNumber: 'G-9',
    person: { lastName: 'Quintero', firstName: 'Diego', sex: 'unknown' },
    priority: 'secondary',
  },
  payer: { payerId: 'second', name: 'Second Example Plan', claimPayerId: 'SEC01', filingIndicator: 'CI' },
};
const agreements = { benefitsAssigned: false, releaseSigned: false, charges: [] };

describe('items that follow from the claim', () => {
  test.each<[string, Partial<Claim>, Record<string, unknown>]>([
    ['the NPI of an organization is item 49', {}, { '49': '1987654328', '54': '1456123789' }],
    [
      'a person who bills alone leaves item 49 blank',
      { billing: { ...profile, entity: 'person' } },
      { '49': null, '54': '1456123789' },
    ],
    ['an employer number', {}, { '51': 'EIN 91-2345678' }],
    ['a social security number', { billing: { ...profile, taxIdKind: 'SSN' } }, { '51': 'SSN 912-34-5678' }],
    ['diagnoses with their letters', {}, { '34': 'AB', '34a': ['A  E11.630', 'B  K05.321'] }],
    ['no diagnosis, no code list', { diagnoses: [] }, { '34': null, '34a': [] }],
    ['nothing enclosed', {}, { '39': 'No' }],
    ['the log enclosed', { attachmentControlNumber: 'LOG42' }, { '39': 'Yes, number LOG42' }],
    ['no signature on record', {}, { '36': null, '37': null, '53': null }],
    [
      'signatures on record',
      {
        agreements: {
          ...agreements,
          releaseSigned: true,
          releaseSignedOn: calendarDate('2026-02-10'),
          benefitsAssigned: true,
          benefitsAssignedOn: calendarDate('2026-02-11'),
        },
        attested: { name: 'Nora Feld, DDS', on: calendarDate('2026-02-26') },
      },
      {
        '36': 'Signature on file, Feb 10, 2026',
        '37': 'Signature on file, Feb 11, 2026',
        '53': 'Attested electronically by Nora Feld, DDS, Feb 26, 2026',
      },
    ],
    ['no other coverage', {}, { '4': null, '5': null, '11': null }],
    [
      'another coverage',
      { otherCoverages: [other] },
      {
        '4': 'Medical',
        '5': 'Quintero, Diego',
        '6': null,
        '8': 'S-77',
        '9': 'G-9',
        '10': 'Spouse',
        '11': 'Second Example Plan',
        '11a': 'SEC01',
      },
    ],
  ])('%s', (_, change, items) => {
    const document = claimFormData({ ...claim, ...change }, printing('en'));
    expect(document.body).toMatchObject({ items });
  });
});

test.each<[Claim['frequency'], string | undefined, string]>([
  ['original', undefined, 'Original claim'],
  ['replacement', 'PCN-1', "Replaces the payer's claim PCN-1"],
  ['replacement', undefined, "Replaces the payer's claim (number not recorded)"],
  ['void', 'PCN-1', "Voids the payer's claim PCN-1"],
])('a claim that is %s with number %s', (frequency, payerClaimNumber, kind) => {
  const changed = { ...claim, frequency, ...(payerClaimNumber === undefined ? {} : { payerClaimNumber }) };
  expect(claimFormData(changed, printing('en')).body).toMatchObject({ kind });
});

test('a line has no tooth, area or surface, and its words are English for the payer', async () => {
  const document = claimFormData(claim, printing('es'));
  expect(document.body).toMatchObject({
    lines: [
      {
        date: '20 feb 2026',
        code: 'D9992',
        pointers: 'AB',
        units: '01',
        text: 'Care coordination, 64 min documented',
        fee: '$85.00',
      },
    ],
  });
  const { pages } = await readPdf(await renderPdf(document));
  expect(closeUp(pages)).toContain(
    closeUp(
      '20 feb 2026 en blanco en blanco en blanco en blanco D9992 AB 01 Care coordination, 64 min documented $85.00',
    ),
  );
});

test('every line of a long claim is printed', async () => {
  const [line] = claim.lines;
  if (!line) throw new Error('the sample claim has a line');
  const lines = Array.from({ length: 50 }, (_, index) => ({ ...line, lineNumber: index + 1 }));
  const { pages } = await readPdf(await renderPdf(claimFormData({ ...claim, lines }, printing('en'))));
  expect(pages.join('').split('D9992').length - 1).toBe(50);
});
