import type { CoordinationCase } from '../case/case.ts';
import type { NewCaseEvent } from '../case/case-events.ts';
import { repeats, todayOf, type Deciding } from '../case/deciding.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { placeOfEvidence } from '../necessity/evidence-place.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { availabilityFault } from './availability-faults.ts';
import { constraintFault } from './constraint-faults.ts';
import type { Constraint } from './constraint.ts';
import type {
  Disagreement,
  DisagreementStance,
  GateAnswer,
  MemberAvailability,
  PathwayApplication,
  PlanEvent,
} from './plan-events.ts';
import type { PatientPreferences } from './patient-preferences.ts';

type Decided = readonly NewCaseEvent[] | Refusal;

export function decideRecordOutsideEvent(
  state: CoordinationCase,
  { event }: { readonly event: PlanEvent },
  { now }: Deciding,
): Decided {
  if (repeats(state.sharedPlan.events.get(event.eventId)?.event, event) === 'repeated') return [];
  if (state.planItems.has(event.eventId)) return refuse('plan/event-is-item', {}, '/event/eventId');
  return [{ type: 'plan.outside-event-recorded', occurredAt: now, data: { event } }];
}

/** Refused while a rule counts from it. */
export function decideWithdrawOutsideEvent(
  state: CoordinationCase,
  { eventId, reason }: { readonly eventId: string; readonly reason: string },
  { now }: Deciding,
): Decided {
  const { events, pathways, constraints } = state.sharedPlan;
  if (!events.has(eventId)) return refuse('absent/plan-event', {}, '/eventId');
  const used =
    [...pathways.values()].some(({ application }) => Object.values(application.events).includes(eventId)) ||
    [...constraints.values()].some(({ constraint }) => endsOf(constraint).includes(eventId));
  if (used) return refuse('plan/event-in-use', {}, '/eventId');
  return [{ type: 'plan.outside-event-withdrawn', occurredAt: now, data: { eventId, reason } }];
}

/** Applies a pathway, or changes how it is applied. Nothing of the plan is moved by it. */
export function decideApplyPathway(
  state: CoordinationCase,
  { application }: { readonly application: PathwayApplication },
  { now }: Deciding,
  pathways: ReadonlyMap<string, Pathway>,
): Decided {
  const pathway = pathways.get(application.pathwayId);
  if (!pathway) return refuse('absent/pathway', {}, '/application/pathwayId');
  if (repeats(state.sharedPlan.pathways.get(application.pathwayId)?.application, application) === 'repeated')
    return [];
  const refusal = refuseApplication(state, application, pathway);
  return refusal ?? [{ type: 'plan.pathway-applied', occurredAt: now, data: { application } }];
}

function refuseApplication(
  state: CoordinationCase,
  { events, choices, steps }: PathwayApplication,
  pathway: Pathway,
): Refusal | undefined {
  for (const [name, eventId] of Object.entries(events))
    if (!(name in pathway.events) || !state.sharedPlan.events.has(eventId))
      return refuse('absent/plan-event', {}, `/application/events/${name}`);
  for (const [ruleId, optionId] of Object.entries(choices))
    if (!optionsOf(pathway, ruleId).includes(optionId))
      return refuse('plan/option-unknown', { option: optionId }, `/application/choices/${ruleId}`);
  for (const [itemId, step] of Object.entries(steps)) {
    if (!state.planItems.has(itemId)) return refuse('absent/plan-item', {}, `/application/steps/${itemId}`);
    if (!(step in pathway.steps))
      return refuse('plan/step-unknown', { step }, `/application/steps/${itemId}`);
  }
  return undefined;
}

function optionsOf(pathway: Pathway, ruleId: string): readonly string[] {
  const rule = pathway.rules.find(({ id }) => id === ruleId);
  return rule?.kind === 'choice' || rule?.kind === 'calendar' ? rule.options.map(({ id }) => id) : [];
}

