import { isRefusal } from '#domain/kernel/refusal.ts';
import { daysOfSchedule } from '#domain/treatment-plan/schedule-of-days.ts';
import { greedyOrder } from '#domain/treatment-plan/sequencing/greedy-order.ts';
import { toSchedule } from '#domain/treatment-plan/sequencing/to-schedule.ts';
import { changeCase } from '../case/change-case.ts';
import { planOrder } from '../treatment-plan/plan-order.ts';
import type { CaseTelling } from './case-telling.ts';
import type { ThemeKey } from './plots/plot.ts';

/** Pathways that the team of a case works by, and the day that some of them count backwards from. */
const rules: Partial<
  Record<ThemeKey, { readonly pathway: string; readonly date?: readonly [name: string, text: string] }>
> = {
  implant: { pathway: 'extraction-graft-implant-crown' },
  'perio-diabetes': { pathway: 'diabetes-and-gums' },
  'before-radiation': {
    pathway: 'radiotherapy',
    date: ['radiation-begins', 'Radiation of head and neck begins'],
  },
};

/** What holds around the steps of a plan, and what the specialist still has to say. */
export function tellPlanRules(story: CaseTelling): void {
  const found = rules[story.plot.theme];
  if (!found) return;
  const { pathway, date } = found;
  const eventId = story.id('date');
  if (date)
    story.change('record-outside-event', { event: { eventId, text: date[1], on: story.workingDay(45) } });
  story.change('apply-pathway', {
    application: {
      pathwayId: pathway,
      events: date ? { [date[0]]: eventId } : {},
      choices: {},
      steps: {},
    },
  });
  story.change('record-constraint', {
    constraint: {
      kind: 'gate',
      constraintId: story.id('gate'),
      text: story.say('{specialist} has looked at the medical history'),
      source: { by: 'person', ref: 'Dr. Raman' },
      strength: 'must',
      gate: 'clearance',
      holder: story.say('{specialist}'),
      items: [story.planItemId(1)],
    },
  });
}

/** How long each office said it takes until it can see somebody: days by member. */
const leadTimes = [
  ['dentist', 7],
  ['specialist', 12],
] as const;

/** On the last working day the coordinator keeps an order, made by the simple rule: a first start waits for no solver. */
export function tellKeptOrder(story: CaseTelling): void {
  if (!rules[story.plot.theme] || story.plot.ending) return;
  const { caseId } = story;
  story.time.goTo(1);
  for (const [member, days] of leadTimes)
    story.change('record-availability', {
      availability: {
        memberId: story.id(member),
        availability: {
          leadTime: {
            days,
            asOf: story.workingDay(-1),
            source: { by: 'office', ref: 'the front desk', asOf: story.workingDay(-1) },
          },
        },
      },
    });
  story.change('record-preferences', {
    preferences: {
      minutesPerDay: 150,
      placesPerDay: 1,
      weekdays: ['mon', 'tue', 'wed', 'thu'],
      dayTimes: ['morning'],
      mattersMost: 'visits',
      note: 'Whoever drives does not work on these days.',
      saidBy: story.say('{caller}'),
      saidOn: story.workingDay(-1),
    },
  });
  story.world.steps.push({
    at: story.time.tick(),
    staffId: story.owner,
    what: `keeping the order of ${caseId}`,
    run: async (archway, person) => {
      const order = await planOrder(archway, person, caseId, 'en');
      if (isRefusal(order)) return order;
      const starts = order.problem && greedyOrder(order.problem);
      if (!order.problem || !starts) throw new Error(`no order of ${caseId} keeps every must`);
      return changeCase(archway, person, caseId, 'keep-schedule', {
        scheduleId: story.id('order'),
        days: daysOfSchedule(toSchedule(order.problem, starts)),
        madeBy: 'greedy',
        levels: [],
      });
    },
  });
  if (story.reached('signed')) story.sign('sign-plan', 'staff-dentist');
}
