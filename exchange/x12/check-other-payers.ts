import { firstOf, type Loop, loopsNamed, segmentsOf } from './build-loops.ts';
import { type Fault, faultAt } from './fault.ts';
import { element, type Segment } from './tokenize.ts';

/**
 * Payers besides the billed one (loops 2320, 2330A, 2330B, 2430): each has its own place in the order, is identified,
 * and where one has decided, what it paid and what it took off add up to the charge (standards-facts 2.2).
 */
export function checkOtherPayers(root: Loop): Fault[] {
  return loopsNamed(root, '2000B').flatMap((subscriber) =>
    loopsNamed(subscriber, '2300').flatMap((claim) => {
      const others = claim.loops.filter((loop) => loop.name === '2320');
      const billed = segmentsOf(subscriber, 'SBR').map((sbr) => element(sbr, 1));
      return [
        ...checkPlaces(billed, others),
        ...others.flatMap((other) => [...checkParties(other), ...checkBalance(claim, other)]),
      ];
    }),
  );
}

function checkPlaces(billed: readonly string[], others: readonly Loop[]): Fault[] {
  const seen = new Set(billed);
  return others.flatMap((other) => {
    const sbr = firstOf(other);
    const place = element(sbr, 1);
    const taken = seen.has(place);
    seen.add(place);
    if (!/^[PSTABCDEFGHU]$/.test(place))
      return [
        faultAt(sbr, 'other-payer', `SBR01 says "${place}", which is no place in the order of payers.`),
      ];
    return taken && place !== 'U'
      ? [faultAt(sbr, 'other-payer', `Two payers have the place "${place}" in the order.`)]
      : [];
  });
}

/** Values of OI03 and OI06, and the qualifiers of the two identifiers. */
const words: readonly (readonly [loop: string, id: string, number: number, values: readonly string[]])[] = [
  ['2320', 'OI', 3, ['Y', 'N', 'W']],
  ['2320', 'OI', 6, ['Y', 'I']],
  ['2330A', 'NM1', 8, ['MI', 'II']],
  ['2330B', 'NM1', 8, ['PI', 'XV']],
];

function checkParties(other: Loop): Fault[] {
  const faults: Fault[] = [];
  const sbr = firstOf(other);
  if (!/^(18|01|19|20|21|39|40|53|G8)$/.test(element(sbr, 2)))
    faults.push(faultAt(sbr, 'other-payer', `SBR02 says "${element(sbr, 2)}", which is no relationship.`));
  if (!/^[A-Z0-9]{2}$/.test(element(sbr, 9)))
    faults.push(faultAt(sbr, 'element-missing', 'SBR09, the kind of plan, is missing.'));
  for (const [name, id, number, values] of words)
    for (const segment of loopsNamed(other, name).flatMap((loop) => segmentsOf(loop, id)))
      if (!values.includes(element(segment, number)))
        faults.push(
          faultAt(
            segment,
            'other-payer',
            `${id}0${number} says "${element(segment, number)}", not one of ${values.join(', ')}.`,
          ),
        );
  for (const name of ['2330A', '2330B'])
    for (const nm1 of loopsNamed(other, name).map(firstOf))
      if (element(nm1, 9) === '')
        faults.push(faultAt(nm1, 'other-payer', `NM109 of loop ${name} is missing.`));
  return faults;
}

/** CLM02 = paid by the payer (AMT*D) + adjustments of the claim + adjustments of its lines. */
function checkBalance(claim: Loop, other: Loop): Fault[] {
  const [paid] = segmentsOf(other, 'AMT').filter((amt) => element(amt, 1) === 'D');
  if (!paid) return [];
  const payers = loopsNamed(other, '2330B').map((loop) => element(firstOf(loop), 9));
  const ofLines = loopsNamed(claim, '2430').filter((line) => payers.includes(element(firstOf(line), 1)));
  const adjustments = [other, ...ofLines].flatMap((loop) => segmentsOf(loop, 'CAS')).flatMap(amountsOf);
  const answered = adjustments.reduce((sum, each) => sum + each, inCents(element(paid, 2)));
  const charge = inCents(element(firstOf(claim), 2));
  return answered === charge
    ? []
    : [
        faultAt(
          paid,
          'other-payer-balance',
          `What this payer paid and took off is ${dollarsOf(answered)}; the charge is ${dollarsOf(charge)}.`,
        ),
      ];
}

/** CAS03, 06, 09, 12, 15 and 18 are amounts; the others say why and how many. */
function amountsOf(cas: Segment): number[] {
  return [3, 6, 9, 12, 15, 18].map((number) => inCents(element(cas, number) || '0'));
}

function inCents(amount: string): number {
  return Math.round(Number(amount) * 100);
}

function dollarsOf(amount: number): string {
  return (amount / 100).toFixed(2);
}
