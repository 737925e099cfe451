import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { tooth } from '#domain/kernel/tooth.ts';
import { applyPathway } from '#domain/pathway/apply-pathway.ts';
import type { Duration } from '#domain/pathway/duration.ts';
import { pathwayRuleId, type Pathway, type PathwayRule } from '#domain/pathway/pathway.ts';
import type { PathwayItem } from '#domain/pathway/step-items.ts';
import { weekdays, type Constraint } from '#domain/treatment-plan/constraint.ts';
import { evaluateSchedule } from '#domain/treatment-plan/sequencing/evaluate-schedule.ts';
import { sampleItem, sampleProblem, sampleStart } from '#domain/treatment-plan/sequencing/problem.samples.ts';
import { toSchedule } from '#domain/treatment-plan/sequencing/to-schedule.ts';
import { breachWeight, urgencyWeights } from '#domain/treatment-plan/sequencing/weights.ts';
import { loadRulebook } from './load-rulebook.ts';

/**
 * Every boundary that a pathway rule draws, one day short of it, on it, and one day over: the rule alone is applied to
 * the smallest plan that it constrains, and the evaluator, which shares nothing with the rules, judges the days. The
 * rows are made from the rulebook itself, so that a rule cannot come without them.
 */

/** The plan of a row: on these days, counted from the first, with what the evaluator must find. */
interface Boundary {
  /** Where in the rule the boundary stands: 'values/0/minimum'. */
  readonly at: string;
  readonly pathway: Pathway;
  readonly choices?: Readonly<Record<string, string>>;
  readonly items: readonly PathwayItem[];
  readonly byHand: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, string>>;
  readonly passedOn?: CalendarDate;
  readonly days: readonly Row[];
}

interface Row {
  readonly days: Readonly<Record<string, number>>;
  /** Days by which it is broken, or once where no days are counted; days away from the target. */
  readonly broken: number;
  readonly strength?: Constraint['strength'];
  readonly offTarget?: number;
}

/** Room before the day from which a row counts. */
const origin = 7000;
const around = [-1, 0, 1] as const;

/** Calendar lengths, by asking the calendar from every day of four years. */
function calendarLengths(duration: Duration): readonly number[] {
  if ('days' in duration) return [duration.days];
  if ('weeks' in duration) return [duration.weeks * 7];
  const months = 'months' in duration ? duration.months : duration.years * 12;
  return Array.from({ length: 1461 }, (_, index) => {
    const from = new Date(Date.UTC(2024, 0, 1 + index));
    const lastDay = new Date(
      Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0),
    ).getUTCDate();
    const to = Date.UTC(
      from.getUTCFullYear(),
      from.getUTCMonth() + months,
      Math.min(from.getUTCDate(), lastDay),
    );
    return Math.round((to - from.getTime()) / 86_400_000);
  });
}

/** A wait has to be over, and a limit not yet, whatever the day it began. */
const longest = (duration: Duration) => Math.max(...calendarLengths(duration));
const shortest = (duration: Duration) => Math.min(...calendarLengths(duration));

function item(itemId: string, change: Partial<PathwayItem> = {}): PathwayItem {
  return { itemId, order: 1, tooth: tooth('3'), modality: 'office', urgency: 'routine', ...change };
}

interface Span {
  readonly minimum?: Duration;
  readonly target?: Duration;
  readonly maximum?: Duration;
}

type Between = Extract<PathwayRule, { kind: 'interval' | 'choice' }>;

/** From `from` to `to`, both on the smallest plan; a negative distance only where nothing says how long to wait. */
function spanBoundaries(
  pathway: Pathway,
  { from, to }: Between,
  span: Span,
  at: string,
  choices: Readonly<Record<string, string>> = {},
): readonly Boundary[] {
  const [first, second] = from === to ? ['one', 'two'] : [from, to];
  const isEvent = (name: string) => name in pathway.events;
  const steps = [
    [first, from],
    [second, to],
  ].filter(([, name = '']) => !isEvent(name));
  const least = span.minimum ? longest(span.minimum) : 0;
  const most = span.maximum ? shortest(span.maximum) : Number.POSITIVE_INFINITY;
  const best = span.target && longest(span.target);
  const row = (distance: number): Row => ({
    days: { [first]: origin, [second]: origin + distance },
    broken: Math.max(0, least - distance) + Math.max(0, distance - most),
    offTarget: best === undefined ? 0 : Math.abs(distance - best),
  });
  return Object.entries({ minimum: least, target: best, maximum: most })
    .filter((side): side is [keyof Span, number] => side[0] in span)
    .map(([side, boundary]) => ({
      at: `${at}/${side}`,
      pathway,
      choices,
      items: steps.map(([id = ''], index) => item(id, { order: index + 1 })),
      byHand: Object.fromEntries(steps),
      events: Object.fromEntries([from, to].filter(isEvent).map((name) => [name, name])),
      days: around.map((off) => row(boundary + off)),
    }));
}

