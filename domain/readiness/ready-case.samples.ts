import type { Activity } from '../activity/activity.ts';
import { sampleActivity, sampleContact, sampleTime } from '../activity/activity.samples.ts';
import type { Actor } from '../audit/event.ts';
import { foldCase } from '../case/fold-case.ts';
import type { CaseEvent, CaseEventData, CaseEventType } from '../case/case-events.ts';
import type { Consent } from '../consent/consent.ts';
import type { Coverage } from '../coverage/benefit-fact.ts';
import { calendarDate, instant, type Instant } from '../kernel/calendar-date.ts';
import { parseDiagnosisCode } from '../kernel/diagnosis-code.ts';
import { cents } from '../kernel/money.ts';
import { parseNpi } from '../kernel/npi.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { foldPatient } from '../patient/patient.ts';
import type { PatientEvent, PatientEventData, PatientEventType } from '../patient/patient-events.ts';
import { foldPractice } from '../practice/practice.ts';
import type {
  PracticeEvent,
  PracticeEventData,
  PracticeEventType,
  Provider,
} from '../practice/practice-events.ts';
import type { Rule, RuleHead, RuleKind, RuleOf } from '../rulebook/rule.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { ReadinessInput } from './readiness-input.ts';

/** A synthetic case that passes every check, for tests that change one thing in it. */

export const sampleNow = instant('2026-03-12T18:00:00.000Z');
/** What is on the patient's chain was written down on the day of the agreement, before the first call. */
const sampleRecorded = instant('2026-03-02T17:00:00.000Z');
const zone = 'America/Los_Angeles';

export const cora: Actor = {
  kind: 'staff',
  id: 'staff-coordinator',
  name: 'Cora Coordinator',
  role: 'coordinator',
};
export const dentist: Actor = {
  kind: 'staff',
  id: 'staff-dentist',
  name: 'Dana Dentist',
  role: 'dentist',
  credential: 'DDS',
};

export type CaseStep = {
  [T in CaseEventType]: { type: T; data: CaseEventData[T]; by?: Actor; at?: Instant };
}[CaseEventType];
export type PatientStep = {
  [T in PatientEventType]: { type: T; data: PatientEventData[T]; at?: Instant };
}[PatientEventType];
export type PracticeStep = {
  [T in PracticeEventType]: { type: T; data: PracticeEventData[T] };
}[PracticeEventType];

function npi(text: string) {
  const parsed = parseNpi(text);
  if (isRefusal(parsed)) throw new Error(parsed.code);
  return parsed;
}

export function diagnosisCode(text: string) {
  const parsed = parseDiagnosisCode(text);
  if (isRefusal(parsed)) throw new Error(parsed.code);
  return parsed;
}

export const sampleDentist: Provider = {
  providerId: 'provider-dentist',
  name: 'Dana Dentist, DDS',
  lastName: 'Dentist',
  firstName: 'Dana',
  specialty: 'general-dentistry',
  npi: npi('1245319599'),
  taxonomy: '1223G0001X',
  license: 'DE00001234',
  ours: true,
  staffId: 'staff-dentist',
  contacts: [],
};

export const samplePracticeSteps: readonly PracticeStep[] = [
  {
    type: 'practice.profile-set',
    data: {
      profile: {
        name: 'Harbor Family Dental',
        entity: 'organization',
        billingNpi: npi('1234567893'),
        taxIdKind: 'EIN',
        taxId: '912345678',
        taxonomy: '122300000X',
        address: { line1: '400 Harbor Way', city: 'Tacoma', state: 'WA', postalCode: '984021234' },
        telephone: '2535550100',
        timeZone: zone,
        placeOfService: '11',
        submitterId: 'HARBOR01',
        receiverId: 'CLEAR01',
        receiverName: 'Example Clearinghouse',
      },
    },
  },
  { type: 'practice.provider-recorded', data: { provider: sampleDentist } },
  {
    type: 'practice.payer-recorded',
    data: {
      payer: {
        payerId: 'payer-1',
        name: 'Cascadia Mutual Dental',
        claimPayerId: 'CASC1',
        line: 'commercial',
        rulebookPayer: 'sample-payer',
        filingIndicator: 'CI',
        acceptsAssignment: true,
      },
    },
  },
  {
    type: 'practice.fee-set',
    data: { fee: { code: procedureCode('D9992'), amount: cents(4500), from: calendarDate('2026-01-01') } },
  },
  {
    type: 'practice.staff-recorded',
    data: {
      staff: { staffId: 'staff-coordinator', name: 'Cora Coordinator', role: 'coordinator', active: true },
    },
  },
  {
    type: 'practice.staff-recorded',
    data: {
      staff: {
        staffId: 'staff-dentist',
        name: 'Dana Dentist',
        role: 'dentist',
        credential: 'DDS',
        active: true,
      },
    },
  },
];

/** Another payer of the directory, of which the rulebook knows nothing. */
export const samplePayerTwo: PracticeStep = {
  type: 'practice.payer-recorded',
  data: {
    payer: {
      payerId: 'payer-2',
      name: 'Harbor Benefit Plan',
      claimPayerId: 'HARB2',
      line: 'commercial',
      filingIndicator: 'CI',
    },
  },
};

