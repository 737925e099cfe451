import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, PatientView } from '#contract/views.ts';
import type { Disclosure, HistoryItem } from '#domain/patient/patient-events.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { readZip } from '#exchange/packet/read-zip.ts';
import { verifyPacket } from '#exchange/packet/verify-packet.ts';
import { closeUp, readPdf } from '#exchange/pdf/test-reader.ts';
import { knownPerson } from '../http/signed-in.ts';
import { exportCase } from '../packet/export-case.ts';
import type { TestClient } from '../test-client.ts';
import {
  openTestServer,
  staffIdOf,
  testOrganization,
  testPassword,
  type TestServer,
} from '../test-practice.ts';
import {
  dayAt,
  makeCaseReady,
  openTestCase,
  registerTestPatient,
  testConsent,
  testContact,
  type CaseTeam,
} from '../test-ready-case.ts';

/** Every way out of the house: what is in the bytes, and that each is recorded with the decision it rests on. */

let server: TestServer;
let coordinator: TestClient;
let team: CaseTeam;

const caseId = 'case-1';
const patientId = 'patient-1';

/** A word for each category that stands nowhere else. */
const words = {
  demographics: 'Quarrington1',
  'dental-record': 'Scaling, lower right',
  'medical-history': 'Type 2 diabetes with periodontal disease',
  medications: 'Quellavastin',
  'coordination-record': 'surgery waits for the clearance',
  'substance-use-treatment': 'Methadrolone program',
  'psychotherapy-notes': 'Dreamjournal session',
  hiv: 'Retrovexin therapy',
} as const;
type Word = keyof typeof words;

