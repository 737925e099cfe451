import type { Activity } from '#domain/activity/activity.ts';
import type { Actor, StreamName } from '#domain/audit/event.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import type { NewCaseEvent, CaseEvent } from '#domain/case/case-events.ts';
import { foldCase } from '#domain/case/fold-case.ts';
import type { Claim } from '#domain/claim/claim.ts';
import type { Consent } from '#domain/consent/consent.ts';
import { calendarDate, instant, type Instant } from '#domain/kernel/calendar-date.ts';
import { parseDiagnosisCode, type DiagnosisCode } from '#domain/kernel/diagnosis-code.ts';
import { cents } from '#domain/kernel/money.ts';
import { parseNpi, type Npi } from '#domain/kernel/npi.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { parseTooth, type Tooth } from '#domain/kernel/tooth.ts';
import { foldPatient, type Patient } from '#domain/patient/patient.ts';
import type { NewPatientEvent, PatientEvent } from '#domain/patient/patient-events.ts';
import { foldPractice, type Practice } from '#domain/practice/practice.ts';
import type { NewPracticeEvent, PracticeEvent, PracticeProfile } from '#domain/practice/practice-events.ts';
import type { PlanItem } from '#domain/treatment-plan/plan-item.ts';
import type { PlanFrame } from '#domain/treatment-plan/signed-plan.ts';
import type { AnyEvent } from './evidence-list.ts';

/** A synthetic record for the tests of printed documents: one patient, one case, a signed plan, contacts of all kinds. */

function npi(text: string): Npi {
  const parsed = parseNpi(text);
  if (isRefusal(parsed)) throw new Error(parsed.code);
  return parsed;
}

function diagnosis(text: string): DiagnosisCode {
  const parsed = parseDiagnosisCode(text);
  if (isRefusal(parsed)) throw new Error(parsed.code);
  return parsed;
}

function tooth(text: string): Tooth {
  const parsed = parseTooth(text);
  if (isRefusal(parsed)) throw new Error(parsed.code);
  return parsed;
}

export const madeAt: Instant = instant('2026-03-20T22:05:00.000Z');

const dentist: Actor = {
  kind: 'staff',
  id: 'staff-feld',
  name: 'Nora Feld',
  role: 'dentist',
  credential: 'DDS',
};
const coordinator: Actor = {
  kind: 'staff',
  id: 'staff-ames',
  name: 'Jules Ames',
  role: 'coordinator',
  credential: 'CDA',
};

interface Said<New> {
  readonly event: New;
  readonly who: Actor;
  readonly recordedAt?: Instant;
}

function recorded<New extends { readonly type: string; readonly occurredAt: Instant }>(
  stream: StreamName,
  said: readonly Said<New>[],
) {
  return said.map(({ event, who, recordedAt }, index) => ({
    reliedOn: [],
    ...event,
    organizationId: 'org-1',
    stream,
    position: index + 1,
    eventId: `${stream.id}-${index + 1}`,
    who,
    recordedAt: recordedAt ?? event.occurredAt,
  }));
}

export const profile: PracticeProfile = {
  name: 'Harbor Street Dental',
  entity: 'organization',
  billingNpi: npi('1987654328'),
  taxIdKind: 'EIN',
  taxId: '912345678',
  taxonomy: '1223G0001X',
  address: {
    line1: '418 Harbor Street',
    line2: 'Suite 2',
    city: 'Tacoma',
    state: 'WA',
    postalCode: '984021234',
  },
  telephone: '2535550142',
  timeZone: 'America/Los_Angeles',
  placeOfService: '11',
  submitterId: 'HARBOR01',
  receiverId: 'CLEAR01',
  receiverName: 'Example Clearinghouse',
};

const at = instant('2026-02-02T17:00:00.000Z');

