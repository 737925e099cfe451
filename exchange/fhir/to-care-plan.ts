import type { CarePlan, CarePlanActivity, Coding, Extension } from 'fhir/r4';
import type { CoordinationCase } from '#domain/case/case.ts';
import { timeZoneOf } from '#domain/case/deciding.ts';
import { dayOf } from '#domain/kernel/calendar-date.ts';
import type { NecessityFactor } from '#domain/necessity/factor.ts';
import { protectedCategoriesOf } from '#domain/necessity/protected-evidence.ts';
import type { PlanItem, PlanItemStatus } from '#domain/treatment-plan/plan-item.ts';
import { concept, extensionUrls, ourIdentifier, periodOf, positionExtension, systems } from './fhir-codes.ts';
import { decisionNotes } from './decision-notes.ts';
import { memberReference, roleConcept } from './to-directory.ts';
import { patientReference } from './to-patient.ts';
import type { Scene } from './to-scene.ts';

/** Everybody on the team, in the shape of US Core: one role and one member each. */
export function putCareTeam(scene: Scene): void {
  const members = [...scene.case.members.values()];
  if (members.length === 0 || !scene.allows('coordination-record')) return;
  scene.put({
    resourceType: 'CareTeam',
    id: scene.idOf('CareTeam', 'case', scene.case.caseId),
    status: scene.case.state === 'closed' ? 'inactive' : 'active',
    subject: patientReference(scene),
    participant: members.map(({ member }) => ({
      role: [roleConcept(member.role)],
      member: memberReference(scene, member),
      period: periodOf(member.from, member.through),
    })),
  });
}

const planStatuses: Record<CoordinationCase['state'], CarePlan['status']> = {
  open: 'active',
  'on-hold': 'on-hold',
  closed: 'completed',
};

/** The case as a care plan: what it is for, whom it rests on, why it is needed, and the steps of the plan. */
export function putCarePlan(scene: Scene): void {
  const { case: theCase } = scene;
  const mayTell = scene.allows('coordination-record');
  const factors = mayTell ? releasedFactors(scene) : [];
  const items = scene.allows('dental-record') ? planItems(theCase) : [];
  if (!mayTell && items.length === 0) return;
  const timeZone = timeZoneOf(scene.practice);
  scene.put({
    resourceType: 'CarePlan',
    id: scene.idOf('CarePlan', 'case', theCase.caseId),
    text: { status: 'generated', div: planText(mayTell ? theCase : undefined, factors, items) },
    extension: [positionExtension('case', theCase.opened.position)],
    identifier: [ourIdentifier('case-id', theCase.caseId)],
    status: planStatuses[theCase.state],
    intent: 'plan',
    category: [concept('http://hl7.org/fhir/us/core/CodeSystem/careplan-category', 'assess-plan')],
    // Whoever pays gets no title and no reason in free words, and FHIR knows no empty text.
    title: mayTell && theCase.title !== '' ? theCase.title : undefined,
    description: mayTell && theCase.reason !== '' ? theCase.reason : undefined,
    subject: patientReference(scene),
    period: {
      start: dayOf(theCase.opened.occurredAt, timeZone),
      end: theCase.state === 'closed' ? dayOf(theCase.stateSince, timeZone) : undefined,
    },
    careTeam: scene.has('CareTeam', 'case', theCase.caseId)
      ? [scene.reference('CareTeam', 'case', theCase.caseId)]
      : [],
    addresses: [...scene.patient.conditions.keys()]
      .filter((conditionId) => scene.has('Condition', 'condition', conditionId))
      .map((conditionId) => scene.reference('Condition', 'condition', conditionId)),
    activity: items.map((item) => activityOf(scene, item)),
    note: [...factors.map((factor) => ({ text: factor.text })), ...decisionNotes(scene)],
  });
}

/** A factor that rests on a condition or a clearance tells of the patient's health. */
function releasedFactors(scene: Scene): NecessityFactor[] {
  return [...scene.case.factors.values()]
    .map(({ factor }) => factor)
    .filter((factor) => {
      const medical =
        factor.kind === 'condition' ||
        factor.kind === 'clearance-needed' ||
        factor.evidence.some(({ kind }) => kind === 'condition' || kind === 'history');
      const { patient, case: theCase } = scene;
      const protectedBy = protectedCategoriesOf(factor, { ...theCase, patient });
      return scene.allows(medical ? 'medical-history' : undefined, ...protectedBy);
    });
}

function planItems(theCase: CoordinationCase): PlanItem[] {
  return [...theCase.planItems.values()].map(({ item }) => item).toSorted((a, b) => a.order - b.order);
}

type ActivityStatus = NonNullable<CarePlanActivity['detail']>['status'];

const itemStatuses: Record<PlanItemStatus, ActivityStatus> = {
  proposed: 'not-started',
  accepted: 'not-started',
  scheduled: 'scheduled',
  done: 'completed',
  declined: 'cancelled',
  withdrawn: 'cancelled',
};

function activityOf(scene: Scene, item: PlanItem): CarePlanActivity {
  const owner = scene.case.members.get(item.ownerMemberId ?? '')?.member;
  const recorded = scene.case.planItems.get(item.itemId);
  return {
    detail: {
      extension: [
        ...bodySiteExtension(item),
        ...(recorded ? [positionExtension('case', recorded.position)] : []),
      ],
      kind: 'ServiceRequest',
      code: item.code === undefined ? { text: item.text } : concept(systems.cdt, item.code, item.text),
      status: itemStatuses[item.status],
      description: item.note,
      performer: owner && scene.allows('coordination-record') ? [memberReference(scene, owner)] : [],
    },
  };
}

/** CarePlan.activity.detail has no body site: tooth, area and surfaces are one concept with their codings. */
function bodySiteExtension(item: PlanItem): Extension[] {
  const codings: Coding[] = [
    ...(item.tooth === undefined ? [] : [{ system: systems.tooth, code: item.tooth }]),
    ...(item.area === undefined ? [] : [{ system: systems.oralArea, code: item.area }]),
    ...item.surfaces.map((surface) => ({ system: systems.surface, code: surface })),
  ];
  return codings.length === 0
    ? []
    : [{ url: extensionUrls.bodySite, valueCodeableConcept: { coding: codings } }];
}

function planText(
  theCase: CoordinationCase | undefined,
  factors: readonly NecessityFactor[],
  items: readonly PlanItem[],
): string {
  const list = (texts: readonly string[]) =>
    texts.length === 0 ? '' : `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`;
  const heading =
    theCase === undefined
      ? ''
      : [theCase.title, theCase.reason]
          .map((text) => (text === '' ? '' : `<p>${escaped(text)}</p>`))
          .join('');
  const steps = items.map((item) => [item.code ?? '', item.text].join(' ').trim());
  const body = heading + list(factors.map((factor) => factor.text)) + list(steps);
  return `<div xmlns="http://www.w3.org/1999/xhtml">${body || '<p>-</p>'}</div>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