beforeAll(async () => {
  server = await openTestServer();
  coordinator = await server.as('coordinator');
  team = {
    coordinator,
    dentist: await server.as('dentist'),
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  await registerTestPatient(team, patientId, 1);
  await recordSensitive(patientId);
  await openTestCase(team, { caseId, patientId });
  await makeCaseReady(team, { caseId, patientId });
  await coordinator.post(`/api/cases/${caseId}/create-claim`, {
    claimId: 'claim-1',
    coverageId: 'coverage-1',
    frequency: 'original',
  });
});
afterAll(() => server.close());

/** Conditions come by the API; medications as an import would record them. */
async function recordSensitive(patient: string): Promise<void> {
  for (const sensitive of ['substance-use-treatment', 'psychotherapy-notes', 'hiv'] as const)
    await coordinator.post(`/api/patients/${patient}/record-condition`, {
      condition: {
        conditionId: `condition-${sensitive}`,
        text: words[sensitive],
        ...(sensitive === 'substance-use-treatment' ? { diagnosis: 'F11.20' } : {}),
        codings: [],
        status: 'active',
        sensitive,
      },
    });
  const item: HistoryItem = {
    itemId: 'item-medication',
    kind: 'medication',
    text: words.medications,
    codings: [],
    status: 'active',
  };
  const who = { kind: 'staff', id: 'staff-coordinator', name: 'test', role: 'coordinator' } as const;
  const recorded = await server.archway.record.write(
    testOrganization,
    who,
    { patientId: patient },
    (writing) =>
      writing.appendToPatient(patient, [
        { type: 'patient.history-recorded', occurredAt: writing.now, data: { item } },
      ]),
  );
  if (isRefusal(recorded)) throw new Error(recorded.code);
}

const disclosures = async (patient = patientId) =>
  (await coordinator.get<PatientView>(`/api/patients/${patient}`)).disclosures;

/** Everything that can be read in a file, without white space: the files of an archive, the pages of a PDF. */
async function readable(bytes: Uint8Array): Promise<string> {
  const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (start.startsWith('PK')) {
    const { files, problems } = readZip(bytes);
    expect(problems).toEqual([]);
    const parts = [...files]
      .filter(([name]) => name !== 'verify.mjs')
      .map(([, content]) => readable(content));
    return (await Promise.all(parts)).join('\n');
  }
  if (start === '%PDF-') return closeUp((await readPdf(bytes)).pages);
  return closeUp(Buffer.from(bytes).toString('utf8'));
}

async function wordsIn(bytes: Uint8Array): Promise<Word[]> {
  const text = await readable(bytes);
  return (Object.keys(words) as Word[]).filter((word) => text.includes(closeUp(words[word])));
}

let packets = 0;
async function packet(recipient: object, of = caseId) {
  const answer = await coordinator.send('POST', `/api/cases/${of}/packets`, {
    body: { packetId: `packet-${++packets}`, ...recipient },
  });
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return answer.bytes;
}

const payer = {
  recipientKind: 'payer',
  recipientName: 'Bright Harbor Dental Plan',
  partyId: 'payer-bright-harbor',
};
const provider = {
  recipientKind: 'provider',
  recipientName: 'Karin Lindqvist',
  partyId: 'provider-lindqvist',
};
const patient = { recipientKind: 'patient', recipientName: 'Ottoline1 Quarrington1' };

describe('what is in a packet', () => {
  it.each<[string, object, Word[]]>([
    [
      // No billed contact served a step of the plan, so the plan stays.
      'a payer: what the claim rests on',
      payer,
      ['demographics', 'medical-history', 'coordination-record'],
    ],
    [
      'a treating provider: the record, without what federal law protects specially',
      provider,
      ['demographics', 'dental-record', 'medical-history', 'medications', 'coordination-record', 'hiv'],
    ],
    [
      'the patient: their own record, without psychotherapy notes',
      patient,
      [
        'demographics',
        'dental-record',
        'medical-history',
        'medications',
        'coordination-record',
        'substance-use-treatment',
        'hiv',
      ],
    ],
  ])('%s', async (_who, recipient, expected) => {
    expect(await wordsIn(await packet(recipient))).toEqual(expected);
  });

  it('is the billed work and nothing else for a payer, also on paper; for treatment it is the case', async () => {
    const act = (command: string, body: object) => coordinator.post(`/api/cases/${caseId}/${command}`, body);
    await act('record-member', {
      member: {
        memberId: 'member-aside',
        role: 'other',
        name: 'Ulla Unbilled',
        contacts: [],
        from: dayAt(0),
      },
    });
    await act('open-task', {
      task: {
        taskId: 'task-aside',
        title: 'Errand beside',
        holder: { kind: 'nobody', name: 'nobody' },
        due: dayAt(0),
      },
    });
    await coordinator.post(`/api/patients/${patientId}/record-coverage`, {
      coverage: {
        coverageId: 'coverage-aside',
        payerName: 'Unconnected Vision Plan',
        kind: 'medical',
        priority: 'tertiary',
        memberId: 'V-1',
        subscriber: { relationship: 'self', lastName: 'Quarrington1', firstName: 'Ottoline1' },
        flags: [],
      },
    });
    const aside = ['Ulla Unbilled', 'Errand beside', 'Unconnected Vision Plan'].map(closeUp);
    const summary = (recipient: object) => {
      const query = new URLSearchParams({ document: 'case-summary', ...recipient });
      return coordinator.send('GET', `/api/cases/${caseId}/print?${query.toString()}`);
    };
    const [toPayer, toProvider] = [await packet(payer), await packet(provider)];
    for (const bytes of [toPayer, toProvider])
      expect(verifyPacket(bytes)).toMatchObject({ intact: true, faults: [] });
    const told = async (bytes: Uint8Array) => {
      const text = await readable(bytes);
      return aside.filter((word) => text.includes(word));
    };
    expect(await told(toPayer)).toEqual([]);
    expect(await told(toProvider)).toEqual(aside);
    expect(await told((await summary(payer)).bytes)).toEqual([]);
    expect(await told((await summary(provider)).bytes)).toEqual(aside.slice(0, 2));
  });
});

describe('a need that rests on a substance-use condition', () => {
  const sud = { caseId: 'case-sud', patientId: 'patient-sud' };
  const said = 'needs visits between doses of the Methadrolone program';
  const readDaily = async (recipient: object) => {
    const text = await readable(await packet(recipient, sud.caseId));
    return { code: text.includes('F11.20'), need: text.includes(closeUp(said)) };
  };

  beforeAll(async () => {
    await registerTestPatient(team, sud.patientId, 2);
    await recordSensitive(sud.patientId);
    await openTestCase(team, sud);
    await coordinator.post(`/api/cases/${sud.caseId}/record-factor`, {
      factor: {
        factorId: 'factor-sud',
        kind: 'condition',
        text: said,
        evidence: [{ kind: 'condition', id: 'condition-substance-use-treatment', label: 'F11.20' }],
      },
    });
    await makeCaseReady(team, sud, 80);
    await coordinator.post(`/api/cases/${sud.caseId}/create-claim`, {
      claimId: 'claim-sud',
      coverageId: 'coverage-1',
      frequency: 'original',
    });
  });

  it('is not on the claim, in any format', async () => {
    for (const format of ['x12', 'pdf', 'fhir']) {
      const url = `/api/cases/${sud.caseId}/claims/claim-sud?format=${format}`;
      const text = await readable((await coordinator.send('GET', url)).bytes);
      expect([format, text.includes('MEMBER2')]).toEqual([format, true]);
      expect([format, /F11\.?20|Methadrolone/i.exec(text)]).toEqual([format, null]);
    }
  });

  it('does not reach the payer or a provider, and reaches the patient', async () => {
    expect(await readDaily(payer)).toEqual({ code: false, need: false });
    expect(await readDaily(provider)).toEqual({ code: false, need: false });
    expect(await readDaily({ ...patient, recipientName: 'Ottoline2 Quarrington2' })).toEqual({
      code: true,
      need: true,
    });
  });

  it('does not reach a provider on paper, and reaches the patient', async () => {
    const print = async (kind: string, name: string) => {
      const url = `/api/cases/${sud.caseId}/print?document=case-summary&recipientKind=${kind}&recipientName=${name}`;
      return readable((await coordinator.send('GET', url)).bytes);
    };
    expect(await print('provider', 'Karin Lindqvist')).not.toMatch(/Methadrolone|F11\.20/);
    expect(await print('patient', 'Ottoline2 Quarrington2')).toContain('Methadroloneprogram');
  });

  it('reaches the provider whom a consent under 42 CFR part 2 names, and no other', async () => {
    await coordinator.post(`/api/patients/${sud.patientId}/record-consent`, {
      consent: {
        ...testConsent('consent-part2', 'part2-consent'),
        recipients: [{ kind: 'named', name: 'Karin Lindqvist', partyId: 'provider-lindqvist' }],
        categories: ['substance-use-treatment'],
      },
    });
    expect(await readDaily(provider)).toEqual({ code: true, need: true });
    expect(
      await readDaily({ recipientKind: 'provider', recipientName: 'Kwame Osei', partyId: 'provider-osei' }),
    ).toEqual({ code: false, need: false });
    expect(await readDaily(payer)).toEqual({ code: false, need: false });
  });
});

describe('a restriction that was agreed', () => {
  const ids = { caseId: 'case-paid', patientId: 'patient-paid' };

  it('keeps what the patient paid in full from the plan, and from nobody else', async () => {
    await registerTestPatient(team, ids.patientId, 3);
    await openTestCase(team, ids);
    await makeCaseReady(team, ids, 140);
    await coordinator.post(`/api/cases/${ids.caseId}/create-claim`, {
      claimId: 'claim-paid',
      coverageId: 'coverage-1',
      frequency: 'original',
    });
    await coordinator.post(`/api/patients/${ids.patientId}/agree-restriction`, {
      restriction: {
        restrictionId: 'restriction-1',
        kind: 'not-to-health-plan-paid-in-full',
        recipientName: '',
        categories: [],
        agreedOn: dayAt(60 * 24),
        note: '',
      },
    });
    const before = await disclosures(ids.patientId);
    const claim = await coordinator.send('GET', `/api/cases/${ids.caseId}/claims/claim-paid?format=x12`);
    const sealed = await coordinator.send('POST', `/api/cases/${ids.caseId}/packets`, {
      body: { packetId: 'packet-paid', ...payer },
    });
    for (const answer of [claim, sealed])
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
        422,
        { code: 'release/withheld', why: expect.stringContaining('paid in full') },
      ]);
    expect(await disclosures(ids.patientId)).toEqual(before);
    expect(await wordsIn(await packet(provider, ids.caseId))).toContain('dental-record');
  });
});

