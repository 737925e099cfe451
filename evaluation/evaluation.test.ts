import { describe, expect, test } from 'vitest';
import { knowledgeOf } from '#domain/assistant/knowledge.ts';
import { loadRulebook } from '#server/rulebook/load-rulebook.ts';
import { askAll, readQuestions } from './ask-all.ts';
import type { Score } from './score.ts';

const knowledge = knowledgeOf(await loadRulebook());
const questions = (await readQuestions('questions.yaml')) ?? [];
const scores = askAll(knowledge, questions);

function wrong(right: (score: Score) => boolean): readonly string[] {
  return scores.filter((score) => !right(score)).map(({ question }) => question.id);
}

describe('our own set of questions', () => {
  test('is large enough, and in both languages', () => {
    expect(questions.length).toBeGreaterThanOrEqual(110);
    expect(questions.filter(({ language }) => language === 'es').length).toBeGreaterThanOrEqual(30);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  test('status and codes are right in at least 95 of 100', () => {
    const misses = wrong(({ status, codes }) => status && codes);
    expect(misses.length, misses.join(', ')).toBeLessThanOrEqual(Math.floor(questions.length * 0.05));
  });

  test('cites what it should in at least 95 of 100', () => {
    const misses = wrong(({ citations }) => citations);
    expect(misses.length, misses.join(', ')).toBeLessThanOrEqual(Math.floor(questions.length * 0.05));
  });

  test('nothing is invented, ever', () => {
    expect(wrong(({ nothingInvented }) => nothingInvented)).toEqual([]);
  });

  test('whatever is answered or partly answered is cited, and answered in the language of the question', () => {
    const bare = scores.filter(
      ({ answer, question }) =>
        answer.status === 'answered' && answer.citations.length === 0 && question.kind !== 'which-code',
    );
    expect(bare.map(({ question }) => question.id)).toEqual([]);
    const spanish = scores.filter(
      ({ question, answer }) => question.language === 'es' && / the | is /.test(answer.answer),
    );
    expect(spanish.map(({ question }) => question.id)).toEqual([]);
  });
});

describe('the held-out set of questions', () => {
  test('is at least a third of all, each question once, and none of ours', async () => {
    const heldOut = (await readQuestions('held-out.yaml')) ?? [];
    const own = new Set(questions.map(({ question }) => plain(question)));
    expect(heldOut.length * 2).toBeGreaterThanOrEqual(questions.length);
    expect(new Set(heldOut.map(({ id }) => id)).size).toBe(heldOut.length);
    expect(new Set(heldOut.map(({ question }) => question)).size).toBe(heldOut.length);
    const ofBoth = heldOut.filter(({ question }) => /\p{L}/u.test(question) && own.has(plain(question)));
    expect(ofBoth.map(({ id }) => id)).toEqual([]);
  });

  function plain(question: string): string {
    return (question.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(' ');
  }
});
