import { describe, expect, it } from 'vitest';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import type { Condition, HistoryItem } from '#domain/patient/patient-events.ts';
import { sampleExport } from './case-export.samples.ts';
import { contextOf, imported, nothing, patientOf, record } from './import.samples.ts';
import { caseToBundle } from './to-bundle.ts';

/** What a practice that knows nothing of the case has after it imported our own export. */
const text = JSON.stringify(caseToBundle(sampleExport));
const context = { payers: [...sampleExport.practice.payers.values()] };
const outcome = imported(text, contextOf(nothing, context));
const recorded = record(nothing, outcome);
const received = patientOf(recorded, outcome.patients[0]?.patientId ?? '');
const sent = sampleExport.patient;

const conditionIn = ({ conditionId: _id, codings: _codings, ended: _ended, ...condition }: Condition) =>
  condition;
const coverageIn = ({ coverageId: _id, flags: _flags, ...coverage }: Coverage) => ({
  ...coverage,
  subscriber: { ...coverage.subscriber, birthDate: undefined, sex: undefined },
});
const itemIn = ({ itemId: _id, codings, ...item }: HistoryItem) => ({
  ...item,
  codings: codings.map(({ system, code }) => `${system} ${code}`),
});

describe('our own export, imported by somebody else', () => {
  it('is one patient, with nothing rejected but the contact that was withdrawn', () => {
    expect(outcome.patients).toHaveLength(1);
    const rejected = outcome.report.filter(
      (line) => line.outcome === 'rejected' || line.outcome === 'left-out',
    );
    expect(rejected.map(({ label, reason }) => [label, reason?.id])).toEqual([
      ['Rang twice', 'fhirImport.reason.enteredInError'],
    ]);
  });

  it('the patient is who they were', () => {
    const { identifiers: _identifiers, contacts, ...demographics } = sent.demographics ?? {};
    expect(received.demographics).toMatchObject({
      ...demographics,
      // A letter goes to the address; it is no telecommunication.
      contacts: contacts?.filter(({ route }) => route !== 'letter'),
    });
    expect(received.demographics?.identifiers).toContainEqual({ system: 'urn:oid:1.2.3', value: 'MRN-7' });
  });

  it('conditions keep words, diagnosis, standing and protection', () => {
    expect([...received.conditions.values()].map(({ value }) => conditionIn(value))).toEqual(
      [...sent.conditions.values()].map(({ value }) => conditionIn(value)),
    );
  });

  it('coverages keep payer, numbers, kind, order, days and subscriber', () => {
    expect([...received.coverages.values()].map(({ value }) => coverageIn(value))).toEqual(
      [...sent.coverages.values()].map(({ value }) => coverageIn(value)),
    );
  });

  it('medications, allergies, procedures, findings and messages come back', () => {
    const items = [...received.history.values()].map(itemIn);
    const changed: Partial<Record<string, Partial<HistoryItem>>> = {
      // FHIR's list of statuses is closed.
      'history-2': { status: 'unknown' },
      // The import reads tooth and surfaces into the words of the place too.
      'history-5': { value: 'upper left incisor, buccal; B; M' },
      'history-7': { value: '14; 15' },
      'history-9': { value: 'systolic: 128 mmHg; diastolic: 82 mmHg' },
    };
    for (const item of sent.history.values())
      expect(items).toContainEqual(itemIn({ ...item, ...changed[item.itemId] }));
  });

  it('a second round adds no word', () => {
    const patient = { ...received, consents: sent.consents };
    const again = imported(
      JSON.stringify(caseToBundle({ ...sampleExport, patient })),
      contextOf(nothing, context),
    );
    const [first] = again.patients;
    const items = [...patientOf(record(nothing, again), first?.patientId ?? '').history.values()].map(itemIn);
    for (const item of received.history.values()) expect(items).toContainEqual(itemIn(item));
  });

  it('a case can be opened from the referral', () => {
    const [referral] = [...received.receivedReferrals.values()];
    expect(referral?.value).toMatchObject({
      reason: 'Extraction under protection; Before 20 March?',
      requesterName: 'Harbor Family Dental',
      requesterNpi: '1234567893',
      performerName: 'Dr. Sol Surgeon',
      priority: 'urgent',
    });
  });

  it('the same file again records nothing', () => {
    const second = imported(text, contextOf(recorded, context));
    expect(second.patients.flatMap(({ events }) => events)).toEqual([]);
  });

  it('a masked patient is refused: nobody can tell who that is', () => {
    const masked = JSON.stringify(
      caseToBundle({ ...sampleExport, allowed: new Set(['coordination-record']) }),
    );
    expect(() => imported(masked, contextOf(nothing))).toThrow('fhir/birth-date-missing');
  });
});
