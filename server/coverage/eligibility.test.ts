import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EligibilityReport } from '#contract/eligibility.ts';
import type { PatientView, RefusalView, SaidOfPlanView } from '#contract/views.ts';
import { check270 } from '#exchange/x12/check-270.ts';
import { sample271, sample999, type SampleAnswer } from '#exchange/x12/answer-271.samples.ts';
import type { TestClient } from '../test-client.ts';
import { openTestServer, type TestServer } from '../test-practice.ts';
import { registerTestPatient } from '../test-ready-case.ts';

/** An inquiry goes out and an answer comes in, on the record of one patient. */

let server: TestServer;
let coordinator: TestClient;

const patientId = 'patient-1';
const coverage = `/api/patients/${patientId}/coverages/coverage-1`;
const own: SampleAnswer = {
  lastName: 'QUARRINGTON1',
  firstName: 'OTTOLINE1',
  birthDate: '19510302',
  memberId: 'MEMBER1',
};

beforeAll(async () => {
  server = await openTestServer();
  coordinator = await server.as('coordinator');
  await registerTestPatient({ coordinator }, patientId, 1);
});
afterAll(() => server.close());

const patient = () => coordinator.get<PatientView>(`/api/patients/${patientId}`);

/** The file in a form, as a browser sends it. */
function send(text: string, as: TestClient = coordinator, query = '') {
  const head = 'content-disposition: form-data; name="file"; filename="answer.271"';
  const body = `--cut\r\n${head}\r\ncontent-type: application/octet-stream\r\n\r\n${text}\r\n--cut--\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=cut' };
  return as.send('POST', `${coverage}/eligibility-answers${query}`, { body, headers });
}

describe('an inquiry', () => {
  it('leaves as a 270 without a fault, and is recorded as a disclosure to the payer', async () => {
    const before = (await patient()).disclosures.length;
    const answer = await coordinator.send('POST', `${coverage}/eligibility-inquiries`, {
      body: { serviceDate: '2026-03-05' },
    });
    expect(answer.status).toBe(200);
    const text = answer.bytes.toString();
    expect(check270(text)).toEqual([]);
    expect(text).toContain('*QUARRINGTON1*OTTOLINE1****MI*MEMBER1~');
    const disclosures = (await patient()).disclosures;
    expect(disclosures).toHaveLength(before + 1);
    expect(disclosures.at(-1)).toMatchObject({
      wayOut: 'eligibility-inquiry',
      recipientKind: 'payer',
      recipientName: 'Bright Harbor Dental Plan',
      purpose: 'payment',
      categories: ['demographics', 'coverage-and-billing'],
    });
  });

  it('is not for an auditor, nor about a coverage that is not there', async () => {
    const auditor = await server.as('auditor');
    const path = `${coverage}/eligibility-inquiries`;
    expect((await auditor.send('POST', path, { body: { serviceDate: '2026-03-05' } })).status).toBe(403);
    expect(
      (
        await coordinator.send('POST', path.replace('coverage-1', 'coverage-9'), {
          body: { serviceDate: '2026-03-05' },
        })
      ).status,
    ).toBe(404);
  });

  it('does not leave for a plan that must not be told', async () => {
    await registerTestPatient({ coordinator }, 'patient-2', 2);
    await coordinator.post('/api/patients/patient-2/agree-restriction', {
      restriction: {
        restrictionId: 'restriction-1',
        kind: 'not-to-health-plan-paid-in-full',
        categories: [],
        recipientName: 'Bright Harbor Dental Plan',
        agreedOn: '2026-01-02',
        note: '',
      },
    });
    const answer = await coordinator.send(
      'POST',
      '/api/patients/patient-2/coverages/coverage-1/eligibility-inquiries',
      { body: { serviceDate: '2026-03-05' } },
    );
    expect((JSON.parse(answer.text) as RefusalView).code).toBe('release/withheld');
    expect((await coordinator.get<PatientView>('/api/patients/patient-2')).disclosures).toEqual([]);
  });
});

describe('an answer', () => {
  it('is kept as a document, becomes facts in one step, and counts once', async () => {
    const report = JSON.parse((await send(sample271(own))).text) as EligibilityReport;
    expect(report).toMatchObject({ outcome: 'answered', alreadyRecorded: false, mend: [], differs: [] });
    expect(report.words).toEqual(['COORDINATION NOTE REQUIRED WITH CLAIM']);
    const after = await patient();
    expect(after.documents).toMatchObject([
      { documentId: report.documentId, kind: 'eligibility-answer', title: 'answer.271' },
    ]);
    expect(after.benefitFacts).toMatchObject([
      { code: 'D9992', status: 'paid', source: { kind: '271', documentId: report.documentId } },
    ]);
    const [plan] = after.plans;
    expect(plan?.subjects.map(({ followed }) => followed?.words.id)).toContain('planStatement.percentage');

    const again = JSON.parse((await send(sample271(own))).text) as EligibilityReport;
    expect(again).toMatchObject({ alreadyRecorded: true, documentId: report.documentId });
    expect((await patient()).position).toBe(after.position);
  });

  it('with an error is kept, told, and changes nothing that was known', async () => {
    const before = await patient();
    const rejected = sample271({ ...own, benefits: [], after: ['AAA*N**72*C'] });
    const report = JSON.parse((await send(rejected)).text) as EligibilityReport;
    expect(report.outcome).toBe('rejected');
    expect(report.mend.map(([first]) => first?.id)).toEqual(['eligibility.mend.member-number']);
    const after = await patient();
    expect(after.plans).toEqual(before.plans);
    expect(after.benefitFacts).toEqual(before.benefitFacts);
    expect(after.documents).toHaveLength(before.documents.length + 1);
  });

  it.each([
    ['a 999 with faults', sample999(), 'rejected'],
    ['a 999 without', sample999([]), 'acknowledged'],
  ])('in the form of %s is told', async (_what, text, outcome) => {
    const before = await patient();
    expect((JSON.parse((await send(text)).text) as EligibilityReport).outcome).toBe(outcome);
    expect((await patient()).plans).toEqual(before.plans);
  });

  it.each<[string, string, string]>([
    ['of somebody else', sample271(), 'eligibility/another-patient'],
    [
      'of the day of birth of somebody else',
      sample271({ ...own, birthDate: '19510303' }),
      'eligibility/another-patient',
    ],
    ['cut short', sample271(own).replace(/GE\*.*/, ''), 'eligibility/damaged'],
    ['no X12 at all', 'Dear practice', 'x12/unreadable'],
    ['far too large', sample271(own) + ' '.repeat(3_000_000), 'eligibility/too-large'],
  ])('%s is refused, and nothing is kept', async (_what, text, code) => {
    const before = await patient();
    const answer = await send(text);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const refusal = JSON.parse(answer.text) as RefusalView;
    expect(refusal.code).toBe(code);
    expect([refusal.what, refusal.why, refusal.next].every((words) => words !== '')).toBe(true);
    expect((await patient()).position).toBe(before.position);
  });

  it('about several people is kept without the others', async () => {
    const report = JSON.parse(
      (await send(sample271({ ...own, madeOn: '20260305' }) + sample271())).text,
    ) as EligibilityReport;
    expect(report.outcome).toBe('answered');
    const kept = await coordinator.send(
      'GET',
      `/api/patients/${patientId}/documents/${report.documentId}/content`,
    );
    expect(kept.bytes.toString()).toBe(sample271({ ...own, madeOn: '20260305' }));
  });

  it('with another member number is taken, and the difference is told', async () => {
    const answer = await send(sample271({ ...own, memberId: 'MEMBER1X', madeOn: '20260306' }));
    const report = JSON.parse(answer.text) as EligibilityReport;
    expect(report.outcome).toBe('answered');
    expect(report.differs.map(({ id }) => id)).toEqual(['eligibility.differs.member-number']);
  });

  it('that contradicts a call stands beside it', async () => {
    await coordinator.post(`/api/patients/${patientId}/record-plan-answer`, {
      answer: {
        answerId: 'answer-call',
        coverageId: 'coverage-1',
        statements: [{ kind: 'percentage', for: { category: 'adjunctive' }, percent: 50 }],
        source: { kind: 'telephone-call', representative: 'Dana' },
        learnedAt: '2026-03-07T18:00:00.000Z',
      },
    });
    const subject = (await patient()).plans[0]?.subjects.find(({ contrary }) => contrary.length > 0);
    expect(subject?.followed).toMatchObject({ source: { kind: '271' }, words: { params: { percent: 80 } } });
    expect(subject?.contrary).toMatchObject([{ source: { kind: 'telephone-call' } }]);
  });

  it('that was taken back in part stays taken back when it is dropped again, and a new one counts', async () => {
    const said = async () => {
      const { plans } = await patient();
      return plans[0]?.subjects.flatMap(({ followed }) => (followed ? [followed] : [])) ?? [];
    };
    const yearly = ({ words: { id, params } }: SaidOfPlanView) =>
      id.startsWith('planStatement.maximum') && params['amount'] === '$1,750';
    const maximum = (madeOn: string) =>
      sample271({ ...own, madeOn, benefits: ['EB*1**35', 'EB*F*IND*35***23*1750'] });
    await send(maximum('20260308'));
    const [wrong] = (await said()).filter(yearly);
    await coordinator.post(`/api/patients/${patientId}/withdraw-benefit`, {
      withdrawal: {
        coverageId: 'coverage-1',
        recordId: wrong?.recordId,
        subject: wrong?.subject,
        reason: 'The payer had the wrong plan',
      },
    });
    const before = await patient();
    expect((await said()).filter(yearly)).toEqual([]);
    const again = JSON.parse((await send(maximum('20260308'))).text) as EligibilityReport;
    expect(again.alreadyRecorded).toBe(true);
    expect(await patient()).toEqual(before);
    await send(maximum('20260309'));
    expect((await said()).filter(yearly)).toHaveLength(1);
  });

  it.each<[string, SampleAnswer]>([
    ['with another first name', { ...own, firstName: 'ANNA', madeOn: '20260303' }],
    ['without a day of birth', { ...own, birthDate: '', madeOn: '20260302' }],
  ])('%s is taken only when a person says that it is the patient', async (_what, sample) => {
    const before = await patient();
    const asked = await send(sample271(sample));
    expect(asked.status).toBe(422);
    const refusal = JSON.parse(asked.text) as RefusalView;
    expect(refusal.code).toBe('eligibility/to-confirm');
    expect(refusal.why).toContain(`${sample.firstName ?? ''} QUARRINGTON1`);
    expect((await patient()).position).toBe(before.position);
    const report = JSON.parse(
      (await send(sample271(sample), coordinator, '?confirmed=yes')).text,
    ) as EligibilityReport;
    expect(report.outcome).toBe('answered');
    expect(report.differs).toHaveLength(1);
    expect((await patient()).documents).toHaveLength(before.documents.length + 1);
  });

  it('of a twin in the same file is not kept with it', async () => {
    const ownText = sample271({ ...own, madeOn: '20260301' });
    const both = sample271({ ...own, firstName: 'ANNA', madeOn: '20260301' }) + ownText;
    const report = JSON.parse((await send(both)).text) as EligibilityReport;
    expect(report).toMatchObject({ outcome: 'answered', differs: [] });
    const content = `/api/patients/${patientId}/documents/${report.documentId}/content`;
    expect((await coordinator.send('GET', content)).bytes.toString()).toBe(ownText);
  });
});
