import { performerOf } from '../activity/performer.ts';
import { message } from '../kernel/message.ts';
import { rulesFor, ruleBasis, type CoverageQuestion } from './coverage-question.ts';
import { obstacle } from './obstacle.ts';
import type { LimitAnswer, Obstacle, PayerAnswer } from './payer-answer.ts';

/** Statuses under which the plan pays nothing for the code, whoever did the work. */
export function statusObstacles(answer: Pick<PayerAnswer, 'status' | 'bundledInto' | 'basis'>): Obstacle[] {
  switch (answer.status) {
    case 'paid':
      return [];
    case 'unknown':
      return [obstacle('status', false, message('coverage.obstacle.statusUnknown'), answer.basis)];
    case 'by-report':
      return [obstacle('status', false, message('coverage.obstacle.byReport'), answer.basis)];
    case 'prior-authorization':
      return [obstacle('status', false, message('coverage.obstacle.priorAuthorization'), answer.basis)];
    case 'bundled-into': {
      const said = message('coverage.obstacle.bundled', { code: answer.bundledInto ?? '' });
      return [obstacle('status', true, said, answer.basis)];
    }
    case 'denied-patient-liable':
      return [obstacle('status', true, message('coverage.obstacle.denied'), answer.basis)];
    case 'disallowed-no-charge':
      return [obstacle('status', true, message('coverage.obstacle.disallowed'), answer.basis)];
    case 'not-a-benefit':
      return [obstacle('status', true, message('coverage.obstacle.notABenefit'), answer.basis)];
  }
}

/**
 * Whether somebody who is no dentist may do the work under the code is established for few payers
 * (field-facts 9), so without a rule it is unknown for everybody but a dentist.
 */
export function performerObstacles(who: PayerAnswer['whoMayPerform']): Obstacle[] {
  if (who.allowed === 'yes') return [];
  if (who.allowed === 'no') {
    const said = message('coverage.obstacle.performer', { performers: who.performers.join(', ') });
    return [obstacle('who-may-perform', true, said, who.basis)];
  }
  const said =
    who.text === undefined
      ? message('coverage.obstacle.performerUnknown')
      : message('coverage.obstacle.performerInWords', { text: who.text });
  return [obstacle('who-may-perform', false, said, who.basis)];
}

export function performerAllowed(
  question: CoverageQuestion,
  performers: PayerAnswer['whoMayPerform']['performers'],
): 'yes' | 'no' | 'unknown' {
  const performer = performerOf(question.performer.role, question.performer.credential);
  if (performers.length === 0) return performer === 'dentist' ? 'yes' : 'unknown';
  return performers.includes(performer) ? 'yes' : 'no';
}

/** What the work must be, and what it must not be. Work that fits only in part warns. */
export function workObstacles(question: CoverageQuestion): Obstacle[] {
  const modality = rulesFor(question, 'modality').flatMap((rule) => {
    const fits = question.activityKinds.filter((kind) => rule.activityKinds.includes(kind));
    const wrongRoute =
      rule.routes.length > 0 &&
      question.routes !== undefined &&
      !question.routes.some((route) => rule.routes.includes(route));
    const basis = ruleBasis(question, rule);
    if (fits.length < question.activityKinds.length)
      return obstacle('modality', fits.length === 0, message('coverage.obstacle.modality'), basis);
    return wrongRoute ? obstacle('modality', true, message('coverage.obstacle.route'), basis) : [];
  });
  const excluded = rulesFor(question, 'excluded-activity').flatMap((rule) => {
    const hit = question.activityKinds.filter((kind) => rule.activityKinds.includes(kind));
    if (hit.length === 0) return [];
    const all = hit.length === question.activityKinds.length;
    const said = message('coverage.obstacle.excludedActivity');
    return obstacle('excluded-activity', all, said, ruleBasis(question, rule));
  });
  return [...modality, ...excluded];
}

export function limitObstacles(limits: readonly LimitAnswer[]): Obstacle[] {
  return limits.flatMap((limit) => {
    if (limit.standing === 'free') return [];
    const used = limit.used.join(', ');
    if (limit.standing === 'unknown')
      return obstacle('frequency', false, message(whyUnknown(limit), { used }), limit.basis);
    const said =
      limit.freeFrom === undefined
        ? message('coverage.obstacle.frequencyForGood', { used })
        : message('coverage.obstacle.frequency', { used, freeFrom: limit.freeFrom });
    return obstacle('frequency', true, said, limit.basis);
  });
}

/** What would have to be known of the services that may count. */
function whyUnknown({ limit }: LimitAnswer): string {
  if (limit.per !== undefined && limit.per !== 'client') return 'coverage.obstacle.frequencyWhoUnknown';
  if (limit.mayBeApart === true) return 'coverage.obstacle.frequencyApart';
  if (limit.window === 'benefit-year') return 'coverage.obstacle.frequencyUnknown';
  return 'coverage.obstacle.frequencyOnFile';
}

export function exclusionObstacles(
  question: CoverageQuestion,
  exclusions: PayerAnswer['exclusions'],
): Obstacle[] {
  return exclusions.flatMap((exclusion) => {
    const beside = exclusion.with.filter((code) => question.sameDayCodes?.includes(code));
    if (beside.length === 0) return [];
    const said = message('coverage.obstacle.sameDay', { codes: beside.join(', ') });
    return obstacle('same-day-exclusion', true, said, exclusion.basis);
  });
}

export function deadlineObstacles(
  question: CoverageQuestion,
  deadlines: PayerAnswer['deadlines'],
): Obstacle[] {
  return deadlines.flatMap(({ lastDay, basis }) =>
    lastDay !== undefined && question.askedOn !== undefined && question.askedOn > lastDay
      ? obstacle('deadline-passed', true, message('coverage.obstacle.deadline', { lastDay }), basis)
      : [],
  );
}
