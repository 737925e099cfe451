import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import type { CoordinationCase } from '../case/case.ts';
import { sampleDeciding } from '../case/deciding.samples.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { tooth } from '../kernel/tooth.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { sampleCase, sampleOpening, type CaseStep } from '../readiness/ready-case.samples.ts';
import { planConflicts } from './plan-conflicts.ts';
import { constraintsOfPlan } from './plan-constraints.ts';
import { weekdays, type CalendarConstraint, type Constraint } from './constraint.ts';
import type { Availability } from './sequencing/sequencing-problem.ts';
import type { PlanItem } from './plan-item.ts';
import {
  decideAnswerGate,
  decideApplyPathway,
  decideLiftPathway,
  decideOpenDisagreement,
  decideRecordAvailability,
  decideRecordConstraint,
  decideRecordOutsideEvent,
  decideResolveDisagreement,
  decideRestoreConstraint,
  decideSetConstraintAside,
  decideTakeStance,
  decideWithdrawConstraint,
  decideWithdrawOutsideEvent,
} from './shared-plan-decisions.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const seen = calendarDate('2026-01-05');
const source = { title: { en: 'Made up for tests', es: 'Inventado para pruebas' }, seen };
const words = (en: string) => ({ en, es: en });

const radiation: Pathway = {
  pathwayId: 'radiation',
  name: words('Radiation'),
  about: words('Made up'),
  offeredWhen: {},
  steps: { extraction: { name: words('Extraction'), codes: ['D7140'] } },
  events: { begins: { name: words('Radiation begins') } },
  rules: [
    {
      kind: 'deadline',
      id: 'in-time',
      text: words('In time'),
      steps: ['extraction'],
      event: 'begins',
      values: [{ before: { weeks: 2 }, strength: 'must', source, mark: 'confirmed' }],
    },
    {
      kind: 'gate',
      id: 'asked',
      text: words('Asked'),
      gate: 'clearance',
      before: ['extraction'],
      holder: words('the oncologist'),
      specialty: 'oncology',
      strength: 'must',
      source,
      mark: 'confirmed',
    },
    {
      kind: 'calendar',
      id: 'days',
      text: words('Days'),
      why: 'dialysis',
      strength: 'must',
      source,
      mark: 'confirmed',
      options: [{ id: 'mwf', text: words('MWF'), notOn: ['mon'], ratherNotOn: [] }],
    },
  ],
};
const rules = { pathways: new Map([['radiation', radiation]]), locale: 'en', sha256 } as const;

function item(itemId: string, change: Partial<PlanItem> = {}): PlanItem {
  return { itemId, text: `Step ${itemId}`, surfaces: [], order: 1, after: [], status: 'proposed', ...change };
}

const pull = item('pull', { code: procedureCode('D7140'), tooth: tooth('18') });
const event = { eventId: 'radiation', text: 'Radiation begins', on: calendarDate('2026-05-04') };
const application = { pathwayId: 'radiation', events: { begins: 'radiation' }, choices: {}, steps: {} };
const gate: Constraint = {
  kind: 'gate',
  constraintId: 'gate-1',
  text: 'The cardiologist answers first',
  source: { by: 'person', ref: 'member-dentist' },
  strength: 'must',
  gate: 'clearance',
  holder: 'the cardiologist',
  items: ['pull'],
};
const wait: Constraint = {
  kind: 'interval',
  constraintId: 'wait-1',
  text: 'Two weeks',
  source: { by: 'person', ref: 'member-dentist' },
  strength: 'must',
  from: 'radiation',
  to: 'pull',
  minDays: 14,
};
const disagreement = {
  disagreementId: 'd-1',
  kind: 'other' as const,
  itemIds: ['pull'],
  text: 'Now or later',
  resolverMemberId: 'member-dentist',
};
const stance = { disagreementId: 'd-1', memberId: 'member-surgeon', stance: 'Now', evidence: [] };

const without = sampleOpening.filter(({ type }) => type !== 'plan.item-recorded');
function planned(items: readonly PlanItem[], ...steps: readonly CaseStep[]): CoordinationCase {
  return sampleCase([
    ...without,
    ...items.map((each): CaseStep => ({ type: 'plan.item-recorded', data: { item: each } })),
    ...steps,
  ]);
}

