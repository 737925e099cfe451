import type { PlanKnowledgeView, SaidOfPlanView } from '#contract/views.ts';
import { planKnowledge, type SaidOfPlan } from '#domain/coverage/plan-knowledge.ts';
import { remainingByYear } from '#domain/coverage/remaining-by-year.ts';
import { planStatementWords } from '#domain/coverage/plan-statement-words.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { Patient } from '#domain/patient/patient.ts';

/** What is known of each coverage of a patient on a day, for people. */
export function planViews(patient: Patient, today: CalendarDate, timeZone: string): PlanKnowledgeView[] {
  return [...patient.coverages.keys()].map((coverageId) => {
    const knowledge = planKnowledge(patient, coverageId, today, timeZone);
    const { subjects, outOfDate } = knowledge;
    const views = subjects.map(({ followed, contrary, assumed }) => ({
      ...(followed && { followed: saidView(followed) }),
      contrary: contrary.map((said) => ({ ...saidView(said), because: said.because })),
      assumed: assumed.map(saidView),
    }));
    const past = outOfDate.map(saidView);
    const heard = [
      ...views.flatMap(({ followed, contrary }) => [...(followed ? [followed] : []), ...contrary]),
      ...past,
    ]
      .map(({ learnedAt }) => learnedAt)
      .toSorted()
      .at(-1);
    return {
      coverageId,
      ...(heard && { lastVerified: heard }),
      subjects: views,
      outOfDate: past,
      remaining: remainingByYear(knowledge, timeZone).map(({ yearFrom, whole, said, ...rest }) => ({
        ...rest,
        ...(yearFrom && { yearFrom }),
        ...(whole !== undefined && { whole }),
        said: saidView(said),
      })),
    };
  });
}

export function saidView({ statement, basis }: SaidOfPlan): SaidOfPlanView {
  if (basis.kind !== 'fact') throw new Error('what is said of a plan rests on what somebody said');
  const { source, learnedAt, goodThrough } = basis;
  return { words: planStatementWords(statement), source, learnedAt, goodThrough };
}
