import { expect, it } from 'vitest';
import { instant } from '../kernel/calendar-date.ts';
import { foldPatient } from '../patient/patient.ts';
import type { PatientEvent } from '../patient/patient-events.ts';
import type { DataCategory } from './consent.ts';
import { leftWith } from './left-with.ts';

const allowed: readonly DataCategory[] = ['demographics', 'medical-history', 'hiv', 'mental-health'];

function condition(sensitive?: DataCategory): PatientEvent {
  return {
    organizationId: 'org-1',
    stream: { kind: 'patient', id: 'patient-1' },
    position: 1,
    eventId: 'event-1',
    who: { kind: 'staff', id: 'staff-1', name: 'Ana Ruiz', role: 'coordinator' },
    occurredAt: instant('2026-03-05T10:00:00Z'),
    recordedAt: instant('2026-03-05T10:00:00Z'),
    reliedOn: [],
    type: 'patient.condition-recorded',
    data: {
      condition: {
        conditionId: 'condition-1',
        text: 'A condition',
        codings: [],
        status: 'active',
        ...(sensitive && { sensitive }),
      },
    },
  };
}

it.each<[string, readonly PatientEvent[], readonly DataCategory[]]>([
  ['nothing specially protected', [condition()], ['demographics', 'medical-history']],
  ['one kind of it', [condition('hiv')], ['demographics', 'medical-history', 'hiv']],
  ['a kind that may not leave', [condition('genetic')], ['demographics', 'medical-history']],
])('of a record that holds %s', (_name, events, left) => {
  const record = { patient: foldPatient('patient-1', events), activities: new Map<string, never>() };
  expect(leftWith(allowed, events, record)).toEqual(left);
});
