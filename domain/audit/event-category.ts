import type { CaseEvent, CaseEventType } from '../case/case-events.ts';
import type { DataCategory } from '../consent/consent.ts';
import type {
  HistoryItem,
  PatientDocument,
  PatientEvent,
  PatientEventType,
} from '../patient/patient-events.ts';
import type { PracticeEvent } from '../practice/practice-events.ts';

/** What kind of data an event's content is: a release decision speaks of categories, a chain of events. */
export function categoryOf(event: CaseEvent | PatientEvent | PracticeEvent): DataCategory | undefined {
  switch (event.type) {
    case 'patient.condition-recorded':
      return event.data.condition.sensitive ?? 'medical-history';
    case 'patient.history-recorded':
      return event.data.item.sensitive ?? historyCategory[event.data.item.kind];
    case 'patient.document-attached':
      return event.data.document.sensitive ?? documentCategory[event.data.document.kind];
    default:
      return event.type in caseCategory || event.type in patientCategory
        ? fixedCategory(event.type)
        : undefined;
  }
}

function fixedCategory(type: string): DataCategory | undefined {
  const all: Readonly<Record<string, DataCategory>> = { ...caseCategory, ...patientCategory };
  return all[type];
}

const historyCategory: Record<HistoryItem['kind'], DataCategory> = {
  medication: 'medications',
  allergy: 'medical-history',
  procedure: 'dental-record',
  observation: 'medical-history',
  message: 'coordination-record',
};

const documentCategory: Record<PatientDocument['kind'], DataCategory> = {
  scan: 'dental-record',
  fax: 'dental-record',
  report: 'dental-record',
  letter: 'dental-record',
  other: 'dental-record',
  image: 'images',
  'imported-record': 'medical-history',
  'insurance-card': 'coverage-and-billing',
  consent: 'coordination-record',
};

/** A resource kept word for word may hold anything: it goes out only where the medical history does. */
const patientCategory: Record<
  Exclude<
    PatientEventType,
    'patient.condition-recorded' | 'patient.history-recorded' | 'patient.document-attached'
  >,
  DataCategory
> = {
  'patient.registered': 'demographics',
  'patient.demographics-changed': 'demographics',
  'patient.related-person-recorded': 'demographics',
  'patient.accommodation-recorded': 'medical-history',
  'patient.coverage-recorded': 'coverage-and-billing',
  'patient.benefit-fact-recorded': 'coverage-and-billing',
  'patient.consent-recorded': 'coordination-record',
  'patient.consent-revoked': 'coordination-record',
  'patient.restriction-agreed': 'coordination-record',
  'patient.resource-kept': 'medical-history',
  'patient.referral-received': 'dental-record',
  'patient.disclosure-recorded': 'coordination-record',
};

const caseCategory: Record<CaseEventType, DataCategory> = {
  'case.opened': 'coordination-record',
  'case.assigned': 'coordination-record',
  'case.put-on-hold': 'coordination-record',
  'case.resumed': 'coordination-record',
  'case.closed': 'coordination-record',
  'case.reopened': 'coordination-record',
  'necessity.factor-recorded': 'medical-history',
  'necessity.factor-withdrawn': 'coordination-record',
  'team.member-recorded': 'coordination-record',
  'team.member-ended': 'coordination-record',
  'plan.item-recorded': 'dental-record',
  'plan.signed': 'dental-record',
  'activity.logged': 'coordination-record',
  'activity.amended': 'coordination-record',
  'activity.withdrawn': 'coordination-record',
  'activity.signed': 'coordination-record',
  'task.opened': 'coordination-record',
  'task.reassigned': 'coordination-record',
  'task.held': 'coordination-record',
  'task.done': 'coordination-record',
  'task.canceled': 'coordination-record',
  'referral.drafted': 'dental-record',
  'referral.moved': 'coordination-record',
  'coverage.answered': 'coverage-and-billing',
  'charge.agreed': 'coverage-and-billing',
  'code.decided': 'coverage-and-billing',
  'case.attested': 'coordination-record',
  'claim.created': 'coverage-and-billing',
  'claim.released': 'coverage-and-billing',
  'packet.sealed': 'coordination-record',
};
