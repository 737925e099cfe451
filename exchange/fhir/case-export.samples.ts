import type { Actor } from '#domain/audit/event.ts';
import type { CaseEvent, CaseEventData, CaseEventType } from '#domain/case/case-events.ts';
import { foldCase } from '#domain/case/fold-case.ts';
import { type DataCategory, dataCategories } from '#domain/consent/consent.ts';
import { authorization } from '#domain/consent/consent.samples.ts';
import { calendarDate, instant } from '#domain/kernel/calendar-date.ts';
import { parseDiagnosisCode } from '#domain/kernel/diagnosis-code.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { parseTooth } from '#domain/kernel/tooth.ts';
import type {
  HistoryItem,
  PatientEvent,
  PatientEventData,
  PatientEventType,
} from '#domain/patient/patient-events.ts';
import { foldPatient } from '#domain/patient/patient.ts';
import type {
  PracticeEvent,
  PracticeEventData,
  PracticeEventType,
} from '#domain/practice/practice-events.ts';
import { foldPractice } from '#domain/practice/practice.ts';
import { sampleClaim } from '../x12/claim.samples.ts';
import type { CaseExport } from './to-scene.ts';

/** A synthetic case with at least one of everything, folded from its events, for tests of the formats. */

const coordinator: Actor = { kind: 'staff', id: 'staff_1', name: 'Cora Coordinator', role: 'coordinator' };
const dentist: Actor = {
  kind: 'staff',
  id: 'staff-2',
  name: 'Adaeze Okafor',
  role: 'dentist',
  credential: 'DDS',
};

const frame = (position: number, who: Actor) => ({
  organizationId: 'organization-1',
  eventId: `event-${position}`,
  position,
  who,
  occurredAt: instant(`2026-03-05T17:${String(position).padStart(2, '0')}:00Z`),
  recordedAt: instant(`2026-03-05T17:${String(position).padStart(2, '0')}:30Z`),
  reliedOn: [],
});

type Told<Data> = { [T in keyof Data]: readonly [T, Data[T], Actor?] }[keyof Data];

/** Events of one chain from what they say; the shape of each pair is checked by `Told`. */
function practiceEvents(told: readonly Told<PracticeEventData>[]): PracticeEvent[] {
  return told.map(([type, data, who], index) => {
    const stream = { kind: 'practice', id: 'organization-1' } as const;
    return {
      ...frame(index + 1, who ?? coordinator),
      stream,
      type: type satisfies PracticeEventType,
      data,
    } as PracticeEvent;
  });
}

function patientEvents(told: readonly Told<PatientEventData>[]): PatientEvent[] {
  return told.map(([type, data, who], index) => {
    const stream = { kind: 'patient', id: 'patient-1' } as const;
    return {
      ...frame(index + 1, who ?? coordinator),
      stream,
      type: type satisfies PatientEventType,
      data,
    } as PatientEvent;
  });
}

function caseEvents(told: readonly Told<CaseEventData>[]): CaseEvent[] {
  return told.map(([type, data, who], index) => {
    const stream = { kind: 'case', id: 'case-1' } as const;
    return {
      ...frame(index + 1, who ?? coordinator),
      stream,
      type: type satisfies CaseEventType,
      data,
    } as CaseEvent;
  });
}

function parsed<Value>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new Error(value.code);
  return value;
}

const practice = foldPractice(
  'organization-1',
  practiceEvents([
    ['practice.profile-set', { profile: sampleClaim.billing }],
    [
      'practice.payer-recorded',
      {
        payer: {
          payerId: 'cascadia',
          name: 'Cascadia Mutual Dental',
          claimPayerId: 'CASC1',
          line: 'commercial',
          filingIndicator: 'CI',
        },
      },
    ],
    [
      'practice.provider-recorded',
      {
        provider: {
          providerId: 'provider-1',
          name: 'Dr. Adaeze Okafor',
          lastName: 'Okafor',
          firstName: 'Adaeze',
          credential: 'DDS',
          specialty: 'general-dentistry',
          npi: sampleClaim.treating.npi,
          ours: true,
          contacts: [{ route: 'telephone', value: '2535550100' }],
        },
      },
    ],
    [
      'practice.provider-recorded',
      {
        provider: {
          providerId: 'provider-9',
          name: 'Dr. Not Referred-To',
          specialty: 'endodontics',
          ours: false,
          contacts: [],
        },
      },
    ],
    [
      'practice.staff-recorded',
      { staff: { staffId: 'staff_1', name: 'Cora Coordinator', role: 'coordinator', active: true } },
    ],
    [
      'practice.staff-recorded',
      {
        staff: {
          staffId: 'staff-2',
          name: 'Adaeze Okafor',
          role: 'dentist',
          credential: 'DDS',
          providerId: 'provider-1',
          active: true,
        },
      },
    ],
  ]),
);

