import { expect, test } from 'vitest';
import { topicsOf, type Topic } from './topics.ts';

/** Plain, spelled words, with a topic that they are about, or one that they only seem to be about. */
test.each<[string, Topic]>([
  ['can d9992 and d9995 go on one claim?', 'together'],
  ['d9992+d9995?', 'together'],
  ['d9992 with d9995', 'together'],
  ['is d9992 included in the exam', 'together'],
  ['d9993 or d9994?', 'difference'],
  ['d9997 for calls?', 'mayBill'],
  ['calling a pharmacy code', 'whichCode'],
  ['¿puede cobrar d9992 la higienista?', 'who'],
  ['¿cuanto debo cobrar?', 'fee'],
  ['¿quien firma si es menor?', 'consent'],
  ['the descriptor, word for word', 'licensedWording'],
  ['how do i fill in the claim', 'claimForm'],
  ['¿como lleno la reclamacion?', 'claimForm'],
  ['is d9992 deleted in cdt 2026', 'inForce'],
  ['do i need prior authorization', 'coverage'],
  ['can i bill it monthly', 'frequency'],
  ['180 dias para la reconsideracion', 'deadline'],
  ['cobrarle a mi paciente', 'chargePatient'],
  ['which is better d9991 or d9992', 'difference'],
  ['was d9995 a code in 2017', 'inForce'],
  ['¿que pasa si niegan d9992?', 'appeal'],
  ['can i attach documents', 'remarks'],
  ['is it done by a hygienist', 'who'],
  ['does d9992 cover calls', 'mayBill'],
])('%s: about %s', (words, topic) => {
  expect([...topicsOf(words)]).toContain(topic);
});

test.each<[string, Topic]>([
  ['on hold with delta', 'together'],
  ['can it be used for children', 'whatIs'],
  ['which is the code', 'together'],
  ['does d9992 cover calls', 'coverage'],
  ['cual es mi codigo', 'difference'],
  ['what is d9992 for', 'mayBill'],
  ['is it this code?', 'whichCode'],
])('%s: not about %s', (words, topic) => {
  expect([...topicsOf(words)]).not.toContain(topic);
});
