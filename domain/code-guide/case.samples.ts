import { coordinator, sampleRecorded } from '../activity/activity.samples.ts';
import type { Activity } from '../activity/activity.ts';
import type { Stamp } from '../audit/event.ts';
import type { CoordinationCase, RecordedActivity } from '../case/case.ts';
import { foldCase } from '../case/fold-case.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import type { NecessityFactor } from '../necessity/factor.ts';
import { foldPractice, type Practice } from '../practice/practice.ts';
import type { Provider, StaffMember } from '../practice/practice-events.ts';
import type { TeamMember } from '../team/team-member.ts';

/** Synthetic cases and practices for tests: a coordinator, a dentist of ours, and an oral surgeon outside. */

export const stamp: Stamp = {
  position: 1,
  who: coordinator,
  occurredAt: instant('2026-03-01T17:00:00Z'),
  recordedAt: instant('2026-03-01T17:00:00Z'),
};

export function sampleMember(change: Partial<TeamMember> = {}): TeamMember {
  return {
    memberId: 'member-surgeon',
    role: 'dental-specialist',
    name: 'Dr. Sol Surgeon',
    specialty: 'oral-surgery',
    contacts: [],
    from: calendarDate('2026-03-01'),
    ...change,
  };
}

export function sampleCase(
  parts: {
    activities?: readonly (Activity | RecordedActivity)[];
    members?: readonly TeamMember[];
    factors?: readonly NecessityFactor['kind'][];
  } & Partial<Omit<CoordinationCase, 'activities' | 'members' | 'factors'>> = {},
): CoordinationCase {
  const { activities = [], members = [sampleMember()], factors = [], ...rest } = parts;
  const opened = foldCase(rest.caseId ?? 'case-1', [
    {
      organizationId: 'organization-1',
      stream: { kind: 'case', id: rest.caseId ?? 'case-1' },
      position: 1,
      eventId: 'event-1',
      type: 'case.opened',
      who: coordinator,
      occurredAt: stamp.occurredAt,
      recordedAt: stamp.recordedAt,
      data: {
        patientId: rest.patientId ?? 'patient-1',
        title: 'Extraction before a valve operation',
        reason: 'Two offices and a hospital',
        ownerStaffId: null,
        team: null,
        receivedReferralId: null,
      },
      reliedOn: [],
    },
  ]);
  const recorded = activities.map((each) => ('activity' in each ? each : sampleRecorded(each)));
  return {
    ...opened,
    activities: new Map(recorded.map((each) => [each.activity.activityId, each])),
    members: new Map(members.map((member) => [member.memberId, { ...stamp, member }])),
    factors: new Map(
      factors.map((kind) => [kind, { ...stamp, factor: { factorId: kind, kind, text: kind, evidence: [] } }]),
    ),
    ...rest,
  };
}

const staff: readonly StaffMember[] = [
  { staffId: 'staff-coordinator', name: 'Cora Coordinator', role: 'coordinator', active: true },
  { staffId: 'staff-dentist', name: 'Dee Dentist', role: 'dentist', credential: 'DDS', active: true },
];

export function samplePractice(
  parts: { providers?: readonly Provider[] } & Partial<Omit<Practice, 'providers'>> = {},
): Practice {
  const { providers = [], ...rest } = parts;
  return {
    ...foldPractice('organization-1', []),
    staff: new Map(staff.map((member) => [member.staffId, member])),
    providers: new Map(providers.map((provider) => [provider.providerId, provider])),
    ...rest,
  };
}
