import { daysOf } from './duration.ts';
import type { Pathway, PathwayRule } from './pathway.ts';

/** What is wrong with a pathway that its schema cannot see, for the author of the file. */
export function pathwayFaults(pathway: Pathway): readonly string[] {
  const ids = pathway.rules.map(({ id }) => id);
  const steps = Object.keys(pathway.steps);
  const events = Object.keys(pathway.events);
  const offered = (pathway.offeredWhen.steps ?? []).flat();
  return [
    ...ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `has the rule "${id}" twice`),
    ...steps.filter((step) => events.includes(step)).map((name) => `"${name}" is a step and an event`),
    ...offered
      .filter((step) => !steps.includes(step))
      .map((step) => `is offered for "${step}", no step of it`),
    ...pathway.rules.flatMap((rule) => [...unknownNames(rule, steps, events), ...impossible(rule)]),
  ];
}

function unknownNames(
  rule: PathwayRule,
  steps: readonly string[],
  events: readonly string[],
): readonly string[] {
  const missing = (names: readonly string[], among: readonly string[], what: string) =>
    names
      .filter((name) => !among.includes(name))
      .map((name) => `rule "${rule.id}" names "${name}", no ${what}`);
  switch (rule.kind) {
    case 'interval':
    case 'choice':
      return missing([rule.from, rule.to], [...steps, ...events], 'step or event');
    case 'gate':
      return missing(rule.before, steps, 'step');
    case 'deadline':
      return [...missing(rule.steps, steps, 'step'), ...missing([rule.event], events, 'event')];
    default:
      return [];
  }
}

function impossible(rule: PathwayRule): readonly string[] {
  const spans = rule.kind === 'interval' ? rule.values : rule.kind === 'choice' ? rule.options : [];
  return spans
    .filter(
      ({ minimum, maximum }) =>
        minimum && maximum && daysOf(minimum, 'at-least') > daysOf(maximum, 'at-most'),
    )
    .map(() => `rule "${rule.id}" has a minimum above its maximum`);
}
