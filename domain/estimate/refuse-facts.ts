import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { PlanFact, StatedFact } from './plan-facts.ts';
import { scopeKey } from './scope.ts';

/**
 * What is wrong between the facts of one plan, in this order: a fact that contradicts itself, a group that nobody
 * describes, candidates that speak of different things, two facts about the same. Two sources that disagree belong
 * into one "one-of", which makes a range.
 */
export function refuseFacts(facts: readonly StatedFact[], at: string): Refusal | undefined {
  const groups = new Set(facts.flatMap((fact) => (fact.kind === 'group' ? fact.name : [])));
  const seen = new Set<string>();
  for (const [index, stated] of facts.entries()) {
    const place = `${at}/${index}`;
    const candidates = stated.kind === 'one-of' ? stated.candidates : [stated];
    for (const [nth, fact] of candidates.entries()) {
      const where = stated.kind === 'one-of' ? `${place}/candidates/${nth}` : place;
      const refusal = refuseAlone(fact, where) ?? refuseGroup(fact, groups, where);
      if (refusal) return refusal;
    }
    const subjects = new Set(candidates.map(subjectOf));
    const [subject = ''] = subjects;
    if (subjects.size > 1) return differentThings(place);
    if (seen.has(subject)) return factTwice(stated.kind, place);
    seen.add(subject);
  }
  return undefined;
}

/** What a fact is about: two facts about the same cannot both hold. */
function subjectOf(fact: PlanFact): string {
  const scope = 'for' in fact ? scopeKey(fact.for) : 'all';
  switch (fact.kind) {
    case 'group':
      return `group ${fact.name}`;
    case 'deductible':
    case 'maximum':
      return [fact.kind, scope, fact.per, fact.period].join(' ');
    case 'allowed':
      return `allowed ${fact.code}`;
    case 'alternate-benefit':
      return `alternate-benefit ${fact.code} ${fact.teeth?.join(' ') ?? ''}`;
    case 'network':
      return `network ${fact.office ?? ''}`;
    case 'write-off':
      return `write-off ${fact.when}`;
    case 'frequency':
      return [fact.kind, scope, fact.window, fact.per].join(' ');
    default:
      return `${fact.kind} ${scope}`;
  }
}

function refuseAlone(fact: PlanFact, at: string): Refusal | undefined {
  switch (fact.kind) {
    case 'group':
      return fact.codes.every((range) => !range.includes('-') || range.slice(0, 5) <= range.slice(6))
        ? undefined
        : contradictsItself('A range of codes ends before it begins.', `${at}/codes`);
    case 'frequency': {
      const counts = fact.window === 'every-years' || fact.window === 'every-months';
      if (counts === (fact.every !== undefined)) return undefined;
      return contradictsItself(
        counts ? 'It does not say how many years or months.' : '"every" has no meaning here.',
        `${at}/every`,
      );
    }
    case 'age-limit':
      if (fact.from === undefined && fact.through === undefined)
        return contradictsItself('It names no age.', `${at}/through`);
      return (fact.from ?? 0) <= (fact.through ?? Infinity)
        ? undefined
        : contradictsItself('It ends before it begins.', `${at}/through`);
    case 'alternate-benefit':
      return fact.code === fact.substitute
        ? contradictsItself('A code is its own substitute.', `${at}/substitute`)
        : undefined;
    case 'status':
      return (fact.status === 'bundled-into') === (fact.bundledInto !== undefined)
        ? undefined
        : contradictsItself(
            '"bundledInto" goes with the status bundled-into, and only with it.',
            `${at}/bundledInto`,
          );
    default:
      return undefined;
  }
}

function refuseGroup(fact: PlanFact, groups: ReadonlySet<string>, at: string): Refusal | undefined {
  const name = 'for' in fact ? fact.for?.group : undefined;
  if (name === undefined || groups.has(name)) return undefined;
  return refuse(
    'estimate/group-unknown',
    `No group is called "${name}".`,
    'Which codes it holds has to be known.',
    'Add a fact of the kind "group" with its codes, or correct the name.',
    `${at}/for/group`,
  );
}

function contradictsItself(why: string, at: string): Refusal {
  return refuse('estimate/fact-contradicts-itself', 'A fact contradicts itself.', why, 'Correct it.', at);
}

function differentThings(at: string): Refusal {
  return refuse(
    'estimate/candidates-differ',
    'The candidates speak of different things.',
    'Exactly one candidate holds, so all of them must be of one kind and about the same.',
    'Make a "one-of" for each thing.',
    `${at}/candidates`,
  );
}

function factTwice(kind: string, at: string): Refusal {
  return refuse(
    'estimate/fact-twice',
    `Two facts of the kind ${kind} are about the same.`,
    'Which of them holds cannot be told.',
    'Keep the one that holds, or make them candidates of one "one-of", which makes a range.',
    at,
  );
}
