import type { CaseEvent, CaseEventType } from '../case/case-events.ts';
import type { HistoryItem, PatientDocument, PatientEvent } from '../patient/patient-events.ts';
import {
  protectedCategoriesOf,
  protectedCategoriesOfContact,
  protectedCategoriesOfMember,
  protectedCategoriesOfTask,
  type EvidenceRecord,
} from '../necessity/protected-evidence.ts';
import { sensitivityOfCondition } from '../patient/sensitivity.ts';
import { isTelling, type DataCategory } from './consent.ts';
import { toldByConsent } from './told-by-consent.ts';

const ofCaseEvents = {
  'case.opened': ['coordination-record'],
  'case.assigned': ['coordination-record'],
  'case.put-on-hold': ['coordination-record'],
  'case.resumed': ['coordination-record'],
  'case.closed': ['coordination-record'],
  'case.reopened': ['coordination-record'],
  'necessity.factor-recorded': ['coordination-record', 'medical-history'],
  'necessity.factor-withdrawn': ['coordination-record'],
  'team.member-recorded': ['coordination-record'],
  'team.member-ended': ['coordination-record'],
  'plan.item-recorded': ['dental-record'],
  'plan.signed': ['dental-record'],
  'plan.outside-event-recorded': ['dental-record', 'medical-history'],
  'plan.outside-event-withdrawn': ['dental-record'],
  'plan.pathway-applied': ['dental-record', 'medical-history'],
  'plan.pathway-lifted': ['dental-record'],
  'plan.constraint-recorded': ['dental-record', 'medical-history'],
  'plan.constraint-withdrawn': ['dental-record'],
  'plan.constraint-set-aside': ['dental-record', 'medical-history'],
  'plan.constraint-restored': ['dental-record'],
  'plan.gate-answered': ['dental-record', 'medical-history'],
  'plan.availability-recorded': ['coordination-record'],
  'plan.preferences-recorded': ['coordination-record'],
  'plan.schedule-kept': ['dental-record'],
  'plan.disagreement-opened': ['dental-record'],
  'plan.disagreement-stance-taken': ['dental-record'],
  'plan.disagreement-resolved': ['dental-record'],
  'decision.options-recorded': ['dental-record', 'coverage-and-billing'],
  'decision.options-withdrawn': ['coordination-record', 'dental-record'],
  'decision.made': ['coordination-record', 'dental-record'],
  'decision.revisited': ['coordination-record', 'dental-record'],
  'activity.logged': ['coordination-record'],
  'activity.amended': ['coordination-record'],
  'activity.withdrawn': ['coordination-record'],
  'activity.signed': ['coordination-record'],
  'task.opened': ['coordination-record'],
  'task.reassigned': ['coordination-record'],
  'task.held': ['coordination-record'],
  'task.done': ['coordination-record'],
  'task.canceled': ['coordination-record'],
  'referral.drafted': ['coordination-record', 'dental-record'],
  'referral.moved': ['coordination-record'],
  'coverage.answered': ['coverage-and-billing'],
  'charge.agreed': ['coverage-and-billing'],
  'code.decided': ['coverage-and-billing'],
  'case.attested': ['coordination-record'],
  'claim.created': ['demographics', 'coverage-and-billing', 'coordination-record', 'medical-history'],
  'claim.released': ['coverage-and-billing'],
  'claim.withdrawn': ['coverage-and-billing'],
  'packet.sealed': ['coordination-record'],
  'assistant.asked': ['coordination-record', 'coverage-and-billing'],
} as const satisfies Record<CaseEventType, readonly DataCategory[]>;

const ofHistory = {
  medication: 'medications',
  allergy: 'medications',
  procedure: 'dental-record',
  observation: 'medical-history',
  message: 'coordination-record',
} satisfies Record<HistoryItem['kind'], DataCategory>;

const ofDocuments = {
  scan: 'dental-record',
  fax: 'dental-record',
  report: 'dental-record',
  'insurance-card': 'coverage-and-billing',
  'eligibility-answer': 'coverage-and-billing',
  consent: 'coordination-record',
  image: 'images',
  letter: 'coordination-record',
  'imported-record': 'medical-history',
  other: 'medical-history',
} satisfies Record<PatientDocument['kind'], DataCategory>;

