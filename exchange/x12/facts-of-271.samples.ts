import { isRefusal } from '#domain/kernel/refusal.ts';
import { sample271 } from './answer-271.samples.ts';
import { factsOf271, type FactsOf271 } from './facts-of-271.ts';
import { read271 } from './from-271.ts';

/** What becomes of the benefits of an answer. */
export function factsWith(...benefits: string[]): FactsOf271 {
  const answers = read271(sample271({ benefits }));
  if (isRefusal(answers)) throw new Error(`${answers.code} ${JSON.stringify(answers.params)}`);
  const [answer] = answers;
  const person = answer?.people[0];
  if (!person) throw new Error('nobody is answered for');
  return factsOf271(person, answer.madeOn);
}
