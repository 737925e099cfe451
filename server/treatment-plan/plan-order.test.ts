import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanOrderView, SolvedPlan } from '#contract/plan-order.ts';
import { addDays, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { federalHolidays, weekdayNumber } from '#domain/kernel/federal-holidays.ts';
import { weekdays } from '#domain/treatment-plan/constraint.ts';
import { objectives } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import { daysOfSchedule } from '#domain/treatment-plan/schedule-of-days.ts';
import type { TestClient } from '../test-client.ts';
import { openTestServer, staffIdOf, testPassword, type TestServer } from '../test-practice.ts';
import { openTestCase, registerTestPatient, type CaseTeam } from '../test-ready-case.ts';

/** From the steps of a case to an order that the team keeps, through the API. */

let server: TestServer;
let coordinator: TestClient;
let dentist: TestClient;
let cases = 0;

beforeAll(async () => {
  server = await openTestServer();
  coordinator = await server.as('coordinator');
  dentist = await server.as('dentist');
  await registerTestPatient(team(), 'patient-1', 1);
});
afterAll(() => server.close());

function team(): CaseTeam {
  return {
    coordinator,
    dentist,
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
}

const said = { source: { by: 'person', ref: 'the dentist' }, strength: 'must' } as const;
const wait = (days: { minDays?: number; maxDays?: number }, constraintId = 'wait') => ({
  constraint: {
    kind: 'interval',
    constraintId,
    text: 'Three months from the graft to the implant',
    ...said,
    from: 'graft',
    to: 'implant',
    ...days,
  },
});

/** A graft and an implant, and ninety days between them. */
async function plannedCase(): Promise<string> {
  const caseId = `case-${++cases}`;
  await openTestCase(team(), { caseId, patientId: 'patient-1' });
  const change = (command: string, body: object) => coordinator.post(`/api/cases/${caseId}/${command}`, body);
  const item = { surfaces: [], after: [], status: 'accepted', minutes: 60 };
  await change('record-plan-item', { item: { ...item, itemId: 'graft', text: 'Bone graft', order: 1 } });
  await change('record-plan-item', { item: { ...item, itemId: 'implant', text: 'Implant', order: 2 } });
  await change('record-constraint', wait({ minDays: 90 }));
  return caseId;
}

const order = (caseId: string) => coordinator.get<PlanOrderView>(`/api/cases/${caseId}/plan-order`);
const solve = (caseId: string, locked: Readonly<Record<string, string>> = {}) =>
  coordinator.post<SolvedPlan>(`/api/cases/${caseId}/solve-plan`, { locked, objectives: [...objectives] });

async function firstDay(caseId: string): Promise<CalendarDate> {
  const { problem } = await order(caseId);
  if (!problem) throw new Error('there is nothing to order');
  return usualFrom(problem.start);
}

/** The day itself, or the next one from Monday through Friday that is no federal holiday: nobody told their hours here. */
function usualFrom(day: CalendarDate): CalendarDate {
  const year = Number(day.slice(0, 4));
  const holidays = [...federalHolidays(year), ...federalHolidays(year + 1)];
  return weekdayNumber(day) < 5 && !holidays.includes(day) ? day : usualFrom(addDays(day, 1));
}

describe('the best order of a case', () => {
  it('is found and proven, kept, and read back with its problem', async () => {
    const caseId = await plannedCase();
    const { answer } = await solve(caseId);
    const start = await firstDay(caseId);
    expect(answer.status).toBe('optimal');
    expect(answer.schedule?.visits.map(({ on, items }) => [on, items])).toEqual([
      [start, ['graft']],
      [usualFrom(addDays(start, 90)), ['implant']],
    ]);
    const days = answer.schedule ? daysOfSchedule(answer.schedule) : {};
    const { levels } = answer;
    await coordinator.post(`/api/cases/${caseId}/keep-schedule`, {
      scheduleId: 'schedule-1',
      days,
      madeBy: 'solver',
      levels,
    });
    const { kept } = await order(caseId);
    expect(kept.map((each) => each.kept)).toEqual([
      { scheduleId: 'schedule-1', madeBy: 'solver', levels, schedule: answer.schedule },
    ]);
  });

  it('stands beside the one that is done as soon as possible, whatever was aimed at, where it is known what they cost', async () => {
    const caseId = await plannedCase();
    expect((await solve(caseId)).asSoonAsPossible).toBeUndefined();
    const start = await firstDay(caseId);
    const priced = { itemId: 'implant', text: 'Implant', order: 2, code: 'D6010', fee: 200_000 };
    await coordinator.post(`/api/cases/${caseId}/record-plan-item`, {
      item: { ...priced, surfaces: [], after: [], status: 'accepted', minutes: 60 },
    });
    for (const aims of [['lateness', 'visits', 'patient-pays'], ['visits']]) {
      const { asSoonAsPossible } = await coordinator.post<SolvedPlan>(`/api/cases/${caseId}/solve-plan`, {
        locked: {},
        objectives: aims,
      });
      expect(asSoonAsPossible?.visits.map(({ on }) => on)).toEqual([start, usualFrom(addDays(start, 90))]);
    }
  });

  it('leaves a step on the day where somebody keeps it', async () => {
    const caseId = await plannedCase();
    const later = addDays(await firstDay(caseId), 21);
    const { answer } = await solve(caseId, { graft: later });
    expect(answer.schedule?.visits.map(({ on }) => on)).toEqual([later, usualFrom(addDays(later, 90))]);
  });

  it('is refused as an order when it breaks a must, in the words of the rule', async () => {
    const caseId = await plannedCase();
    const start = await firstDay(caseId);
    const refused = await coordinator.send('POST', `/api/cases/${caseId}/keep-schedule`, {
      body: {
        scheduleId: 'schedule-1',
        days: { graft: start, implant: addDays(start, 89) },
        madeBy: 'by-hand',
        levels: [],
      },
    });
    expect(refused.status).toBe(422);
    expect(JSON.parse(refused.text)).toMatchObject({
      code: 'plan/order-breaks',
      why: 'Three months from the graft to the implant',
    });
    expect((await order(caseId)).kept).toEqual([]);
  });

  it('does not exist where rules cannot hold together, and says which', async () => {
    const caseId = await plannedCase();
    await coordinator.post(`/api/cases/${caseId}/record-constraint`, wait({ maxDays: 60 }, 'not-longer'));
    const { answer } = await solve(caseId);
    expect(answer.status).toBe('infeasible');
    expect(answer.conflicts.map(({ ref }) => ref).sort()).toEqual(['not-longer', 'wait']);
  });
});

describe('what suits the patient', () => {
  const preferring = async (change: object) => {
    const caseId = `case-${++cases}`;
    await openTestCase(team(), { caseId, patientId: 'patient-1' });
    const item = { surfaces: [], after: [], status: 'accepted', minutes: 60 };
    for (const [index, itemId] of ['one', 'other'].entries())
      await coordinator.post(`/api/cases/${caseId}/record-plan-item`, {
        item: { ...item, itemId, text: `Filling ${itemId}`, order: index + 1 },
      });
    const start = await firstDay(caseId);
    await coordinator.post(`/api/cases/${caseId}/record-preferences`, {
      preferences: {
        weekdays: [],
        dayTimes: [],
        note: '',
        saidBy: 'the patient',
        saidOn: start,
        ...change,
      },
    });
    return { caseId, start };
  };
  const visits = async (caseId: string) =>
    (await solve(caseId)).answer.schedule?.visits.map(({ on, items }) => [on, items.length]);

  it.each([
    ['two hours in one sitting', { minutesPerDay: 120 }, [[0, 2]]],
    [
      'one minute less',
      { minutesPerDay: 119 },
      [
        [0, 1],
        [1, 1],
      ],
    ],
  ])('%s', async (_name, change, expected) => {
    const { caseId, start } = await preferring(change);
    const days = [start, usualFrom(addDays(start, 1))];
    expect(await visits(caseId)).toEqual(expected.map(([day = 0, count]) => [days[day], count]));
  });

  it('waits for a day that suits', async () => {
    const { caseId: free, start } = await preferring({});
    expect(await visits(free)).toEqual([[start, 2]]);
    const later = usualFrom(addDays(start, 3));
    const { caseId } = await preferring({ weekdays: [weekdays[weekdayNumber(later)]] });
    expect(await visits(caseId)).toEqual([[later, 2]]);
  });

  it('says what matters first, before anybody asks for an order', async () => {
    const { caseId } = await preferring({ mattersMost: 'finish' });
    expect((await order(caseId)).problem?.objectives).toEqual([
      'lateness',
      'finish',
      'patient-pays',
      'visits',
    ]);
  });
});

describe('who may', () => {
  it('a biller reads the order and asks for none', async () => {
    const caseId = await plannedCase();
    const biller = await server.as('biller');
    expect((await biller.send('GET', `/api/cases/${caseId}/plan-order`)).status).toBe(200);
    const asked = await biller.send('POST', `/api/cases/${caseId}/solve-plan`, {
      body: { locked: {}, objectives: [...objectives] },
    });
    expect(JSON.parse(asked.text)).toMatchObject({ code: 'action/not-your-role' });
  });

  it('a case without steps has nothing to order', async () => {
    await openTestCase(team(), { caseId: 'case-empty', patientId: 'patient-1' });
    expect((await order('case-empty')).problem).toBeUndefined();
    const asked = await coordinator.send('POST', '/api/cases/case-empty/solve-plan', {
      body: { locked: {}, objectives: ['visits'] },
    });
    expect(JSON.parse(asked.text)).toMatchObject({ code: 'plan/nothing-to-order' });
  });
});