const recordedEvent: CaseStep = { type: 'plan.outside-event-recorded', data: { event } };
const applied: CaseStep = { type: 'plan.pathway-applied', data: { application } };
const recordedGate: CaseStep = { type: 'plan.constraint-recorded', data: { constraint: gate } };
const aside: CaseStep = {
  type: 'plan.constraint-set-aside',
  data: { constraintId: 'gate-1', reason: 'Answered in January' },
};
const opened: CaseStep = { type: 'plan.disagreement-opened', data: { disagreement } };
const resolved: CaseStep = {
  type: 'plan.disagreement-resolved',
  data: { disagreementId: 'd-1', resolution: 'Now' },
};
const plan = planned([pull], recordedEvent, applied, recordedGate);
const inForce = constraintsOfPlan(plan, rules).constraints;

function outcome(decided: ReturnType<typeof decideRecordConstraint>): string {
  if (isRefusal(decided)) return `${decided.code} ${decided.at ?? ''}`.trim();
  return decided.map(({ type }) => type).join(' ') || 'nothing';
}

const deciding = sampleDeciding();
const apply = (change: Partial<typeof application>) =>
  decideApplyPathway(plan, { application: { ...application, ...change } }, deciding, rules.pathways);
const said = { by: 'office', ref: 'the front desk' } as const;
const works = (...on: (typeof weekdays)[number][]): Availability => ({ weekdays: { on, source: said } });
const offers = (...days: readonly string[]): Availability => ({
  offered: { days: days.map((on) => ({ on: calendarDate(on) })), only: false, source: said },
});
const away = (from: string, through: string): Availability => ({
  closed: { days: [{ from: calendarDate(from), through: calendarDate(through) }], source: said },
});
const cannot = (notOn: CalendarConstraint['notOn']): CalendarConstraint => ({
  kind: 'calendar',
  constraintId: 'school',
  text: 'School',
  source: { by: 'person', ref: 'the mother' },
  strength: 'must',
  why: 'school',
  notOn,
});
const record = (constraint: Constraint) => decideRecordConstraint(plan, { constraint }, deciding);
const answer = (change: object) =>
  decideAnswerGate(plan, { answer: { constraintId: 'gate-1', note: '', ...change } }, deciding, inForce);

