import type { BothLanguages, Locale } from '../kernel/both-languages.ts';
import type { Constraint } from '../treatment-plan/constraint.ts';
import { pathwayRuleId, type Pathway, type PathwayRule } from './pathway.ts';

/**
 * A constraint, recorded in English, in a language: the words of its rule, or of the option that was chosen, as long as
 * these are the ones that were recorded. Otherwise, and for what a person said, as it was recorded.
 */
export function constraintWords(
  pathways: ReadonlyMap<string, Pathway>,
  { source, text }: Pick<Constraint, 'source' | 'text'>,
  locale: Locale,
): string {
  if (source.by !== 'rule') return text;
  const rules = [...pathways.values()].flatMap((pathway) =>
    pathway.rules.filter((rule) => pathwayRuleId(pathway, rule) === source.ref),
  );
  return rules.flatMap(wordsIn).find(({ en }) => en === text)?.[locale] ?? text;
}

function wordsIn(rule: PathwayRule): readonly BothLanguages[] {
  return [rule.text, ...('options' in rule ? rule.options.map(({ text }) => text) : [])];
}