export function decideLiftPathway(
  state: CoordinationCase,
  { pathwayId, reason }: { readonly pathwayId: string; readonly reason: string },
  { now }: Deciding,
): Decided {
  if (!state.sharedPlan.pathways.has(pathwayId)) return refuse('absent/pathway', {}, '/pathwayId');
  return [{ type: 'plan.pathway-lifted', occurredAt: now, data: { pathwayId, reason } }];
}

/** A constraint that a person puts on the plan. Its ends have to be items or outside events of this plan. */
export function decideRecordConstraint(
  state: CoordinationCase,
  { constraint }: { readonly constraint: Constraint },
  { now }: Deciding,
): Decided {
  const before = state.sharedPlan.constraints.get(constraint.constraintId)?.constraint;
  if (repeats(before, constraint) === 'repeated') return [];
  if (constraint.source.by === 'rule') return refuse('plan/rule-by-hand', {}, '/constraint/source/by');
  if (constraint.override) return refuse('plan/override-by-hand', {}, '/constraint/override');
  const known = (id: string) => state.planItems.has(id) || state.sharedPlan.events.has(id);
  const unknown = endsOf(constraint).find((id) => !known(id));
  if (unknown !== undefined) return refuse('plan/end-unknown', {}, '/constraint');
  const fault = constraintFault(constraint, '/constraint') ?? refuseEmpty(constraint);
  return fault ?? [{ type: 'plan.constraint-recorded', occurredAt: now, data: { constraint } }];
}

/** In a file it does no harm; somebody who records it meant something. */
function refuseEmpty(constraint: Constraint): Refusal | undefined {
  if (constraint.kind !== 'calendar') return undefined;
  const { weekdays = [], days = [] } = constraint.notOn;
  return weekdays.length + days.length > 0
    ? undefined
    : refuse('plan/no-day-named', {}, '/constraint/notOn/weekdays');
}

function endsOf(constraint: Constraint): readonly string[] {
  if (constraint.kind === 'interval') return [constraint.from, constraint.to];
  return [...(constraint.items ?? []), ...(constraint.kind === 'deadline' ? [constraint.event] : [])];
}

export function decideWithdrawConstraint(
  state: CoordinationCase,
  { constraintId, reason }: { readonly constraintId: string; readonly reason: string },
  { now }: Deciding,
): Decided {
  if (!state.sharedPlan.constraints.has(constraintId))
    return refuse('absent/constraint', {}, '/constraintId');
  return [{ type: 'plan.constraint-withdrawn', occurredAt: now, data: { constraintId, reason } }];
}

/** Any rule can be set aside by a clinician, with a reason; it stays in sight. */
export function decideSetConstraintAside(
  state: CoordinationCase,
  { constraintId, reason }: { readonly constraintId: string; readonly reason: string },
  { now }: Deciding,
  constraints: readonly Constraint[],
): Decided {
  if (!constraints.some((each) => each.constraintId === constraintId))
    return refuse('absent/constraint', {}, '/constraintId');
  if (state.sharedPlan.setAside.get(constraintId)?.reason === reason) return [];
  return [{ type: 'plan.constraint-set-aside', occurredAt: now, data: { constraintId, reason } }];
}

export function decideRestoreConstraint(
  state: CoordinationCase,
  { constraintId, reason }: { readonly constraintId: string; readonly reason: string },
  { now }: Deciding,
): Decided {
  if (!state.sharedPlan.setAside.has(constraintId)) return refuse('plan/not-set-aside', {}, '/constraintId');
  return [{ type: 'plan.constraint-restored', occurredAt: now, data: { constraintId, reason } }];
}

export function decideAnswerGate(
  state: CoordinationCase,
  { answer }: { readonly answer: GateAnswer },
  deciding: Deciding,
  constraints: readonly Constraint[],
): Decided {
  const gate = constraints.find(({ constraintId }) => constraintId === answer.constraintId);
  if (gate?.kind !== 'gate') return refuse('absent/gate', {}, '/answer/constraintId');
  if (repeats(state.sharedPlan.gates.get(answer.constraintId)?.answer, answer) === 'repeated') return [];
  if (answer.passedOn !== undefined && answer.passedOn > todayOf(deciding))
    return refuse('plan/passed-in-future', { date: answer.passedOn }, '/answer/passedOn');
  return [{ type: 'plan.gate-answered', occurredAt: deciding.now, data: { answer } }];
}

