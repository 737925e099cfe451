import { expect, test } from 'vitest';
import { readyInput, samplePatient, samplePatientSteps } from '#domain/readiness/ready-case.samples.ts';
import { readinessFor } from './readiness-for-recipient.ts';
import { packetRecipients } from './packet-recipients.ts';

/** Without the assignment of benefits, and without a coverage, there is something to do. */
const withToDo = readyInput({
  patient: samplePatient(
    samplePatientSteps.filter(
      (step) =>
        step.type !== 'patient.coverage-recorded' &&
        !(step.type === 'patient.consent-recorded' && step.data.consent.kind === 'benefits-assignment'),
    ),
  ),
});

test.each(packetRecipients)('to %s', (recipientKind) => {
  const { answer, checks } = readinessFor(recipientKind, withToDo, 'en');
  const results = new Set(checks.map(({ result }) => result));
  expect({ answer: answer !== undefined, toDo: results.has('blocks') || results.has('warns') }).toEqual(
    recipientKind === 'own-use' ? { answer: true, toDo: true } : { answer: false, toDo: false },
  );
  expect(results.has('passes')).toBe(true);
});

test('what concerns the practice alone is not for whoever pays', () => {
  const namesFor = (kind: 'payer' | 'auditor') =>
    new Set(readinessFor(kind, readyInput(), 'en').checks.map(({ check }) => check));
  expect([namesFor('auditor').has('Fee'), namesFor('payer').has('Fee')]).toEqual([true, false]);
});
