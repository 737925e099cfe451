import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BenefitsView } from '#contract/benefits.ts';
import type { CaseView, RefusalView } from '#contract/views.ts';
import type { TestClient } from '../test-client.ts';
import { openTestServer, staffIdOf, testPassword, type TestServer } from '../test-practice.ts';
import { at, dayAt, openTestCase, registerTestPatient, testContact } from '../test-ready-case.ts';

/** A call to the payer: what to ask follows from what is known, and one save records what was said. */

let server: TestServer;
let coordinator: TestClient;

const caseId = 'case-1';
const patientId = 'patient-1';

beforeAll(async () => {
  server = await openTestServer();
  coordinator = await server.as('coordinator');
  await registerTestPatient({ coordinator }, patientId, 1);
  await openTestCase(
    {
      coordinator,
      dentist: await server.as('dentist'),
      dentistPassword: testPassword,
      coordinatorStaffId: staffIdOf('coordinator'),
    },
    { caseId, patientId },
  );
  await coordinator.post(`/api/cases/${caseId}/record-plan-item`, {
    item: {
      itemId: 'item-crown',
      text: 'Crown on the lower left molar',
      code: 'D2740',
      tooth: '19',
      surfaces: [],
      order: 1,
      after: [],
      status: 'proposed',
    },
  });
});
afterAll(() => server.close());

const benefits = () =>
  coordinator.get<BenefitsView>(`/api/cases/${caseId}/coverages/coverage-1/benefits?serviceDate=${dayAt(0)}`);
const caseNow = () => coordinator.get<CaseView>(`/api/cases/${caseId}`);
const open = async () => (await benefits()).questions.flatMap((each) => (each.open ? each.question.id : []));

const source = { kind: 'telephone-call', representative: 'Dana', reference: 'R-1' };
const learnedAt = at(5);

/** A call that ended five minutes ago, with all of its consequences. */
function call(activityId: string, left: string | number = 20_000) {
  const { contact, ...activity } = testContact(activityId, staffIdOf('coordinator'), 5);
  return {
    activity: {
      ...activity,
      kind: 'coordination-with-payer',
      contact: {
        ...contact,
        parties: [{ kind: 'payer', name: 'Bright Harbor Dental Plan' }],
        disclosed: ['demographics', 'coverage-and-billing'],
      },
    },
    task: {
      taskId: `task-${activityId}`,
      title: 'Ask for the waiting period',
      holder: { kind: 'staff', id: staffIdOf('coordinator'), name: 'coordinator' },
      due: dayAt(-60 * 24),
      activityId,
    },
    benefitFacts: [
      {
        factId: `fact-${activityId}`,
        coverageId: 'coverage-1',
        code: 'D9992',
        status: 'paid',
        frequency: 'none',
        source,
        learnedAt,
      },
    ],
    planAnswers: [
      {
        answerId: `answer-${activityId}`,
        coverageId: 'coverage-1',
        statements: [
          { kind: 'in-force', active: true },
          { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: 150_000 },
          { kind: 'remaining', of: 'maximum', per: 'individual', period: 'benefit-year', amount: left },
          { kind: 'last-service', code: 'D2740', on: '2020-01-31' },
          { kind: 'alternate-benefit', code: 'D2740', applies: false },
          { kind: 'not-said', question: 'waiting-period', category: 'restorative' },
        ],
        source,
        learnedAt,
      },
    ],
    sign: true,
  };
}

