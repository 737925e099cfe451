import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EligibilityReport } from '#contract/eligibility.ts';
import type { ImportReportView, PatientView, RefusalView } from '#contract/views.ts';
import { sample271, type SampleAnswer } from '#exchange/x12/answer-271.samples.ts';
import type { TestClient } from '#server/test-client.ts';
import { emailOf, testOrganization } from '#server/test-practice.ts';
import { registerTestPatient } from '#server/test-ready-case.ts';
import { openRecordForCommands, type RecordForCommands } from './test-record.ts';
import { runHere } from './test-terminal.ts';

/** What is wrong about coverage and money, given to the API and to a command: both say the same, and lose nothing. */

let record: RecordForCommands;
let coordinator: TestClient;
const patientAt = '/api/patients/patient-1';
const acting = ['--as', emailOf(testOrganization, 'coordinator')];

beforeAll(async () => {
  record = await openRecordForCommands();
  coordinator = await record.as('coordinator');
  await registerTestPatient({ coordinator }, 'patient-1', 1);
  await registerTestPatient({ coordinator }, 'patient-2', 2);
  const { position, coverages } = await coordinator.get<PatientView>('/api/patients/patient-2');
  const child = { relationship: 'child', lastName: 'Quarrington1', firstName: 'Ottoline1' };
  const covered = await coordinator.send('POST', '/api/patients/patient-2/record-coverage', {
    body: { expectedPosition: position, coverage: { ...coverages[0], subscriber: child } },
  });
  expect(covered.status).toBe(200);
  await upload(sample271(own));
});
afterAll(() => record.close());

const own: SampleAnswer = {
  lastName: 'QUARRINGTON1',
  firstName: 'OTTOLINE1',
  birthDate: '19510302',
  memberId: 'MEMBER1',
};
const patient = () => coordinator.get<PatientView>(patientAt);

function fileOf(text: string): string {
  const path = join(record.folder, 'given.txt');
  writeFileSync(path, text);
  return path;
}

/** As a browser sends it. */
function upload(text: string) {
  const head = 'content-disposition: form-data; name="file"; filename="given.txt"';
  return coordinator.send('POST', `${patientAt}/coverages/coverage-1/eligibility-answers`, {
    body: `--cut\r\n${head}\r\ncontent-type: application/octet-stream\r\n\r\n${text}\r\n--cut--\r\n`,
    headers: { 'content-type': 'multipart/form-data; boundary=cut' },
  });
}

function take(text: string, ...more: string[]) {
  const whose = ['--patient', 'patient-1', '--coverage', 'coverage-1'];
  return runHere(['eligibility', fileOf(text), ...whose, ...acting, ...more], record.environment);
}

const ok = sample271(own);

