import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Compile } from 'typebox/compile';
import { describe, expect, test } from 'vitest';
import { Coverage } from '#domain/coverage/benefit-fact.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import {
  Condition,
  Demographics,
  HistoryItem,
  KeptResource,
  ReceivedReferral,
  RelatedPerson,
  type NewPatientEvent,
} from '#domain/patient/patient-events.ts';
import { Provider } from '#domain/practice/practice-events.ts';
import { importFhir, patientKeysIn, patientKeysOf } from './from-bundle.ts';
import { sha256 } from './from-keys.ts';
import type { FhirImport, ImportContext } from './from-outcome.ts';
import {
  byHand,
  contextOf,
  imported,
  nothing,
  now,
  patientOf,
  record,
  sampleFiles,
} from './import.samples.ts';

const forms = {
  demographics: Compile(Demographics),
  relatedPerson: Compile(RelatedPerson),
  condition: Compile(Condition),
  item: Compile(HistoryItem),
  coverage: Compile(Coverage),
  referral: Compile(ReceivedReferral),
  resource: Compile(KeptResource),
};
const providerForm = Compile(Provider);

function formProblems(event: NewPatientEvent): readonly unknown[] {
  return Object.entries(forms).flatMap(([name, form]) => {
    const value: unknown = Object.entries(event.data).find(([key]) => key === name)?.[1];
    return value === undefined || form.Check(value) ? [] : [event.type, value, ...form.Errors(value)];
  });
}

/** As the importing person would: a single resource of an unknown patient is put into a patient already here. */
function importSample(text: string): { readonly outcome: FhirImport; readonly context: ImportContext } {
  const alone = contextOf(nothing);
  const outcome = importFhir(text, alone);
  if (!('refused' in outcome)) return { outcome, context: alone };
  expect(outcome.code).toBe('fhir/patient-elsewhere');
  const context = { ...alone, intoPatient: patientOf(byHand(), 'by-hand') };
  return { outcome: imported(text, context), context };
}

describe.each(sampleFiles().map((file) => [relative(import.meta.dirname, file), file]))('%s', (_, file) => {
  const text = readFileSync(file, 'utf8');
  const parsed = JSON.parse(text) as { resourceType: string; entry?: readonly { resource?: unknown }[] };
  const { outcome, context } = importSample(text);

  test('has a line for every entry, and each says what became of it', () => {
    expect(outcome.report).toHaveLength(parsed.resourceType === 'Bundle' ? (parsed.entry?.length ?? 0) : 1);
    for (const line of outcome.report)
      expect(line.became.length > 0 || line.reason !== undefined, line.place).toBe(true);
  });

  test('gives events of the form that the record demands', () => {
    for (const { events } of outcome.patients) expect(events.flatMap(formProblems)).toEqual([]);
    for (const provider of outcome.directory) expect(providerForm.Errors(provider)).toEqual([]);
  });

  test('keeps every resource of a patient word for word', () => {
    for (const { events, contents } of outcome.patients) {
      const kept = events.flatMap((event) =>
        event.type === 'patient.resource-kept' ? [event.data.resource] : [],
      );
      expect(contents.map(({ contentId, sha256 }) => [contentId, sha256])).toEqual(
        kept.map(({ contentId, verbatimSha256 }) => [contentId, verbatimSha256]),
      );
      for (const { text: content, sha256: stated } of contents) expect(sha256(content)).toBe(stated);
      const resources = (parsed.entry ?? [{ resource: parsed }]).map(({ resource }) =>
        JSON.stringify(resource),
      );
      for (const { text: content } of contents)
        expect(resources).toContain(JSON.stringify(JSON.parse(content)));
    }
  });

  test('never states an NPI that fails its check digit, nor a Social Security number', () => {
    const facts = outcome.patients.flatMap(({ events }) =>
      events.filter(({ type }) => type !== 'patient.resource-kept'),
    );
    expect(JSON.stringify([facts, outcome.directory])).not.toMatch(
      /us-ssn|999-\d\d-\d{4}|1111111111|9941339108/,
    );
  });

  test('changes nothing the second time', () => {
    const before = context.intoPatient && outcome.patients[0]?.patientId === 'by-hand' ? byHand() : nothing;
    const recorded = record(before, outcome);
    const into = context.intoPatient ? { intoPatient: patientOf(recorded, 'by-hand') } : {};
    const again = imported(text, contextOf(recorded, into));
    expect(again.patients.flatMap(({ events }) => events)).toEqual([]);
    expect(again.patients.flatMap(({ contents }) => contents)).toEqual([]);
    expect(again.directory).toEqual([]);
    expect(again.patients.map(({ receivedReferrals }) => receivedReferrals)).toEqual(
      outcome.patients.map(({ receivedReferrals }) => receivedReferrals),
    );
  });

  test('is found again by the keys that it asks for', () => {
    const asked = patientKeysIn(text);
    if (isRefusal(asked)) throw new Error(asked.code);
    for (const { patientId, isNew } of outcome.patients) {
      const keys = patientKeysOf(patientOf(record(nothing, outcome), patientId));
      expect(!isNew || keys.some((key) => asked.includes(key))).toBe(true);
    }
  });
});

test('the same file gives the same answer, ids included', () => {
  for (const file of sampleFiles().slice(0, 8)) {
    const text = readFileSync(file, 'utf8');
    expect(importFhir(text, contextOf(nothing))).toEqual(importFhir(text, { ...contextOf(nothing), now }));
  }
});