describe('what a minor consented to alone', () => {
  const ids = { caseId: 'case-minor', patientId: 'patient-minor' };
  const own = 'Confidential counseling visit';
  const print = (kind: string, name = kind === 'patient' ? 'Juniper Vane' : 'Rosalind Vane') =>
    coordinator.send(
      'GET',
      `/api/cases/${ids.caseId}/print?document=case-summary&recipientKind=${kind}&recipientName=${encodeURIComponent(name)}`,
    );

  beforeAll(async () => {
    await registerTestPatient(team, ids.patientId, 4);
    await coordinator.post(`/api/patients/${ids.patientId}/change-demographics`, {
      demographics: {
        lastName: 'Vane',
        firstName: 'Juniper',
        birthDate: dayAt(60 * 24 * 365 * 15),
        sex: 'female',
        contacts: [],
        identifiers: [],
      },
      reason: 'mistyped',
    });
    await coordinator.post(`/api/patients/${ids.patientId}/record-condition`, {
      condition: {
        conditionId: 'condition-own',
        text: own,
        codings: [],
        status: 'active',
        sensitive: 'minor-consented',
      },
    });
    await coordinator.post(`/api/patients/${ids.patientId}/record-related-person`, {
      relatedPerson: {
        relatedPersonId: 'related-rosalind',
        name: 'Rosalind Vane',
        relationship: 'mother',
        contacts: [],
      },
    });
    await openTestCase(team, ids);
  });

  it('nothing goes to whoever the record does not know as what they say to be', async () => {
    const before = await disclosures(ids.patientId);
    for (const [kind, name] of [
      ['patient', 'Rosalind Vane'],
      ['representative', 'Nobody Known'],
      ['provider', 'Nobody Known'],
      ['payer', 'Nobody Known'],
    ] as const) {
      const answer = await print(kind, name);
      expect([kind, answer.status, JSON.parse(answer.text)]).toMatchObject([
        kind,
        422,
        { code: 'release/unknown-recipient' },
      ]);
    }
    expect(await disclosures(ids.patientId)).toEqual(before);
  });

  it('nothing goes to whoever says to be the parent', async () => {
    const answer = await print('representative');
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      422,
      { code: 'release/withheld', why: expect.stringContaining('authorization') },
    ]);
  });

  it('stays from the parent, also with an authorization that the parent signed', async () => {
    await coordinator.post(`/api/patients/${ids.patientId}/record-consent`, {
      consent: {
        ...testConsent('consent-parent', 'hipaa-authorization'),
        signer: { name: 'Rosalind Vane', authority: 'parent', authorityEvidence: 'birth certificate seen' },
        recipients: [{ kind: 'named', name: 'Rosalind Vane' }],
        categories: ['demographics', 'medical-history', 'coordination-record', 'minor-consented'],
        purposes: ['individual-request'],
      },
    });
    const toParent = await readable((await print('representative')).bytes);
    expect(toParent).toContain('Vane');
    expect(toParent).toContain(closeUp(words['medical-history']));
    expect(toParent).not.toContain(closeUp(own));
    expect(await readable((await print('patient')).bytes)).toContain(closeUp(own));
  });
});

