import { message } from '../kernel/message.ts';
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
export function subjectOf(fact: PlanFact): string {
  const scope = 'for' in fact ? scopeKey(fact.for) : 'all';
  switch (fact.kind) {
    case 'group':
      return `group ${fact.name}`;
    case 'deductible':
      // A year's and a lifetime's for the same services are two answers to one question.
      return [fact.kind, scope, fact.per].join(' ');
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
    case 'predetermination':
      return `predetermination ${fact.lineId}`;
    default:
      return `${fact.kind} ${scope}`;
  }
}

function refuseAlone(fact: PlanFact, at: string): Refusal | undefined {
  switch (fact.kind) {
    case 'group':
      return fact.codes.every((range) => !range.includes('-') || range.slice(0, 5) <= range.slice(6))
        ? undefined
        : contradictsItself('rangeBackwards', `${at}/codes`);
    case 'frequency': {
      const counts = fact.window === 'every-years' || fact.window === 'every-months';
      if (counts === (fact.every !== undefined)) return undefined;
      return contradictsItself(counts ? 'everyMissing' : 'everyMeaningless', `${at}/every`);
    }
    case 'age-limit':
      if (fact.from === undefined && fact.through === undefined)
        return contradictsItself('noAge', `${at}/through`);
      return (fact.from ?? 0) <= (fact.through ?? Infinity)
        ? undefined
        : contradictsItself('endsBeforeItBegins', `${at}/through`);
    case 'alternate-benefit':
      if (fact.applies && fact.substitute === undefined)
        return contradictsItself('noSubstitute', `${at}/substitute`);
      return fact.code === fact.substitute
        ? contradictsItself('ownSubstitute', `${at}/substitute`)
        : undefined;
    case 'predetermination':
      return (fact.outcome === 'pays') === (fact.pays !== undefined)
        ? undefined
        : contradictsItself('promiseWithoutAmount', `${at}/pays`);
    case 'status':
      return (fact.status === 'bundled-into') === (fact.bundledInto !== undefined)
        ? undefined
        : contradictsItself('bundledIntoAlone', `${at}/bundledInto`);
    default:
      return undefined;
  }
}

function refuseGroup(fact: PlanFact, groups: ReadonlySet<string>, at: string): Refusal | undefined {
  const name = 'for' in fact ? fact.for?.group : undefined;
  if (name === undefined || groups.has(name)) return undefined;
  return refuse('estimate/group-unknown', { name }, `${at}/for/group`);
}

type Contradiction =
  | 'rangeBackwards'
  | 'everyMissing'
  | 'everyMeaningless'
  | 'noAge'
  | 'endsBeforeItBegins'
  | 'ownSubstitute'
  | 'noSubstitute'
  | 'promiseWithoutAmount'
  | 'bundledIntoAlone';

function contradictsItself(contradiction: Contradiction, at: string): Refusal {
  return refuse(
    'estimate/fact-contradicts-itself',
    { contradiction: message(`estimate.contradiction.${contradiction}`) },
    at,
  );
}

function differentThings(at: string): Refusal {
  return refuse('estimate/candidates-differ', {}, `${at}/candidates`);
}

function factTwice(kind: string, at: string): Refusal {
  return refuse('estimate/fact-twice', { kind }, at);
}
