import { timeZoneOf } from '#domain/case/deciding.ts';
import type { PatientView } from '#contract/views.ts';
import { missingElements } from '#domain/consent/authorization-elements.ts';
import { consentConcerns } from '#domain/consent/consent-concerns.ts';
import { standingOf } from '#domain/consent/standing.ts';
import { inOrderOfAsking } from '#domain/coverage/coverage-on-day.ts';
import type { OrderOfBenefits } from '#domain/estimate/order-of-benefits.ts';
import { orderOfCoverages } from '#domain/estimate/order-of-coverages.ts';
import { dayOf, type Instant } from '#domain/kernel/calendar-date.ts';
import { message } from '#domain/kernel/message.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { hasMoreExactCodes } from '#domain/pathway/more-exact-code.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { Rulebook } from '#domain/rulebook/rulebook.ts';
import { planViews } from '../coverage/plan-views.ts';
import { predeterminationViews } from '../coverage/predetermination-views.ts';
import type { Reading } from '../record/record.ts';

/** Undefined when nobody of that id is registered. */
export async function patientView(
  reading: Reading,
  patientId: string,
  now: Instant,
  { pathways }: Pick<Rulebook, 'pathways'>,
): Promise<PatientView | undefined> {
  const patient = await reading.patient(patientId);
  if (!patient?.demographics) return undefined;
  const practice = await reading.practice();
  const timeZone = timeZoneOf(practice);
  const today = dayOf(now, timeZone);
  const order = orderOfCoverages(patient, practice, today);
  return {
    patientId,
    position: patient.position,
    demographics: patient.demographics,
    relatedPersons: [...patient.relatedPersons.values()],
    conditions: [...patient.conditions.values()].map(({ value }) => value),
    inexactConditionIds: [...patient.conditions.values()].flatMap(({ value: { conditionId, diagnosis } }) =>
      diagnosis !== undefined && hasMoreExactCodes(diagnosis, pathways.values()) ? [conditionId] : [],
    ),
    history: [...patient.history.values()],
    accommodations: [...patient.accommodations.values()].map(({ value }) => value),
    coverages: [
      ...inOrderOfAsking(
        [...patient.coverages.values()].map(({ value }) => value),
        today,
      ),
    ],
    ...(order && { coverageOrder: orderView(order) }),
    benefitFacts: patient.benefitFacts.map(({ value }) => value),
    plans: planViews(patient, today, timeZone),
    benefitUses: [...patient.benefitUses.values()].map(({ value }) => value),
    predeterminations: predeterminationViews(patient, today),
    consents: consentViews(patient, now, timeZone),
    restrictions: [...patient.restrictions],
    documents: [...patient.documents.values()].map(({ value, recordedAt, who }) => ({
      ...value,
      attachedAt: recordedAt,
      attachedBy: who.name,
    })),
    withdrawnDocuments: [...patient.withdrawnDocuments.values()].map(
      ({ value, recordedAt, who, withdrawal }) => ({
        ...value,
        attachedAt: recordedAt,
        attachedBy: who.name,
        reason: withdrawal.reason,
        withdrawnAt: withdrawal.at,
        withdrawnBy: withdrawal.by.name,
      }),
    ),
    keptResources: [...patient.keptResources.values()],
    receivedReferrals: [...patient.receivedReferrals.values()].map(({ value }) => value),
    disclosures: [...patient.disclosures],
    cases: await casesOf(reading, patientId),
  };
}

function orderView(order: OrderOfBenefits | Refusal): NonNullable<PatientView['coverageOrder']> {
  if (isRefusal(order)) return { places: [], cautions: [], refusal: order };
  return {
    places: order.plans.map(({ planId, before }) => ({
      coverageId: planId,
      ...(before && { because: message(`estimate.order.rule.${before}`) }),
    })),
    cautions: order.cautions.map(({ said, about }) => ({ said, ...(about && { about }) })),
  };
}

function consentViews(patient: Patient, now: Instant, timeZone: string): PatientView['consents'] {
  const birthDate = patient.demographics?.birthDate;
  return [...patient.consents.values()].map((recorded) => {
    const standing = standingOf(recorded, { asOf: now, timeZone, birthDate });
    const { revocation } = recorded;
    return {
      consent: recorded.consent,
      position: recorded.position,
      ...(revocation ? { revocation } : {}),
      active: standing === 'active',
      standing: message(`release.standing.${standing}`),
      missing: missingElements(recorded.consent).map(({ element, source }) =>
        message(`release.element.${element}`, { source }),
      ),
      concerns: [...consentConcerns(recorded, { timeZone, birthDate })],
    };
  });
}

async function casesOf(reading: Reading, patientId: string): Promise<PatientView['cases']> {
  const rows = await reading.tenant
    .selectFrom('case_summary')
    .select('case_id')
    .where('organization_id', '=', reading.organizationId)
    .where('patient_id', '=', patientId)
    .orderBy('case_id')
    .execute();
  const cases: PatientView['cases'] = [];
  for (const { case_id: caseId } of rows) {
    const state = await reading.coordinationCase(caseId);
    if (state)
      cases.push({
        caseId,
        title: state.title,
        state: state.state,
        openedAt: state.opened.recordedAt,
        ...(state.receivedReferralId === undefined ? {} : { receivedReferralId: state.receivedReferralId }),
      });
  }
  return cases;
}
