import { expect, test } from 'vitest';
import { message } from '#domain/kernel/message.ts';
import { sayCost } from './say-cost.ts';

const percentage = (about: string) => message('estimate.fact.percentage', { plan: 'Blue Plan', about });
const ask = 'We have to ask Blue Plan how big a part it pays.';

test.each([
  ['a fact of the estimate, without its codes', [percentage('D6010')], 'en', [ask]],
  ['the same of two steps, once', [percentage('D6010'), percentage('D6058')], 'en', [ask]],
  [
    'in Spanish',
    [message('estimate.unknown.age', { plan: 'Blue Plan', code: 'D6010' })],
    'es',
    ['Tenemos que saber cuándo nació usted.'],
  ],
  [
    'what is written for patients already',
    [message('forPatient.cost.noPlanOnRecord')],
    'en',
    ['We do not know yet if a plan will pay a part.'],
  ],
  ['nothing', [], 'en', []],
] as const)('a patient reads %s', (_name, reasons, language, expected) => {
  expect(sayCost({ years: [], stepsWithoutFee: 0, reasons }, language).reasons).toEqual(expected);
});