describe('a file of a payer', () => {
  it.each<[name: string, text: string, code: string]>([
    ['that is a letter', 'Dear practice', 'x12/unreadable'],
    ['that is empty', '', 'x12/unreadable'],
    ['cut in the middle of a segment', ok.slice(0, 700), 'x12/unreadable'],
    ['cut between two segments', ok.slice(0, ok.indexOf('~HL*3') + 1), 'eligibility/damaged'],
    ['that lost a line', ok.replace('EB*F*IND*35***23*1500~', ''), 'eligibility/damaged'],
    ['without its group', ok.replace(/GS\*.*?~/, ''), 'eligibility/damaged'],
    ['without its end', ok.replace(/IEA.*/, ''), 'eligibility/damaged'],
    ['with the end of another', ok.replace('IEA*1*000000042', 'IEA*1*000000043'), 'eligibility/damaged'],
    ['with nothing inside', ok.replace(/GS\*.*IEA\*1/, 'IEA*0'), 'eligibility/empty'],
    ['of an old version', sample271({ ...own, version: '004010X092A1' }), 'eligibility/version'],
    ['that is a claim', ok.replace('ST*271', 'ST*837'), 'eligibility/other-transaction'],
    ['that is very large', ok + ' '.repeat(3_000_000), 'eligibility/too-large'],
    ['about another patient', sample271(), 'eligibility/another-patient'],
    ['of a twin', sample271({ ...own, firstName: 'ANNA' }), 'eligibility/to-confirm'],
    ['of another birth', sample271({ ...own, birthDate: '19510303' }), 'eligibility/another-patient'],
  ])('%s is refused by the API and by the command, and what was known stands', async (_name, text, code) => {
    const before = await patient();
    const answer = await upload(text);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const said = JSON.parse(answer.text) as RefusalView;
    expect(said.code).toBe(code);
    const ran = await take(text, '--json');
    expect(ran.code).toBe(1);
    const told = JSON.parse(ran.out.toString()) as RefusalView;
    expect([told.code, told.what, told.next]).toEqual([said.code, said.what, said.next]);
    expect([said.what, said.why, said.next]).not.toContain('');
    expect(await patient()).toEqual(before);
    expect(before.plans[0]?.subjects.length).toBeGreaterThan(0);
  });

  it.each<[name: string, line: string, reason: string]>([
    ['a percentage of 350', 'EB*A*IND*35*****3.5', 'eligibility.aside.unbelievable'],
    ['a negative maximum', 'EB*F*IND*35***23*-1500', 'eligibility.aside.unbelievable'],
    ['money that is a word', 'EB*F*IND*35***23*LOTS', 'eligibility.aside.unbelievable'],
  ])('with %s makes no fact of it, and says which line', async (_name, line, reason) => {
    const text = sample271({ ...own, benefits: ['EB*1**35', line] });
    const ran = await take(text, '--json');
    expect(ran.code).toBe(0);
    const report = JSON.parse(ran.out.toString()) as EligibilityReport;
    expect(report.aside.map((each) => each.reason.id)).toEqual([reason]);
    expect(report.says.map(({ id }) => id)).not.toContain('planStatement.maximum.individual');
    const again = JSON.parse((await upload(text)).text) as EligibilityReport;
    expect(again).toMatchObject({ alreadyRecorded: true, documentId: report.documentId });
  });

  it('of another first name is taken by whoever confirms it', async () => {
    const ran = await take(sample271({ ...own, firstName: 'ANNA' }), '--confirm', '--json');
    expect(ran.code).toBe(0);
    const { differs } = JSON.parse(ran.out.toString()) as EligibilityReport;
    expect(differs.map(({ id }) => id)).toEqual(['eligibility.differs.first-name']);
  });

  it('with two maximums of one year records neither, and says so of both', async () => {
    const text = sample271({
      ...own,
      benefits: ['EB*1**35', 'EB*F*IND*35***23*1500', 'EB*F*IND*35***23*2000'],
    });
    const report = JSON.parse((await take(text, '--json')).out.toString()) as EligibilityReport;
    const reasons = report.aside.map((each) => each.reason.id);
    expect(reasons).toEqual(['eligibility.aside.contradicts', 'eligibility.aside.contradicts']);
  });
});

/** Cents that no plan has, and amounts that cannot all be true. */
const ofYear = { per: 'individual', period: 'benefit-year' };
const statements = (...said: object[]) => ({
  answer: {
    answerId: 'answer-bad',
    coverageId: 'coverage-1',
    statements: said,
    source: { kind: 'portal' },
    learnedAt: '2026-03-02T17:00:00.000Z',
  },
});

