import type { PatientView } from '#contract/views.ts';
import { isAdult } from '#domain/consent/standing.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';

/**
 * Who signs, as a rule: the patient, and for a minor whoever alone has an authority on record. Where that is nobody, or
 * several may, the name is asked for.
 */
export function usualSigner(
  { demographics, relatedPersons }: Pick<PatientView, 'demographics' | 'relatedPersons'>,
  today: CalendarDate,
) {
  const { firstName, lastName, birthDate } = demographics;
  if (isAdult(birthDate, today))
    return { signerName: `${firstName} ${lastName}`, authority: 'self', authorityEvidence: '' };
  const [one, ...others] = relatedPersons.filter(({ authority = '' }) => authority !== '');
  const known = others.length === 0 ? one : undefined;
  return {
    signerName: known?.name ?? '',
    authority: 'parent',
    authorityEvidence: known?.authority ?? '',
  };
}
