import type { CaseView } from '#contract/views.ts';

/** Whoever speaks to the API: over HTTP, or without a port. */
export interface Speaker {
  get<Body>(path: string): Promise<Body>;
  post(path: string, body: object): Promise<unknown>;
}

export interface CaseTeam {
  readonly coordinator: Speaker;
  readonly dentist: Speaker;
  readonly dentistPassword: string;
  readonly coordinatorStaffId: string;
}

export interface CaseIds {
  readonly caseId: string;
  readonly patientId: string;
}

export const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
export const dayAt = (minutesAgo: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(
    new Date(Date.now() - minutesAgo * 60_000),
  );

/** The patient, with coverage, conditions and both consents; `number` makes another person of each. */
export async function registerTestPatient(
  { coordinator }: Pick<CaseTeam, 'coordinator'>,
  patientId: string,
  number: number,
): Promise<void> {
  await coordinator.post('/api/patients', {
    patientId,
    demographics: {
      lastName: `Quarrington${number}`,
      firstName: `Ottoline${number}`,
      birthDate: `19${String(50 + (number % 40)).padStart(2, '0')}-03-0${1 + (number % 9)}`,
      sex: 'female',
      address: { line1: '9 Alder Way', city: 'Tacoma', state: 'WA', postalCode: '98402' },
      contacts: [{ route: 'telephone', value: `20655${String(50_000 + number).padStart(5, '0')}` }],
      identifiers: [],
    },
    notDuplicateOf: [],
  });
  const record = (command: string, body: object) =>
    coordinator.post(`/api/patients/${patientId}/${command}`, body);
  await record('record-condition', {
    condition: {
      conditionId: 'condition-diabetes',
      text: 'Type 2 diabetes with periodontal disease',
      diagnosis: 'E11.630',
      codings: [],
      status: 'active',
    },
  });
  await record('record-coverage', {
    coverage: {
      coverageId: 'coverage-1',
      kind: 'dental',
      payerId: 'payer-bright-harbor',
      payerName: 'Bright Harbor Dental Plan',
      priority: 'primary',
      memberId: `MEMBER${number}`,
      subscriber: {
        relationship: 'self',
        lastName: `Quarrington${number}`,
        firstName: `Ottoline${number}`,
      },
      from: '2025-01-01',
      flags: [],
    },
  });
  for (const kind of ['coordination-agreement', 'hipaa-authorization'])
    await record('record-consent', { consent: testConsent(`consent-${kind}`, kind) });
}

export function testConsent(consentId: string, kind: string) {
  return {
    consentId,
    kind,
    signer: { name: 'Ottoline Quarrington', authority: 'self' },
    method: 'signed-on-screen',
    signatureStrokes: 'M 10 80 L 60 20 L 120 90 L 200 40',
    disclosers: ['Cedar Street Dental'],
    recipients: [{ kind: 'class', name: 'treating providers', class: 'treating-providers' }],
    categories: ['dental-record', 'medical-history', 'medications', 'coordination-record'],
    description: 'Dental and medical facts needed to coordinate periodontal care.',
    purposes: ['treatment'],
    statements: { rightToRevoke: true, conditioning: true, redisclosure: true, copyGiven: true },
    language: 'en',
    signedAt: at(600),
    expiresOn: dayAt(-60 * 24 * 300),
  };
}

/** A contact by telephone that ended `minutesAgo` and took a quarter of an hour, of the coordinator. */
export function testContact(activityId: string, staffId: string, minutesAgo: number) {
  return {
    activityId,
    kind: 'coordination-with-provider',
    staffId,
    note: '',
    serviceDate: dayAt(minutesAgo + 15),
    contact: {
      parties: [
        {
          kind: 'provider',
          memberId: 'member-perio',
          name: 'Karin Lindqvist',
          role: 'specialist',
          organization: 'office',
        },
      ],
      direction: 'outgoing',
      route: 'telephone',
      reached: 'reached',
      asked: 'Can periodontal therapy begin before the physician has answered?',
      answered: 'Yes for scaling; surgery waits for the clearance.',
      effectOnPlan: 'Scaling first, surgery after clearance.',
      disclosed: ['dental-record'],
    },
    time: {
      basis: 'start-and-stop',
      startedAt: at(minutesAgo + 15),
      endedAt: at(minutesAgo),
      seconds: 900,
    },
  };
}

/** Opens a case of a registered patient, with its team. */
export async function openTestCase({ coordinator }: CaseTeam, { caseId, patientId }: CaseIds): Promise<void> {
  await coordinator.post('/api/cases', {
    caseId,
    patientId,
    title: 'Periodontal care with diabetes',
    reason: 'Periodontist and physician have to agree on the order.',
    ownerStaffId: null,
    team: null,
    receivedReferralId: null,
  });
  for (const member of team)
    await coordinator.post(`/api/cases/${caseId}/record-member`, {
      member: { ...member, contacts: [], setting: 'office', from: dayAt(60 * 24 * 10) },
    });
}

const team = [
  {
    memberId: 'member-dentist',
    role: 'treating-dentist',
    name: 'Priya Raman',
    specialty: 'general-dentistry',
    providerId: 'provider-raman',
    npi: '1999900024',
  },
  {
    memberId: 'member-perio',
    role: 'dental-specialist',
    name: 'Karin Lindqvist',
    specialty: 'periodontics',
    providerId: 'provider-lindqvist',
    npi: '1999900032',
  },
  {
    memberId: 'member-physician',
    role: 'physician',
    name: 'Kwame Osei',
    specialty: 'endocrinology',
    providerId: 'provider-osei',
    npi: '1999900065',
  },
];

/**
 * Brings an opened case to where its claim may be created: necessity, plan, contacts, coverage, code, attestation.
 * The contacts end `minutesAgo`, and 40 minutes before: nobody is on two telephones at once.
 */
export async function makeCaseReady(people: CaseTeam, { caseId }: CaseIds, minutesAgo = 60): Promise<void> {
  const { coordinator, dentist, dentistPassword, coordinatorStaffId } = people;
  const act = (command: string, body: object) => coordinator.post(`/api/cases/${caseId}/${command}`, body);
  await act('record-factor', {
    factor: {
      factorId: 'factor-condition',
      kind: 'condition',
      text: 'type 2 diabetes with periodontal disease',
      evidence: [{ kind: 'condition', id: 'condition-diabetes', label: 'E11.630' }],
    },
  });
  await act('record-factor', {
    factor: {
      factorId: 'factor-providers',
      kind: 'several-providers',
      text: 'a periodontist and an endocrinologist besides the general dentist',
      evidence: [
        { kind: 'team-member', id: 'member-perio', label: 'Karin Lindqvist' },
        { kind: 'team-member', id: 'member-physician', label: 'Kwame Osei' },
      ],
    },
  });
  await act('record-plan-item', {
    item: {
      itemId: 'item-scaling',
      text: 'Scaling, lower right',
      code: 'D4341',
      area: '40',
      surfaces: [],
      order: 1,
      after: [],
      ownerMemberId: 'member-perio',
      status: 'accepted',
    },
  });
  const seen = async () => ({
    expectedPosition: (await dentist.get<CaseView>(`/api/cases/${caseId}`)).position,
  });
  await dentist.post(`/api/cases/${caseId}/sign-plan`, {
    ...(await seen()),
    password: dentistPassword,
    statement: 'I agree with this plan and its order.',
  });
  for (const [activityId, ended] of [
    [`${caseId}-contact-1`, minutesAgo + 40],
    [`${caseId}-contact-2`, minutesAgo],
  ] as const)
    await act('log-activity', { activity: testContact(activityId, coordinatorStaffId, ended), sign: true });
  await act('answer-coverage', {
    answerId: 'answer-1',
    coverageId: 'coverage-1',
    code: 'D9992',
    serviceDate: dayAt(minutesAgo),
  });
  await act('decide-code', {
    decisionId: 'decision-1',
    code: 'D9992',
    activityIds: [`${caseId}-contact-1`, `${caseId}-contact-2`],
    reason: 'as proposed',
  });
  await dentist.post(`/api/cases/${caseId}/attest`, {
    ...(await seen()),
    password: dentistPassword,
    statement: 'The work is as recorded.',
  });
}
