import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '#contract/views.ts';
import type { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { TestClient } from '../test-client.ts';
import { openTestServer, staffIdOf, testPassword, type TestServer } from '../test-practice.ts';
import { makeCaseReady, openTestCase, registerTestPatient } from '../test-ready-case.ts';
import { openAssistant, replyTo } from './assistant.ts';

/** Questions over HTTP: to the guide by anybody, to a case by its people, with what is kept and what is not. */

const today = calendarDate('2026-11-27');
let server: TestServer;
let coordinator: TestClient;
let nobody: TestClient;

beforeAll(async () => {
  server = await openTestServer();
  coordinator = await server.as('coordinator');
  nobody = new TestClient(server.app, undefined);
  const team = {
    coordinator,
    dentist: await server.as('dentist'),
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  await registerTestPatient(team, 'patient-1', 1);
  for (const caseId of ['case-ready', 'case-early']) {
    await openTestCase(team, { caseId, patientId: 'patient-1' });
    if (caseId === 'case-ready') await makeCaseReady(team, { caseId, patientId: 'patient-1' });
  }
});
afterAll(() => server.close());

const ask = (client: TestClient, body: object) => client.post<AssistantAnswer>('/api/assistant', body);
const inquiriesOf = async (caseId: string) =>
  (await coordinator.get<CaseView>(`/api/cases/${caseId}`)).inquiries;

describe('without signing in', () => {
  it('answers from the guide with the agreed members and nothing else', async () => {
    const answer = await ask(nobody, { question: 'What must I document?', pageCode: 'D9992' });
    expect(Object.keys(answer)).toEqual(['status', 'answer', 'codes', 'citations', 'missing', 'safety']);
    expect([answer.status, answer.codes]).toEqual(['answered', ['D9992']]);
    expect(answer.citations.map(({ id }) => id)).toContain('guide/D9992#record-consent');
  });

  it('takes the page for the code that is meant', async () => {
    const answer = await ask(nobody, {
      question: '¿Qué debo documentar?',
      pageCode: 'D9311',
      language: 'es',
    });
    expect([answer.codes, answer.citations[0]?.id]).toEqual([['D9311'], 'guide/D9311#record-exchange']);
  });

  it.each([
    ['empty', '', 'Nothing was asked'],
    ['10,000 characters', 'word '.repeat(2000), 'longer than a question may be'],
    [
      'another language',
      'Quel code dois-je utiliser pour la coordination des soins ?',
      'English and Spanish',
    ],
    [
      'a record with personal data',
      'Jane Q. Sample, SSN 123-45-6789, DOB 03/14/1985: what must I document?',
      'the record must hold',
    ],
  ])('answers %s clearly', async (_name, question, said) => {
    const answer = await ask(nobody, { question });
    expect(answer.answer).toContain(said);
    expect(JSON.stringify(answer)).not.toMatch(/123-45-6789|Jane|03\/14\/1985/);
  });

  it.each([
    ['inside a question', '\u0000What\u0007 must I\u001b document?\ud800', 'the record must hold'],
    ['alone', '\u0000\u0007\u001b', 'Nothing was asked'],
  ])('answers control characters %s as the command line does', async (_name, question, said) => {
    const answer = await ask(nobody, { question });
    expect(answer.answer).toContain(said);
    const assistant = openAssistant(server.archway.rulebook, {});
    expect(answer).toEqual((await replyTo(assistant, { question }, { today })).answer);
  });

  it('refuses control characters elsewhere and more than a request may hold, and says why', async () => {
    const control = await nobody.send('POST', '/api/assistant', {
      body: { question: 'What is D9992?', inquiryId: 'inquiry\u0007' },
    });
    expect([control.status, control.text]).toEqual([422, expect.stringContaining('control characters')]);
    const huge = await nobody.send('POST', '/api/assistant', { body: { question: 'x'.repeat(20_001) } });
    expect([huge.status, huge.text]).toEqual([400, expect.stringContaining('question')]);
  });

  it('does not answer about a case', async () => {
    const refused = await nobody.send('POST', '/api/assistant', {
      body: { question: 'Is this case ready?', caseId: 'case-ready' },
    });
    expect([refused.status, refused.text]).toEqual([401, expect.stringContaining('sign-in/needed')]);
  });

  it('answers only so many questions a minute', async () => {
    const statuses = new Set<number>();
    for (let count = 0; count < 40; count += 1)
      statuses.add(
        (await nobody.send('POST', '/api/assistant', { body: { question: 'What is D9992?' } })).status,
      );
    expect([...statuses]).toEqual([200, 429]);
    expect(
      (await coordinator.send('POST', '/api/assistant', { body: { question: 'What is D9992?' } })).status,
    ).toBe(200);
  });
});

describe('on a case', () => {
  it('shows what is missing, citing the record, and keeps the question as evidence', async () => {
    const question = 'Is this case ready to bill?';
    const answer = await ask(coordinator, { question, caseId: 'case-early', inquiryId: 'inquiry-1' });
    expect(answer.answer).toContain('Not ready');
    expect(answer.missing.length).toBeGreaterThan(0);
    const kept = await inquiriesOf('case-early');
    expect(kept.map(({ inquiry }) => inquiry)).toEqual([
      {
        inquiryId: 'inquiry-1',
        question,
        status: answer.status,
        answer: answer.answer,
        codes: answer.codes,
        cited: answer.citations.map(({ id }) => id),
        rephrased: false,
      },
    ]);
    expect(kept[0]?.who.id).toBe(staffIdOf('coordinator'));
  });

  it('cites events of the case by their place, in their own words', async () => {
    const answer = await ask(coordinator, { question: 'Which code fits this case?', caseId: 'case-ready' });
    const ofCase = answer.citations.filter(({ id }) => /^case#\d+$/.test(id));
    expect([answer.codes, ofCase.length > 0]).toEqual([['D9992'], true]);
    const view = await coordinator.get<CaseView>('/api/cases/case-ready');
    const places = view.activities.map(({ position }) => `case#${position}`);
    expect(places).toEqual(expect.arrayContaining(ofCase.map(({ id }) => id)));
    expect(answer.answer).toContain('For it:');
  });

  it('quotes an event by what happened and by the words of people, never by an id of the program', async () => {
    const { citations } = await ask(coordinator, { question: 'Is this case ready?', caseId: 'case-ready' });
    const quotes = citations.map(({ quote }) => quote);
    expect(quotes).toContain('Activities signed');
    expect(quotes.filter((quote) => /^Activity: \S/.test(quote)).length).toBeGreaterThan(0);
    expect(quotes.filter((quote) => /pdf\.|\{\{|coordination-with|start-and-stop/.test(quote))).toEqual([]);
  });

  it.each([
    ['consent', 'Do we have consent on this case?', /The record of this case shows:[^]*consent/],
    ['minutes', 'How many minutes do we have on this case?', /minutes/],
    ['ready in Spanish', '¿Está listo este caso para facturar?', /A favor:/],
  ])('%s', async (_name, question, said) => {
    const answer = await ask(coordinator, { question, caseId: 'case-ready' });
    expect(answer.answer).toMatch(said);
    expect(answer.citations.some(({ id }) => /^(case|patient)#\d+$/.test(id))).toBe(true);
  });

  it('keeps the same question once, and refuses its number for another', async () => {
    const body = { question: 'Is this case ready?', caseId: 'case-ready', inquiryId: 'inquiry-2' };
    await ask(coordinator, body);
    const before = (await inquiriesOf('case-ready')).length;
    await ask(coordinator, body);
    expect((await inquiriesOf('case-ready')).length).toBe(before);
    const other = await coordinator.send('POST', '/api/assistant', {
      body: { ...body, question: 'What is D9992?' },
    });
    expect([other.status, other.text]).toEqual([409, expect.stringContaining('id/in-use')]);
  });

  it('keeps a question without its control characters', async () => {
    const body = {
      question: 'Is this\u0000 case\u0007 ready?',
      caseId: 'case-ready',
      inquiryId: 'inquiry-4',
    };
    await ask(coordinator, body);
    const kept = (await inquiriesOf('case-ready')).find(({ inquiry }) => inquiry.inquiryId === 'inquiry-4');
    expect(kept?.inquiry.question).toBe('Is this case ready?');
  });

  it('keeps no personal data that was typed into the question', async () => {
    await ask(coordinator, {
      question: 'SSN 123-45-6789, tel. 206-555-0143: is this case ready?',
      caseId: 'case-ready',
      inquiryId: 'inquiry-3',
    });
    const kept = (await inquiriesOf('case-ready')).find(({ inquiry }) => inquiry.inquiryId === 'inquiry-3');
    expect(kept?.inquiry.question).toBe('[ssn], [telephone]: is this case ready?');
  });

  it('changes nothing that readiness says', async () => {
    const readiness = async () => (await coordinator.get<CaseView>('/api/cases/case-ready')).readiness;
    const before = await readiness();
    await ask(coordinator, { question: 'Is this case ready?', caseId: 'case-ready' });
    expect(await readiness()).toEqual(before);
  });

  it('refuses an auditor, who changes nothing, and a case that is not there', async () => {
    const auditor = await server.as('auditor');
    const body = { question: 'Is this case ready?', caseId: 'case-ready' };
    const refused = await auditor.send('POST', '/api/assistant', { body });
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('action/not-your-role')]);
    const absent = await coordinator.send('POST', '/api/assistant', { body: { ...body, caseId: 'no-case' } });
    expect(absent.status).toBe(404);
  });
});
