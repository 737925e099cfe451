import { Value } from 'typebox/value';
import { Activity } from '#domain/activity/activity.ts';
import type { NewCaseEvent } from '#domain/case/case-events.ts';
import { instant } from '#domain/kernel/calendar-date.ts';
import type { Archway } from './archway.ts';
import { staffIdOf, testOrganization } from './test-practice.ts';
import { testContact } from './test-ready-case.ts';

const who = {
  kind: 'staff',
  id: staffIdOf('coordinator'),
  name: 'coordinator of the test',
  role: 'coordinator',
} as const;

/** Signed contacts beside those that a case has, an hour apart, each with its own words: recorded in one go. */
export async function addContacts(archway: Archway, caseId: string, contacts: number): Promise<void> {
  const events = Array.from({ length: contacts }, (_, index): NewCaseEvent[] => {
    const activityId = `${caseId}-more-${index}`;
    const { contact, ...told } = testContact(activityId, who.id, 180 + 60 * index);
    const asked = `Question ${index}: ${contact.asked}`;
    const activity = Value.Parse(Activity, { ...told, contact: { ...contact, asked } });
    const occurredAt = instant(told.time.endedAt);
    return [
      { type: 'activity.logged', occurredAt, data: { late: false, activity } },
      { type: 'activity.signed', occurredAt, data: { activityIds: [activityId] } },
    ];
  });
  await archway.record.write(testOrganization, who, { caseId }, (writing) =>
    writing.appendToCase(caseId, events.flat()),
  );
}
