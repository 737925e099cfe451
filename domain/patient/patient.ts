import type { Actor } from '../audit/event.ts';
import type { RecordedConsent, Restriction } from '../consent/consent.ts';
import type { BenefitFact, Coverage } from '../coverage/benefit-fact.ts';
import { coverageOf } from '../coverage/coverage-event.ts';
import type { BenefitUse } from '../coverage/benefit-use.ts';
import { takeBack, type Withdrawn } from '../coverage/benefit-withdrawal.ts';
import type { PlanAnswer } from '../coverage/plan-answer.ts';
import type { RecordedPredetermination } from '../coverage/predetermination.ts';
import { continuePredeterminations } from '../coverage/recorded-predeterminations.ts';
import type { Instant } from '../kernel/calendar-date.ts';
import { unreachable } from '../kernel/refusal.ts';
import type {
  Accommodation,
  Condition,
  Demographics,
  Disclosure,
  HistoryItem,
  KeptResource,
  PatientDocument,
  PatientEvent,
  ReceivedReferral,
  RelatedPerson,
} from './patient-events.ts';

/** Something recorded, with the position of its latest recording, so that a case can cite it. */
export interface At<Value> {
  readonly value: Value;
  readonly position: number;
}

export interface AttachedDocument extends At<PatientDocument> {
  readonly recordedAt: Instant;
  readonly who: Actor;
}

interface WithdrawnDocument extends AttachedDocument {
  readonly withdrawal: { readonly reason: string; readonly at: Instant; readonly by: Actor };
}

/** The patient as the patient's chain leaves it. */
export interface Patient {
  readonly patientId: string;
  readonly position: number;
  readonly demographics: Demographics | undefined;
  readonly demographicsPosition: number | undefined;
  readonly relatedPersons: ReadonlyMap<string, RelatedPerson>;
  readonly conditions: ReadonlyMap<string, At<Condition>>;
  readonly history: ReadonlyMap<string, HistoryItem>;
  /** Where the latest recording of each history item stands. */
  readonly historyPositions: ReadonlyMap<string, number>;
  readonly accommodations: ReadonlyMap<string, At<Accommodation>>;
  readonly coverages: ReadonlyMap<string, At<Coverage>>;
  readonly benefitFacts: readonly At<BenefitFact>[];
  readonly planAnswers: readonly At<PlanAnswer>[];
  /** Facts and answers that were recorded in error, in the order in which they were taken back. */
  readonly withdrawn: readonly Withdrawn[];
  /** Uses of benefits as they stand now, by id. */
  readonly benefitUses: ReadonlyMap<string, At<BenefitUse>>;
  readonly predeterminations: ReadonlyMap<string, RecordedPredetermination>;
  readonly consents: ReadonlyMap<string, RecordedConsent>;
  readonly restrictions: readonly Restriction[];
  readonly documents: ReadonlyMap<string, AttachedDocument>;
  /** Attached by mistake: evidence of nothing, and for nobody outside. */
  readonly withdrawnDocuments: ReadonlyMap<string, WithdrawnDocument>;
  readonly keptResources: ReadonlyMap<string, KeptResource>;
  /** By source key, the hash of every version that was ever kept. */
  readonly keptVersions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly receivedReferrals: ReadonlyMap<string, At<ReceivedReferral>>;
  readonly disclosures: readonly Disclosure[];
}