describe('a call to the payer', () => {
  it('asks for what nobody knows yet, of the plan and of its items', async () => {
    expect(await open()).toEqual([
      'in-force',
      'benefit-year',
      'deductible',
      'maximum',
      'code-terms.D2740',
      'frequency.D2740',
      'alternate-benefit.D2740',
      'waiting-period.restorative',
      'network',
      'family-limits',
      'category-percentage.restorative',
    ]);
  });

  it('passes over what the rulebook says of D9992, and names the rule', async () => {
    const { questions } = await benefits();
    const paid = questions.find(({ question }) => question.id === 'coordination-paid');
    expect(paid).toMatchObject({
      open: false,
      basis: {
        id: 'coverage.basis.titledRule',
        params: { rule: expect.stringContaining('bright-harbor') },
      },
    });
  });

  it('with a fact that cannot stand changes nothing at all', async () => {
    const before = await caseNow();
    const answer = await coordinator.send('POST', `/api/cases/${caseId}/log-activity`, {
      body: call('refused', 150_001),
    });
    expect((JSON.parse(answer.text) as RefusalView).code).toBe('plan-answer/more-left-than-there-is');
    const after = await caseNow();
    expect([after.position, after.patient.position]).toEqual([before.position, before.patient.position]);
  });

  it('writes contact, minutes, follow-up and what was said in one save, once', async () => {
    const body = call('call-1');
    await coordinator.post(`/api/cases/${caseId}/log-activity`, body);
    const view = await caseNow();
    expect(view.activities).toMatchObject([
      { activity: { activityId: 'call-1', time: { seconds: 900 } }, signed: {} },
    ]);
    expect(view.tasks.map(({ task }) => task.title)).toContain('Ask for the waiting period');
    expect(view.patient.benefitFacts).toMatchObject([{ code: 'D9992', status: 'paid', frequency: 'none' }]);
    expect(view.patient.plans[0]?.subjects).toHaveLength(6);
    expect(view.patient.disclosures).toMatchObject([
      { wayOut: 'contact', recipientKind: 'payer', categories: ['demographics', 'coverage-and-billing'] },
    ]);
    await coordinator.post(`/api/cases/${caseId}/log-activity`, body);
    expect((await caseNow()).patient.position).toBe(view.patient.position);
  });

  it('afterwards passes over what was said, and says from whom it is known', async () => {
    const left = await open();
    for (const answered of ['in-force', 'maximum', 'alternate-benefit.D2740'])
      expect(left).not.toContain(answered);
    expect(left).toContain('frequency.D2740');
    const { questions } = await benefits();
    const maximum = questions.find(({ question }) => question.id === 'maximum');
    expect(maximum?.known.map(({ source: from }) => from.representative)).toEqual(['Dana', 'Dana']);
  });

  it('asks again what nobody could say, and says who was asked', async () => {
    const { questions } = await benefits();
    const asked = questions.filter(({ askedInVain }) => askedInVain !== undefined);
    expect(asked).toMatchObject([
      {
        question: { id: 'waiting-period.restorative' },
        open: true,
        askedInVain: { source: { representative: 'Dana' } },
      },
    ]);
    expect((await caseNow()).patient.plans[0]?.unanswered).toHaveLength(1);
  });

  it('can be taken back statement by statement, and what was said stays to be seen', async () => {
    const { patient } = await caseNow();
    const [plan] = patient.plans;
    const said = plan?.subjects.find(({ followed }) =>
      followed?.words.id.startsWith('planStatement.remaining'),
    );
    const withdrawal = {
      coverageId: 'coverage-1',
      recordId: said?.followed?.recordId,
      subject: said?.followed?.subject,
      reason: 'misheard',
    };
    await coordinator.post(`/api/patients/${patient.patientId}/withdraw-benefit`, { withdrawal });
    const after = (await caseNow()).patient.plans[0];
    expect(after?.remaining).toEqual([]);
    expect(after?.subjects).toHaveLength(5);
    expect(after?.withdrawn).toMatchObject([{ reason: 'misheard', source: { representative: 'Dana' } }]);
    expect(await open()).toContain('maximum');
  });

  it('is about a coverage that is there, of a case that is there', async () => {
    const status = async (path: string) =>
      (await coordinator.send('GET', `${path}/benefits?serviceDate=${dayAt(0)}`, {})).status;
    expect(await status(`/api/cases/${caseId}/coverages/coverage-9`)).toBe(404);
    expect(await status('/api/cases/case-9/coverages/coverage-1')).toBe(404);
  });
});
