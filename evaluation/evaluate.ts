import { knowledgeOf } from '#domain/assistant/knowledge.ts';
import { loadRulebook } from '#server/rulebook/load-rulebook.ts';
import { askAll, readQuestions } from './ask-all.ts';
import type { Score } from './score.ts';

// `npm run evaluate [-- --all] [-- --held-out]`: how often the assistant is right, for each set apart. --all shows every
// answer of our own set and not only those that are wrong; those of the held-out set stay out of sight unless asked for.
const knowledge = knowledgeOf(await loadRulebook());
const showAll = process.argv.includes('--all');
const showHeldOut = process.argv.includes('--held-out');

for (const [name, file] of [
  ['own set', 'questions.yaml'],
  ['held-out set', 'held-out.yaml'],
] as const) {
  const questions = await readQuestions(file);
  if (questions === undefined) {
    console.log(`${name}: evaluation/${file} is not there`);
    continue;
  }
  const scores = askAll(knowledge, questions);
  report(name, file, scores);
}

function report(name: string, file: string, scores: readonly Score[]): void {
  const share = (right: (score: Score) => boolean) => {
    const count = scores.filter(right).length;
    return `${((100 * count) / scores.length).toFixed(1)} % (${count} of ${scores.length})`;
  };
  console.log(`${name}: ${scores.length} questions`);
  console.log(`  status right            ${share(({ status }) => status)}`);
  console.log(`  codes right             ${share(({ codes }) => codes)}`);
  console.log(`  status and codes right  ${share(({ status, codes }) => status && codes)}`);
  console.log(`  citations right         ${share(({ citations }) => citations)}`);
  console.log(`  nothing invented        ${share(({ nothingInvented }) => nothingInvented)}`);
  if (file === 'held-out.yaml' && !showHeldOut) return;
  for (const score of scores) if (showAll || !isRight(score)) show(score);
}

function isRight({ status, codes, citations, nothingInvented }: Score): boolean {
  return status && codes && citations && nothingInvented;
}

function show({ question, answer, ...score }: Score): void {
  const wrong = (['status', 'codes', 'citations', 'nothingInvented'] as const).filter((part) => !score[part]);
  console.log(`\n${question.id} ${wrong.length === 0 ? 'right' : `wrong: ${wrong.join(', ')}`}`);
  console.log(`  asked     ${JSON.stringify(question.question.slice(0, 160))}`);
  console.log(`  expected  ${question.expect.status} [${question.expect.codes.join(', ')}]`);
  console.log(`  answered  ${answer.status} [${answer.codes.join(', ')}]`);
  console.log(
    `  ${answer.answer
      .split('\n')
      .slice(0, showAll ? 30 : 3)
      .join('\n  ')}`,
  );
  if (showAll) for (const { id } of answer.citations) console.log(`    ${id}`);
}