const practiceSaid: Said<NewPracticeEvent>[] = [
  { who: coordinator, event: { type: 'practice.profile-set', occurredAt: at, data: { profile } } },
  {
    who: coordinator,
    event: {
      type: 'practice.staff-recorded',
      occurredAt: at,
      data: {
        staff: {
          staffId: 'staff-ames',
          name: 'Jules Ames',
          role: 'coordinator',
          credential: 'CDA',
          active: true,
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'practice.staff-recorded',
      occurredAt: at,
      data: {
        staff: { staffId: 'staff-feld', name: 'Nora Feld', role: 'dentist', credential: 'DDS', active: true },
      },
    },
  },
];

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

const patientSaid: Said<NewPatientEvent>[] = [
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

const planItems: PlanItem[] = [
  {
    itemId: 'item-1',
    text: 'Report from endocrinology on blood sugar control',
    ownerMemberId: 'member-osei',
    order: 1,
    after: [],
    surfaces: [],
    status: 'done',
  },
  {
    itemId: 'item-2',
    text: 'Deep cleaning below the gums, upper right',
    code: procedureCode('D4341'),
    area: '10',
    ownerMemberId: 'member-cedar',
    order: 2,
    after: ['item-1'],
    surfaces: [],
    fee: cents(28500),
    status: 'scheduled',
  },
  {
    itemId: 'item-3',
    text: 'Filling, lower left first molar',
    code: procedureCode('D2392'),
    tooth: tooth('19'),
    surfaces: ['M', 'O'],
    ownerMemberId: 'member-feld',
    order: 3,
    after: ['item-1'],
    fee: cents(24000),
    status: 'accepted',
    note: 'Short appointment, in the morning after breakfast and medication.',
  },
  {
    itemId: 'item-4',
    text: 'Second look at the gums, six weeks after the deep cleaning',
    ownerMemberId: 'member-cedar',
    order: 4,
    after: ['item-2', 'item-3'],
    surfaces: [],
    status: 'proposed',
  },
];

export const planFrame: PlanFrame = {
  events: [{ eventId: 'event-1', text: 'Blood sugar is measured', on: calendarDate('2026-03-02') }],
  constraints: [
    {
      kind: 'interval',
      constraintId: 'wait-1',
      text: 'The gums are looked at again after four to six weeks',
      source: { by: 'person', ref: 'member-cedar' },
      strength: 'should',
      from: 'item-2',
      to: 'item-4',
      minDays: 28,
      maxDays: 42,
    },
    {
      kind: 'interval',
      constraintId: 'wait-2',
      text: 'Fillings wait until blood sugar was measured',
      source: { by: 'person', ref: 'member-feld' },
      strength: 'must',
      override: { by: 'Nora Feld', reason: 'The tooth hurts' },
      from: 'event-1',
      to: 'item-3',
      minDays: 0,
    },
  ],
  order: {
    scheduleId: 'schedule-1',
    madeBy: 'solver',
    levels: [],
    schedule: {
      visits: [
        {
          on: calendarDate('2026-03-09'),
          place: 'place-cedar',
          items: ['item-2'],
          providers: ['member-cedar'],
          minutes: 90,
          anesthetic: false,
          waitsFor: [],
        },
        {
          on: calendarDate('2026-04-13'),
          place: 'place-cedar',
          items: ['item-4'],
          providers: ['member-cedar'],
          minutes: 30,
          anesthetic: false,
          waitsFor: [],
        },
      ],
    },
  },
};

const callToEndocrinology: Activity = {
  activityId: 'act-1',
  kind: 'coordination-with-provider',
  staffId: 'staff-ames',
  contact: {
    parties: [
      {
        kind: 'provider',
        memberId: 'member-osei',
        name: 'Amara Osei',
        role: 'MD, endocrinology',
        organization: 'Sound Endocrinology',
        npi: '1122334455',
      },
    ],
    direction: 'outgoing',
    route: 'telephone',
    routeValue: '2535550190',
    reached: 'reached',
    asked:
      'Is the blood sugar control good enough for deep cleaning in two visits, and which values should the dentist see first?',
    answered:
      'HbA1c 7.4 % of January 28. No objection. Morning appointments after breakfast and the usual medication; report follows by fax.',
    effectOnPlan: 'Deep cleaning can be booked; all visits move to the morning.',
    disclosed: ['dental-record', 'medications'],
  },
  note: '',
  time: {
    basis: 'timer',
    startedAt: instant('2026-02-12T19:20:12.000Z'),
    endedAt: instant('2026-02-12T19:34:02.000Z'),
    seconds: 830,
  },
  planItemId: 'item-1',
  serviceDate: calendarDate('2026-02-12'),
};

const callToPayer: Activity = {
  activityId: 'act-2',
  kind: 'coordination-with-payer',
  staffId: 'staff-ames',
  contact: {
    parties: [{ kind: 'payer', name: 'Cascadia Example Dental', role: 'Representative' }],
    direction: 'outgoing',
    route: 'telephone',
    reached: 'reached',
    asked: 'Frequency limit for deep cleaning, and what the plan does with D9992.',
    answered: 'Once a quadrant in 24 months. Nothing known about D9992; reference 88-1204.',
    effectOnPlan: '',
    disclosed: ['coverage-and-billing'],
  },
  note: '',
  time: {
    basis: 'start-and-stop',
    startedAt: instant('2026-02-13T21:02:00.000Z'),
    endedAt: instant('2026-02-13T21:19:00.000Z'),
    seconds: 1020,
  },
  serviceDate: calendarDate('2026-02-13'),
};

const callToPatient: Activity = {
  activityId: 'act-3',
  kind: 'helping-the-patient-decide',
  staffId: 'staff-ames',
  contact: {
    parties: [
      { kind: 'patient', name: 'Marisol Quintero' },
      { kind: 'caregiver', name: 'Diego Quintero', role: 'Son' },
    ],
    direction: 'outgoing',
    route: 'telephone',
    reached: 'reached',
    asked: 'Went through the order of the steps and both periodontal offices, with the interpreter.',
    answered: 'Chooses Cedar Periodontics: ground floor, and her son can drive on Tuesdays.',
    effectOnPlan: 'Cedar Periodontics does the deep cleaning, on Tuesday mornings.',
    disclosed: ['dental-record'],
  },
  note: '',
  time: {
    basis: 'timer',
    startedAt: instant('2026-02-17T18:05:40.000Z'),
    endedAt: instant('2026-02-17T18:27:11.000Z'),
    seconds: 1291,
  },
  planItemId: 'item-2',
  serviceDate: calendarDate('2026-02-17'),
};

const voicemail: Activity = {
  activityId: 'act-4',
  kind: 'coordination-with-provider',
  staffId: 'staff-ames',
  contact: {
    parties: [{ kind: 'provider', memberId: 'member-cedar', name: 'Cedar Periodontics' }],
    direction: 'outgoing',
    route: 'telephone',
    reached: 'message-left',
    asked: 'Please call back about a Tuesday morning.',
    answered: '',
    effectOnPlan: '',
    disclosed: [],
  },
  note: '',
  time: {
    basis: 'timer',
    startedAt: instant('2026-02-18T17:00:00.000Z'),
    endedAt: instant('2026-02-18T17:01:10.000Z'),
    seconds: 70,
  },
  serviceDate: calendarDate('2026-02-18'),
};

const review: Activity = {
  activityId: 'act-5',
  kind: 'records-review',
  staffId: 'staff-feld',
  note: 'Read the endocrinology report and compared it with the periodontal chart. Morning visits are enough; no change of medication.',
  time: {
    basis: 'by-hand',
    startedAt: instant('2026-02-20T23:30:00.000Z'),
    endedAt: instant('2026-02-20T23:42:00.000Z'),
    seconds: 720,
    byHandReason: 'Read away from the desk',
  },
  serviceDate: calendarDate('2026-02-20'),
};

const rely = [{ stream: 'patient', id: 'patient-1', position: 8, as: 'consent' }] as const;

const caseSaid: Said<NewCaseEvent>[] = [
  {
    who: coordinator,
    event: {
      type: 'case.opened',
      occurredAt: at,
      data: {
        patientId: 'patient-1',
        title: 'Gum treatment with diabetes',
        reason: 'Gum disease and diabetes are treated in three offices that must agree on order and timing.',
        ownerStaffId: 'staff-ames',
        team: null,
        receivedReferralId: null,
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'team.member-recorded',
      occurredAt: at,
      data: {
        member: {
          memberId: 'member-feld',
          role: 'treating-dentist',
          name: 'Nora Feld',
          credential: 'DDS',
          specialty: 'general-dentistry',
          organization: 'Harbor Street Dental',
          npi: npi('1456123789'),
          contacts: [{ route: 'telephone', value: '2535550142' }],
          from: calendarDate('2026-02-02'),
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'team.member-recorded',
      occurredAt: at,
      data: {
        member: {
          memberId: 'member-osei',
          role: 'physician',
          name: 'Amara Osei',
          credential: 'MD',
          specialty: 'endocrinology',
          organization: 'Sound Endocrinology',
          npi: npi('1122334455'),
          contacts: [
            { route: 'telephone', value: '2535550190', preferred: true },
            { route: 'fax', value: '2535550191' },
          ],
          from: calendarDate('2026-02-02'),
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'team.member-recorded',
      occurredAt: at,
      data: {
        member: {
          memberId: 'member-cedar',
          role: 'dental-specialist',
          name: 'Cedar Periodontics',
          specialty: 'periodontics',
          contacts: [{ route: 'email', value: 'frontdesk@cedar.example' }],
          from: calendarDate('2026-02-02'),
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'necessity.factor-recorded',
      occurredAt: at,
      data: {
        factor: {
          factorId: 'factor-1',
          kind: 'condition',
          text: 'Diabetes changes when and how the gums can be treated.',
          evidence: [{ kind: 'condition', id: 'cond-1', label: 'E11.630' }],
        },
      },
    },
  },
  ...planItems.map((item): Said<NewCaseEvent> => ({
    who: coordinator,
    event: { type: 'plan.item-recorded', occurredAt: at, data: { item } },
  })),
  {
    who: dentist,
    event: {
      type: 'plan.signed',
      occurredAt: instant('2026-02-11T01:14:00.000Z'),
      data: {
        signature: {
          version: 1,
          itemsSha256: '5f2c8e0a4d1b7c936e8f0a2b4c6d8e0f1a3b5c7d9e1f3a5b7c9d1e3f5a7b9c1d',
          statement: 'I have reviewed this plan and its order, and I agree with it.',
          items: planItems,
          frameSha256: '0d1b7c936e8f0a2b4c6d8e0f1a3b5c7d9e1f3a5b7c9d1e3f5a7b9c1d5f2c8e0a',
        },
        frame: planFrame,
      },
    },
  },
  {
    who: coordinator,
    recordedAt: instant('2026-02-12T19:36:00.000Z'),
    event: {
      type: 'activity.logged',
      occurredAt: callToEndocrinology.time.startedAt,
      data: { activity: callToEndocrinology, late: false },
      reliedOn: rely,
    },
  },
  {
    who: coordinator,
    recordedAt: instant('2026-02-13T21:21:00.000Z'),
    event: {
      type: 'activity.logged',
      occurredAt: callToPayer.time.startedAt,
      data: { activity: callToPayer, late: false },
    },
  },
  {
    who: coordinator,
    recordedAt: instant('2026-02-17T18:31:00.000Z'),
    event: {
      type: 'activity.logged',
      occurredAt: callToPatient.time.startedAt,
      data: { activity: { ...callToPatient, time: { ...callToPatient.time, seconds: 1201 } }, late: false },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'activity.logged',
      occurredAt: voicemail.time.startedAt,
      data: { activity: voicemail, late: false },
    },
  },
  {
    who: dentist,
    recordedAt: instant('2026-02-26T16:00:00.000Z'),
    event: {
      type: 'activity.logged',
      occurredAt: review.time.startedAt,
      data: { activity: review, late: true },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'activity.amended',
      occurredAt: instant('2026-02-18T16:40:00.000Z'),
      data: {
        amendment: { activity: callToPatient, reason: 'The timer was paused 90 seconds too early.' },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'activity.withdrawn',
      occurredAt: instant('2026-02-18T17:30:00.000Z'),
      data: { activityId: 'act-4', reason: 'Wrong office called.' },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'activity.signed',
      occurredAt: instant('2026-02-20T17:30:00.000Z'),
      data: { activityIds: ['act-1', 'act-2', 'act-3'] },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'task.opened',
      occurredAt: instant('2026-02-17T18:31:00.000Z'),
      data: {
        task: {
          taskId: 'task-1',
          title: 'Book the deep cleaning on a Tuesday morning',
          holder: { kind: 'team-member', id: 'member-cedar', name: 'Cedar Periodontics' },
          ownerStaffId: 'staff-ames',
          due: calendarDate('2026-03-24'),
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'task.opened',
      occurredAt: instant('2026-02-17T18:31:00.000Z'),
      data: {
        task: {
          taskId: 'task-2',
          title: 'Send the written steps in Spanish',
          holder: { kind: 'staff', id: 'staff-ames', name: 'Jules Ames' },
          due: calendarDate('2026-03-23'),
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'task.held',
      occurredAt: instant('2026-02-18T18:31:00.000Z'),
      data: {
        taskId: 'task-1',
        hold: { until: calendarDate('2026-03-22'), awaiting: 'their call with a date' },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'referral.drafted',
      occurredAt: instant('2026-02-11T18:31:00.000Z'),
      data: {
        referral: {
          referralId: 'ref-1',
          toMemberId: 'member-cedar',
          reason: 'Deep cleaning below the gums, upper right',
          question: 'Is a second visit needed, and when should the gums be looked at again?',
          priority: 'routine',
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'referral.moved',
      occurredAt: instant('2026-02-11T19:31:00.000Z'),
      data: { move: { referralId: 'ref-1', to: 'sent', saidBy: 'sender', note: '' } },
    },
  },
  {
    who: dentist,
    event: {
      type: 'case.attested',
      occurredAt: instant('2026-02-27T01:02:00.000Z'),
      data: {
        attestation: {
          statement:
            'I reviewed these activities; they were given to this patient as recorded and under my direction.',
          activityIds: ['act-1', 'act-2', 'act-3', 'act-5'],
          upToPosition: 22,
        },
      },
    },
  },
];

const practiceEvents = recorded<NewPracticeEvent>(
  { kind: 'practice', id: 'org-1' },
  practiceSaid,
) as PracticeEvent[];
const patientEvents = recorded<NewPatientEvent>(
  { kind: 'patient', id: 'patient-1' },
  patientSaid,
) as PatientEvent[];
const caseEvents = recorded<NewCaseEvent>({ kind: 'case', id: 'case-1' }, caseSaid) as CaseEvent[];
export const recordedEvents: readonly AnyEvent[] = [...patientEvents, ...caseEvents];

export const practice: Practice = foldPractice('org-1', practiceEvents);
export const patient: Patient = foldPatient('patient-1', patientEvents);
export const coordinationCase: CoordinationCase = foldCase('case-1', caseEvents);

export const claim: Claim = {
  claimId: 'claim-1',
  caseId: 'case-1',
  patientId: 'patient-1',
  controlNumber: 'HSD000142',
  frequency: 'original',
  billing: profile,
  treating: {
    lastName: 'Feld',
    firstName: 'Nora',
    npi: npi('1456123789'),
    taxonomy: '1223G0001X',
    license: 'DE60012345',
  },
  patient: {
    lastName: 'Quintero',
    firstName: 'Marisol',
    birthDate: calendarDate('1968-11-03'),
    sex: 'female',
    address: { line1: '27 Alder Court', city: 'Tacoma', state: 'WA', postalCode: '98405' },
  },
  subscriber: {
    relationship: 'self',
    memberId: 'CED123456789',
    groupNumber: 'G-7701',
    planName: 'Cascadia Example PPO',
    person: {
      lastName: 'Quintero',
      firstName: 'Marisol',
      birthDate: calendarDate('1968-11-03'),
      sex: 'female',
      address: { line1: '27 Alder Court', city: 'Tacoma', state: 'WA', postalCode: '98405' },
    },
    priority: 'primary',
  },
  payer: {
    payerId: 'payer-1',
    name: 'Cascadia Example Dental',
    claimPayerId: 'CASC1',
    filingIndicator: 'CI',
  },
  diagnoses: [diagnosis('E11.630'), diagnosis('K05.321')],
  lines: [
    {
      lineNumber: 1,
      code: procedureCode('D9992'),
      serviceDate: calendarDate('2026-02-20'),
      fee: cents(8500),
      quantity: 1,
      statesQuantity: false,
      placeOfService: '11',
      diagnosisPointers: [1, 2],
      activityIds: ['act-1', 'act-2', 'act-3', 'act-5'],
      minutes: 64,
    },
  ],
  total: cents(8500),
  remarks: [
    'COORDINATION 64 MIN: 02/12 14 ENDOCRINOLOGY; 02/13 17 PAYER; 02/17 22 PATIENT,',
    '02/20 12 REVIEW. DIABETES AND GUM TREATMENT, 3 OFFICES. LOG ON REQUEST.',
  ],
  narrative: [
    { text: 'Type 2 diabetes (E11.630) changes when the gums can be treated.', evidence: ['patient#2'] },
    {
      text: 'Three offices take part: general dentistry, periodontics and endocrinology.',
      evidence: ['case#2', 'case#3', 'case#4'],
    },
    {
      text: 'Endocrinology agreed on February 12 to deep cleaning in morning visits, which changed the plan.',
      evidence: ['case#11'],
    },
  ],
  rulebookVersion: '2026.1',
  createdAt: instant('2026-03-02T18:00:00.000Z'),
};