export function decideRecordAvailability(
  state: CoordinationCase,
  { availability }: { readonly availability: MemberAvailability },
  { now }: Deciding,
): Decided {
  if (!state.members.has(availability.memberId)) return refuse('absent/member', {}, '/availability/memberId');
  if (
    repeats(state.sharedPlan.availability.get(availability.memberId)?.availability, availability) ===
    'repeated'
  )
    return [];
  const fault = availabilityFault(availability.availability, '/availability/availability');
  if (fault) return fault;
  return [{ type: 'plan.availability-recorded', occurredAt: now, data: { availability } }];
}

/** What was said last counts; what was said before stays in the record. */
export function decideRecordPreferences(
  state: CoordinationCase,
  { preferences }: { readonly preferences: PatientPreferences },
  { now }: Deciding,
): Decided {
  if (repeats(state.sharedPlan.preferences?.preferences, preferences) === 'repeated') return [];
  const named = preferences.weekdays;
  if (new Set(named).size < named.length)
    return refuse('plan/weekday-twice', { weekdays: named.join(', ') }, '/preferences/weekdays');
  return [{ type: 'plan.preferences-recorded', occurredAt: now, data: { preferences } }];
}

export function decideOpenDisagreement(
  state: CoordinationCase,
  { disagreement }: { readonly disagreement: Disagreement },
  { now }: Deciding,
): Decided {
  const before = state.sharedPlan.disagreements.get(disagreement.disagreementId)?.disagreement;
  const again = repeats(before, disagreement);
  if (again !== undefined) return again === 'repeated' ? [] : again;
  if (!state.members.has(disagreement.resolverMemberId))
    return refuse('absent/member', {}, '/disagreement/resolverMemberId');
  const unknown = disagreement.itemIds.findIndex((id) => !state.planItems.has(id));
  if (unknown >= 0) return refuse('absent/plan-item', {}, `/disagreement/itemIds/${unknown}`);
  return [{ type: 'plan.disagreement-opened', occurredAt: now, data: { disagreement } }];
}

export function decideTakeStance(
  state: CoordinationCase,
  { stance }: { readonly stance: DisagreementStance },
  { now, patient }: Deciding,
): Decided {
  const refusal = refuseSettled(state, stance.disagreementId, '/stance/disagreementId');
  if (refusal) return refusal;
  if (!state.members.has(stance.memberId)) return refuse('absent/member', {}, '/stance/memberId');
  const isOnRecord = (id: string) =>
    (['condition', 'document', 'contact'] as const).some((kind) =>
      placeOfEvidence({ kind, id }, state, patient, state.position),
    );
  const unknown = stance.evidence.findIndex((id) => !isOnRecord(id));
  if (unknown >= 0)
    return refuse(
      'factor/evidence-unknown',
      { label: stance.evidence[unknown] ?? '' },
      `/stance/evidence/${unknown}`,
    );
  return [{ type: 'plan.disagreement-stance-taken', occurredAt: now, data: { stance } }];
}

export function decideResolveDisagreement(
  state: CoordinationCase,
  { disagreementId, resolution }: { readonly disagreementId: string; readonly resolution: string },
  { now }: Deciding,
): Decided {
  const refusal = refuseSettled(state, disagreementId, '/disagreementId');
  return (
    refusal ?? [{ type: 'plan.disagreement-resolved', occurredAt: now, data: { disagreementId, resolution } }]
  );
}

function refuseSettled(state: CoordinationCase, disagreementId: string, at: string): Refusal | undefined {
  const recorded = state.sharedPlan.disagreements.get(disagreementId);
  if (!recorded) return refuse('absent/disagreement', {}, at);
  return recorded.resolved ? refuse('plan/already-resolved', {}, at) : undefined;
}
