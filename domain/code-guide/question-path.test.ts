import { describe, expect, it, test } from 'vitest';
import { chooseCode } from './choose-code.ts';
import { choosableCodes } from './code-decision.ts';
import { applies, factsOf, pathQuestions, readAnswers, type PathAnswers } from './path-questions.ts';
import { pathStep } from './question-path.ts';

/** The short path of questions: it asks no more than it needs, and says nothing that the choice does not. */

/** Answers the path's own questions from a full set of answers, and keeps the order in which they were asked. */
function walk(full: PathAnswers): { asked: string[]; code: string; answers: PathAnswers } {
  let answers: PathAnswers = {};
  const asked: string[] = [];
  for (;;) {
    const { next, settled, choice } = pathStep(answers);
    if (settled || next === undefined)
      return { asked, code: choice?.pointers[0]?.code ?? choice?.code ?? 'nothing', answers };
    asked.push(next);
    answers = { ...answers, [next]: full[next] ?? 'no' };
  }
}

const call: PathAnswers = {
  work: 'coordination-with-provider',
  who: 'coordinator',
  with: 'provider',
  reached: 'yes',
  medical: 'no',
  several: 'yes',
};

describe('walked to its end', () => {
  it.each<[string, PathAnswers, string]>([
    ['a coordinator reaches another office', call, 'D9992'],
    ['leaves a message', { ...call, reached: 'no' }, 'none'],
    ['only one office is involved', { ...call, several: 'no' }, 'none'],
    [
      'the dentist asks a physician about anticoagulants',
      { ...call, work: 'dentist-medical-consultation', who: 'dentist', medical: 'yes' },
      'D9311',
    ],
    ['the coordinator does', { ...call, work: 'dentist-medical-consultation', medical: 'yes' }, 'D9992'],
    [
      'the dentist talks to a physician about a medical matter, logged as coordination',
      { ...call, who: 'dentist', medical: 'yes', matter: 'yes' },
      'D9311',
    ],
    ['transport is arranged', { ...call, work: 'attendance-barrier-work', with: 'community' }, 'D9991'],
    ['counseling', { ...call, work: 'behavior-counseling', with: 'patient' }, 'D9993'],
    ['teaching', { ...call, work: 'oral-health-education', with: 'caregiver' }, 'D9994'],
    ['scheduling', { ...call, work: 'routine-office-function' }, 'none'],
    [
      'a consultant examines at another’s request',
      {
        work: 'helping-the-patient-decide',
        who: 'dentist',
        with: 'patient',
        reached: 'yes',
        examined: 'yes',
        asked: 'yes',
      },
      'D9310',
    ],
    [
      'a visit was changed by a condition',
      { work: 'treatment-visit', who: 'coordinator', modified: 'yes', with: 'patient', reached: 'yes' },
      'D9997',
    ],
    [
      'a visit was not',
      { work: 'treatment-visit', who: 'coordinator', modified: 'no', with: 'patient', reached: 'yes' },
      'none',
    ],
    ['a missed appointment', { work: 'missed-appointment' }, 'D9986'],
    ['a cancelled one', { work: 'cancelled-appointment' }, 'D9987'],
    ['an interpreter', { work: 'interpreting' }, 'D9990'],
    ['a separate presentation', { work: 'separate-presentation' }, 'D9450'],
    ['a screening', { work: 'screening' }, 'D0190'],
    ['an observation visit', { work: 'observation-visit' }, 'D9430'],
    ['nothing that was named', { work: 'nothing-named' }, 'D9999'],
  ])('%s: %s', (_what, full, code) => {
    const { asked, code: found } = walk(full);
    expect(found).toBe(code);
    expect(asked[0]).toBe('work');
    expect(asked.length).toBeLessThanOrEqual(7);
  });

  it('work that is never billed needs one question', () => {
    for (const work of ['routine-office-function', 'missed-appointment', 'interpreting'] as const)
      expect(walk({ work }).asked).toEqual(['work']);
  });
});

test('a settled answer is what the choice says whatever is answered to the rest', () => {
  const { answers, code } = walk(call);
  for (const who of pathQuestions.who)
    for (const matter of pathQuestions.matter) {
      const facts = factsOf({ who, matter, ...answers });
      expect(facts && chooseCode(facts).code).toBe(code);
    }
});

test('it can be left at any point, with what is known so far and what is still possible', () => {
  const start = pathStep({});
  expect([start.choice, start.settled, start.next]).toEqual([undefined, false, 'work']);
  expect(start.possible).toEqual(expect.arrayContaining(['none', 'D9986', 'D9999']));
  const halfway = pathStep({ work: 'coordination-with-provider' });
  expect(halfway.settled).toBe(false);
  expect(halfway.choice?.factsMissing.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['codeChoice.missing.severalPartiesSaid']),
  );
  expect(halfway.possible).toEqual(expect.arrayContaining(['D9992', 'D9311', 'none']));
  expect(halfway.possible).not.toContain('D9991');
});

test('only what makes sense is asked', () => {
  const asked: [Parameters<typeof applies>[0], PathAnswers, boolean][] = [
    ['examined', { with: 'payer' }, false],
    ['examined', { with: 'patient' }, true],
    ['asked', { with: 'patient', examined: 'no' }, false],
    ['asked', { with: 'patient', examined: 'yes' }, true],
    ['medical', { with: 'community' }, false],
    ['medical', { with: 'facility' }, true],
    ['matter', { with: 'provider', medical: 'yes', work: 'dentist-medical-consultation' }, false],
    ['matter', { with: 'provider', medical: 'yes', work: 'coordination-with-provider' }, true],
    ['reached', { with: 'nobody' }, false],
    ['modified', { work: 'helping-the-patient-decide' }, false],
    ['modified', { work: 'treatment-visit' }, true],
  ];
  for (const [question, answers, expected] of asked) expect(applies(question, answers)).toBe(expected);
});

test('answers from an address: what is no answer is left out', () => {
  expect(
    readAnswers({ work: 'screening', who: 'the janitor', with: ['payer'], other: 'x', reached: 'yes' }),
  ).toEqual({
    work: 'screening',
    reached: 'yes',
  });
  expect(readAnswers({})).toEqual({});
});

test('every code of the choice can be reached', () => {
  const reached = new Set(
    pathQuestions.work.flatMap((work) => pathStep({ work }).possible.filter((code) => code !== 'none')),
  );
  for (const code of choosableCodes) expect([...reached]).toContain(code);
});