const sha256 = 'a'.repeat(64);

const loinc = 'http://loinc.org';
const historyItems: readonly HistoryItem[] = [
  {
    itemId: 'history-1',
    kind: 'medication',
    text: 'Warfarin 5 mg',
    codings: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '855332' }],
    value: 'one tablet in the evening',
    status: 'active',
    on: calendarDate('2024-02-01'),
  },
  {
    itemId: 'history-2',
    kind: 'medication',
    text: 'Buprenorphine',
    codings: [],
    status: 'as needed',
    sensitive: 'substance-use-treatment',
  },
  {
    itemId: 'history-3',
    kind: 'allergy',
    text: 'Penicillin',
    codings: [{ system: 'http://snomed.info/sct', code: '91936005' }],
    value: 'criticality high; hives (severe)',
    status: 'active',
    on: calendarDate('1980-01-01'),
  },
  { itemId: 'history-4', kind: 'allergy', text: 'Latex', codings: [], status: '' },
  {
    itemId: 'history-5',
    kind: 'procedure',
    text: 'Filling',
    codings: [{ system: 'http://www.ada.org/cdt', code: 'D2330', display: 'nomenclature of somebody else' }],
    value: 'upper left incisor, buccal',
    status: 'completed',
    on: calendarDate('2023-08-17'),
    tooth: '10 BM',
  },
  { itemId: 'history-6', kind: 'procedure', text: 'Mitral repair', codings: [], status: 'completed' },
  {
    itemId: 'history-7',
    kind: 'procedure',
    text: 'Implant',
    codings: [{ system: 'http://www.ada.org/cdt', code: 'D6010' }],
    status: 'order: active',
    tooth: '14, 15',
  },
  {
    itemId: 'history-8',
    kind: 'observation',
    text: 'Hemoglobin A1c',
    codings: [{ system: loinc, code: '4548-4' }],
    value: '7.0 %',
    status: 'final',
    on: calendarDate('2026-01-20'),
  },
  {
    itemId: 'history-9',
    kind: 'observation',
    text: 'Blood pressure',
    codings: [{ system: loinc, code: '85354-9' }],
    value: 'Diastolic Blood Pressure: 82 mmHg; Systolic Blood Pressure: 128 mm[Hg]',
    status: 'final',
    on: calendarDate('2026-01-20'),
  },
  {
    itemId: 'history-10',
    kind: 'observation',
    text: 'Body weight',
    codings: [{ system: loinc, code: '29463-7' }],
    value: '81.3 kg',
    status: 'final',
    on: calendarDate('2026-01-20'),
  },
  {
    itemId: 'history-11',
    kind: 'message',
    text: 'Please hold the anticoagulant two days before.',
    codings: [],
    value: 'from Dr. Carl Cardio',
    status: 'completed',
    on: calendarDate('2026-02-20'),
  },
];

