import type { Consent } from '#domain/consent/consent.ts';
import { calendarDate, instant } from '#domain/kernel/calendar-date.ts';
import type { NewPatientEvent } from '#domain/patient/patient-events.ts';
import { diagnosis } from './read-exactly.samples.ts';
import { type Said, at, coordinator } from './said.samples.ts';

const strokes =
  'M40 110 L52 60 70 38 88 62 96 112 L110 70 130 60 142 84 150 108 M170 108 l10 -40 l16 -10 l14 20 l6 30 l20 -44 l22 -6 l10 46 M290 100 l24 -70 l20 4 l-10 60 l30 -20 l26 0 l12 22 l40 -30 l60 10';

export const consent: Consent = {
  consentId: 'consent-1',
  kind: 'hipaa-authorization',
  signer: { name: 'Marisol Quintero', authority: 'self' },
  method: 'signed-on-screen',
  signatureStrokes: strokes,
  disclosers: ['Harbor Street Dental'],
  recipients: [
    { kind: 'named', name: 'Dr. Amara Osei, Sound Endocrinology' },
    { kind: 'named', name: 'Cedar Periodontics' },
    { kind: 'class', name: 'Dental plans that pay for this care' },
  ],
  categories: ['demographics', 'dental-record', 'medical-history', 'medications', 'coordination-record'],
  description: 'Findings, plan and visits from January 2026 on, as far as they concern the gum treatment.',
  purposes: ['treatment', 'payment'],
  statements: { rightToRevoke: true, conditioning: true, redisclosure: true, copyGiven: true },
  language: 'es',
  interpreter: 'Language line, interpreter 4471',
  signedAt: instant('2026-02-10T18:20:00.000Z'),
  expiresOn: calendarDate('2027-02-10'),
};

export const patientSaid: Said<NewPatientEvent>[] = [
  {
    who: coordinator,
    event: {
      type: 'patient.registered',
      occurredAt: at,
      data: {
        origin: 'by-hand',
        demographics: {
          lastName: 'Quintero',
          firstName: 'Marisol',
          birthDate: calendarDate('1968-11-03'),
          sex: 'female',
          language: 'Spanish',
          interpreterNeeded: true,
          address: { line1: '27 Alder Court', city: 'Tacoma', state: 'WA', postalCode: '98405' },
          contacts: [{ route: 'telephone', value: '2535550177', preferred: true }],
          identifiers: [],
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'patient.condition-recorded',
      occurredAt: at,
      data: {
        condition: {
          conditionId: 'cond-1',
          text: 'Type 2 diabetes with gum disease',
          diagnosis: diagnosis('E11.630'),
          codings: [],
          status: 'active',
          onset: calendarDate('2019-05-01'),
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'patient.condition-recorded',
      occurredAt: at,
      data: {
        condition: {
          conditionId: 'cond-2',
          text: 'Opioid use disorder, in treatment',
          codings: [],
          status: 'active',
          sensitive: 'substance-use-treatment',
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'patient.history-recorded',
      occurredAt: at,
      data: {
        item: {
          itemId: 'med-1',
          kind: 'medication',
          text: 'Metformin',
          value: '1,000 mg twice a day',
          codings: [],
          status: 'active',
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'patient.history-recorded',
      occurredAt: at,
      data: {
        item: {
          itemId: 'all-1',
          kind: 'allergy',
          text: 'Penicillin',
          value: 'rash',
          codings: [],
          status: 'active',
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'patient.accommodation-recorded',
      occurredAt: at,
      data: {
        accommodation: {
          accommodationId: 'acc-1',
          kind: 'interpreter',
          need: 'Speaks Spanish; reads little English',
          accommodation: 'Book an interpreter for every visit; written steps in Spanish',
          active: true,
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'patient.accommodation-recorded',
      occurredAt: at,
      data: {
        accommodation: {
          accommodationId: 'acc-2',
          kind: 'mobility',
          need: 'Uses a walker; cannot climb stairs',
          accommodation: 'Ground floor room, appointments of 60 minutes',
          active: true,
        },
      },
    },
  },
  {
    who: coordinator,
    event: { type: 'patient.consent-recorded', occurredAt: consent.signedAt, data: { consent } },
  },
  {
    who: coordinator,
    event: {
      type: 'patient.consent-recorded',
      occurredAt: consent.signedAt,
      data: {
        consent: {
          ...consent,
          consentId: 'consent-2',
          kind: 'coordination-agreement',
          method: 'documented-word',
          recipients: [],
          categories: [],
          purposes: ['treatment'],
          description: '',
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'patient.disclosure-recorded',
      occurredAt: instant('2026-02-12T19:31:00.000Z'),
      data: {
        disclosure: {
          disclosureId: 'disc-1',
          caseId: 'case-1',
          wayOut: 'contact',
          recipientName: 'Dr. Amara Osei, Sound Endocrinology',
          recipientKind: 'provider',
          purpose: 'treatment',
          categories: ['dental-record', 'medications'],
          what: 'Planned gum treatment and its dates, by telephone',
          at: instant('2026-02-12T19:31:00.000Z'),
          decision: 'treatment, 45 CFR 164.506(c)',
          consentId: 'consent-1',
          withheld: ['substance-use-treatment'],
        },
      },
    },
  },
];