test.each<[string, ReturnType<typeof decideRecordConstraint>, string]>([
  [
    'a new date',
    decideRecordOutsideEvent(plan, { event: { ...event, eventId: 'other' } }, deciding),
    'plan.outside-event-recorded',
  ],
  ['the same date again', decideRecordOutsideEvent(plan, { event }, deciding), 'nothing'],
  [
    'a date that moved',
    decideRecordOutsideEvent(plan, { event: { ...event, on: null } }, deciding),
    'plan.outside-event-recorded',
  ],
  [
    'a date with the id of a step',
    decideRecordOutsideEvent(plan, { event: { ...event, eventId: 'pull' } }, deciding),
    'plan/event-is-item /event/eventId',
  ],
  [
    'withdrawing a date that a pathway counts from',
    decideWithdrawOutsideEvent(plan, { eventId: 'radiation', reason: 'x' }, deciding),
    'plan/event-in-use /eventId',
  ],
  [
    'withdrawing a date that a constraint counts from',
    decideWithdrawOutsideEvent(
      planned([pull], recordedEvent, { type: 'plan.constraint-recorded', data: { constraint: wait } }),
      { eventId: 'radiation', reason: 'x' },
      deciding,
    ),
    'plan/event-in-use /eventId',
  ],
  [
    'withdrawing a date that nothing counts from',
    decideWithdrawOutsideEvent(
      planned([pull], recordedEvent),
      { eventId: 'radiation', reason: 'x' },
      deciding,
    ),
    'plan.outside-event-withdrawn',
  ],
  [
    'withdrawing a date that is not there',
    decideWithdrawOutsideEvent(plan, { eventId: 'x', reason: 'x' }, deciding),
    'absent/plan-event /eventId',
  ],
  ['the pathway again', apply({}), 'nothing'],
  ['another choice', apply({ choices: { days: 'mwf' } }), 'plan.pathway-applied'],
  ['a pathway that is not there', apply({ pathwayId: 'x' }), 'absent/pathway /application/pathwayId'],
  [
    'an event that the plan has not',
    apply({ events: { begins: 'x' } }),
    'absent/plan-event /application/events/begins',
  ],
  [
    'an option that the rule has not',
    apply({ choices: { days: 'tts' } }),
    'plan/option-unknown /application/choices/days',
  ],
  [
    'a choice where there is none',
    apply({ choices: { asked: 'mwf' } }),
    'plan/option-unknown /application/choices/asked',
  ],
  ['a step by hand', apply({ steps: { pull: 'extraction' } }), 'plan.pathway-applied'],
  [
    'a step of an item that is not there',
    apply({ steps: { x: 'extraction' } }),
    'absent/plan-item /application/steps/x',
  ],
  ['a step that is not there', apply({ steps: { pull: 'x' } }), 'plan/step-unknown /application/steps/pull'],
  [
    'lifting a pathway',
    decideLiftPathway(plan, { pathwayId: 'radiation', reason: 'x' }, deciding),
    'plan.pathway-lifted',
  ],
  [
    'lifting one that was not applied',
    decideLiftPathway(plan, { pathwayId: 'x', reason: 'x' }, deciding),
    'absent/pathway /pathwayId',
  ],
  ['a constraint', record(wait), 'plan.constraint-recorded'],
  ['the same constraint', record(gate), 'nothing'],
  [
    'a constraint that says a rule made it',
    record({ ...wait, source: { by: 'rule', ref: 'pathways/x#y' } }),
    'plan/rule-by-hand /constraint/source/by',
  ],
  [
    'a constraint that is set aside already',
    record({ ...wait, override: { by: 'x', reason: 'x' } }),
    'plan/override-by-hand /constraint/override',
  ],
  ['an end that is not there', record({ ...wait, to: 'x' }), 'plan/end-unknown /constraint'],
  [
    'a minimum above the maximum',
    record({ ...wait, maxDays: 13 }),
    'plan/minimum-above-maximum /constraint/maxDays',
  ],
  ['a minimum at the maximum', record({ ...wait, maxDays: 14 }), 'plan.constraint-recorded'],
  [
    'a target before the minimum',
    record({ ...wait, targetDays: 13 }),
    'plan/target-outside /constraint/targetDays',
  ],
  ['a target at the minimum', record({ ...wait, targetDays: 14 }), 'plan.constraint-recorded'],
  [
    'a target after the maximum',
    record({ ...wait, maxDays: 20, targetDays: 21 }),
    'plan/target-outside /constraint/targetDays',
  ],
  ['an interval with itself', record({ ...wait, from: 'pull' }), 'plan/interval-with-itself /constraint/to'],
  [
    'one item twice',
    record({ ...gate, kind: 'together', constraintId: 't', items: ['pull', 'pull'] }),
    'plan/item-named-twice /constraint/items',
  ],
  [
    'withdrawing a constraint',
    decideWithdrawConstraint(plan, { constraintId: 'gate-1', reason: 'x' }, deciding),
    'plan.constraint-withdrawn',
  ],
  [
    'withdrawing one that is not there',
    decideWithdrawConstraint(plan, { constraintId: 'x', reason: 'x' }, deciding),
    'absent/constraint /constraintId',
  ],
  ...inForce.map(
    ({ constraintId, text }) =>
      [
        `setting aside: ${text}`,
        decideSetConstraintAside(plan, { constraintId, reason: 'x' }, deciding, inForce),
        'plan.constraint-set-aside',
      ] as [string, ReturnType<typeof decideRecordConstraint>, string],
  ),
  [
    'setting aside what is not there',
    decideSetConstraintAside(plan, { constraintId: 'x', reason: 'x' }, deciding, inForce),
    'absent/constraint /constraintId',
  ],
  [
    'restoring',
    decideRestoreConstraint(
      planned([pull], recordedGate, aside),
      { constraintId: 'gate-1', reason: 'x' },
      deciding,
    ),
    'plan.constraint-restored',
  ],
  [
    'restoring what binds',
    decideRestoreConstraint(plan, { constraintId: 'gate-1', reason: 'x' }, deciding),
    'plan/not-set-aside /constraintId',
  ],
  ['an answer passed today', answer({ passedOn: calendarDate('2026-03-12') }), 'plan.gate-answered'],
  [
    'an answer passed tomorrow',
    answer({ passedOn: calendarDate('2026-03-13') }),
    'plan/passed-in-future /answer/passedOn',
  ],
  ['an answer expected tomorrow', answer({ expectedOn: calendarDate('2026-03-13') }), 'plan.gate-answered'],
  ['an answer to what is no gate', answer({ constraintId: 'x' }), 'absent/gate /answer/constraintId'],
  [
    'the time of a member',
    decideRecordAvailability(
      plan,
      { availability: { memberId: 'member-dentist', availability: {} } },
      deciding,
    ),
    'plan.availability-recorded',
  ],
  ...(
    [
      [
        'works on a weekday twice',
        works('mon', 'mon'),
        'plan/weekday-twice /availability/availability/weekdays/on',
      ],
      [
        'offers a day twice',
        offers('2026-03-02', '2026-03-03', '2026-03-02'),
        'plan/day-offered-twice /availability/availability/offered/days/2/on',
      ],
      ['offers days', offers('2026-03-02', '2026-03-03'), 'plan.availability-recorded'],
      ['is away for one day', away('2026-03-02', '2026-03-02'), 'plan.availability-recorded'],
      [
        'comes back before leaving',
        away('2026-03-02', '2026-03-01'),
        'plan/period-backwards /availability/availability/closed/days/0/through',
      ],
    ] as const
  ).map(
    ([what, availability, expected]) =>
      [
        `an office that ${what}`,
        decideRecordAvailability(
          plan,
          { availability: { memberId: 'member-dentist', availability } },
          deciding,
        ),
        expected,
      ] as [string, ReturnType<typeof decideRecordConstraint>, string],
  ),
  [
    'days on which the patient cannot come',
    record(cannot({ weekdays: ['mon'] })),
    'plan.constraint-recorded',
  ],
  [
    'one period of them',
    record(cannot({ days: [{ from: seen, through: seen }] })),
    'plan.constraint-recorded',
  ],
  ['none of them', record(cannot({ weekdays: [] })), 'plan/no-day-named /constraint/notOn/weekdays'],
  [
    'all of them',
    record(cannot({ weekdays: [...weekdays] })),
    'plan/no-weekday-left /constraint/notOn/weekdays',
  ],
  [
    'a period that runs backwards',
    record(cannot({ days: [{ from: seen, through: calendarDate('2026-01-04') }] })),
    'plan/period-backwards /constraint/notOn/days/0/through',
  ],
  [
    'the time of somebody else',
    decideRecordAvailability(plan, { availability: { memberId: 'x', availability: {} } }, deciding),
    'absent/member /availability/memberId',
  ],
  ['a disagreement', decideOpenDisagreement(plan, { disagreement }, deciding), 'plan.disagreement-opened'],
  [
    'the same disagreement',
    decideOpenDisagreement(planned([pull], opened), { disagreement }, deciding),
    'nothing',
  ],
  [
    'nobody to resolve it',
    decideOpenDisagreement(plan, { disagreement: { ...disagreement, resolverMemberId: 'x' } }, deciding),
    'absent/member /disagreement/resolverMemberId',
  ],
  [
    'about a step that is not there',
    decideOpenDisagreement(plan, { disagreement: { ...disagreement, itemIds: ['pull', 'x'] } }, deciding),
    'absent/plan-item /disagreement/itemIds/1',
  ],
  [
    'a stance',
    decideTakeStance(
      planned([pull], opened),
      { stance: { ...stance, memberId: 'member-dentist' } },
      deciding,
    ),
    'plan.disagreement-stance-taken',
  ],
  [
    'a stance that rests on a condition on record',
    decideTakeStance(
      planned([pull], opened),
      { stance: { ...stance, memberId: 'member-dentist', evidence: ['condition-1'] } },
      deciding,
    ),
    'plan.disagreement-stance-taken',
  ],
  [
    'a stance that rests on nothing on record',
    decideTakeStance(
      planned([pull], opened),
      { stance: { ...stance, memberId: 'member-dentist', evidence: ['x'] } },
      deciding,
    ),
    'factor/evidence-unknown /stance/evidence/0',
  ],
  [
    'a stance on what is not there',
    decideTakeStance(plan, { stance }, deciding),
    'absent/disagreement /stance/disagreementId',
  ],
  [
    'a resolution',
    decideResolveDisagreement(
      planned([pull], opened),
      { disagreementId: 'd-1', resolution: 'Now' },
      deciding,
    ),
    'plan.disagreement-resolved',
  ],
  [
    'a second resolution',
    decideResolveDisagreement(
      planned([pull], opened, resolved),
      { disagreementId: 'd-1', resolution: 'Later' },
      deciding,
    ),
    'plan/already-resolved /disagreementId',
  ],
])('%s', (_name, decided, expected) => {
  expect(outcome(decided)).toBe(expected);
});