const patient = foldPatient(
  'patient-1',
  patientEvents([
    [
      'patient.registered',
      {
        origin: 'by-hand',
        demographics: {
          lastName: 'Núñez',
          firstName: 'Marisol',
          birthDate: calendarDate('1961-04-12'),
          sex: 'female',
          language: 'es',
          address: { line1: '12 Alder St', city: 'Tacoma', state: 'WA', postalCode: '98405' },
          contacts: [
            { route: 'telephone', value: '2535550111', preferred: true },
            { route: 'letter', value: '12 Alder St' },
          ],
          identifiers: [
            { system: 'urn:oid:1.2.3', value: 'MRN-7' },
            { system: 'chart', value: 'C-7' },
            { system: 'http://hl7.org/fhir/sid/us-npi', value: '123', flag: 'fails its check digit' },
          ],
          deceased: false,
        },
      },
    ],
    [
      'patient.condition-recorded',
      {
        condition: {
          conditionId: 'condition-1',
          text: 'Type 2 diabetes with periodontal disease',
          diagnosis: parsed(parseDiagnosisCode('E11.630')),
          codings: [
            {
              system: 'http://snomed.info/sct',
              code: '422166005',
              display: 'Peripheral circulatory disorder',
            },
            { system: 'http://www.ada.org/cdt', code: 'D0180', display: 'nomenclature of somebody else' },
            { system: '', code: 'LOCAL-1' },
          ],
          status: 'active',
          onset: calendarDate('2019-06-01'),
          ended: calendarDate('2026-01-01'),
        },
      },
    ],
    [
      'patient.condition-recorded',
      {
        condition: {
          conditionId: 'condition-2',
          text: 'Opioid use disorder, in treatment',
          codings: [],
          status: 'active',
          sensitive: 'substance-use-treatment',
        },
      },
    ],
    [
      'patient.coverage-recorded',
      {
        coverage: {
          coverageId: 'coverage-1',
          payerId: 'cascadia',
          payerName: 'Cascadia Mutual Dental',
          kind: 'dental',
          priority: 'primary',
          memberId: 'XYZ123456',
          groupNumber: 'G100',
          subscriber: { relationship: 'self', lastName: 'Núñez', firstName: 'Marisol' },
          from: calendarDate('2026-01-01'),
          flags: [],
        },
      },
    ],
    [
      'patient.coverage-recorded',
      {
        coverage: {
          coverageId: 'coverage-2',
          payerName: 'A plan that is not in the directory',
          kind: 'medical',
          priority: 'secondary',
          memberId: '',
          subscriber: { relationship: 'spouse', lastName: 'Núñez', firstName: 'Rafael' },
          from: calendarDate('2020-01-01'),
          through: calendarDate('2020-01-01'),
          flags: ['coverage of one day'],
        },
      },
    ],
    [
      'patient.document-attached',
      {
        document: {
          documentId: 'document-1',
          title: 'Letter of the cardiologist',
          kind: 'letter',
          mediaType: 'application/pdf',
          byteLength: 1200,
          sha256,
          attachedTo: [],
        },
      },
    ],
    [
      'patient.document-attached',
      {
        document: {
          documentId: 'document-2',
          title: 'Signed authorization',
          kind: 'consent',
          mediaType: 'application/pdf',
          byteLength: 900,
          sha256,
          attachedTo: [],
        },
      },
    ],
    [
      'patient.document-attached',
      {
        document: {
          documentId: 'document-3',
          title: 'Panoramic image',
          kind: 'image',
          mediaType: 'image/png',
          byteLength: 90_000,
          sha256,
          attachedTo: [],
        },
      },
    ],
    [
      'patient.consent-recorded',
      {
        consent: {
          ...authorization,
          documentId: 'document-2',
          expiresOn: calendarDate('2026-12-31'),
          purposes: ['treatment', 'payment', 'other'],
        },
      },
    ],
    [
      'patient.consent-recorded',
      {
        consent: {
          ...authorization,
          consentId: 'consent-2',
          kind: 'part2-consent',
          categories: ['substance-use-treatment'],
          signer: { name: 'Rafael Núñez', authority: 'legal-guardian' },
        },
      },
    ],
    [
      'patient.consent-revoked',
      {
        revocation: {
          consentId: 'consent-2',
          how: 'written',
          reason: '',
          receivedAt: instant('2026-02-01T18:00:00Z'),
        },
      },
    ],
    [
      'patient.related-person-recorded',
      {
        relatedPerson: {
          relatedPersonId: 'related-1',
          name: 'Rafael Núñez',
          relationship: 'spouse',
          contacts: [{ route: 'telephone', value: '2535550112' }],
        },
      },
    ],
    [
      'patient.condition-recorded',
      {
        condition: {
          conditionId: 'condition-3',
          text: 'Caries of tooth 14',
          diagnosis: parsed(parseDiagnosisCode('K02.9')),
          codings: [],
          status: 'active',
        },
      },
    ],
    ...historyItems.map((item) => ['patient.history-recorded', { item }] as const),
    [
      'patient.accommodation-recorded',
      {
        accommodation: {
          accommodationId: 'accommodation-1',
          kind: 'mobility',
          need: 'Uses a wheelchair',
          accommodation: 'Room 2, lift at the side entrance',
          active: true,
        },
      },
    ],
  ]),
);