describe('every way out', () => {
  const claimUrl = (format: string) => `/api/cases/${caseId}/claims/claim-1?format=${format}`;
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const bytesOf = async (url: string) => {
    const answer = await coordinator.send('GET', url);
    expect([url, answer.status]).toEqual([url, 200]);
    return answer.bytes;
  };

  it.each<[string, () => Promise<Uint8Array>, Partial<Disclosure>]>([
    [
      'a claim as X12',
      () => bytesOf(claimUrl('x12')),
      { wayOut: 'claim', recipientKind: 'payer', purpose: 'payment', decision: 'permitted' },
    ],
    [
      'a claim as PDF',
      () => bytesOf(claimUrl('pdf')),
      { wayOut: 'claim', recipientName: 'Bright Harbor Dental Plan', decision: 'permitted' },
    ],
    [
      'a claim as FHIR',
      () => bytesOf(claimUrl('fhir')),
      { wayOut: 'claim', recipientKind: 'payer', decision: 'permitted' },
    ],
    [
      'a packet',
      () => packet(payer),
      { wayOut: 'packet', recipientKind: 'payer', decision: 'partly-withheld' },
    ],
    [
      'a printed plan',
      () =>
        bytesOf(
          `/api/cases/${caseId}/print?document=plan&recipientKind=provider&recipientName=Karin%20Lindqvist`,
        ),
      { wayOut: 'print', recipientName: 'Karin Lindqvist', purpose: 'treatment', decision: 'permitted' },
    ],
    [
      'an export',
      async () => {
        const person = await knownPerson(server.archway, {
          organizationId: testOrganization,
          staffId: staffIdOf('coordinator'),
        });
        const file = person && (await exportCase(server.archway, person, caseId));
        if (!file || isRefusal(file)) throw new Error('the export was refused');
        return file.bytes;
      },
      { wayOut: 'export', recipientKind: 'own-use', decision: 'partly-withheld' },
    ],
  ])('records %s with its decision and the hash of what left', async (_what, leave, expected) => {
    const before = await disclosures();
    const bytes = await leave();
    const recorded = (await disclosures()).slice(before.length);
    expect(recorded).toMatchObject([{ ...expected, sha256: sha256(bytes), caseId }]);
    expect(recorded[0]?.categories).toContain('demographics');
  });

  it('records what was told in a contact, to each who was told', async () => {
    const before = await disclosures();
    const activity = testContact('contact-told', staffIdOf('coordinator'), 20);
    const [perio] = activity.contact.parties;
    await coordinator.post(`/api/cases/${caseId}/log-activity`, {
      activity: {
        ...activity,
        contact: { ...activity.contact, parties: [perio, { kind: 'payer', name: 'Bright Harbor' }] },
      },
      sign: false,
    });
    expect((await disclosures()).slice(before.length)).toMatchObject([
      { wayOut: 'contact', recipientName: 'Karin Lindqvist', categories: ['dental-record'] },
      { wayOut: 'contact', recipientName: 'Bright Harbor', recipientKind: 'payer' },
    ]);
  });

  it('gives nothing out, and records nothing, to whoever only looks ahead', async () => {
    const before = await disclosures();
    for (const url of [claimUrl('x12'), `/api/cases/${caseId}/print?document=plan`]) {
      expect((await coordinator.send('HEAD', url)).status).toBe(404);
      for (const headers of [
        { 'sec-purpose': 'prefetch' },
        { 'sec-purpose': 'prefetch;prerender' },
        { purpose: 'prefetch' },
        { 'x-moz': 'prefetch' },
      ]) {
        const answer = await coordinator.send('GET', url, { headers });
        expect([answer.status, JSON.parse(answer.text)]).toMatchObject([422, { code: 'request/prefetch' }]);
      }
    }
    expect(await disclosures()).toEqual(before);
  });

  it('is closed to whoever may not use it, and records nothing then', async () => {
    const before = await disclosures();
    for (const [role, method, url, body] of [
      ['auditor', 'GET', claimUrl('x12'), undefined],
      ['hygienist', 'GET', claimUrl('x12'), undefined],
      ['auditor', 'GET', `/api/cases/${caseId}/print?document=case-summary`, undefined],
      ['hygienist', 'POST', `/api/cases/${caseId}/packets`, { packetId: 'packet-no', ...payer }],
    ] as const) {
      const answer = await (await server.as(role)).send(method, url, { body });
      expect([role, answer.status, JSON.parse(answer.text)]).toMatchObject([
        role,
        403,
        { code: 'action/not-your-role' },
      ]);
    }
    expect(await disclosures()).toEqual(before);
  });
});