describe('the constraints of a plan', () => {
  it('come from pathways, from people and from the order of the steps', () => {
    const after = item('crown', { after: ['pull'] });
    const { constraints, waiting } = constraintsOfPlan(
      planned([pull, after], recordedEvent, applied, recordedGate),
      rules,
    );
    expect(constraints.map(({ kind, source: { by } }) => `${kind} ${by}`)).toEqual([
      'deadline rule',
      'gate rule',
      'gate person',
      'interval person',
    ]);
    expect(waiting).toEqual([{ ruleId: 'pathways/radiation#days', for: 'choice', name: 'days' }]);
  });

  it('wait for a date that is not known', () => {
    const state = planned(
      [pull],
      { type: 'plan.outside-event-recorded', data: { event: { ...event, on: null } } },
      applied,
    );
    expect(constraintsOfPlan(state, rules).waiting).toContainEqual({
      ruleId: 'pathways/radiation#in-time',
      for: 'event',
      name: 'begins',
    });
  });

  it('keep an answer, and who set a rule aside and why', () => {
    const passedOn = calendarDate('2026-03-10');
    const state = planned([pull], recordedGate, aside, {
      type: 'plan.gate-answered',
      data: { answer: { constraintId: 'gate-1', passedOn, note: '' } },
    });
    expect(constraintsOfPlan(state, rules).constraints).toMatchObject([
      { constraintId: 'gate-1', passedOn, override: { reason: 'Answered in January' } },
    ]);
  });

  it('leave out what is declined or withdrawn', () => {
    const state = planned([{ ...pull, status: 'declined' }], recordedEvent, applied);
    expect(constraintsOfPlan(state, rules).constraints).toEqual([]);
  });
});

