import { describe, expect, test } from 'vitest';
import { dataCategories, type DataCategory } from '#domain/consent/consent.ts';
import { notGiven } from '#domain/kernel/not-given.ts';
import { caseSummary } from './case-summary.ts';
import { forTreatment, printing } from './test-documents.ts';
import { planFrame } from './test-record/plan.samples.ts';
import { coordinationCase, patient } from './test-record/record.samples.ts';

function summaryFor(allowed: Iterable<DataCategory>) {
  return caseSummary(
    {
      coordinationCase,
      patient,
      present: planFrame,
      recipient: 'Cedar Periodontics',
      allowed: new Set(allowed),
    },
    printing('en'),
  );
}

function said(allowed: Iterable<DataCategory>): string {
  const { title, header, footer, body } = summaryFor(allowed);
  return JSON.stringify([title, header, footer, body]);
}

describe('each category opens its own part and no other', () => {
  test.each<[DataCategory, readonly string[]]>([
    ['demographics', ['Marisol Quintero', 'Nov 3, 1968', '27 Alder Court', '(253) 555-0177']],
    ['dental-record', ['Filling, lower left first molar', 'Version 1 signed electronically']],
    ['medical-history', ['E11.630', 'Uses a walker']],
    ['medications', ['Metformin', 'Penicillin']],
    ['coordination-record', ['Gum treatment with diabetes', 'NPI 1122334455', 'Book the deep cleaning']],
  ])('%s', (category, texts) => {
    const others = dataCategories.filter((other) => other !== category);
    for (const text of texts) {
      expect(said([category])).toContain(text);
      expect(said(others)).not.toContain(text);
    }
  });

  test('nothing allowed leaves no fact about the patient', () => {
    expect(said([])).not.toMatch(/Quintero|diabetes|D4341|Metformin|Osei|Feb 2, 2026/);
  });
});

test.each<[string, readonly DataCategory[], string]>([
  [
    'everything: nothing that is specially protected is named',
    dataCategories,
    'Cut to what this recipient may receive. In it: Name, birth date, address and other facts that identify the patient · Record of the coordination: contacts, tasks and referrals · Medical history and conditions · Medications and allergies · Dental record and treatment plan.',
  ],
  [
    'two parts, and what is protected',
    ['demographics', 'dental-record', 'hiv', 'substance-use-treatment'],
    'Cut to what this recipient may receive. In it: Name, birth date, address and other facts that identify the patient · Dental record and treatment plan. Not in it: Record of the coordination: contacts, tasks and referrals · Medical history and conditions · Medications and allergies.',
  ],
])('what it says of itself: %s', (_name, allowed, holds) => {
  expect(summaryFor(allowed).body).toMatchObject({ holds });
});

test('its head names no identifier of ours', () => {
  expect(summaryFor(dataCategories).header.reference).toBe('Case of Feb 2, 2026');
  expect(said(dataCategories)).not.toContain(coordinationCase.caseId);
});

test('a specially protected condition needs its own category as well', () => {
  const general = dataCategories.filter((category) => category !== 'substance-use-treatment');
  expect(said(general)).not.toContain('Opioid');
  expect(said([...general, 'substance-use-treatment'])).toContain('Opioid');
  expect(said(['substance-use-treatment'])).not.toContain('Opioid');
});

describe('the content of a contact', () => {
  test.each<[string, readonly DataCategory[], boolean]>([
    ['all that it disclosed is allowed', ['coordination-record', 'dental-record', 'medications'], true],
    ['one category that it disclosed is not', ['coordination-record', 'dental-record'], false],
  ])('%s', (_, allowed, shown) => {
    expect(said(allowed).includes('HbA1c 7.4 %')).toBe(shown);
    expect(said(allowed)).toContain('13 min 50 s');
  });

  test('a talk with the payer needs coverage and billing', () => {
    expect(said(forTreatment)).not.toContain('88-1204');
    expect(said([...forTreatment, 'coverage-and-billing'])).toContain('88-1204');
  });
});

test('contacts in their order, without what was withdrawn, with their time', () => {
  expect(summaryFor(forTreatment).body).toMatchObject({
    contacts: {
      rows: [
        { date: 'Feb 12, 2026', time: '11:20 AM PST', outcome: 'Reached', duration: '13 min 50 s' },
        { date: 'Feb 13, 2026', note: 'Content not included in this summary.' },
        { date: 'Feb 17, 2026', who: ['Marisol Quintero', 'Diego Quintero, Son'] },
        { date: 'Feb 20, 2026', outcome: 'No contact' },
      ],
      total: '64 min 21 s',
    },
  });
});

test('open steps by date, with what they wait for', () => {
  expect(summaryFor(forTreatment).body).toMatchObject({
    steps: [
      {
        title: 'Send the written steps in Spanish',
        holder: 'Jules Ames',
        due: 'Mar 23, 2026',
        waiting: null,
      },
      { holder: 'Cedar Periodontics', waiting: 'Waiting for their call with a date, back on Mar 22, 2026' },
    ],
    referrals: [{ to: 'Cedar Periodontics', state: 'sent', since: 'Feb 11, 2026' }],
  });
});

test('the plan names what comes before a step by its number', () => {
  expect(summaryFor(forTreatment).body).toMatchObject({
    plan: {
      rows: [
        { order: '1', after: '', ready: false, status: 'Done' },
        { order: '2', after: '1', code: 'D4341', where: 'upper right' },
        { order: '3', after: '1', where: 'tooth 19, surfaces MO' },
        { order: '4', after: '2, 3' },
      ],
      changed: null,
    },
  });
});

test.each([
  ['en', '(not given) Quintero', 'Mexican Spanish'],
  ['es', '(no consta) Quintero', 'Español de México'],
] as const)('in %s, what a file did not give and the language are in its words', (language, name, spoken) => {
  const { demographics } = patient;
  if (!demographics) throw new Error('the sample has a patient');
  const received = { ...demographics, firstName: notGiven, language: 'es-MX' };
  const { header, body } = caseSummary(
    {
      coordinationCase,
      patient: { ...patient, demographics: received },
      present: planFrame,
      recipient: 'Cedar Periodontics',
      allowed: forTreatment,
    },
    printing(language),
  );
  expect(header.patient).toBe(name);
  expect(JSON.stringify(body)).toContain(name);
  expect(JSON.stringify(body)).toContain(spoken);
});
