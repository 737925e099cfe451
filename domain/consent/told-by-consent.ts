import { isTelling, type Consent, type DataCategory } from './consent.ts';

/**
 * The protected categories that the mere existence of a consent gives away: those that it names, and of a consent to
 * share records of a substance-use program that there are such records (42 CFR 2.31).
 */
export function toldByConsent({ kind, categories }: Pick<Consent, 'kind' | 'categories'>): DataCategory[] {
  const named = categories.filter(isTelling);
  return kind === 'part2-consent' && !named.includes('substance-use-treatment')
    ? [...named, 'substance-use-treatment']
    : named;
}