export const sampleAgreement: Consent = {
  consentId: 'consent-1',
  kind: 'coordination-agreement',
  signer: { name: 'Marisol Núñez', authority: 'self' },
  method: 'documented-word',
  disclosers: [],
  recipients: [],
  categories: [],
  description: '',
  purposes: ['treatment'],
  statements: { rightToRevoke: true, conditioning: true, redisclosure: true, copyGiven: true },
  language: 'es',
  signedAt: instant('2026-03-02T17:00:00.000Z'),
};

export const sampleAssignment: Consent = {
  ...sampleAgreement,
  consentId: 'consent-assignment',
  kind: 'benefits-assignment',
  method: 'signed-on-screen',
  signatureStrokes: 'M1 1 L2 2',
  recipients: [{ kind: 'named', name: 'Cascadia Mutual Dental', partyId: 'payer-1' }],
  purposes: [],
};

export const sampleCoverage: Coverage = {
  coverageId: 'coverage-1',
  payerId: 'payer-1',
  payerName: 'Cascadia Mutual Dental',
  kind: 'dental',
  priority: 'primary',
  memberId: 'XYZ123456',
  subscriber: { relationship: 'self', lastName: 'Núñez', firstName: 'Marisol' },
  from: calendarDate('2026-01-01'),
  flags: [],
};

export const samplePatientSteps: readonly PatientStep[] = [
  {
    type: 'patient.registered',
    data: {
      demographics: {
        lastName: 'Núñez',
        firstName: 'Marisol',
        birthDate: calendarDate('1961-04-12'),
        sex: 'female',
        address: { line1: '12 Alder St', city: 'Tacoma', state: 'WA', postalCode: '98405' },
        contacts: [{ route: 'telephone', value: '253-555-0142' }],
        identifiers: [],
      },
      origin: 'by-hand',
    },
  },
  {
    type: 'patient.condition-recorded',
    data: {
      condition: {
        conditionId: 'condition-1',
        text: 'Diabetes with periodontal disease',
        diagnosis: diagnosisCode('E11.630'),
        codings: [],
        status: 'active',
      },
    },
  },
  { type: 'patient.coverage-recorded', data: { coverage: sampleCoverage } },
  { type: 'patient.consent-recorded', data: { consent: sampleAgreement } },
  { type: 'patient.consent-recorded', data: { consent: sampleAssignment } },
];

/** A call on a day, of `seconds`, that began at 17:00 UTC and `offset` minutes. */
export function sampleCall(activityId: string, day: string, seconds = 600, offset = 0): Activity {
  const from = new Date(Date.parse(`${day}T17:00:00.000Z`) + offset * 60_000).toISOString();
  const to = new Date(Date.parse(from) + seconds * 1000).toISOString();
  return sampleActivity({
    activityId,
    serviceDate: calendarDate(day),
    planItemId: 'item-1',
    time: sampleTime({ from, to }),
    contact: sampleContact(),
  });
}

export function logged(activity: Activity, late = false): CaseStep {
  return { type: 'activity.logged', data: { activity, late }, at: activity.time.endedAt };
}

export const sampleOpening: readonly CaseStep[] = [
  {
    type: 'case.opened',
    data: {
      patientId: 'patient-1',
      title: 'Extraction before valve surgery',
      reason: 'Several providers',
      ownerStaffId: 'staff-coordinator',
      team: null,
      receivedReferralId: null,
    },
  },
  {
    type: 'necessity.factor-recorded',
    data: {
      factor: {
        factorId: 'factor-1',
        kind: 'condition',
        text: 'Diabetes makes the timing of treatment a matter for two offices',
        evidence: [{ kind: 'condition', id: 'condition-1', label: 'Diabetes with periodontal disease' }],
      },
    },
  },
  {
    type: 'team.member-recorded',
    data: {
      member: {
        memberId: 'member-dentist',
        role: 'treating-dentist',
        name: 'Dana Dentist',
        specialty: 'general-dentistry',
        providerId: 'provider-dentist',
        contacts: [],
        from: calendarDate('2026-03-01'),
      },
    },
  },
  {
    type: 'team.member-recorded',
    data: {
      member: {
        memberId: 'member-surgeon',
        role: 'dental-specialist',
        name: 'Dr. Sol Surgeon',
        specialty: 'oral-surgery',
        organization: 'Sound Oral Surgery',
        contacts: [],
        from: calendarDate('2026-03-01'),
      },
    },
  },
  {
    type: 'plan.item-recorded',
    data: {
      item: { itemId: 'item-1', text: 'Extraction', surfaces: [], order: 1, after: [], status: 'proposed' },
    },
  },
  {
    type: 'charge.agreed',
    data: {
      agreement: {
        agreementId: 'agreement-1',
        code: procedureCode('D9992'),
        amount: cents(1000),
        toldAt: instant('2026-03-02T17:30:00.000Z'),
        toldBy: 'Cora Coordinator',
        toldTo: 'Marisol Núñez',
        agreed: true,
        note: '',
      },
    },
  },
];