/** Every boundary of a rule. */
function boundariesOf(whole: Pathway, rule: PathwayRule): readonly Boundary[] {
  const alone = (each: PathwayRule): Pathway => ({ ...whole, rules: [each] });
  switch (rule.kind) {
    case 'advice':
      return [];
    case 'interval':
      return rule.values.flatMap((value, index) =>
        spanBoundaries(alone({ ...rule, values: [value] }), rule, value, `values/${index}`),
      );
    case 'choice':
      return rule.options.flatMap((option, index) =>
        spanBoundaries(alone(rule), rule, option, `options/${index}`, { [rule.id]: option.id }),
      );
    case 'deadline':
      return rule.values.flatMap((value, index) =>
        rule.steps.map((step) => ({
          at: `values/${index}/before`,
          pathway: alone({ ...rule, values: [value] }),
          items: [item(step)],
          byHand: { [step]: step },
          events: { [rule.event]: rule.event },
          days: around.map((off) => ({
            days: { [step]: origin - longest(value.before) - off, [rule.event]: origin },
            broken: Math.max(0, -off),
          })),
        })),
      );
    case 'gate': {
      const good = rule.goodFor ? shortest(rule.goodFor) : Number.POSITIVE_INFINITY;
      const passedOn = addDays(sampleStart, origin);
      return rule.before.flatMap((step) =>
        [{ at: 'before', boundary: 0 }, ...(rule.goodFor ? [{ at: 'goodFor', boundary: good }] : [])].map(
          ({ at, boundary }) => ({
            at,
            pathway: alone(rule),
            items: [item(step)],
            byHand: { [step]: step },
            events: {},
            passedOn,
            days: around.map((off) => ({
              days: { [step]: origin + boundary + off },
              broken: Math.max(0, -(boundary + off)) + Math.max(0, boundary + off - good),
            })),
          }),
        ),
      );
    }
    case 'calendar':
      return rule.options.map((option, index) => ({
        at: `options/${index}/notOn`,
        pathway: alone(rule),
        choices: { [rule.id]: option.id },
        items: [item('one')],
        byHand: {},
        events: {},
        /** The plan begins on a Monday, and so does a multiple of seven days later. */
        days: weekdays.map((weekday, day) => ({
          days: { one: origin + day },
          broken: option.notOn.includes(weekday) || option.ratherNotOn.includes(weekday) ? 1 : 0,
          strength: option.notOn.includes(weekday) ? rule.strength : 'should',
        })),
      }));
    case 'together':
      return rule.modalities.map((modality) => ({
        at: 'together',
        pathway: alone(rule),
        items: [item('one', { modality }), item('two', { modality })],
        byHand: {},
        events: {},
        days: around.map((off) => ({
          days: { one: origin, two: origin + off },
          broken: off === 0 ? 0 : 1,
        })),
      }));
  }
}

/** What the evaluator finds on the days of a row, and what it has to find. */
function judge({ pathway, choices = {}, items, byHand, events, passedOn }: Boundary, row: Row) {
  const application = {
    pathway,
    items,
    events,
    choices,
    steps: byHand,
    gates: new Map(),
    overrides: new Map(),
    holderOf: () => undefined,
    locale: 'en',
    sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
  } as const;
  const drawn = applyPathway(application).constraints;
  const gates = new Map(drawn.map(({ constraintId }) => [constraintId, passedOn ? { passedOn } : {}]));
  const { constraints } = applyPathway({ ...application, gates });
  const problem = sampleProblem(
    items.map(({ itemId, modality }) => sampleItem(itemId, { modality })),
    constraints,
    {
      horizonDays: 20_000,
      events: Object.values(events).map((eventId) => ({
        eventId,
        text: eventId,
        on: addDays(sampleStart, row.days[eventId] ?? 0),
      })),
    },
  );
  const { breaches, lateness } = evaluateSchedule(
    problem,
    toSchedule(
      problem,
      items.map(({ itemId }) => row.days[itemId] ?? 0),
    ),
  );
  const [{ strength } = { strength: 'must' }] = constraints;
  const isMust = (row.strength ?? strength) === 'must';
  const weight = urgencyWeights.routine;
  return {
    found: { broken: breaches.map(({ ref, days }) => ({ ref, days: Math.max(1, days) })), lateness },
    expected: {
      broken:
        isMust && row.broken > 0 ? [{ ref: constraints[0]?.constraintId ?? '?', days: row.broken }] : [],
      lateness: weight * ((isMust ? 0 : row.broken * breachWeight) + (row.offTarget ?? 0)),
    },
  };
}

