import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorklistView } from '#contract/views.ts';
import type { TestClient } from '../test-client.ts';
import { openTestServer, staffIdOf, testPassword, type TestServer } from '../test-practice.ts';
import { dayAt, openTestCase, registerTestPatient } from '../test-ready-case.ts';
import { worklistChoices } from './worklist.ts';

let server: TestServer;
let coordinator: TestClient;

const cases = ['case-mine', 'case-other', 'case-nobody', 'case-held', 'case-closed'];

beforeAll(async () => {
  server = await openTestServer();
  coordinator = await server.as('coordinator');
  const team = {
    coordinator,
    dentist: coordinator,
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  for (const [index, caseId] of cases.entries()) {
    const ids = { caseId, patientId: `patient-${index}` };
    await registerTestPatient(team, ids.patientId, index);
    await openTestCase(team, ids);
  }
  const act = (caseId: string, command: string, body: object) =>
    coordinator.post(`/api/cases/${caseId}/${command}`, body);
  const assign = (caseId: string, ownerStaffId: string) =>
    act(caseId, 'assign', { ownerStaffId, team: null, reason: '' });
  for (const caseId of ['case-mine', 'case-held', 'case-closed']) await assign(caseId, 'staff-coordinator');
  await assign('case-other', 'staff-dentist');
  await act('case-mine', 'open-task', {
    task: {
      taskId: 'task-1',
      title: 'Call the physician',
      holder: { kind: 'staff', id: 'staff-coordinator', name: 'coordinator' },
      due: dayAt(0),
    },
  });
  await act('case-mine', 'open-task', {
    task: {
      taskId: 'task-2',
      title: 'Enter the fee',
      holder: { kind: 'staff', id: 'staff-biller', name: 'biller' },
      due: dayAt(0),
    },
  });
  await act('case-held', 'put-on-hold', { reason: 'waits for the insurer', until: dayAt(-60 * 24 * 10) });
  await act('case-closed', 'close', { outcome: 'coordination-completed', reason: 'all is done' });
});
afterAll(() => server.close());

const list = (query: string, who = coordinator) => who.get<WorklistView>(`/api/worklist${query}`);
const idsOf = ({ rows }: WorklistView) => rows.map(({ caseId }) => caseId).sort();

describe('the worklist', () => {
  it.each([
    ['', ['case-mine']],
    ['?view=mine', ['case-mine']],
    ['?view=unowned', ['case-nobody']],
    ['?view=held', ['case-held']],
    ['?view=closed', ['case-closed']],
    ['?view=due', ['case-mine']],
  ])('"%s" shows %j, and the counts agree', async (query, caseIds) => {
    const view = await list(query);
    expect(idsOf(view)).toEqual(caseIds);
    expect(view.counts[query.split('=')[1] ?? 'mine']).toBe(caseIds.length);
    expect(view.today).toBe(dayAt(0));
  });

  it('counts every view at once, and shows everybody their own', async () => {
    const view = await list('');
    expect(Object.keys(view.counts).sort()).toEqual([...worklistChoices].sort());
    expect(idsOf(await list('', await server.as('dentist')))).toEqual(['case-other']);
    expect(idsOf(await list('', await server.as('administrator')))).toEqual([]);
  });

  it('shows a case of others to whoever has a task in it, and says which', async () => {
    const { rows, counts } = await list('', await server.as('biller'));
    expect(counts['mine']).toBe(1);
    expect(rows).toMatchObject([
      {
        caseId: 'case-mine',
        nextStep: { taskId: 'task-1' },
        yours: [{ taskId: 'task-2', title: 'Enter the fee' }],
      },
    ]);
    expect((await list('')).rows[0]?.yours).toEqual([]);
  });

  it('shows one next step and who has the ball', async () => {
    const [row] = (await list('')).rows;
    expect(row).toMatchObject({
      patientName: expect.stringContaining('Quarrington0') as string,
      ownerName: 'coordinator of the test',
      nextStep: { title: 'Call the physician', taskId: 'task-1', due: dayAt(0), holder: { kind: 'staff' } },
    });
  });

  it.each([
    ['quarrington0', ['case-mine']],
    ['ottoline0 periodontal', ['case-mine']],
    ['QUARRINGTON2', []],
    ['coordinator', ['case-mine']],
  ])('finds "%s" among mine: %j', async (query, caseIds) => {
    expect(idsOf(await list(`?view=mine&query=${encodeURIComponent(query)}`))).toEqual(caseIds);
  });
});
