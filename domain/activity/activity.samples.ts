import type { Actor } from '../audit/event.ts';
import type { RecordedActivity } from '../case/case.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import type { Activity, Contact, TimeSpent } from './activity.ts';

/** Synthetic activities for tests: a coordinator's telephone call of ten minutes that reached an oral surgeon. */

export const coordinator: Actor = {
  kind: 'staff',
  id: 'staff-coordinator',
  name: 'Cora Coordinator',
  role: 'coordinator',
};

export function sampleTime(change: { from?: string; to?: string } & Partial<TimeSpent> = {}): TimeSpent {
  const { from = '2026-03-05T17:00:00Z', to = '2026-03-05T17:10:00Z', ...rest } = change;
  const startedAt = instant(from);
  const endedAt = instant(to);
  const seconds = Math.max(0, (Date.parse(endedAt) - Date.parse(startedAt)) / 1000);
  return { basis: 'timer', startedAt, endedAt, seconds, ...rest };
}

export function sampleContact(change: Partial<Contact> = {}): Contact {
  return {
    parties: [{ kind: 'provider', memberId: 'member-surgeon', name: 'Dr. Sol Surgeon' }],
    direction: 'outgoing',
    route: 'telephone',
    reached: 'reached',
    asked: 'Can the extraction be done before the valve operation?',
    answered: 'Yes, on 20 March, with the antibiotics that the cardiologist names.',
    effectOnPlan: 'Extraction first.',
    disclosed: ['dental-record'],
    ...change,
  };
}

export function sampleActivity(
  change: Partial<Omit<Activity, 'time' | 'contact'>> & {
    time?: TimeSpent;
    contact?: Contact | 'none';
  } = {},
): Activity {
  const { contact = sampleContact(), ...rest } = change;
  return {
    activityId: 'activity-1',
    kind: 'coordination-with-provider',
    staffId: 'staff-coordinator',
    note: '',
    time: sampleTime(),
    serviceDate: calendarDate('2026-03-05'),
    ...(contact === 'none' ? {} : { contact }),
    ...rest,
  };
}

export function sampleRecorded(
  activity: Activity,
  change: Partial<Omit<RecordedActivity, 'activity'>> = {},
): RecordedActivity {
  const { startedAt, endedAt } = activity.time;
  const recordedAt = endedAt > startedAt ? endedAt : startedAt;
  return {
    position: 2,
    who: coordinator,
    occurredAt: recordedAt,
    recordedAt,
    activity,
    late: false,
    reliedOn: [],
    signed: { position: 3, who: coordinator, occurredAt: recordedAt, recordedAt },
    amendments: [],
    withdrawn: undefined,
    ...change,
  };
}