describe('a claim that the record contradicts', () => {
  const ids = { caseId: 'case-amended', patientId: 'patient-amended' };
  const create = (claimId: string, part: object) =>
    coordinator.send('POST', `/api/cases/${ids.caseId}/create-claim`, {
      body: { claimId, coverageId: 'coverage-1', ...part },
    });
  const leave = (claimId: string, format = 'x12') =>
    coordinator.send('GET', `/api/cases/${ids.caseId}/claims/${claimId}?format=${format}`);

  beforeAll(async () => {
    await registerTestPatient(team, ids.patientId, 5);
    await openTestCase(team, ids);
    await makeCaseReady(team, ids, 200);
    expect((await create('claim-amended', { frequency: 'original' })).status).toBe(200);
  });

  it('repeats nothing, and refuses its id for another claim', async () => {
    expect((await create('claim-amended', { frequency: 'original' })).status).toBe(200);
    const other = await create('claim-amended', { frequency: 'void', payerClaimNumber: '9' });
    expect([other.status, JSON.parse(other.text)]).toMatchObject([409, { code: 'id/in-use' }]);
  });

  it('stays once its work was amended, and what was newly told is a disclosure', async () => {
    expect((await leave('claim-amended')).status).toBe(200);
    const activity = testContact(`${ids.caseId}-contact-2`, staffIdOf('coordinator'), 200);
    const before = await disclosures(ids.patientId);
    await coordinator.post(`/api/cases/${ids.caseId}/amend-activity`, {
      activity: {
        ...activity,
        time: { ...activity.time, seconds: 300 },
        contact: { ...activity.contact, disclosed: ['dental-record', 'medications'] },
      },
      reason: 'mistyped',
    });
    expect((await disclosures(ids.patientId)).slice(before.length)).toMatchObject([
      { wayOut: 'contact', recipientName: 'Karin Lindqvist', categories: ['medications'] },
    ]);
    for (const format of ['x12', 'pdf', 'fhir']) {
      const answer = await leave('claim-amended', format);
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([422, { code: 'claim/work-changed' }]);
    }
  });

  it('leaves as its void, and no more itself', async () => {
    const voided = await create('claim-void', { frequency: 'void', payerClaimNumber: '9' });
    expect([voided.status, voided.text]).toMatchObject([200, expect.any(String)]);
    expect((await leave('claim-void')).status).toBe(200);
    const answer = await leave('claim-amended');
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([422, { code: 'claim/voided' }]);
  });

  it('leaves no more once it was taken back, by id or by number', async () => {
    const { claim } = (await coordinator.get<CaseView>(`/api/cases/${ids.caseId}`)).claims.at(-1) ?? {};
    await coordinator.post(`/api/cases/${ids.caseId}/withdraw-claim`, {
      claimId: 'claim-void',
      reason: 'never sent',
    });
    for (const which of ['claim-void', claim?.controlNumber ?? '']) {
      const answer = await leave(which);
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([422, { code: 'claim/withdrawn' }]);
    }
  });
});
