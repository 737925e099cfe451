import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { tooth } from '#domain/kernel/tooth.ts';
import { applyPathway, type Application } from '#domain/pathway/apply-pathway.ts';
import { offerPathways, type PathwayMatter } from '#domain/pathway/offer-pathways.ts';
import { pathwayFaults } from '#domain/pathway/pathway-faults.ts';
import { isConflicting, pathwayRuleId, type Pathway } from '#domain/pathway/pathway.ts';
import type { PathwayItem } from '#domain/pathway/step-items.ts';
import type { Constraint } from '#domain/treatment-plan/constraint.ts';
import { loadRulebook } from './load-rulebook.ts';

/** The shipped pathways, applied to small plans: what each rule becomes, in days. */

let pathways: ReadonlyMap<string, Pathway>;
beforeAll(async () => {
  ({ pathways } = await loadRulebook());
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function item(itemId: string, change: Partial<PathwayItem> = {}): PathwayItem {
  return { itemId, order: 1, modality: 'office', urgency: 'routine', ...change };
}

function named(pathwayId: string): Pathway {
  const pathway = pathways.get(pathwayId);
  if (!pathway) throw new Error(`no pathway ${pathwayId}`);
  return pathway;
}

/** Every step has one item of its own, on one tooth, and every event its day. */
function fullPlan(pathwayId: string, change: Partial<Application> = {}): Application {
  const pathway = named(pathwayId);
  const steps = Object.keys(pathway.steps);
  return {
    pathway,
    items: steps.map((step, index) => item(`item-${step}`, { order: index + 1, tooth: tooth('3') })),
    steps: Object.fromEntries(steps.map((step) => [`item-${step}`, step])),
    events: Object.fromEntries(Object.keys(pathway.events).map((event) => [event, `event-${event}`])),
    choices: {},
    gates: new Map(),
    overrides: new Map(),
    holderOf: () => undefined,
    locale: 'en',
    sha256,
    ...change,
  };
}

function told(constraint: Constraint): string {
  const { strength } = constraint;
  switch (constraint.kind) {
    case 'interval': {
      const { minDays, targetDays, maxDays } = constraint;
      const days = [minDays ?? '', targetDays ?? '', maxDays ?? ''].join('/');
      return `${constraint.from.replace(/^(item|event)-/, '')} > ${constraint.to.replace(/^(item|event)-/, '')} ${days} ${strength}`;
    }
    case 'deadline':
      return `${constraint.daysBefore} before ${constraint.event.replace('event-', '')} ${strength}`;
    case 'gate':
      return `gate ${constraint.gate} ${constraint.goodForDays ?? ''} ${strength}`.replace('  ', ' ');
    case 'calendar':
      return `not on ${constraint.notOn.weekdays?.join(' ') ?? ''} ${strength}`;
    default:
      return `${constraint.kind} ${strength}`;
  }
}

/** Of each rule with a number: minimum/target/maximum in days, as a schedule must count them. */
const rows: readonly (readonly [pathwayId: string, rule: string, drawn: readonly string[]])[] = [
  ['periodontics-then-orthodontics', 'inflammation-resolved', ['gate healing must']],
  ['periodontics-then-orthodontics', 'reevaluation', ['scaling > reevaluation 28//42 should']],
  ['periodontics-then-orthodontics', 'after-scaling', ['scaling > orthodontics 31// should']],
  [
    'periodontics-then-orthodontics',
    'after-regeneration',
    ['regenerative-surgery > orthodontics 28// must', 'regenerative-surgery > orthodontics 92// should'],
  ],
  ['periodontics-then-orthodontics', 'first-cleaning', ['orthodontics > maintenance //120 should']],
  ['periodontics-then-orthodontics', 'implant-after-orthodontics', ['retention > implant 0// must']],
  ['root-canal-core-crown', 'core-after-root-canal', ['root-canal > core 0// must']],
  ['root-canal-core-crown', 'crown-after-core', ['core > crown 0// must']],
  ['root-canal-core-crown', 'crown-in-time', ['root-canal > crown 0//120 should']],
  ['extraction-graft-implant-crown', 'time-of-placement', ['gate other must']],
  ['extraction-graft-implant-crown', 'graft-after-extraction', ['extraction > graft 0// must']],
  ['extraction-graft-implant-crown', 'graft-heals', ['graft > implant 92// should']],
  ['extraction-graft-implant-crown', 'abutment-after-implant', ['implant > abutment 92// should']],
  ['extraction-graft-implant-crown', 'crown-after-implant', ['implant > crown 92// should']],
  ['extraction-graft-implant-crown', 'crown-after-abutment', ['abutment > crown 0// must']],
  ['radiotherapy', 'examined-first', ['1 before radiation-begins should']],
  [
    'radiotherapy',
    'extractions-before',
    ['10 before radiation-begins must', '14 before radiation-begins should'],
  ],
  ['chemotherapy', 'surgery-before', ['7 before counts-fall must', '10 before counts-fall should']],
  ['chemotherapy', 'examined-first', ['1 before counts-fall should']],
  ['chemotherapy', 'blood-counts', ['gate laboratory 1 must']],
  ['chemotherapy', 'after-transplant', ['transplant > elective 366// should']],
  ['antiresorptives', 'bone-work-first', ['28 before medicine-begins should']],
  ['antiresorptives', 'after-denosumab', ['last-denosumab > bone-surgery 153//181 should']],
  ['antiresorptives', 'before-next-denosumab', ['bone-surgery > next-denosumab 28//42 should']],
  ['anticoagulants', 'prescriber-asked', ['gate clearance must']],
  ['anticoagulants', 'inr', ['gate laboratory 1 should']],
  [
    'heart-attack-and-stent',
    'after-heart-attack',
    ['heart-attack > elective 30// must', 'heart-attack > elective 184// should'],
  ],
  ['heart-attack-and-stent', 'after-stent', ['stent > elective 184// must', 'stent > elective 366// should']],
  ['heart-attack-and-stent', 'cardiologist-asked', ['gate clearance must']],
  ['heart-valve', 'examined-first', ['1 before valve-surgery must']],
  ['heart-valve', 'needed-work-before', ['1 before valve-surgery must']],
  ['heart-valve', 'prophylaxis-asked', ['gate clearance should']],
  ['organ-transplant', 'team-consulted', ['gate clearance must']],
  ['organ-transplant', 'treated-before', ['1 before transplant should']],
  ['organ-transplant', 'wait-after', ['transplant > elective 184// must']],
  ['dialysis', 'not-on-dialysis-days', []],
  ['diabetes-and-gums', 'measured-before', ['hba1c-before > scaling 0// should']],
  ['diabetes-and-gums', 'measured-again', ['scaling > hba1c-after 92// should']],
  ['cleft', 'lip', ['birth > lip-repair 62/92/150 should']],
  ['cleft', 'palate', ['birth > palate-repair 184//303 should']],
  ['cleft', 'widening', ['birth > expansion 2922//3652 should']],
  ['cleft', 'graft-age', ['birth > bone-graft 3288//4017 should']],
  ['cleft', 'canine-root', ['gate other must']],
  ['cleft', 'widening-before-graft', ['expansion > bone-graft 0// should']],
  ['cleft', 'second-phase', ['birth > second-orthodontics 4383//5113 should']],
  ['cleft', 'jaw-surgery-of-girls', ['birth > jaw-surgery-female 4749//5478 should']],
  ['cleft', 'jaw-surgery-of-boys', ['birth > jaw-surgery-male 5844//6574 should']],
  ['special-needs-and-anesthesia', 'trial-first', ['behavior-trial > anesthesia-work 0// should']],
  ['special-needs-and-anesthesia', 'authorization', ['gate authorization should']],
  ['special-needs-and-anesthesia', 'physical', ['gate clearance 30 must']],
  ['special-needs-and-anesthesia', 'guardian-consents', ['gate consent must']],
];

describe('the shipped pathways', () => {
  it.each(rows)('%s: %s', (pathwayId, rule, drawn) => {
    const { constraints } = applyPathway(fullPlan(pathwayId));
    const ref = pathwayRuleId(named(pathwayId), { id: rule });
    expect(constraints.filter(({ source }) => source.ref === ref).map(told)).toEqual(drawn);
  });

  it('are fifteen, and each of their rules that constrains is in the table above or tested by name', () => {
    expect(pathways.size).toBe(15);
    const known = new Set(rows.map(([pathwayId, rule]) => `pathways/${pathwayId}#${rule}`));
    const byName = ['periodontics-then-orthodontics#cleanings', 'special-needs-and-anesthesia#one-session'];
    const all = [...pathways.values()].flatMap((pathway) =>
      pathway.rules.filter(({ kind }) => kind !== 'advice').map((rule) => pathwayRuleId(pathway, rule)),
    );
    expect(all.filter((id) => !known.has(id))).toEqual(byName.map((id) => `pathways/${id}`));
  });

  it('say where authorities disagree', () => {
    const conflicting = [...pathways.values()].flatMap((pathway) =>
      pathway.rules.filter(isConflicting).map((rule) => pathwayRuleId(pathway, rule)),
    );
    expect(conflicting).toEqual([
      'pathways/chemotherapy#surgery-before',
      'pathways/chemotherapy#counts-conflict',
      'pathways/heart-attack-and-stent#after-heart-attack',
      'pathways/heart-attack-and-stent#after-stent',
      'pathways/periodontics-then-orthodontics#after-regeneration',
      'pathways/radiotherapy#extractions-before',
    ]);
  });

  it('forbid nothing in pregnancy', () => {
    const application = fullPlan('pregnancy', { items: [item('any', { code: procedureCode('D7140') })] });
    expect(applyPathway(application)).toEqual({ constraints: [], waiting: [] });
  });

  it.each(['urgent', 'emergency'] as const)('never hold back work that is %s', (urgency) => {
    const choices = { 'not-on-dialysis-days': 'monday-wednesday-friday', 'time-of-placement': 'type-2' };
    const strengths = [...pathways.keys()].flatMap((pathwayId) => {
      const plan = fullPlan(pathwayId, { choices });
      const items = [
        ...plan.items,
        item('any', { modality: 'hospital' }),
        item('other', { modality: 'hospital' }),
      ];
      const pressing = items.map((each) => ({ ...each, urgency }));
      return applyPathway({ ...plan, items: pressing }).constraints.map(({ strength }) => strength);
    });
    expect(strengths.length).toBeGreaterThan(50);
    expect(new Set(strengths)).toEqual(new Set(['should']));
  });

  it.each<[string, Partial<Application>, readonly string[]]>([
    ['dialysis', { choices: { 'not-on-dialysis-days': 'tuesday-thursday-saturday' } }, ['must', 'should']],
    ['radiotherapy', {}, ['must', 'should']],
    ['chemotherapy', {}, ['must', 'should']],
    ['anticoagulants', {}, ['must', 'should']],
  ])('keep holding routine work beside what is urgent: %s', (pathwayId, change, expected) => {
    const extraction = (itemId: string, urgency: PathwayItem['urgency']) =>
      item(itemId, { code: procedureCode('D7140'), urgency });
    const items = [extraction('calm', 'routine'), extraction('pressing', 'urgent')];
    const { constraints } = applyPathway({ ...fullPlan(pathwayId, change), items, steps: {} });
    const [first] = constraints;
    const [held, freed] = constraints.filter(({ constraintId }) =>
      constraintId.startsWith(first?.constraintId ?? ''),
    );
    expect([held?.strength, freed?.strength]).toEqual(expected);
    expect([held, freed]).toMatchObject([{ items: ['calm'] }, { items: ['pressing'] }]);
  });

  it('keep an answer for what was split off when it became urgent', () => {
    const answers = (urgency: PathwayItem['urgency']) => {
      const items = [
        item('one', { code: procedureCode('D7140') }),
        item('two', { code: procedureCode('D7140'), urgency }),
      ];
      const plan = { ...fullPlan('anticoagulants'), items, steps: {} };
      const asked = applyPathway({ ...plan, items: items.slice(0, 1) }).constraints[0]?.constraintId ?? '';
      const passedOn = calendarDate('2026-03-05');
      const { constraints } = applyPathway({ ...plan, gates: new Map([[asked, { passedOn }]]) });
      return constraints.filter((each) => each.kind === 'gate' && each.passedOn === passedOn).length;
    };
    expect([answers('routine'), answers('urgent')]).toEqual([1, 2]);
  });
});

describe('applying', () => {
  it.each([
    ['type-1', 'extraction > implant 0//0 must'],
    ['type-2', 'extraction > implant 28//56 must'],
    ['type-3', 'extraction > implant 84//112 must'],
    ['type-4', 'extraction > implant 184// must'],
  ])('the surgeon chose %s', (option, drawn) => {
    const choices = { 'time-of-placement': option };
    const { constraints, waiting } = applyPathway(fullPlan('extraction-graft-implant-crown', { choices }));
    expect(constraints.map(told)).toContain(drawn);
    expect(waiting).toEqual([]);
  });

  it.each([
    ['monday-wednesday-friday', ['not on mon wed fri must', 'not on sun should']],
    ['tuesday-thursday-saturday', ['not on tue thu sat must', 'not on mon should']],
  ])('dialysis on %s', (option, drawn) => {
    const choices = { 'not-on-dialysis-days': option };
    expect(applyPathway(fullPlan('dialysis', { choices })).constraints.map(told)).toEqual(drawn);
  });

  it('waits for a date that nobody has told', () => {
    const { constraints, waiting } = applyPathway(fullPlan('radiotherapy', { events: {} }));
    expect(constraints).toEqual([]);
    expect(waiting.map(({ for: what, name }) => `${what} ${name}`)).toEqual([
      'event radiation-begins',
      'event radiation-begins',
    ]);
  });

  it('runs from cleaning to cleaning', () => {
    const pathway = named('periodontics-then-orthodontics');
    const cleanings = [3, 1, 2].map((order) =>
      item(`cleaning-${order}`, { order, code: procedureCode('D4910') }),
    );
    const { constraints } = applyPathway({ ...fullPlan(pathway.pathwayId), items: cleanings, steps: {} });
    expect(constraints.map(told)).toEqual([
      'cleaning-1 > cleaning-2 /92/120 should',
      'cleaning-2 > cleaning-3 /92/120 should',
    ]);
  });

  it('keeps to one tooth where the rule does', () => {
    const items = [
      item('root-3', { code: procedureCode('D3330'), tooth: tooth('3') }),
      item('root-14', { code: procedureCode('D3330'), tooth: tooth('14') }),
      item('crown-3', { code: procedureCode('D2740'), tooth: tooth('3') }),
    ];
    const { constraints } = applyPathway({ ...fullPlan('root-canal-core-crown'), items, steps: {} });
    expect(constraints.map(told)).toEqual(['root-3 > crown-3 0//120 should']);
  });

  it('puts hospital work of several specialties into one session', () => {
    const items = [
      item('one', { modality: 'hospital' }),
      item('two', { modality: 'hospital' }),
      item('three'),
    ];
    const { constraints } = applyPathway({ ...fullPlan('special-needs-and-anesthesia'), items, steps: {} });
    expect(constraints).toMatchObject([{ kind: 'together', items: ['one', 'two'], strength: 'should' }]);
  });

  it('asks the member of the team who has the specialty, and keeps what was answered or set aside', () => {
    const plan = fullPlan('anticoagulants', { holderOf: () => 'Dr. Ada Heart' });
    const [first, second] = applyPathway(plan).constraints;
    if (!first || !second) throw new Error('two gates were expected');
    const passedOn = calendarDate('2026-03-05');
    const override = { by: 'Dr. Dee Dentist', reason: 'No warfarin any more.' };
    const after = applyPathway({
      ...plan,
      gates: new Map([[first.constraintId, { passedOn }]]),
      overrides: new Map([[second.constraintId, override]]),
    }).constraints;
    expect(after).toMatchObject([{ holder: 'Dr. Ada Heart', passedOn }, { override }]);
  });
});

describe('offering', () => {
  const nothing: PathwayMatter = { diagnoses: [], medications: [], needs: [], items: [] };
  it.each<[string, Partial<PathwayMatter>, readonly string[]]>([
    ['nothing', {}, []],
    ['diabetes', { diagnoses: ['E11.630'] }, ['diabetes-and-gums']],
    ['a code that only begins alike', { diagnoses: ['E12.0'] }, []],
    ['warfarin in a medication', { medications: ['Warfarin 5 MG'] }, ['anticoagulants']],
    ['hospital', { items: [item('one', { modality: 'hospital' })] }, ['special-needs-and-anesthesia']],
    ['a guardian', { needs: ['guardian'] }, ['special-needs-and-anesthesia']],
    ['a root canal alone', { items: [item('one', { code: procedureCode('D3310') })] }, []],
    [
      'a root canal and a crown',
      {
        items: [item('one', { code: procedureCode('D3310') }), item('two', { code: procedureCode('D2740') })],
      },
      ['root-canal-core-crown'],
    ],
    [
      'an implant and a crown on it, by a range of codes',
      {
        items: [item('one', { code: procedureCode('D6010') }), item('two', { code: procedureCode('D6060') })],
      },
      ['extraction-graft-implant-crown'],
    ],
  ])('%s', (_name, matter, expected) => {
    const offered = offerPathways(pathways.values(), { ...nothing, ...matter });
    expect(offered.map(({ pathway }) => pathway.pathwayId)).toEqual(expected);
    for (const { because } of offered) expect(because.length).toBeGreaterThan(0);
  });
});

it.each<[string, (pathway: Pathway) => Pathway, string]>([
  ['a rule twice', (one) => ({ ...one, rules: [...one.rules, ...one.rules.slice(0, 1)] }), 'twice'],
  ['a step that is not there', (one) => ({ ...one, steps: {} }), 'no step'],
  [
    'a step that is an event too',
    (one) => ({ ...one, events: { crown: { name: { en: 'x', es: 'x' } } } }),
    'a step and an event',
  ],
  [
    'a minimum above the maximum',
    (one) => ({
      ...one,
      rules: one.rules.map((rule) =>
        rule.kind === 'interval'
          ? { ...rule, values: rule.values.map((value) => ({ ...value, minimum: { months: 5 } })) }
          : rule,
      ),
    }),
    'a minimum above its maximum',
  ],
])('finds %s', (_name, change, fault) => {
  const whole = named('root-canal-core-crown');
  expect(pathwayFaults(whole)).toEqual([]);
  expect(pathwayFaults(change(whole)).join('\n')).toContain(fault);
});
