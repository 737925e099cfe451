import { afterAll, describe, expect, test } from 'vitest';
import type { DataCategory } from '#domain/consent/consent.ts';
import { auditPacket, type AuditPacketInput } from './audit-packet.ts';
import { numberEvidence, numbersOf } from './evidence-list.ts';
import { closePdf, renderPdf } from './render.ts';
import { closeUp, readPdf } from './test-reader.ts';
import { auditInput, everything, printing } from './test-documents.ts';
import { wordsOf } from './words.ts';

afterAll(closePdf);

function packet(change: Partial<AuditPacketInput> = {}) {
  return auditPacket({ ...auditInput, ...change }, printing('en'));
}

function without(...categories: readonly DataCategory[]): ReadonlySet<DataCategory> {
  return new Set([...everything].filter((category) => !categories.includes(category)));
}

describe('evidence', () => {
  test('every sentence has numbers, and the list says what stands there', () => {
    expect(packet().body).toMatchObject({
      necessity: [{ evidence: 'E1' }, { evidence: 'E2–E4' }, { evidence: 'E5' }],
      evidence: expect.arrayContaining([
        {
          number: 'E1',
          place: 'Patient 2',
          entry: 'Condition',
          label: 'Type 2 diabetes with gum disease, E11.630',
          when: 'Feb 2, 2026, 9:00 AM PST',
          by: 'Jules Ames, CDA',
          short: true,
        },
        expect.objectContaining({ number: 'E5', place: 'Case 11', entry: 'Activity', label: 'Amara Osei' }),
      ]) as unknown[],
    });
  });

  test.each([
    ['one', ['a'], 'E1'],
    ['two in a row', ['a', 'b'], 'E1, E2'],
    ['three in a row', ['a', 'b', 'c'], 'E1–E3'],
    ['a gap', ['a', 'b', 'c', 'e', 'f'], 'E1–E3, E5, E6'],
    ['out of order', ['c', 'f', 'b', 'a'], 'E1–E3, E6'],
    ['a place without a number', ['z', 'a', 'b', 'c'], 'E1–E3, z'],
    ['none', [], ''],
  ])('numbers of %s', (_name, places, written) => {
    expect(numbersOf(places, numberEvidence(['a', 'b', 'c', 'd', 'e', 'f']))).toBe(written);
  });

  test('a place that is not in the packet is named, not guessed', () => {
    expect(packet({ events: [] }).body).toMatchObject({
      evidence: expect.arrayContaining([
        expect.objectContaining({ number: 'E1', entry: 'not part of this packet', label: '', by: '' }),
      ]) as unknown[],
    });
  });

  test('a protected condition is not named to whom it may not be told', () => {
    const necessity = [{ text: 'A treatment must be taken into account.', evidence: ['patient#3'] }];
    expect(JSON.stringify(packet({ necessity }).body)).toContain('Opioid');
    expect(
      JSON.stringify(packet({ necessity, allowed: without('substance-use-treatment') }).body),
    ).not.toContain('Opioid');
  });
});

describe('the label of an entry needs its category', () => {
  test.each<[string, DataCategory, string]>([
    ['patient#2', 'medical-history', 'Type 2 diabetes'],
    ['patient#4', 'medications', 'Metformin'],
    ['patient#6', 'medical-history', 'Speaks Spanish'],
    ['case#2', 'coordination-record', 'Nora Feld, DDS'],
    ['case#5', 'coordination-record', 'Diabetes changes'],
    ['case#6', 'dental-record', 'Report from endocrinology'],
    ['case#12', 'coverage-and-billing', 'Cascadia Example Dental'],
  ])('%s: %s', (place, category, label) => {
    const necessity = [{ text: 'A sentence.', evidence: [place] }];
    const labelTo = (allowed: ReadonlySet<DataCategory>) => packet({ necessity, allowed }).body;
    expect(labelTo(everything)).toMatchObject({
      evidence: expect.arrayContaining([
        expect.objectContaining({ number: 'E1', label: expect.stringContaining(label) as string }),
      ]) as unknown[],
    });
    expect(labelTo(without(category))).toMatchObject({
      evidence: expect.arrayContaining([expect.objectContaining({ number: 'E1', label: '' })]) as unknown[],
    });
  });
});

describe('minutes', () => {
  test('start, stop, seconds, author, signature and remarks of every activity', () => {
    expect(packet().body).toMatchObject({
      minutes: {
        rows: [
          {
            date: 'Feb 12, 2026',
            start: '11:20:12 AM',
            stop: '11:34:02 AM',
            seconds: '830',
            basis: 'measured',
            author: 'Jules Ames, CDA',
            signed: 'Jules Ames, CDA, Feb 20, 2026',
            marks: [],
          },
          { basis: 'start and stop noted' },
          { seconds: '1291', marks: ['amended once'] },
          { withdrawn: true, signed: 'not signed', marks: ['withdrawn: Wrong office called.'] },
          {
            basis: 'entered by hand: Read away from the desk',
            author: 'Nora Feld, DDS',
            marks: ['late entry, recorded Feb 26, 2026'],
          },
        ],
        seconds: '3861',
        total: '64 min 21 s',
      },
    });
  });
});

