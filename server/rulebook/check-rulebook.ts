import { guideFaults } from '#domain/code-guide/guide-faults.ts';
import { statementsOf } from '#domain/code-guide/guide-page.ts';
import { addDays, daysBetween, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import type { Rule } from '#domain/rulebook/rule.ts';
import { codeInForce, editionOn, type Rulebook, type RulebookPayer } from '#domain/rulebook/rulebook.ts';
import { partOfKind, runExample, type WorkedExample } from '#domain/rulebook/worked-example.ts';
import { readRulebook, rulebookFolder, type RulebookFiles, type RulebookProblem } from './load-rulebook.ts';

export interface RulebookReport {
  readonly version: string;
  readonly payers: number;
  readonly rules: number;
  readonly examples: number;
  /** Pages of the code guide, and the statements on them. */
  readonly guidePages: number;
  readonly statements: number;
  readonly pathways: number;
  readonly problems: readonly RulebookProblem[];
}

/** Code that examples of rules without a code of their own ask about. */
const coordination = procedureCode('D9992');

/**
 * Checks the whole rulebook: every file can be read, every worked example holds, every rule has examples on
 * both sides of each end of its period, and every rule's examples fail without the rule, so that an example
 * that proves nothing is found too.
 */
export async function checkRulebook(folder = rulebookFolder): Promise<RulebookReport> {
  return checkFiles(await readRulebook(folder));
}

function checkFiles(files: RulebookFiles): RulebookReport {
  const { rulebook } = files;
  const payers = [...rulebook.payers.values()];
  const problems = [...files.problems];
  for (const payer of payers) {
    problems.push(...overlaps(payer));
    for (const rule of payer.rules)
      problems.push(...checkRule(rulebook, payer, rule, files.examples.get(rule.id) ?? []));
  }
  problems.push(...checkCodeSets(files), ...checkGuide(files));
  const rules = payers.flatMap((payer) => payer.rules);
  const ruleExamples = [...files.examples.values()].flat().length;
  return {
    version: rulebook.version,
    payers: payers.length,
    rules: rules.length,
    examples: ruleExamples + files.codeSetExamples.length,
    guidePages: rulebook.guide.size,
    pathways: rulebook.pathways.size,
    statements: [...rulebook.guide.values()].flatMap(statementsOf).length,
    problems,
  };
}

function checkGuide({ rulebook }: RulebookFiles): readonly RulebookProblem[] {
  return guideFaults(rulebook.guide).map(({ code, what }) => ({ file: `code-guide/${code}.yaml`, what }));
}

function checkRule(
  rulebook: Rulebook,
  payer: RulebookPayer,
  rule: Rule,
  examples: readonly WorkedExample[],
): readonly RulebookProblem[] {
  const file = `payers/${rule.id}.yaml`;
  const found: string[] = [];
  if (examples.length === 0) found.push('has no worked example');
  if (!examples.some((example) => partOfKind[rule.kind].some((part) => part in example.expect)))
    found.push(`has no example that states ${partOfKind[rule.kind].join(' or ')}, which its kind decides`);
  for (const [what, day] of boundaryDays(rule))
    if (!examples.some((example) => example.situation.day === day))
      found.push(`has no example on ${day}, ${what}`);
  for (const example of examples)
    for (const mismatch of runExample(rulebook, payer, example, rule.code ?? coordination))
      found.push(
        `example "${example.name}": ${mismatch.part} should be ${mismatch.expected}, but the answer is ${mismatch.answered}`,
      );
  if (examples.length > 0 && holdWithout(rulebook, payer, rule, examples))
    found.push('could be deleted and its examples would still hold: they do not prove the rule');
  return found.map((what) => ({ file, what }));
}

function boundaryDays(rule: Rule): readonly [string, CalendarDate][] {
  const { from, through } = rule.period;
  const start: [string, CalendarDate][] = [
    ['its first confirmed day', from],
    ['the day before its first confirmed day', addDays(from, -1)],
  ];
  return through === 'open'
    ? start
    : [
        ...start,
        ['its last confirmed day', through],
        ['the day after its last confirmed day', addDays(through, 1)],
      ];
}

function holdWithout(
  rulebook: Rulebook,
  payer: RulebookPayer,
  rule: Rule,
  examples: readonly WorkedExample[],
): boolean {
  const rules = payer.rules.filter((other) => other.id !== rule.id);
  const without = { ...rulebook, payers: new Map(rulebook.payers).set(payer.payer, { ...payer, rules }) };
  return examples.every(
    (example) => runExample(without, payer, example, rule.code ?? coordination).length === 0,
  );
}

/** Two rules of one kind for one code and day would leave the answer to chance. */
function overlaps(payer: RulebookPayer): readonly RulebookProblem[] {
  const single = new Set<Rule['kind']>([
    'coverage-status',
    'fee',
    'who-may-perform',
    'claim-unit',
    'place-of-service',
  ]);
  return payer.rules.flatMap((rule, index) =>
    payer.rules.slice(index + 1).flatMap((other) =>
      single.has(rule.kind) &&
      rule.kind === other.kind &&
      rule.code === other.code &&
      periodsMeet(rule, other)
        ? {
            file: `payers/${rule.id}.yaml`,
            what: `is in force together with ${other.id}, and only one can be`,
          }
        : [],
    ),
  );
}

function periodsMeet(rule: Rule, other: Rule): boolean {
  const begins = rule.period.from > other.period.from ? rule.period.from : other.period.from;
  return [rule.period.through, other.period.through].every(
    (through) => through === 'open' || daysBetween(begins, through) >= 0,
  );
}

function checkCodeSets(files: RulebookFiles): readonly RulebookProblem[] {
  return files.codeSetExamples.flatMap((example) => {
    const file = `code-sets/${example.codeSet}.yaml`;
    const codeSet = files.rulebook.codeSets.find((each) => each.codeSet === example.codeSet);
    const found: string[] = [];
    const edition = codeSet && editionOn(codeSet, example.day);
    if (edition !== example.edition)
      found.push(`on ${example.day} the edition should be ${example.edition}, but is ${edition}`);
    if (example.code !== undefined) {
      const answer = codeInForce(files.rulebook, example.codeSet, example.code, example.day);
      if (answer !== example.inForce)
        found.push(`on ${example.day} ${example.code} should be ${example.inForce}, but is ${answer}`);
    }
    return found.map((what) => ({ file, what }));
  });
}