describe('money and coverages that cannot be', () => {
  const first = async () => (await patient()).coverages[0];
  it.each<[name: string, command: string, body: () => Promise<object> | object, code: string, at: string]>([
    [
      'a negative maximum',
      'record-plan-answer',
      () => statements({ kind: 'maximum', ...ofYear, amount: -1 }),
      'input/invalid',
      '/answer/statements/0/amount',
    ],
    [
      'a maximum of eleven digits',
      'record-plan-answer',
      () => statements({ kind: 'maximum', ...ofYear, amount: 10_000_000_000 }),
      'input/invalid',
      '/answer/statements/0/amount',
    ],
    [
      'a maximum without an amount',
      'record-plan-answer',
      () => statements({ kind: 'maximum', ...ofYear }),
      'input/missing',
      '/answer/statements/0/amount',
    ],
    [
      'a statement of a kind that nobody knows',
      'record-plan-answer',
      () => statements({ kind: 'discount', percent: 10 }),
      'input/unknown',
      '/answer/statements/0/kind',
    ],
    [
      'a maximum of a million and a cent',
      'record-plan-answer',
      () => statements({ kind: 'maximum', ...ofYear, amount: 100_000_001 }),
      'plan-answer/amount-unbelievable',
      '/answer/statements/0/amount',
    ],
    [
      'more left than there is',
      'record-plan-answer',
      () =>
        statements(
          { kind: 'maximum', ...ofYear, amount: 150_000 },
          { kind: 'remaining', of: 'maximum', ...ofYear, amount: 150_001 },
        ),
      'plan-answer/more-left-than-there-is',
      '/answer/statements/1/amount',
    ],
    [
      'a second primary',
      'record-coverage',
      async () => ({ coverage: { ...(await first()), coverageId: 'coverage-2', payerName: 'Twin' } }),
      'coverage/same-place',
      '/coverage/priority',
    ],
    [
      'a child of her own child, of whom only the name is told',
      'record-coverage',
      async () => ({
        coverage: {
          ...(await first()),
          coverageId: 'coverage-3',
          priority: 'tertiary',
          subscriber: { relationship: 'child', lastName: 'quarrington2', firstName: 'ottoline2' },
        },
      }),
      'coverage/circular-dependants',
      '/coverage/subscriber/relationship',
    ],
    [
      'a mother who is the child of her child',
      'record-coverage',
      async () => ({
        coverage: {
          ...(await first()),
          subscriber: {
            relationship: 'child',
            lastName: 'Quarrington1',
            firstName: 'Lia',
            birthDate: '2014-03-05',
          },
        },
      }),
      'coverage/child-not-younger',
      '/coverage/subscriber/birthDate',
    ],
  ])('%s is refused at its place, and what was known stands', async (_name, command, body, code, at) => {
    const before = await patient();
    const answer = await coordinator.send('POST', `${patientAt}/${command}`, { body: await body() });
    const said = JSON.parse(answer.text) as RefusalView;
    expect([answer.status >= 400, said.code]).toEqual([true, code]);
    expect(said.at?.startsWith(at)).toBe(true);
    expect([said.what, said.why, said.next]).not.toContain('');
    expect(await patient()).toEqual(before);
  });

  const example = readFileSync(new URL('../docs/reference/estimate.example.json', import.meta.url), 'utf8');
  it.each<[name: string, change: (request: ExampleRequest) => void, code: string, at: string]>([
    [
      'a family in a circle',
      (request) =>
        void (request.family = [
          { personId: 'ana', dependantOf: 'lia' },
          { personId: 'lia', dependantOf: 'ana' },
        ]),
      'order/circular-dependants',
      '/family/0/dependantOf',
    ],
    [
      'two primaries',
      ({ plans }) => {
        for (const { order } of plans) order['stated'] = 1;
      },
      'order/two-primaries',
      '/plans/1/order/stated',
    ],
    [
      'a negative fee',
      ({ lines }) => void Object.assign(lines[0] ?? {}, { fee: -1 }),
      'estimate/value',
      '/lines/0/fee',
    ],
    [
      'a fee that is not whole cents',
      ({ lines }) => void Object.assign(lines[0] ?? {}, { fee: 0.5 }),
      'estimate/value',
      '/lines/0/fee',
    ],
    [
      'a fee of eleven digits',
      ({ lines }) => void Object.assign(lines[0] ?? {}, { fee: 10_000_000_000 }),
      'estimate/value',
      '/lines/0/fee',
    ],
    [
      'two maximums of one year',
      ({ plans }) =>
        void plans[0]?.facts.push(
          { kind: 'maximum', ...ofYear, amount: 1 },
          { kind: 'maximum', ...ofYear, amount: 2 },
        ),
      'estimate/fact-twice',
      '/plans/0/facts/',
    ],
  ])('%s is refused by the command at its place', async (_name, change, code, at) => {
    const request = JSON.parse(example) as ExampleRequest;
    change(request);
    const ran = await runHere(['estimate', fileOf(JSON.stringify(request)), '--json'], record.environment);
    const said = JSON.parse(ran.out.toString()) as RefusalView;
    expect([ran.code, said.code]).toEqual([1, code]);
    expect(said.at?.startsWith(at)).toBe(true);
    expect([said.what, said.why, said.next]).not.toContain('');
  });
});

