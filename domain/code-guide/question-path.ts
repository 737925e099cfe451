import { chooseCode, type CodeChoice } from './choose-code.ts';
import {
  applies,
  factsOf,
  pathQuestionNames,
  pathQuestions,
  type PathAnswers,
  type PathQuestion,
} from './path-questions.ts';

/** Where somebody stands on the path "which code fits?". */
export interface PathStep {
  /** The answer as far as it goes; undefined until the kind of work is known. */
  readonly choice: CodeChoice | undefined;
  /** No answer that is still open would change the code. */
  readonly settled: boolean;
  /** The question whose answer would narrow the codes most; undefined once it is settled. */
  readonly next: PathQuestion | undefined;
  /** Codes that the open answers could still lead to, the likeliest first; 'none' among them. */
  readonly possible: readonly string[];
}

/** So many combinations of open answers are tried; with the kind of work known that is all of them. */
const mostWorlds = 4096;

/**
 * The next step of the path. There is no second rule: every combination of the open answers is given to
 * `chooseCode`, and the question is asked that leaves the least doubt about what comes out.
 */
export function pathStep(answers: PathAnswers): PathStep {
  const worlds = openWorlds(answers);
  const outcomes = count(worlds, (world) => world.outcome);
  const facts = factsOf(answers);
  const settled = outcomes.size === 1 && facts !== undefined;
  return {
    choice: facts && chooseCode(facts),
    settled,
    next: settled ? undefined : mostTelling(answers, worlds),
    possible: [...outcomes].toSorted(([, one], [, other]) => other - one).map(([outcome]) => outcome),
  };
}

interface World {
  readonly answers: PathAnswers;
  /** The code, or the code outside the choice that is pointed at. */
  readonly outcome: string;
}

function openWorlds(answers: PathAnswers): readonly World[] {
  const open = pathQuestionNames.filter((question) => answers[question] === undefined);
  const total = open.reduce((product, question) => product * pathQuestions[question].length, 1);
  const tried = Math.min(total, mostWorlds);
  // A prime step passes evenly through all combinations where they are too many.
  const step = total > mostWorlds ? 7919 : 1;
  return Array.from({ length: tried }, (_, index) => worldAt(answers, open, (index * step) % total));
}

/** The combination of a number: its digits, in the bases of the open questions, choose the answers. */
function worldAt(answers: PathAnswers, open: readonly PathQuestion[], number: number): World {
  let rest = number;
  const chosen: Record<string, string> = {};
  for (const question of open) {
    const options = pathQuestions[question];
    chosen[question] = options[rest % options.length] ?? options[0];
    rest = Math.floor(rest / options.length);
  }
  const world = { ...answers, ...chosen } as PathAnswers;
  const facts = factsOf(world);
  return { answers: world, outcome: facts === undefined ? 'none' : outcomeOf(chooseCode(facts)) };
}

function outcomeOf({ code, pointers }: CodeChoice): string {
  return code === 'none' ? (pointers[0]?.code ?? code) : code;
}

/** Of the questions that make sense now, the one after which the least doubt is left. */
function mostTelling(answers: PathAnswers, worlds: readonly World[]): PathQuestion | undefined {
  const doubts = pathQuestionNames
    .filter((question) => answers[question] === undefined && applies(question, answers))
    .map((question) => {
      const groups = Map.groupBy(worlds, (world) => world.answers[question]);
      const left = [...groups.values()].reduce((sum, group) => sum + group.length * doubt(group), 0);
      return { question, left };
    });
  return doubts.toSorted((one, other) => one.left - other.left)[0]?.question;
}

/** Entropy of the outcomes in bits: 0 when all are the same. */
function doubt(worlds: readonly World[]): number {
  let sum = 0;
  for (const times of count(worlds, (world) => world.outcome).values()) {
    const share = times / worlds.length;
    sum -= share * Math.log2(share);
  }
  return sum;
}

function count<Item>(items: readonly Item[], by: (item: Item) => string): Map<string, number> {
  const counted = new Map<string, number>();
  for (const item of items) counted.set(by(item), (counted.get(by(item)) ?? 0) + 1);
  return counted;
}