/** What makes logged calls ready: signatures, the code and the attestation, in this order. */
export function concluding(activityIds: readonly string[], upToPosition: number): readonly CaseStep[] {
  return [
    { type: 'activity.signed', data: { activityIds: [...activityIds] } },
    {
      type: 'code.decided',
      data: {
        decision: {
          decisionId: 'decision-1',
          code: 'D9992',
          activityIds: [...activityIds],
          reason: '',
          proposed: 'D9992',
          version: 'code-choice 1',
        },
      },
    },
    {
      type: 'case.attested',
      by: dentist,
      data: { attestation: { statement: 'Reviewed.', activityIds: [...activityIds], upToPosition } },
    },
  ];
}

export function readySteps(calls: readonly Activity[]): readonly CaseStep[] {
  const ids = calls.map(({ activityId }) => activityId);
  return [
    ...sampleOpening,
    ...calls.map((call) => logged(call)),
    ...concluding(ids, sampleOpening.length + calls.length + 2),
  ];
}

export const sampleCalls: readonly Activity[] = [
  sampleCall('activity-1', '2026-03-05', 605),
  {
    ...sampleCall('activity-2', '2026-03-09', 415),
    contact: sampleContact({ asked: 'Is the date still good?' }),
  },
];

export function sampleCase(steps: readonly CaseStep[] = readySteps(sampleCalls), caseId = 'case-1') {
  return foldCase(
    caseId,
    steps.map(({ by = cora, at = instant('2026-03-10T18:00:00.000Z'), ...step }, index): CaseEvent => {
      const place = {
        organizationId: 'organization-1',
        stream: { kind: 'case' as const, id: caseId },
        position: index + 1,
        eventId: `event-${index + 1}`,
        who: by,
        occurredAt: at,
        recordedAt: at,
        reliedOn:
          step.type === 'activity.logged'
            ? [{ stream: 'patient' as const, id: 'patient-1', position: 4, as: 'coordination-agreement' }]
            : [],
      };
      return { ...place, ...step };
    }),
  );
}

export function samplePatient(steps: readonly PatientStep[] = samplePatientSteps) {
  return foldPatient(
    'patient-1',
    steps.map(({ at = sampleRecorded, ...step }, index): PatientEvent => {
      const place = placed('patient', 'patient-1', index, at);
      return { ...place, ...step };
    }),
  );
}

export function samplePractice(steps: readonly PracticeStep[] = samplePracticeSteps) {
  return foldPractice(
    'organization-1',
    steps.map((step, index): PracticeEvent => {
      const place = placed('practice', 'organization-1', index);
      return { ...place, ...step };
    }),
  );
}

function placed(kind: 'patient' | 'practice', id: string, index: number, at = sampleNow) {
  return {
    organizationId: 'organization-1',
    stream: { kind, id },
    position: index + 1,
    eventId: `${kind}-event-${index + 1}`,
    who: cora,
    occurredAt: at,
    recordedAt: at,
    reliedOn: [],
  };
}

type RuleBody = {
  [Kind in RuleKind]: Omit<RuleOf<Kind>, keyof RuleHead> & { readonly kind: Kind } & Partial<RuleHead>;
}[RuleKind];

/** A confirmed rule of the sample payer, in force since 2026. */
export function sampleRule(body: RuleBody): Rule {
  return {
    id: `sample-payer/${body.kind}`,
    payer: 'sample-payer',
    code: procedureCode('D9992'),
    period: { from: calendarDate('2026-01-01'), startEstablished: true, through: 'open' as const },
    source: {
      title: { en: 'Made up for tests', es: 'Inventado para pruebas' },
      seen: calendarDate('2026-01-01'),
    },
    mark: 'confirmed' as const,
    ...body,
  };
}

const paying: readonly Rule[] = [
  sampleRule({ kind: 'coverage-status', status: 'paid' }),
  sampleRule({ kind: 'who-may-perform', performers: ['dentist', 'coordinator'] }),
];

export function sampleRulebook(rules: readonly Rule[] = paying, inForceSince = 2017): Rulebook {
  return {
    version: 'sha256:sample',
    payers: new Map([
      [
        'sample-payer',
        { payer: 'sample-payer', name: 'Sample payer', line: 'commercial', fictional: true, note: '', rules },
      ],
    ]),
    guide: new Map(),
    pathways: new Map(),
    codeSets: [
      {
        codeSet: 'cdt',
        editionBegins: '01-01',
        namedAfter: 'year-it-begins',
        firstEdition: 2000,
        inForceSince: new Map(inForceSince === 0 ? [] : [['D9992', inForceSince]]),
      },
    ],
  };
}

export function withRules(...rules: readonly Rule[]): Rulebook {
  return sampleRulebook([...paying, ...rules]);
}

export function readyInput(change: Partial<ReadinessInput> = {}): ReadinessInput {
  return {
    state: sampleCase(),
    patient: samplePatient(),
    practice: samplePractice(),
    rulebook: sampleRulebook(),
    now: sampleNow,
    otherWork: [],
    history: [],
    ...change,
  };
}