const { pathways } = await loadRulebook();
const rules = [...pathways.values()].flatMap((pathway) => pathway.rules.map((rule) => ({ pathway, rule })));
const rows = rules.flatMap(({ pathway, rule }) =>
  boundariesOf(pathway, rule).map(
    (boundary) => [`${pathwayRuleId(pathway, rule)} ${boundary.at}`, boundary] as const,
  ),
);

/** Where in a rule a duration stands, whatever the kind of the rule: 'values/0/minimum'. */
function durationsIn(value: unknown, at: readonly string[] = []): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.entries(value);
  const [unit] = members;
  if (members.length === 1 && unit && /^(days|weeks|months|years)$/.test(unit[0])) return [at.join('/')];
  return members.flatMap(([name, member]) => durationsIn(member, [...at, name]));
}

function lackingRows(rule: PathwayRule, boundaries: readonly Boundary[]): readonly string[] {
  const straddled = new Set(boundaries.map(({ at }) => at));
  return rule.kind !== 'advice' && boundaries.length === 0
    ? [rule.id]
    : durationsIn(rule).filter((at) => !straddled.has(at));
}

describe('one day short, exact, one day over', () => {
  it.each(rows)('%s', (_name, boundary) => {
    const outcomes = boundary.days.map((row) => judge(boundary, row));
    for (const { found, expected } of outcomes) expect(found).toEqual(expected);
    expect(new Set(outcomes.map(({ expected }) => JSON.stringify(expected))).size).toBeGreaterThan(1);
  });

  it('stands for every boundary that a rule has, whatever its kind', () => {
    const lacking = rules.flatMap(({ pathway, rule }) =>
      lackingRows(rule, boundariesOf(pathway, rule)).map((at) => `${pathwayRuleId(pathway, rule)} ${at}`),
    );
    expect(lacking).toEqual([]);
    expect(rows.length).toBeGreaterThan(80);
  });

  it('would be missed: a rule without its rows, and an interval of which one side has none', () => {
    const pathway = pathways.get('cleft');
    const rule = pathway?.rules.find(({ id }) => id === 'lip');
    if (!pathway || !rule) throw new Error('the rule about the lip was expected');
    const boundaries = boundariesOf(pathway, rule);
    expect(lackingRows(rule, [])).toEqual(['lip']);
    expect(
      lackingRows(
        rule,
        boundaries.filter(({ at }) => !at.endsWith('maximum')),
      ),
    ).toEqual(['values/0/maximum']);
  });

  it('would be missed: a drawn interval that is a day off', () => {
    const pathway = pathways.get('root-canal-core-crown');
    const rule = pathway?.rules.find(({ id }) => id === 'crown-in-time');
    if (!pathway || rule?.kind !== 'interval') throw new Error('the time of the crown was expected');
    const [boundary] = boundariesOf(pathway, rule).filter(({ at }) => at.endsWith('maximum'));
    if (!boundary) throw new Error('a boundary was expected');
    const shorter = { ...rule, values: rule.values.map((value) => ({ ...value, maximum: { days: 119 } })) };
    const wrong = { ...boundary, pathway: { ...pathway, rules: [shorter] } };
    const outcomes = boundary.days.map((row) => judge(wrong, row));
    expect(outcomes.some(({ found, expected }) => found.lateness !== expected.lateness)).toBe(true);
  });
});

it('knows the days on which it counts', () => {
  expect(new Date(`${calendarDate(addDays(sampleStart, origin))}T00:00:00Z`).getUTCDay()).toBe(1);
});
