import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { chainEvent, chainStart, headOf, type ChainedEvent } from '../audit/chain.ts';
import { verifyChain } from '../audit/verify-chain.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import type { PatientEvent } from '../patient/patient-events.ts';
import type { DataCategory } from './consent.ts';
import { authorization } from './consent.samples.ts';
import { categoriesIn, categoriesOf, discloseEvents } from './event-categories.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

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

const rows: [name: string, event: PatientEvent, categories: DataCategory[]][] = [
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
          sha256: sha256(''),
          attachedTo: [],
        },
      },
    },
    ['images'],
  ],
];

describe('categories of an event', () => {
  test.each(rows)('%s', (_name, event, categories) => {
    expect(categoriesOf(event)).toEqual(categories);
  });

  test('of several events, in the order of the list of categories', () => {
    expect(categoriesIn([withConsent(['hiv']), condition(1, 'diabetes')])).toEqual([
      'medical-history',
      'coordination-record',
      'hiv',
    ]);
  });
});

test('what may not leave is not in the events, and the chain still verifies', () => {
  const events: PatientEvent[] = [
    condition(1, 'diabetes'),
    condition(2, 'opioid use', 'substance-use-treatment'),
    {
      ...place,
      position: 3,
      eventId: 'event-3',
      type: 'patient.demographics-changed',
      data: {
        demographics: {
          lastName: 'Vega',
          firstName: 'Rosa',
          birthDate: calendarDate('1980-05-01'),
          sex: 'female',
          contacts: [],
          identifiers: [],
        },
        reason: 'married',
      },
    },
  ];
  const chain: ChainedEvent<PatientEvent>[] = [];
  for (const event of events)
    chain.push(
      chainEvent(
        event,
        { salt: sha256(event.eventId), previousHash: chain.at(-1)?.hash ?? chainStart },
        sha256,
      ),
    );
  const disclosed = discloseEvents(chain, ['medical-history'], sha256);
  expect(disclosed.map(({ parts }) => Object.keys(parts).length > 0)).toEqual([true, false, false]);
  expect(JSON.stringify(disclosed)).not.toMatch(/opioid|Vega|married/);
  const last = chain.at(-1);
  const head = last && { head: headOf(last), signature: '' };
  expect(verifyChain(disclosed, head, { sha256, verifySignature: () => true })).toEqual([]);
});
