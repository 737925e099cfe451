import type { AnsweredPerson, BenefitLine } from './answer-271.ts';
import type { Stated } from './weigh-stated.ts';

const places = [1, 2, 3] as const;

/** An EB of another payer that names its place, about the person or dental care; with a span of days it may be over. */
function namesOtherPlace({ information, services, otherPayerPlace, dates }: BenefitLine): boolean {
  return (
    information === 'R' &&
    otherPayerPlace !== undefined &&
    (services.length === 0 || services.includes('35')) &&
    !dates.some(({ qualifier }) => qualifier === '290')
  );
}

/**
 * The place that is left for this plan, once the payer has named those of the others: after a primary payer it is the
 * second, before a secondary one the first. Beside a tertiary payer alone it could be either, so nothing is said. The
 * meaning of the codes is general knowledge: unverified.
 */
export function placeOf271({ lines }: AnsweredPerson): readonly Stated[] {
  const naming = lines.filter(namesOtherPlace);
  const taken = new Set(naming.map(({ otherPayerPlace }) => otherPayerPlace));
  const place = places.find((each) => !taken.has(each));
  if (place === undefined || (taken.has(3) && taken.size === 1)) return [];
  return naming.map((line) => ({ line, statement: { kind: 'place', place } }));
}