export function foldPatient(patientId: string, events: readonly PatientEvent[]): Patient {
  let demographics: Demographics | undefined;
  let demographicsPosition: number | undefined;
  const relatedPersons = new Map<string, RelatedPerson>();
  const conditions = new Map<string, At<Condition>>();
  const history = new Map<string, HistoryItem>();
  const historyPositions = new Map<string, number>();
  const accommodations = new Map<string, At<Accommodation>>();
  const coverages = new Map<string, At<Coverage>>();
  let benefitFacts: readonly At<BenefitFact>[] = [];
  let planAnswers: readonly At<PlanAnswer>[] = [];
  const withdrawn: Withdrawn[] = [];
  const benefitUses = new Map<string, At<BenefitUse>>();
  const predeterminations = new Map<string, RecordedPredetermination>();
  const consents = new Map<string, RecordedConsent>();
  const restrictions: Restriction[] = [];
  const documents = new Map<string, AttachedDocument>();
  const withdrawnDocuments = new Map<string, WithdrawnDocument>();
  const keptResources = new Map<string, KeptResource>();
  const keptVersions = new Map<string, Set<string>>();
  const receivedReferrals = new Map<string, At<ReceivedReferral>>();
  const disclosures: Disclosure[] = [];
  for (const event of events) {
    const position = event.position;
    switch (event.type) {
      case 'patient.registered':
      case 'patient.demographics-changed':
        demographics = event.data.demographics;
        demographicsPosition = position;
        break;
      case 'patient.related-person-recorded':
        relatedPersons.set(event.data.relatedPerson.relatedPersonId, event.data.relatedPerson);
        break;
      case 'patient.condition-recorded':
        conditions.set(event.data.condition.conditionId, { value: event.data.condition, position });
        break;
      case 'patient.history-recorded':
        history.set(event.data.item.itemId, event.data.item);
        historyPositions.set(event.data.item.itemId, position);
        break;
      case 'patient.accommodation-recorded':
        accommodations.set(event.data.accommodation.accommodationId, {
          value: event.data.accommodation,
          position,
        });
        break;
      case 'patient.coverage-recorded':
        coverages.set(event.data.coverage.coverageId, { value: coverageOf(event.data), position });
        break;
      case 'patient.benefit-fact-recorded':
        benefitFacts = [...benefitFacts, { value: event.data.fact, position }];
        break;
      case 'patient.plan-answer-recorded':
        planAnswers = [...planAnswers, { value: event.data.answer, position }];
        break;
      case 'patient.benefit-withdrawn': {
        const { withdrawal } = event.data;
        const taken = takeBack(
          withdrawal,
          benefitFacts.map(({ value }) => value),
          planAnswers.map(({ value }) => value),
        );
        if (!taken) break;
        withdrawn.push({ withdrawal, withdrawnAt: event.recordedAt, told: taken.told });
        if ('fact' in taken.told)
          benefitFacts = benefitFacts.filter(({ value }) => value.factId !== withdrawal.recordId);
        else
          planAnswers = planAnswers.flatMap((one) =>
            one.value.answerId !== withdrawal.recordId
              ? one
              : taken.left
                ? { ...one, value: taken.left }
                : [],
          );
        break;
      }
      case 'patient.benefit-use-recorded':
        benefitUses.set(event.data.use.useId, { value: event.data.use, position });
        break;
      case 'patient.predetermination-prepared':
      case 'patient.predetermination-sent':
      case 'patient.predetermination-answered':
      case 'patient.predetermination-withdrawn':
        continuePredeterminations(predeterminations, event);
        break;
      case 'patient.consent-recorded':
        // The first recording stands: what was signed, and its revocation, is never replaced under the same id.
        if (!consents.has(event.data.consent.consentId))
          consents.set(event.data.consent.consentId, {
            consent: event.data.consent,
            position,
            recordedAt: event.recordedAt,
            revocation: undefined,
          });
        break;
      case 'patient.consent-revoked': {
        const recorded = consents.get(event.data.revocation.consentId);
        if (recorded)
          consents.set(recorded.consent.consentId, {
            ...recorded,
            revocation: { ...event.data.revocation, position },
          });
        break;
      }
      case 'patient.restriction-agreed':
        restrictions.push(event.data.restriction);
        break;
      case 'patient.document-attached':
        documents.set(event.data.document.documentId, {
          value: event.data.document,
          position,
          recordedAt: event.recordedAt,
          who: event.who,
        });
        break;
      case 'patient.document-withdrawn': {
        const { documentId, reason } = event.data;
        const attached = documents.get(documentId);
        if (!attached) break;
        documents.delete(documentId);
        withdrawnDocuments.set(documentId, {
          ...attached,
          withdrawal: { reason, at: event.recordedAt, by: event.who },
        });
        break;
      }
      case 'patient.resource-kept': {
        const { sourceKey, verbatimSha256 } = event.data.resource;
        keptResources.set(sourceKey, event.data.resource);
        keptVersions.set(sourceKey, (keptVersions.get(sourceKey) ?? new Set()).add(verbatimSha256));
        break;
      }
      case 'patient.referral-received':
        receivedReferrals.set(event.data.referral.receivedReferralId, {
          value: event.data.referral,
          position,
        });
        break;
      case 'patient.disclosure-recorded':
        disclosures.push(event.data.disclosure);
        break;
      default:
        unreachable(event);
    }
  }
  return {
    patientId,
    position: events.at(-1)?.position ?? 0,
    demographics,
    demographicsPosition,
    relatedPersons,
    conditions,
    history,
    historyPositions,
    accommodations,
    coverages,
    benefitFacts,
    planAnswers,
    withdrawn,
    benefitUses,
    predeterminations,
    consents,
    restrictions,
    documents,
    withdrawnDocuments,
    keptResources,
    keptVersions,
    receivedReferrals,
    disclosures,
  };
}