interface ExampleRequest {
  family?: object[];
  plans: { order: Record<string, unknown>; facts: object[] }[];
  lines: object[];
}

const person = (id: string, given: string, birthDate: string) => ({
  resourceType: 'Patient',
  id,
  name: [{ family: 'Tavares', given: [given] }],
  birthDate,
  gender: 'female',
});
const insured = (id: string, of: string, holder: string, relationship: string) => ({
  resourceType: 'Coverage',
  id,
  status: 'active',
  type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'DENTAL' }] },
  subscriber: { reference: `Patient/${holder}` },
  subscriberId: `M-${id}`,
  beneficiary: { reference: `Patient/${of}` },
  relationship: { coding: [{ code: relationship }] },
  period: { start: '2026-01-01' },
  payor: [{ display: `Plan ${id}` }],
  order: 1,
});

/** A file from elsewhere says what somebody believes: it is taken whole, so that nothing is lost, and told. */
describe('a file of patients', () => {
  const circle = [
    person('ana', 'Ana', '1986-02-09'),
    person('lia', 'Lia', '2014-03-05'),
    insured('one', 'lia', 'ana', 'child'),
    insured('two', 'ana', 'lia', 'child'),
  ];
  const primaries = [
    person('eva', 'Eva', '1991-07-01'),
    insured('three', 'eva', 'eva', 'self'),
    insured('four', 'eva', 'eva', 'self'),
  ];
  it.each<[name: string, resources: object[], how: 'api' | 'command', flag: string, told: string]>([
    ['in which a family goes in a circle', circle, 'command', 'childNotYounger', 'who depends on whom'],
    ['in which a family goes in a circle', circle, 'api', 'childNotYounger', 'who depends on whom'],
    ['with two primaries', primaries, 'command', 'samePlace', 'ask both payers which pays first'],
    ['with two primaries', primaries, 'api', 'samePlace', 'ask both payers which pays first'],
  ])('%s is taken whole, and says what is wrong and what to do', async (...row) => {
    const [, resources, how, flag, told] = row;
    const entry = resources.map((resource) => ({ resource }));
    const bundle = JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
    const report = await importedBy(how, bundle);
    expect(report.resources.flatMap(({ flags }) => flags.map(({ id }) => id))).toContain(
      `fhirImport.flag.${flag}`,
    );
    const coverages = await Promise.all(
      report.patients.map(
        async ({ patientId }) => (await coordinator.get<PatientView>(`/api/patients/${patientId}`)).coverages,
      ),
    );
    expect(coverages.flat()).toHaveLength(2);
    expect(
      coverages
        .flat()
        .flatMap(({ flags }) => flags)
        .join(' '),
    ).toContain(told);
  });
});

async function importedBy(how: 'api' | 'command', bundle: string): Promise<ImportReportView> {
  const answer =
    how === 'command'
      ? (
          await runHere(['import', fileOf(bundle), '--source', how, ...acting, '--json'], record.environment)
        ).out.toString()
      : (
          await coordinator.send('POST', '/api/import?source=api', {
            body: bundle,
            headers: { 'content-type': 'application/fhir+json' },
          })
        ).text;
  const [report] = (JSON.parse(answer) as { reports: ImportReportView[] }).reports;
  if (!report) throw new Error(answer);
  return report;
}
