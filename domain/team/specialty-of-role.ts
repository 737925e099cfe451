import { specialties, type Specialty } from '../practice/practice-events.ts';
import type { TeamRole } from './team-member.ts';

const dental: readonly Specialty[] = [
  'general-dentistry',
  'periodontics',
  'orthodontics',
  'oral-surgery',
  'endodontics',
  'pediatric-dentistry',
  'prosthodontics',
  'public-health-dentistry',
  'dental-anesthesiology',
];

const medical: readonly Specialty[] = [
  'primary-care',
  'cardiology',
  'oncology',
  'endocrinology',
  'nephrology',
  'obstetrics',
  'anesthesiology',
  'behavioral-health',
  'other-medical',
];

/** Which specialties somebody of a role can have; where a role is not listed, any. */
const specialtiesOf: Partial<Record<TeamRole, readonly Specialty[]>> = {
  'treating-dentist': dental,
  'dental-specialist': dental,
  hygienist: ['dental-hygiene', 'public-health-dentistry'],
  physician: medical,
  payer: [],
  caregiver: [],
};

export function specialtiesFor(role: TeamRole): readonly Specialty[] {
  return specialtiesOf[role] ?? specialties;
}