describe('contacts in full', () => {
  test('an amendment shows what it changed, a withdrawal who and why', () => {
    expect(packet().body).toMatchObject({
      contacts: [
        { amendments: [], withdrawn: null },
        {},
        {
          amendments: [
            {
              what: 'Amended Feb 18, 2026, 8:40 AM PST by Jules Ames, CDA. Reason: The timer was paused 90 seconds too early.',
              before: [{ label: 'Time', text: '10:05:40 AM – 10:27:11 AM, 20 min 1 s' }],
            },
          ],
        },
        {
          withdrawn: 'Withdrawn Feb 18, 2026, 9:30 AM PST by Jules Ames, CDA. Reason: Wrong office called.',
        },
      ],
      other: [{ heading: 'Feb 20, 2026 · Review of records' }],
    });
  });

  test.each([
    ['en', { label: 'Note', text: 'nothing was written' }],
    ['es', { label: 'Nota', text: 'no se había escrito nada' }],
  ] as const)('of a note that an amendment added, what stood before is said (%s)', (language, before) => {
    const { coordinationCase } = auditInput;
    const activities = new Map(
      [...coordinationCase.activities].map(([id, recorded]) => [
        id,
        {
          ...recorded,
          activity: { ...recorded.activity, note: 'Written afterwards.' },
          amendments: recorded.amendments.map((amendment) => ({
            ...amendment,
            original: { ...recorded.activity, note: '' },
          })),
        },
      ]),
    );
    const noted = auditPacket(
      { ...auditInput, coordinationCase: { ...coordinationCase, activities } },
      printing(language),
    );
    expect(noted.body).toMatchObject({ contacts: [{}, {}, { amendments: [{ before: [before] }] }, {}] });
  });

  test.each<[string, ReadonlySet<DataCategory>, boolean]>([
    ['everything allowed', everything, true],
    ['what was told is not allowed', without('medications'), false],
    ['the coordination record is not allowed', without('coordination-record'), false],
  ])('%s', (_, allowed, shown) => {
    expect(JSON.stringify(packet({ allowed }).body).includes('HbA1c')).toBe(shown);
  });
});

test('without an answer, what was met is called so', () => {
  const { answer: _answer, ...met } = auditInput.readiness;
  expect(packet().body).toMatchObject({ readiness: { title: 'Readiness' } });
  expect(packet({ readiness: met }).body).toMatchObject({
    readiness: { title: 'What was met', answer: 'Rules that this record meets, each with its evidence' },
  });
});

test('withheld categories are named only to those who may have them', () => {
  const to = (allowed: ReadonlySet<DataCategory>) => packet({ allowed }).body;
  expect(to(everything)).toMatchObject({
    disclosures: [{ withheld: 'withheld: Substance use treatment records' }],
  });
  expect(to(without('substance-use-treatment'))).toMatchObject({ disclosures: [{ withheld: '' }] });
});

test('a consent about protected records is printed only for those who may have them', () => {
  const [agreement] = auditInput.consents;
  if (!agreement) throw new Error('the sample has a consent');
  const consent = { ...agreement.consent, kind: 'part2-consent' as const, categories: [] };
  const consents = [agreement, { ...agreement, consent }];
  const kinds = (allowed: ReadonlySet<DataCategory>) =>
    JSON.stringify(auditPacket({ ...auditInput, consents, allowed }, printing('en')).body);
  expect(kinds(everything)).toContain('"kind":"Consent, 42 CFR 2.31"');
  expect(kinds(without('substance-use-treatment'))).not.toContain('"kind":"Consent, 42 CFR 2.31"');
});

test('a class of recipients reads in the language of the print', () => {
  const [agreement] = auditInput.consents;
  if (!agreement) throw new Error('the sample has a consent');
  const recipients = [{ kind: 'class' as const, class: 'health-plans' as const, name: 'The health plans' }];
  const consents = [{ ...agreement, consent: { ...agreement.consent, recipients } }];
  const { body } = auditPacket({ ...auditInput, consents }, printing('es'));
  expect(body).toMatchObject({ consents: [{ recipients: ['Los planes de salud del paciente'] }] });
});

test('the heads of the chains and the key are on paper in full', async () => {
  const { pages } = await readPdf(await renderPdf(packet()));
  const printed = closeUp(pages);
  for (const { hash } of auditInput.heads) expect(printed).toContain(hash);
  expect(printed).toContain(auditInput.keyFingerprint);
});

test('a packet without claim, consents and statement of necessity can be printed', async () => {
  const { claim: _, keyFingerprint: __, disclosures: ___, ...rest } = auditInput;
  const bare = auditPacket({ ...rest, necessity: [], consents: [], heads: [] }, printing('es'));
  const { pages } = await readPdf(await renderPdf(bare));
  expect(pages.join(' ')).toContain('No consta ninguna declaración de necesidad.');
  // Not told is not the same as none.
  const heading = wordsOf('es').audit.disclosures;
  expect(pages.join(' ')).not.toContain(heading);
  const told = await readPdf(
    await renderPdf(auditPacket({ ...auditInput, disclosures: [] }, printing('es'))),
  );
  expect(told.pages.join(' ')).toContain(heading);
});

test('a disclosure is told in the language of the print: what left, and what was decided', () => {
  const [first] = auditInput.disclosures ?? [];
  if (!first) throw new Error('the sample has a disclosure');
  const disclosures = [
    { ...first, what: 'case-summary on paper', decision: 'partly-withheld' },
    { ...first, what: 'Told by telephone', decision: 'treatment' },
  ];
  expect(auditPacket({ ...auditInput, disclosures }, printing('es')).body).toMatchObject({
    disclosures: [
      { what: 'resumen del caso en papel', decision: 'retenido en parte' },
      { what: 'Told by telephone', decision: 'treatment' },
    ],
  });
});