const from = calendarDate('2026-03-01');
const noContacts = { contacts: [], from };

const theCase = foldCase(
  'case-1',
  caseEvents([
    [
      'case.opened',
      {
        patientId: 'patient-1',
        title: 'Extraction before valve surgery',
        reason: 'Clearance & dates <must> agree',
        ownerStaffId: 'staff_1',
        team: null,
        receivedReferralId: null,
      },
    ],
    [
      'team.member-recorded',
      {
        member: {
          memberId: 'member-1',
          role: 'treating-dentist',
          name: 'Dr. Adaeze Okafor',
          providerId: 'provider-1',
          ...noContacts,
        },
      },
    ],
    [
      'team.member-recorded',
      {
        member: {
          memberId: 'member-2',
          role: 'dental-specialist',
          name: 'Dr. Sol Surgeon',
          specialty: 'oral-surgery',
          organization: 'Sound Oral Surgery',
          contacts: [{ route: 'fax', value: '2535550122' }],
          from,
        },
      },
    ],
    [
      'team.member-recorded',
      {
        member: {
          memberId: 'member-3',
          role: 'physician',
          name: 'Dr. Carl Cardio',
          specialty: 'cardiology',
          ...noContacts,
        },
      },
    ],
    [
      'team.member-recorded',
      {
        member: {
          memberId: 'member-4',
          role: 'payer',
          name: 'Cascadia Mutual Dental',
          payerId: 'cascadia',
          ...noContacts,
        },
      },
    ],
    [
      'team.member-recorded',
      {
        member: {
          memberId: 'member-5',
          role: 'caregiver',
          name: 'Rafael Núñez',
          relatedPersonId: 'related-1',
          ...noContacts,
        },
      },
    ],
    [
      'team.member-recorded',
      {
        member: {
          memberId: 'member-6',
          role: 'facility',
          name: 'Tacoma General',
          ...noContacts,
          through: calendarDate('2026-04-01'),
        },
      },
    ],
    [
      'necessity.factor-recorded',
      {
        factor: {
          factorId: 'factor-1',
          kind: 'condition',
          text: 'Diabetes with periodontal disease',
          evidence: [{ kind: 'condition', id: 'condition-1', label: 'E11.630' }],
        },
      },
    ],
    [
      'necessity.factor-recorded',
      {
        factor: {
          factorId: 'factor-2',
          kind: 'social-barrier',
          text: 'In a treatment programme three days a week',
          evidence: [{ kind: 'condition', id: 'condition-2', label: 'programme' }],
        },
      },
    ],
    [
      'necessity.factor-recorded',
      {
        factor: {
          factorId: 'factor-3',
          kind: 'several-providers',
          text: 'Four providers take part',
          evidence: [],
        },
      },
    ],
    [
      'plan.item-recorded',
      {
        item: {
          itemId: 'item-2',
          text: 'Crown',
          surfaces: [],
          order: 2,
          after: ['item-1'],
          status: 'proposed',
        },
      },
    ],
    [
      'plan.item-recorded',
      {
        item: {
          itemId: 'item-1',
          text: 'Remove the tooth',
          code: procedureCode('D7140'),
          tooth: parsed(parseTooth('14')),
          surfaces: ['M', 'O'],
          ownerMemberId: 'member-2',
          order: 1,
          after: [],
          status: 'scheduled',
          note: 'Before the valve',
        },
      },
    ],
    [
      'plan.signed',
      { signature: { version: 1, itemsSha256: sha256, statement: 'This is the plan.', items: [] } },
      dentist,
    ],
    [
      'referral.drafted',
      {
        referral: {
          referralId: 'referral-1',
          toMemberId: 'member-2',
          reason: 'Extraction under protection',
          question: 'Before 20 March?',
          priority: 'urgent',
        },
      },
    ],
    ['referral.moved', { move: { referralId: 'referral-1', to: 'sent', saidBy: 'sender', note: '' } }],
    [
      'referral.moved',
      { move: { referralId: 'referral-1', to: 'accepted', saidBy: 'recipient-by-contact', note: 'yes' } },
    ],
    [
      'referral.drafted',
      {
        referral: {
          referralId: 'referral-2',
          toMemberId: 'member-3',
          reason: 'Clearance',
          question: '',
          priority: 'routine',
        },
      },
    ],
    [
      'activity.logged',
      {
        late: false,
        activity: {
          activityId: 'activity-1',
          kind: 'coordination-with-provider',
          staffId: 'staff_1',
          note: '',
          serviceDate: calendarDate('2026-03-05'),
          time: {
            basis: 'timer',
            startedAt: instant('2026-03-05T17:00:00Z'),
            endedAt: instant('2026-03-05T17:42:00Z'),
            seconds: 2520,
          },
          contact: {
            parties: [
              { kind: 'provider', memberId: 'member-2', name: 'Dr. Sol Surgeon' },
              { kind: 'provider', name: 'Front desk', npi: '1245319599' },
            ],
            direction: 'outgoing',
            route: 'telephone',
            reached: 'reached',
            asked: 'Can it be done before the valve operation?',
            answered: 'Yes, on 20 March.',
            effectOnPlan: 'Extraction first.',
            disclosed: ['dental-record', 'medical-history'],
            referralId: 'referral-1',
          },
        },
      },
    ],
    [
      'activity.logged',
      {
        late: true,
        activity: {
          activityId: 'activity-2',
          kind: 'helping-the-patient-decide',
          staffId: 'staff_1',
          note: 'Rang twice',
          serviceDate: calendarDate('2026-03-05'),
          time: {
            basis: 'by-hand',
            startedAt: instant('2026-03-05T18:00:00Z'),
            endedAt: instant('2026-03-05T18:05:00Z'),
            seconds: 300,
            byHandReason: 'timer forgotten',
          },
          contact: {
            parties: [{ kind: 'patient', name: 'Marisol Núñez' }],
            direction: 'incoming',
            route: 'text-message',
            reached: 'message-left',
            asked: '',
            answered: '',
            effectOnPlan: '',
            disclosed: [],
          },
        },
      },
    ],
    [
      'activity.logged',
      {
        late: false,
        activity: {
          activityId: 'activity-3',
          kind: 'records-review',
          staffId: 'staff-2',
          note: 'Read the letter of the cardiologist',
          serviceDate: calendarDate('2026-03-05'),
          time: {
            basis: 'start-and-stop',
            startedAt: instant('2026-03-05T19:00:00Z'),
            endedAt: instant('2026-03-05T19:10:00Z'),
            seconds: 600,
          },
        },
      },
      dentist,
    ],
    ['activity.withdrawn', { activityId: 'activity-2', reason: 'Wrong patient' }],
    ['activity.signed', { activityIds: ['activity-1', 'activity-3'] }],
    [
      'task.opened',
      {
        task: {
          taskId: 'activity-3',
          title: 'Send the image',
          holder: { kind: 'staff', id: 'staff_1', name: 'Cora Coordinator' },
          due: calendarDate('2026-03-08'),
        },
      },
    ],
    [
      'task.opened',
      {
        task: {
          taskId: 'task-2',
          title: 'Answer of the surgeon',
          holder: { kind: 'team-member', id: 'member-2', name: 'Dr. Sol Surgeon' },
          due: calendarDate('2026-03-09'),
          referralId: 'referral-1',
        },
      },
    ],
    ['task.held', { taskId: 'task-2', hold: { until: calendarDate('2026-03-12'), awaiting: 'fax' } }],
    ['task.done', { taskId: 'activity-3', outcome: 'sent' }],
    [
      'case.attested',
      {
        attestation: { statement: 'Coordinated as recorded.', activityIds: ['activity-1'], upToPosition: 27 },
      },
      dentist,
    ],
    ['claim.created', { claim: sampleClaim }],
  ]),
);

export const sampleExport: CaseExport = {
  case: theCase,
  patient,
  practice,
  allowed: new Set(dataCategories),
  asOf: instant('2026-03-06T08:00:00Z'),
};

/** The same case as it may leave with fewer categories. */
export function exportWith(allowed: readonly DataCategory[]): CaseExport {
  return { ...sampleExport, allowed: new Set(allowed) };
}

export function exportWithout(...withheld: readonly DataCategory[]): CaseExport {
  return exportWith(dataCategories.filter((category) => !withheld.includes(category)));
}
