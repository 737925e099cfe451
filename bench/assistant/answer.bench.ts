import { writeAnswer } from '#contract/write-answer.ts';
import { answerQuestion } from '#domain/assistant/answer-question.ts';
import { knowledgeOf } from '#domain/assistant/knowledge.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { readQuestions } from '#evaluation/ask-all.ts';
import { loadRulebook } from '#server/rulebook/load-rulebook.ts';

/**
 * How long one answer takes, over the whole set of questions, several rounds, each question anew. The limit is 50 ms
 * at the 99th percentile. Run: node bench/assistant/answer.bench.ts [rounds]
 */
const limit = 50;
const rounds = Number(process.argv[2] ?? 20);
const began = performance.now();
const rulebook = await loadRulebook();
const read = performance.now();
const knowledge = knowledgeOf(rulebook);
const ready = performance.now();
const questions = (await readQuestions('questions.yaml')) ?? [];
const times: number[] = [];
for (let round = 0; round < rounds; round += 1)
  for (const { question } of questions) {
    const start = performance.now();
    writeAnswer(answerQuestion(knowledge, question, { today: calendarDate('2026-11-27') }).draft);
    times.push(performance.now() - start);
  }
times.sort((one, other) => one - other);
const at = (share: number) =>
  (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
console.log(`reading the rulebook    ${(read - began).toFixed(0)} ms`);
console.log(`making the knowledge    ${(ready - read).toFixed(0)} ms`);
console.log(`answers                 ${times.length} (${questions.length} questions, ${rounds} rounds)`);
console.log(`median                  ${at(0.5)} ms`);
console.log(`99th percentile         ${at(0.99)} ms   limit ${limit} ms`);
console.log(`slowest                 ${at(1)} ms`);
