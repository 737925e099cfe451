import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseCommandNames } from '#contract/commands.ts';
import { patientCommandNames, practiceCommandNames } from '#contract/patient-commands.ts';
import { sample271 } from '#exchange/x12/answer-271.samples.ts';
import { setAsideForTest } from '#server/coverage/test-set-aside.ts';
import { emailOf, testOrganization, testPassword } from '#server/test-practice.ts';
import { dayAt, openTestCase } from '#server/test-ready-case.ts';
import { spoiled, wholeBodies } from './bad-body.ts';
import { expectRefusals, flawsOf, type Good } from './expect-refusals.ts';
import { demographics } from './patient-bodies.ts';
import { flaw, openTriedPractice, type TriedPractice } from './tried-practice.ts';

let practice: TriedPractice;

beforeAll(async () => {
  practice = await openTriedPractice();
  await openTestCase(practice.team, { caseId: 'case-open', patientId: 'patient-1' });
  await setAsideForTest(
    practice.server.archway,
    'aside-1',
    sample271({
      lastName: 'QUARRINGTON1',
      firstName: 'OTTOLINE1',
      birthDate: '19510302',
      memberId: 'MEMBER1',
    }),
  );
});
afterAll(() => practice.server.close());

describe('every other address', () => {
  const others = (): readonly Good[] => [
    {
      path: '/api/cases',
      url: '/api/cases',
      who: 'coordinator',
      body: {
        caseId: 'case-new',
        patientId: 'patient-1',
        title: 'Periodontal care',
        reason: 'the family asked for it',
        ownerStaffId: 'staff-coordinator',
        team: 'Coordination',
        receivedReferralId: null,
      },
    },
    {
      path: '/api/patients',
      url: '/api/patients',
      who: 'coordinator',
      body: { patientId: 'patient-new', demographics, notDuplicateOf: [] },
    },
    {
      path: '/api/cases/{caseId}/packets',
      url: '/api/cases/case-open/packets',
      who: 'coordinator',
      body: {
        packetId: 'packet-new',
        recipientKind: 'payer',
        recipientName: 'Bright Harbor Dental Plan',
        partyId: 'payer-bright-harbor',
        language: 'en',
      },
    },
    {
      path: '/api/patients/{patientId}/consent-form',
      url: '/api/patients/patient-1/consent-form',
      who: 'coordinator',
      body: {
        terms: {
          consentId: 'consent-form',
          kind: 'hipaa-authorization',
          disclosers: ['Cedar Street Dental'],
          recipients: [{ kind: 'class', name: 'treating providers', class: 'treating-providers' }],
          categories: ['dental-record'],
          description: 'what is needed',
          purposes: ['treatment'],
          expiresOn: dayAt(-60 * 24 * 300),
        },
        language: 'es',
      },
    },
    {
      path: '/api/patients/{patientId}/coverages/{coverageId}/eligibility-inquiries',
      url: '/api/patients/patient-1/coverages/coverage-1/eligibility-inquiries',
      who: 'coordinator',
      body: { serviceDate: '2026-03-05' },
    },
    {
      path: '/api/set-aside-answers/{setAsideId}/assign',
      url: '/api/set-aside-answers/aside-1/assign',
      who: 'coordinator',
      // The names differ, so that somebody has to say that it is the patient.
      body: { patientId: 'patient-1', coverageId: 'coverage-1', confirmed: true },
    },
  ];

  it.each([0, 1, 2, 3, 4, 5])('number %i', async (index) => {
    const good = others()[index];
    if (!good) throw new Error('no such address');
    await expectRefusals(practice, good);
    const before = await practice.heads();
    const answer = await practice.as(good.who).send('POST', good.url, { body: good.body });
    expect([good.path, answer.status]).toEqual([good.path, 200]);
    expect(await practice.heads()).not.toEqual(before);
  });

  it.each<[string, object]>([
    ['/api/session', { email: emailOf(testOrganization, 'biller'), password: testPassword }],
    ['/api/session/second-factor/removal', { password: testPassword }],
    ['/api/session/taken-back', { password: testPassword }],
    [
      '/api/set-up',
      {
        organizationName: 'Another',
        administratorName: 'Ada',
        email: 'ada@example.com',
        password: testPassword,
        timeZone: 'UTC',
      },
    ],
  ])('%s', async (path, body) => {
    const good: Good = { path, url: path, body, who: 'biller' };
    const required =
      practice.described[path]?.['post']?.requestBody?.content['application/json']?.schema.required;
    const before = await practice.heads();
    const bodies = [...wholeBodies, ...spoiled(body, required ?? [])];
    expect(await flawsOf(practice.as('biller'), good, bodies)).toEqual([]);
    expect(await practice.heads()).toEqual(before);
  });

  it.each<[string, object]>([
    ['nothing', {}],
    ['no objective', { locked: {}, objectives: [] }],
    ['an objective twice', { locked: {}, objectives: ['visits', 'visits'] }],
    ['an objective that nobody knows', { locked: {}, objectives: ['beauty'] }],
    ['a day that is none', { locked: { 'item-1': '2026-02-30' }, objectives: ['visits'] }],
    ['no plan', { locked: {}, objectives: ['visits'] }],
  ])('an order sought with %s is refused', async (_what, body) => {
    await openTestCase(practice.team, { caseId: 'case-order', patientId: 'patient-1' });
    const before = await practice.heads();
    const answer = await practice
      .as('coordinator')
      .send('POST', '/api/cases/case-order/solve-plan', { body });
    expect(flaw(answer)).toBeUndefined();
    expect(await practice.heads()).toEqual(before);
  });

  it.each<[string, object]>([
    ['nothing asked', {}],
    ['a number', { question: 7 }],
    ['a day that is none', { question: 'What is D9992?', on: '2026-13-01' }],
    ['a case that is not there', { question: 'Is this case ready?', caseId: 'case-of-nobody' }],
    ['more than is known', { question: 'What is D9992?', unheardOf: 1 }],
  ])('a question with %s is refused, and nothing is kept of it', async (_what, body) => {
    const before = await practice.heads();
    expect(flaw(await practice.as('coordinator').send('POST', '/api/assistant', { body }))).toBeUndefined();
    expect(await practice.heads()).toEqual(before);
  });

  it('is among those that are tried here: none of the document is forgotten', () => {
    const tried = [
      ...caseCommandNames.map((name) => `/api/cases/{caseId}/${name}`),
      ...patientCommandNames.map((name) => `/api/patients/{patientId}/${name}`),
      ...practiceCommandNames.map((name) => `/api/practice/${name}`),
      ...others().map(({ path }) => path),
      '/api/session',
      '/api/session/second-factor/removal',
      '/api/session/taken-back',
      '/api/set-up',
      '/api/assistant',
      '/api/cases/{caseId}/solve-plan',
      // These take files, or nothing: see below.
      '/api/licensed-lists',
      '/api/licensed-lists/examine',
      '/api/import',
      '/api/patients/{patientId}/documents',
      // Tried in server/coverage/inquiry-by-gateway.test.ts.
      '/api/patients/{patientId}/coverages/{coverageId}/ask-payer',
      // Tried in server/coverage/set-aside.test.ts.
      '/api/set-aside-answers/{setAsideId}/dismiss',
      '/api/gateways/{gateway}/try',
      // Its files are tried in server/coverage/eligibility.test.ts.
      '/api/patients/{patientId}/coverages/{coverageId}/eligibility-answers',
      '/api/session/second-factor/secret',
    ];
    const posts = Object.entries(practice.described).flatMap(([path, methods]) =>
      'post' in methods ? [path] : [],
    );
    expect(posts.sort()).toEqual(tried.sort());
  });
});

describe('a question', () => {
  it.each([
    '/api/patients?query=%00',
    `/api/patients?query=${'x'.repeat(201)}`,
    '/api/patients?unheardOf=1',
    '/api/patients?query=a&query=b',
    '/api/worklist?view=nonsense',
    '/api/cases/nobody',
    '/api/cases/%00',
    '/api/cases/%E0%A4%A',
    '/api/cases/case-open/claims/none?format=x12',
    '/api/cases/case-open/claims/none?format=gif',
    '/api/cases/case-open/print',
    '/api/cases/case-open/print?document=plan&recipientName=%0b',
    '/api/nothing/here',
    `/api/${'a/'.repeat(30)}`,
  ])('%s', async (url) => {
    expect(flaw(await practice.as('coordinator').send('GET', url))).toBeUndefined();
  });
});
