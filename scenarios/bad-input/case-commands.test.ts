import { afterAll, beforeAll, describe, it } from 'vitest';
import { caseCommandNames } from '#contract/commands.ts';
import type { CaseView } from '#contract/views.ts';
import { availableActions } from '#domain/case/available-actions.ts';
import { makeCaseReady, openTestCase, registerTestPatient } from '#server/test-ready-case.ts';
import { onCase } from './case-bodies.ts';
import { expectDoneOnce, expectRefusals, expectRoles, type Good } from './expect-refusals.ts';
import { openTriedPractice, type TriedPractice } from './tried-practice.ts';

let practice: TriedPractice;

beforeAll(async () => {
  practice = await openTriedPractice();
});
afterAll(() => practice.server.close());

const positionOfCase = async (caseId: string) =>
  (await practice.as('coordinator').get<CaseView>(`/api/cases/${caseId}`)).position;

describe('every command of a case', () => {
  it.each(caseCommandNames)('%s', async (name) => {
    const caseId = `case-${name}`;
    const { body, before = [], who = 'coordinator', ready } = onCase[name](caseId);
    // A payer's frequency limit counts over all cases of a patient.
    const patientId = ready ? `patient-${name}` : 'patient-1';
    if (ready) await registerTestPatient(practice.team, patientId, 2 + caseCommandNames.indexOf(name));
    await openTestCase(practice.team, { caseId, patientId });
    if (ready) await makeCaseReady(practice.team, { caseId, patientId }, ready);
    for (const [command, said, by = 'coordinator'] of before)
      await practice.as(by).post(`/api/cases/${caseId}/${command}`, said);
    const { state } = await practice.as('coordinator').get<CaseView>(`/api/cases/${caseId}`);
    const good: Good = {
      path: `/api/cases/{caseId}/${name}`,
      url: `/api/cases/${caseId}/${name}`,
      body,
      who,
    };
    await expectRefusals(practice, good);
    await expectRoles(practice, good, (role) => availableActions(state, role).includes(name));
    await expectDoneOnce(practice, good, () => positionOfCase(caseId));
  });
});