const crown = item('crown', { code: procedureCode('D2740'), tooth: tooth('18') });
const coded = (of: PlanItem, code: string): PlanItem => ({ ...of, code: procedureCode(code) });
const implant = item('implant', { code: procedureCode('D6010'), tooth: tooth('18') });
const braces = item('braces', { code: procedureCode('D8080') });
const scaling = item('scaling', { code: procedureCode('D4341'), area: '40', ownerMemberId: 'one' });

test.each<[string, readonly PlanItem[], readonly string[]]>([
  ['nothing', [pull, implant], []],
  ['a crown on a tooth to be taken out', [pull, crown], ['crown-and-extraction']],
  ['the other way round', [crown, pull], ['crown-and-extraction']],
  ['a crown on another tooth', [pull, { ...crown, tooth: tooth('19') }], []],
  ['one or the other', [pull, { ...crown, alternatives: ['pull'] }], []],
  ['a tooth that is out already', [{ ...pull, status: 'done' }, crown], ['crown-and-extraction']],
  ['a crown that is done and a tooth that has to come out', [pull, { ...crown, status: 'done' }], []],
  [
    'both done',
    [
      { ...pull, status: 'done' },
      { ...crown, status: 'done' },
    ],
    [],
  ],
  ['below the extractions', [coded(pull, 'D7209'), crown], []],
  ['the first extraction', [coded(pull, 'D7210'), crown], ['crown-and-extraction']],
  ['the last extraction', [coded(pull, 'D7250'), crown], ['crown-and-extraction']],
  ['above the extractions', [coded(pull, 'D7251'), crown], []],
  ['below the crowns', [pull, coded(crown, 'D2709')], []],
  ['the first crown', [pull, coded(crown, 'D2710')], ['crown-and-extraction']],
  ['the last crown', [pull, coded(crown, 'D2799')], ['crown-and-extraction']],
  ['above the crowns', [pull, coded(crown, 'D2800')], []],
  ['an implant where teeth move', [implant, braces], ['implant-where-teeth-move']],
  ['an implant after they moved', [{ ...implant, after: ['braces'] }, braces], []],
  [
    'an implant after they moved, by way of another step',
    [{ ...implant, after: ['rest'] }, item('rest', { after: ['braces'] }), braces],
    [],
  ],
  [
    'one work in two offices',
    [scaling, { ...scaling, itemId: 'b', ownerMemberId: 'two' }],
    ['same-work-twice'],
  ],
  ['one work twice in one office', [scaling, { ...scaling, itemId: 'b' }], []],
  ['one work in two places', [scaling, { ...scaling, itemId: 'b', area: '30', ownerMemberId: 'two' }], []],
  [
    'work without a place',
    [
      item('a', { code: crown.code ?? procedureCode('D2740'), ownerMemberId: 'one' }),
      item('b', { code: procedureCode('D2740'), ownerMemberId: 'two' }),
    ],
    [],
  ],
])('conflicts: %s', (_name, items, expected) => {
  const state = planned(items);
  const { constraints } = constraintsOfPlan(state, rules);
  expect(planConflicts(state, constraints).map(({ kind }) => kind)).toEqual(expected);
});
