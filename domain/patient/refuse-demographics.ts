import { ageOn, type CalendarDate } from '../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { refuseContactPoints } from '../practice/contact-point.ts';
import type { Demographics } from './patient-events.ts';

/** The longest life on record is 122 years: a birth date before this is a slip of the keys. */
const oldest = 125;

/** Refuses what somebody typed that is true of no patient. What was received from elsewhere is kept and not judged here. */
export function refuseDemographics(
  { birthDate, contacts }: Demographics,
  before: Demographics | undefined,
  today: CalendarDate,
): Refusal | undefined {
  if (birthDate > today) return refuse('patient/not-born', { today }, '/demographics/birthDate');
  if (birthDate !== before?.birthDate && ageOn(birthDate, today) > oldest)
    return refuse('patient/too-old', { oldest }, '/demographics/birthDate');
  return refuseContactPoints(contacts, before?.contacts, '/demographics/contacts');
}
