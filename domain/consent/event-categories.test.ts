import { describe, expect, test } from 'vitest';
import { instant } from '../kernel/calendar-date.ts';
import type { CaseEvent } from '../case/case-events.ts';
import { foldPatient } from '../patient/patient.ts';
import type { PatientEvent } from '../patient/patient-events.ts';
import type { DataCategory } from './consent.ts';
import { authorization } from './consent.samples.ts';
import { categoriesOf } from './event-categories.ts';

const place = {
  organizationId: 'org-1',
  stream: { kind: 'patient', id: 'patient-1' },
  who: { kind: 'staff', id: 'staff-1', name: 'Ana Ruiz', role: 'coordinator' },
  occurredAt: instant('2026-03-05T10:00:00Z'),
  recordedAt: instant('2026-03-05T10:00:00Z'),
  reliedOn: [],
} as const;

function condition(position: number, text: string, sensitive?: DataCategory): PatientEvent {
  return {
    ...place,
    position,
    eventId: `event-${position}`,
    type: 'patient.condition-recorded',
    data: {
      condition: {
        conditionId: `condition-${position}`,
        text,
        codings: [],
        status: 'active',
        ...(sensitive && { sensitive }),
      },
    },
  };
}

const withConsent = (categories: DataCategory[]): PatientEvent => ({
  ...place,
  position: 3,
  eventId: 'event-3',
  type: 'patient.consent-recorded',
  data: { consent: { ...authorization, categories } },
});

/** What the patient's chain holds besides: one condition that is specially protected. */
const record = {
  patient: foldPatient('patient-1', [condition(1, 'opioid use', 'substance-use-treatment')]),
  activities: new Map(),
};

const factor = (conditionId: string): CaseEvent => ({
  ...place,
  stream: { kind: 'case', id: 'case-1' },
  position: 2,
  eventId: 'event-2',
  type: 'necessity.factor-recorded',
  data: {
    factor: {
      factorId: 'factor-1',
      kind: 'condition',
      text: 'needs visits between doses',
      evidence: [{ kind: 'condition', id: conditionId, label: 'shown by' }],
    },
  },
});

const rows: [name: string, event: CaseEvent | PatientEvent, categories: DataCategory[]][] = [
  ['a condition', condition(1, 'diabetes'), ['medical-history']],
  [
    'a condition marked sensitive',
    condition(1, 'opioid use', 'substance-use-treatment'),
    ['substance-use-treatment'],
  ],
  ['an authorization for ordinary records', withConsent(['images']), ['coordination-record']],
  [
    'a consent that gives away what it is about',
    withConsent(['substance-use-treatment', 'images']),
    ['coordination-record', 'substance-use-treatment'],
  ],
  [
    'a disclosure that says what was withheld',
    {
      ...place,
      position: 1,
      eventId: 'event-1',
      type: 'patient.disclosure-recorded',
      data: {
        disclosure: {
          disclosureId: 'd1',
          wayOut: 'claim',
          recipientName: 'Evergreen Dental Plan',
          recipientKind: 'payer',
          purpose: 'payment',
          categories: ['dental-record'],
          what: 'Claim',
          at: instant('2026-03-05T10:00:00Z'),
          decision: 'partly-withheld',
          withheld: ['hiv'],
        },
      },
    },
    ['coordination-record', 'hiv'],
  ],
  [
    'a picture',
    {
      ...place,
      position: 1,
      eventId: 'event-1',
      type: 'patient.document-attached',
      data: {
        document: {
          documentId: 'd1',
          title: 'Panoramic',
          kind: 'image',
          mediaType: 'image/png',
          byteLength: 1,
          sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
          attachedTo: [],
        },
      },
    },
    ['images'],
  ],
  ['a need', factor('condition-9'), ['coordination-record', 'medical-history']],
  [
    'a need that rests on a protected condition',
    factor('condition-1'),
    ['coordination-record', 'medical-history', 'substance-use-treatment'],
  ],
];

describe('categories of an event', () => {
  test.each(rows)('%s', (_name, event, categories) => {
    expect(categoriesOf(event, record)).toEqual(categories);
  });
});
