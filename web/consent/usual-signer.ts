import type { PatientView } from '#contract/views.ts';
import { isAdult } from '#domain/consent/standing.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';

type Signing = Pick<PatientView, 'demographics' | 'relatedPersons'>;

interface Signer {
  readonly signerName: string;
  readonly authority: string;
  readonly authorityEvidence: string;
}

/** Who signs, as a rule: the patient, and for a minor a parent. */
export function usualSigner(patient: Signing, today: CalendarDate): Signer {
  return signerAs(isAdult(patient.demographics.birthDate, today) ? 'self' : 'parent', patient);
}

/**
 * Who signs with this authority: the patient, or whoever alone has an authority on record. Where that is nobody, or
 * several may, the name is asked for.
 */
function signerAs(authority: string, { demographics, relatedPersons }: Signing): Signer {
  const { firstName, lastName } = demographics;
  if (authority === 'self')
    return { signerName: `${firstName} ${lastName}`, authority, authorityEvidence: '' };
  const [one, ...others] = relatedPersons.filter((person) => (person.authority ?? '') !== '');
  const known = others.length === 0 ? one : undefined;
  return { signerName: known?.name ?? '', authority, authorityEvidence: known?.authority ?? '' };
}

/** What choosing another authority changes: nobody signs as the patient, or for the patient, under the other's name. */
export function chooseAuthority(authority: string, before: string, patient: Signing): Partial<Signer> {
  const samePerson = (authority === 'self') === (before === 'self');
  return samePerson ? { authority } : signerAs(authority, patient);
}
