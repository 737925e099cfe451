import type { CoordinationCase } from '../case/case.ts';
import { isTelling, type DataCategory } from '../consent/consent.ts';
import type { Patient } from '../patient/patient.ts';
import { sensitivityOfCondition } from '../patient/sensitivity.ts';
import type { Evidence, NecessityFactor } from './factor.ts';

/** What evidence points into. */
export interface EvidenceRecord {
  readonly patient: Pick<Patient, 'conditions' | 'history' | 'documents'>;
  readonly activities: CoordinationCase['activities'];
}

/**
 * The specially protected categories that a factor gives away by what it rests on: its words and its labels say
 * what the condition, the entry, the document or the contact behind it says.
 */
export function protectedCategoriesOf(
  { evidence }: NecessityFactor,
  record: EvidenceRecord,
): readonly DataCategory[] {
  return [...new Set(evidence.flatMap((one) => categoriesBehind(one, record)))];
}

function categoriesBehind(
  { kind, id }: Evidence,
  { patient, activities }: EvidenceRecord,
): readonly DataCategory[] {
  switch (kind) {
    case 'condition': {
      const condition = patient.conditions.get(id)?.value;
      return listed(condition && sensitivityOfCondition(condition));
    }
    case 'history':
      return listed(patient.history.get(id)?.sensitive);
    case 'document':
      return listed(patient.documents.get(id)?.value.sensitive);
    case 'contact':
      return (activities.get(id)?.activity.contact?.disclosed ?? []).filter(isTelling);
    case 'accommodation':
    case 'team-member':
    case 'coverage':
    case 'plan-item':
    case 'referral':
    case 'observation-by-author':
      return [];
  }
}

function listed(category: DataCategory | undefined): readonly DataCategory[] {
  return category === undefined ? [] : [category];
}
