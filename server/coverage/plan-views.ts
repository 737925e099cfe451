import type { PlanKnowledgeView, SaidOfPlanView } from '#contract/views.ts';
import type { PlanStatement } from '#domain/coverage/plan-answer.ts';
import { planKnowledge, type PlanSubject, type SaidOfPlan } from '#domain/coverage/plan-knowledge.ts';
import { remainingByYear } from '#domain/coverage/remaining-by-year.ts';
import { planStatementWords } from '#domain/coverage/plan-statement-words.ts';
import { byTopic, topicOf } from '#domain/coverage/statement-topic.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { Patient } from '#domain/patient/patient.ts';

/** What is known of each coverage of a patient on a day, for people. */
export function planViews(patient: Patient, today: CalendarDate, timeZone: string): PlanKnowledgeView[] {
  return [...patient.coverages.keys()].map((coverageId) => {
    const knowledge = planKnowledge(patient, coverageId, today, timeZone);
    const subjects = knowledge.subjects.toSorted((one, other) =>
      byTopic(statementOf(one), statementOf(other)),
    );
    const outOfDate = knowledge.outOfDate.toSorted((one, other) => byTopic(one.statement, other.statement));
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
      .filter(({ source }) => source.kind !== 'assumption')
      .toSorted((one, other) =>
        one.learnedAt < other.learnedAt ? -1 : Number(one.learnedAt > other.learnedAt),
      )
      .at(-1);
    return {
      coverageId,
      ...(heard && { lastVerified: heard }),
      subjects: views,
      unanswered: knowledge.unanswered.map(({ said }) => saidView(said)),
      outOfDate: past,
      remaining: remainingByYear(knowledge, today, timeZone).map(({ yearFrom, whole, said, ...rest }) => ({
        ...rest,
        ...(yearFrom && { yearFrom }),
        ...(whole !== undefined && { whole }),
        said: saidView(said),
      })),
    };
  });
}

/** What a subject is shown by: what is followed, or what is only assumed. */
function statementOf({ followed, assumed }: PlanSubject): PlanStatement {
  const said = followed ?? assumed[0];
  if (!said) throw new Error('a subject of which nobody says anything');
  return said.statement;
}

export function saidView({ statement, basis }: SaidOfPlan): SaidOfPlanView {
  if (basis.kind !== 'fact') throw new Error('what is said of a plan rests on what somebody said');
  const { source, learnedAt, goodThrough } = basis;
  return { topic: topicOf(statement), words: planStatementWords(statement), source, learnedAt, goodThrough };
}
