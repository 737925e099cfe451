import { expect, it } from 'vitest';
import { factsWith } from './facts-of-271.samples.ts';

const other = (word: string, services = '35', date = '') =>
  [`EB*R**${services}`, date, 'LS*2120', `NM1*${word}*2*BAYSIDE DENTAL`, 'LE*2120'].filter(
    (each) => each !== '',
  );

it.each<[name: string, benefits: readonly string[], place: number | undefined, aside: number]>([
  ['the other payer is primary', other('PRP'), 2, 0],
  ['the other payer is secondary', other('SEP'), 1, 0],
  ['of the person as a whole', other('PRP', ''), 2, 0],
  ['two others, primary and secondary', [...other('PRP'), ...other('SEP')], 3, 0],
  ['two others, secondary and tertiary', [...other('SEP'), ...other('TTP')], 1, 0],
  ['the other payer is tertiary: this one is first or second', other('TTP'), undefined, 1],
  ['another payer without a place', other('PR'), undefined, 1],
  ['of medical care', other('PRP', '1'), undefined, 1],
  ['for a span of days', other('PRP', '35', 'DTP*290*RD8*20240101-20241231'), undefined, 1],
  ['a primary care provider is no payer', ['EB*L', 'LS*2120', 'NM1*PRP*1*LEE', 'LE*2120'], undefined, 1],
])('%s', (_name, benefits, place, aside) => {
  const found = factsWith(...benefits);
  expect(found.statements).toEqual(place === undefined ? [] : [{ kind: 'place', place }]);
  expect(found.aside).toHaveLength(aside);
});