/**
 * The categories of data that an event holds; its content may leave only where all of them may. Free text is
 * taken for what its field is for: a sensitive fact typed into a note of another kind cannot be seen here. What
 * points at something specially protected tells of it; `record` says what is.
 */
export function categoriesOf(
  event: CaseEvent | PatientEvent,
  record: EvidenceRecord,
): readonly DataCategory[] {
  switch (event.type) {
    case 'necessity.factor-recorded':
      return [...ofCaseEvents[event.type], ...protectedCategoriesOf(event.data.factor, record)];
    case 'patient.registered':
    case 'patient.demographics-changed':
    case 'patient.related-person-recorded':
      return ['demographics'];
    case 'patient.condition-recorded':
      return [sensitivityOfCondition(event.data.condition) ?? 'medical-history'];
    case 'patient.history-recorded':
      return [event.data.item.sensitive ?? ofHistory[event.data.item.kind]];
    case 'patient.accommodation-recorded':
      return ['medical-history'];
    case 'patient.coverage-recorded':
    case 'patient.benefit-fact-recorded':
    case 'patient.plan-answer-recorded':
    case 'patient.benefit-withdrawn':
    case 'patient.benefit-use-recorded':
      return ['coverage-and-billing'];
    case 'patient.predetermination-prepared':
      // Steps of the plan in words.
      return ['coverage-and-billing', 'dental-record'];
    case 'patient.predetermination-sent':
    case 'patient.predetermination-answered':
    case 'patient.predetermination-withdrawn':
      return ['coverage-and-billing'];
    case 'patient.consent-recorded':
      return ['coordination-record', ...toldByConsent(event.data.consent)];
    case 'patient.restriction-agreed':
      return ['coordination-record', ...event.data.restriction.categories.filter(isTelling)];
    case 'patient.consent-revoked':
      return ['coordination-record'];
    case 'patient.document-attached':
      return [event.data.document.sensitive ?? ofDocuments[event.data.document.kind]];
    case 'patient.document-withdrawn': {
      const document = (
        record.patient.withdrawnDocuments.get(event.data.documentId) ??
        record.patient.documents.get(event.data.documentId)
      )?.value;
      return ['coordination-record', ...(document ? [document.sensitive ?? ofDocuments[document.kind]] : [])];
    }
    case 'patient.resource-kept':
      // Names of what another system sent, of any kind: for those who may have the whole record.
      return ['demographics', 'dental-record', 'medical-history', 'medications', 'images'];
    case 'patient.referral-received':
      return [
        'dental-record',
        'medical-history',
        ...event.data.referral.conditionIds.flatMap((id) => {
          const condition = record.patient.conditions.get(id)?.value;
          return (condition && sensitivityOfCondition(condition)) ?? [];
        }),
      ];
    case 'patient.disclosure-recorded': {
      const { categories, withheld } = event.data.disclosure;
      return ['coordination-record', ...[...categories, ...withheld].filter(isTelling)];
    }
    case 'activity.logged':
      return [
        ...ofCaseEvents[event.type],
        ...protectedCategoriesOfContact(event.data.activity.contact, record.activities),
      ];
    case 'activity.amended': {
      const { contact } = event.data.amendment.activity;
      return [...ofCaseEvents[event.type], ...protectedCategoriesOfContact(contact, record.activities)];
    }
    case 'team.member-recorded':
      return [
        ...ofCaseEvents[event.type],
        ...protectedCategoriesOfMember(event.data.member.memberId, record.activities),
      ];
    case 'task.opened':
      return [...ofCaseEvents[event.type], ...protectedCategoriesOfTask(event.data.task, record.activities)];
    case 'task.reassigned':
      return [
        ...ofCaseEvents[event.type],
        ...protectedCategoriesOfTask({ holder: event.data.holder }, record.activities),
      ];
    case 'referral.drafted':
      return [
        ...ofCaseEvents[event.type],
        ...protectedCategoriesOfMember(event.data.referral.toMemberId, record.activities),
      ];
    default:
      return ofCaseEvents[event.type];
  }
}

/** What a part of an event holds besides: the frame of a signed plan tells of conditions, laboratory values, dates. */
export function categoriesOfPart({ type }: CaseEvent | PatientEvent, part: string): readonly DataCategory[] {
  return type === 'plan.signed' && part === 'data.frame' ? ['medical-history'] : [];
}
