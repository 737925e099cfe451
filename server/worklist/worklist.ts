import { timeZoneOf } from '#domain/case/deciding.ts';
import type { NextStepView, WorklistRow, WorklistView } from '#contract/views.ts';
import type { NextStep } from '#domain/case/next-step.ts';
import { dayOf, type Instant } from '#domain/kernel/calendar-date.ts';
import { worklistEntry, type WorklistEntry } from '#domain/worklist/worklist-entry.ts';
import {
  byUrgency,
  isInView,
  othersOf,
  worklistFilters,
  type Viewer,
  type WorklistFilter,
} from '#domain/worklist/worklist-filter.ts';
import type { Person } from '../http/signed-in.ts';
import { searchable } from '../record/read-models.ts';
import type { Reading } from '../record/record.ts';

export type WorklistChoice = WorklistFilter | 'closed';
export const worklistChoices = [...worklistFilters, 'closed'] as const;

/** One view of the worklist, most urgent first, with how many cases each view holds. */
export async function worklist(
  reading: Reading,
  person: Person,
  now: Instant,
  choice: WorklistChoice,
  question: string,
): Promise<WorklistView> {
  const practice = await reading.practice();
  const timeZone = timeZoneOf(practice);
  const today = dayOf(now, timeZone);
  const viewer: Viewer = { staffId: person.staffId, team: person.staff.team };
  const entries = (await allEntries(reading, now, timeZone)).sort(byUrgency);
  const inView = (entry: WorklistEntry, view: WorklistChoice) =>
    view === 'closed' ? entry.state === 'closed' : isInView(entry, view, viewer, today);
  const counts: Record<string, number> = {};
  for (const view of worklistChoices) counts[view] = entries.filter((entry) => inView(entry, view)).length;
  const words = searchable(question).split(' ').filter(Boolean);
  const rows = entries
    .filter((entry) => inView(entry, choice) && matches(entry, words))
    .map((entry) => rowOf(entry, viewer));
  return { rows, counts, today };
}

async function allEntries(reading: Reading, now: Instant, timeZone: string): Promise<WorklistEntry[]> {
  const practice = await reading.practice();
  const ids = await reading.tenant
    .selectFrom('case_summary')
    .select(['case_id', 'patient_id'])
    .where('organization_id', '=', reading.organizationId)
    .execute();
  const entries: WorklistEntry[] = [];
  for (const { case_id: caseId, patient_id: patientId } of ids) {
    const state = await reading.coordinationCase(caseId);
    const patient = await reading.patient(patientId);
    if (state && patient) entries.push(worklistEntry(state, { patient, now, timeZone }, practice));
  }
  return entries;
}

function matches(entry: WorklistEntry, words: readonly string[]): boolean {
  const text = searchable(
    `${entry.patientName} ${entry.title} ${entry.ownerName ?? ''} ${entry.birthDate ?? ''}`,
  );
  return words.every((word) => text.includes(word));
}

function rowOf(entry: WorklistEntry, viewer: Viewer): WorklistRow {
  const { nextStep, birthDate, ownerStaffId, ownerName, team, holdUntil, lastActivityAt } = entry;
  return {
    caseId: entry.caseId,
    patientId: entry.patientId,
    patientName: entry.patientName,
    ...(birthDate === undefined ? {} : { birthDate }),
    title: entry.title,
    state: entry.state,
    ...(ownerStaffId === undefined ? {} : { ownerStaffId }),
    ...(ownerName === undefined ? {} : { ownerName }),
    ...(team === undefined ? {} : { team }),
    ...(nextStep ? { nextStep: nextStepView(nextStep) } : {}),
    yours: othersOf(entry, viewer).map(nextStepView),
    ...(holdUntil === undefined ? {} : { holdUntil }),
    flags: [...entry.flags],
    ...(lastActivityAt === undefined ? {} : { lastActivityAt }),
    coordinationSeconds: entry.coordinationSeconds,
  };
}

export function nextStepView(step: NextStep): NextStepView {
  return {
    title: step.title,
    ...(step.message ? { message: { id: step.message.id, params: { ...step.message.params } } } : {}),
    ...(step.taskId === undefined ? {} : { taskId: step.taskId }),
    holder: step.holder,
    since: step.since,
    ...(step.due === undefined ? {} : { due: step.due }),
  };
}
