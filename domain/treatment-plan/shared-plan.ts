import type { RecordedEvent, Stamp } from '../audit/event.ts';
import { unreachable } from '../kernel/refusal.ts';
import type {
  Disagreement,
  DisagreementStance,
  GateAnswer,
  KeptSchedule,
  MemberAvailability,
  PathwayApplication,
  PlanEvent,
  PlanEventData,
} from './plan-events.ts';
import type { Constraint } from './constraint.ts';
import type { PatientPreferences } from './patient-preferences.ts';

/** What holds around the items of a plan: outside events, rules, answers, the order that was kept, disagreements. */
export interface SharedPlan {
  readonly events: ReadonlyMap<string, Stamp & { readonly event: PlanEvent }>;
  readonly pathways: ReadonlyMap<string, Stamp & { readonly application: PathwayApplication }>;
  /** Constraints that people recorded; those of pathways follow from `pathways`. */
  readonly constraints: ReadonlyMap<string, Stamp & { readonly constraint: Constraint }>;
  readonly setAside: ReadonlyMap<string, Stamp & { readonly reason: string }>;
  readonly gates: ReadonlyMap<string, Stamp & { readonly answer: GateAnswer }>;
  readonly availability: ReadonlyMap<string, Stamp & { readonly availability: MemberAvailability }>;
  readonly preferences: (Stamp & { readonly preferences: PatientPreferences }) | undefined;
  readonly schedules: readonly (Stamp & { readonly kept: KeptSchedule })[];
  readonly disagreements: ReadonlyMap<string, RecordedDisagreement>;
}

export interface RecordedDisagreement extends Stamp {
  readonly disagreement: Disagreement;
  readonly stances: readonly (Stamp & { readonly stance: DisagreementStance })[];
  readonly resolved: (Stamp & { readonly resolution: string }) | undefined;
}

export const emptySharedPlan: SharedPlan = {
  events: new Map(),
  pathways: new Map(),
  constraints: new Map(),
  setAside: new Map(),
  gates: new Map(),
  availability: new Map(),
  preferences: undefined,
  schedules: [],
  disagreements: new Map(),
};

export type SharedPlanEvent = {
  [T in keyof PlanEventData]: RecordedEvent<T, PlanEventData[T]>;
}[keyof PlanEventData];

/** The plan after one more event; the plan before is left as it was. */
export function continueSharedPlan(plan: SharedPlan, event: SharedPlanEvent, stamp: Stamp): SharedPlan {
  switch (event.type) {
    case 'plan.outside-event-recorded':
      return { ...plan, events: put(plan.events, event.data.event.eventId, { ...stamp, ...event.data }) };
    case 'plan.outside-event-withdrawn':
      return { ...plan, events: without(plan.events, event.data.eventId) };
    case 'plan.pathway-applied':
      return {
        ...plan,
        pathways: put(plan.pathways, event.data.application.pathwayId, { ...stamp, ...event.data }),
      };
    case 'plan.pathway-lifted':
      return { ...plan, pathways: without(plan.pathways, event.data.pathwayId) };
    case 'plan.constraint-recorded':
      return {
        ...plan,
        constraints: put(plan.constraints, event.data.constraint.constraintId, { ...stamp, ...event.data }),
      };
    case 'plan.constraint-withdrawn':
      return { ...plan, constraints: without(plan.constraints, event.data.constraintId) };
    case 'plan.constraint-set-aside':
      return {
        ...plan,
        setAside: put(plan.setAside, event.data.constraintId, { ...stamp, reason: event.data.reason }),
      };
    case 'plan.constraint-restored':
      return { ...plan, setAside: without(plan.setAside, event.data.constraintId) };
    case 'plan.gate-answered':
      return { ...plan, gates: put(plan.gates, event.data.answer.constraintId, { ...stamp, ...event.data }) };
    case 'plan.availability-recorded':
      return {
        ...plan,
        availability: put(plan.availability, event.data.availability.memberId, { ...stamp, ...event.data }),
      };
    case 'plan.preferences-recorded':
      return { ...plan, preferences: { ...stamp, ...event.data } };
    case 'plan.schedule-kept':
      return { ...plan, schedules: [...plan.schedules, { ...stamp, ...event.data }] };
    case 'plan.disagreement-opened':
      return {
        ...plan,
        disagreements: put(plan.disagreements, event.data.disagreement.disagreementId, {
          ...stamp,
          ...event.data,
          stances: [],
          resolved: undefined,
        }),
      };
    case 'plan.disagreement-stance-taken': {
      const { stance } = event.data;
      return discuss(plan, stance.disagreementId, (recorded) => ({
        ...recorded,
        stances: [...recorded.stances, { ...stamp, stance }],
      }));
    }
    case 'plan.disagreement-resolved': {
      const { disagreementId, resolution } = event.data;
      return discuss(plan, disagreementId, (recorded) => ({
        ...recorded,
        resolved: { ...stamp, resolution },
      }));
    }
    default:
      return unreachable(event);
  }
}

function put<Value>(map: ReadonlyMap<string, Value>, key: string, value: Value): ReadonlyMap<string, Value> {
  return new Map(map).set(key, value);
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([each]) => each !== key));
}

function discuss(
  plan: SharedPlan,
  disagreementId: string,
  how: (recorded: RecordedDisagreement) => RecordedDisagreement,
): SharedPlan {
  const recorded = plan.disagreements.get(disagreementId);
  if (!recorded) return plan;
  return { ...plan, disagreements: put(plan.disagreements, disagreementId, how(recorded)) };
}
