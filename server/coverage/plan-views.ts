import type { PlanKnowledgeView, SaidOfPlanView } from '#contract/views.ts';
import type { PlanStatement } from '#domain/coverage/plan-answer.ts';
import type { BenefitUse } from '#domain/coverage/benefit-use.ts';
import { amountsInDoubt } from '#domain/coverage/amounts-in-doubt.ts';
import { limitsWithoutRest } from '#domain/coverage/limits-without-rest.ts';
import { planKnowledge, type PlanSubject, type SaidOfPlan } from '#domain/coverage/plan-knowledge.ts';
import { remainingByYear } from '#domain/coverage/remaining-by-year.ts';
import { planStatementWords } from '#domain/coverage/plan-statement-words.ts';
import { statementSubject } from '#domain/coverage/statement-subject.ts';
import type { Withdrawn } from '#domain/coverage/benefit-withdrawal.ts';
import { message } from '#domain/kernel/message.ts';
import { messageView } from '../case/message-view.ts';
import { inOrderOfAsking } from '#domain/coverage/coverage-on-day.ts';
import { byTopic, topicOf } from '#domain/coverage/statement-topic.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { Patient } from '#domain/patient/patient.ts';

/** What is known of each coverage of a patient on a day, for people. */
export function planViews(patient: Patient, today: CalendarDate, timeZone: string): PlanKnowledgeView[] {
  const coverages = [...patient.coverages.values()].map(({ value }) => value);
  return inOrderOfAsking(coverages, today).map(({ coverageId }) => {
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
      withdrawn: patient.withdrawn
        .filter(({ withdrawal }) => withdrawal.coverageId === coverageId)
        .map(withdrawnView),
      remaining: remainingByYear(knowledge, today, timeZone).map(({ yearFrom, whole, said, ...rest }) => ({
        ...rest,
        ...(yearFrom && { yearFrom }),
        ...(whole !== undefined && { whole }),
        said: saidView(said),
      })),
      withoutRest: [...limitsWithoutRest(knowledge, usesOf(patient, coverageId), today, timeZone)],
      amountsInDoubt: amountsInDoubt(knowledge).map(({ why, sides }) => ({
        why: messageView(why),
        sides: sides.map(saidView),
      })),
    };
  });
}

function usesOf({ benefitUses }: Patient, coverageId: string): readonly BenefitUse[] {
  return [...benefitUses.values()].map(({ value }) => value).filter((use) => use.coverageId === coverageId);
}

/** What a subject is shown by: what is followed, or what is only assumed. */
function statementOf({ followed, assumed }: PlanSubject): PlanStatement {
  const said = followed ?? assumed[0];
  if (!said) throw new Error('a subject of which nobody says anything');
  return said.statement;
}

function withdrawnView({ withdrawal, withdrawnAt, told }: Withdrawn): PlanKnowledgeView['withdrawn'][number] {
  const { source, learnedAt } = 'fact' in told ? told.fact : told.answer;
  const words =
    'fact' in told
      ? [message(`planStatement.status.${told.fact.status}`, { about: told.fact.code, code: '' })]
      : told.answer.statements.map(planStatementWords);
  return { words: words.map(messageView), source, learnedAt, reason: withdrawal.reason, withdrawnAt };
}

export function saidView({ statement, basis }: SaidOfPlan): SaidOfPlanView {
  if (basis.kind !== 'fact') throw new Error('what is said of a plan rests on what somebody said');
  const { factId, source, learnedAt, goodThrough } = basis;
  return {
    recordId: factId,
    subject: statementSubject(statement),
    topic: topicOf(statement),
    words: planStatementWords(statement),
    source,
    learnedAt,
    goodThrough,
  };
}
