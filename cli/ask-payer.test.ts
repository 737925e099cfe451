import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EligibilityInquiryView } from '#contract/eligibility.ts';
import type { PatientView, RefusalView } from '#contract/views.ts';
import { respondInFolder } from '#server/demonstration/loopback-payer/test-folder-responder.ts';
import {
  startLoopbackPayer,
  type LoopbackPayer,
} from '#server/demonstration/loopback-payer/http-endpoint.ts';
import type { TestClient } from '#server/test-client.ts';
import { emailOf, testOrganization } from '#server/test-practice.ts';
import { registerTestPatient } from '#server/test-ready-case.ts';
import { openRecordForCommands, type RecordForCommands } from './test-record.ts';
import { runHere, type Ran } from './test-terminal.ts';

/** A payer is asked from a terminal, by each kind of gateway, with no server running. */

let record: RecordForCommands;
let payer: LoopbackPayer;
let coordinator: TestClient;
let environment: Record<string, string>;
let drop: string;

beforeAll(async () => {
  record = await openRecordForCommands();
  payer = await startLoopbackPayer({ userName: 'harbor', password: 'loopback' });
  coordinator = await record.as('coordinator');
  await registerTestPatient({ coordinator }, 'patient-1', 1);
  drop = join(record.folder, 'drop');
  mkdirSync(drop);
  const http = { kind: 'core', userName: 'harbor', passwordFrom: 'HARBOR_PASSWORD' };
  const gateways = [
    { ...http, name: 'harbor', address: payer.address },
    { ...http, name: 'nobody-there', address: 'http://127.0.0.1:9/core' },
    { name: 'folders', kind: 'file-drop', folder: drop, settleSeconds: 0, everySeconds: 1 },
  ];
  writeFileSync(join(record.folder, 'gateways.json'), JSON.stringify({ gateways }));
  environment = { ...record.environment, HARBOR_PASSWORD: 'loopback' };
});
afterAll(async () => {
  await payer.close();
  await record.close();
});

const ask = (...more: string[]) =>
  runHere(
    [
      ...['eligibility', '--patient', 'patient-1', '--coverage', 'coverage-1'],
      ...['--as', emailOf(testOrganization, 'coordinator'), ...more],
    ],
    environment,
  );
const json = ({ out }: Ran) => JSON.parse(out.toString()) as EligibilityInquiryView;
const patient = () => coordinator.get<PatientView>('/api/patients/patient-1');

async function becomes(memberId: string): Promise<void> {
  const [coverage] = (await patient()).coverages;
  await coordinator.post('/api/patients/patient-1/record-coverage', { coverage: { ...coverage, memberId } });
}

describe('a payer that is asked from a terminal', () => {
  it('answers at once over HTTP, and its answer becomes facts', async () => {
    const ran = await ask('--gateway', 'harbor', '--date', '2026-03-05', '--json');
    expect(ran.code).toBe(0);
    const inquiry = json(ran);
    expect(inquiry).toMatchObject({ state: 'answered', gateway: 'harbor', serviceDate: '2026-03-05' });
    expect(payer.asked).toEqual([inquiry.trace]);
    const { benefitFacts, disclosures } = await patient();
    expect(benefitFacts).toMatchObject([
      { code: 'D9992', source: { kind: '271', reference: inquiry.trace } },
    ]);
    expect(disclosures.at(-1)?.wayOut).toBe('eligibility-inquiry');
  });

  it('says in words what it answered', async () => {
    const ran = await ask('--gateway', 'harbor', '--date', '2026-03-06');
    expect([ran.code, ran.out.toString()]).toEqual([
      0,
      expect.stringMatching(
        /^Bright Harbor Dental Plan, by harbor \(AW\d+\): Answered\nThe answer was recorded/,
      ),
    ]);
  });

  it('is waited for by folders, and asked once however often somebody waits', async () => {
    const first = await ask('--gateway', 'folders', '--wait', '0', '--json');
    expect(first.code).toBe(1);
    expect(first.err).toContain('The payer has not answered yet.');
    const { trace, state } = json(first);
    expect(state).toBe('waiting');
    expect(json(await ask('--gateway', 'folders', '--json')).trace).toBe(trace);
    expect(readdirSync(join(drop, testOrganization, 'outgoing'))).toEqual([`eligibility-${trace}.270`]);
    await respondInFolder(drop, testOrganization);
    const waited = await ask('--gateway', 'folders', '--wait', '20', '--json');
    expect(waited.code).toBe(0);
    expect(json(waited)).toMatchObject({ trace, state: 'answered' });
  });

  it('that refuses says what to mend, with exit code 1', async () => {
    await becomes('AAA72');
    const ran = await ask('--gateway', 'harbor', '--date', '2026-03-07');
    expect([ran.code, ran.out.toString()]).toEqual([1, expect.stringContaining('Check the member number')]);
    await becomes('MEMBER1');
  });

  it('that cannot be reached stays under way, and says why', async () => {
    const ran = await ask('--gateway', 'nobody-there', '--date', '2026-03-08', '--json');
    expect(json(ran)).toMatchObject({ state: 'asked', problem: { code: 'gateway/no-answer' } });
    expect(ran.code).toBe(0);
  });

  it('by a way that is not there is refused, and nothing is disclosed', async () => {
    const { disclosures } = await patient();
    const ran = await ask('--gateway', 'taken-down', '--json');
    expect([ran.code, (JSON.parse(ran.out.toString()) as RefusalView).code]).toEqual([1, 'gateway/unknown']);
    expect((await patient()).disclosures).toHaveLength(disclosures.length);
  });

  it.each<[string, string[], string]>([
    ['a file besides', ['answer.271', '--gateway', 'harbor'], '"answer.271" is left over'],
    ['a wait that is no number', ['--gateway', 'harbor', '--wait', 'long'], '"long" is no number of seconds'],
    ['a wait without end', ['--gateway', 'harbor', '--wait', '3601'], 'up to 3600'],
    ['a day that is none', ['--gateway', 'harbor', '--date', '2026-02-30'], 'is no day'],
    ['a wait for a file', ['answer.271', '--wait', '5'], '--wait needs --gateway'],
  ])('with %s is a wrong use', async (_what, more, said) => {
    const ran = await ask(...more);
    expect([ran.code, ran.out.toString()]).toEqual([2, '']);
    expect(ran.err).toContain(said);
  });
});
