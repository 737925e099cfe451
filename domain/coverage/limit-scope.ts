import type { FrequencyLimit } from './benefit-fact.ts';
import type { CoverageQuestion, PastService } from './coverage-question.ts';
import { limitStanding, type LimitStanding } from './frequency-window.ts';
import { planKnowledge } from './plan-knowledge.ts';

interface CountedService extends PastService {
  /** On file for the very day that is asked about: it may be this service, once it was billed. */
  readonly perhapsItself?: boolean;
}

/** Services of the code besides this one: what we billed, and what the payer says it has on file, a day once. */
export function historyOf(question: CoverageQuestion): readonly CountedService[] {
  const { code, history, serviceDate } = question;
  const own = history.filter((past) => past.code === code);
  const known = new Set(own.map(({ date }) => date));
  const elsewhere = planSays(question).flatMap((statement) =>
    statement.kind === 'last-service' && statement.code === code && !known.has(statement.on)
      ? { code, date: statement.on, perhapsItself: statement.on === serviceDate }
      : [],
  );
  return [...own, ...elsewhere];
}

/**
 * How a limit stands where it counts for each billing practice or each treating dentist apart. A service of which
 * nobody knows who did it may count: where that decides, the answer is unknown.
 */
export function scopedStanding(
  limit: FrequencyLimit,
  history: readonly CountedService[],
  question: CoverageQuestion,
): LimitStanding {
  const counts = history.map((past) => ({ date: past.date, counts: isCounted(limit, past, question) }));
  const standing = (which: readonly ('yes' | 'maybe')[]) =>
    limitStanding(
      limit,
      counts.flatMap((each) => (which.some((word) => word === each.counts) ? each.date : [])),
      question.serviceDate,
      yearBegins(question),
    );
  const certain = standing(['yes']);
  const atWorst = standing(['yes', 'maybe']);
  if (certain.standing !== 'free' || atWorst.standing === 'free') return certain;
  return { standing: 'unknown', used: atWorst.used, freeFrom: undefined };
}

function isCounted(
  { per }: FrequencyLimit,
  past: CountedService,
  { providers }: CoverageQuestion,
): 'yes' | 'no' | 'maybe' {
  if (past.perhapsItself === true) return 'maybe';
  if (per === undefined || per === 'client') return 'yes';
  const [theirs, ours] =
    per === 'billing-provider' ? [past.billing, providers?.billing] : [past.rendering, providers?.rendering];
  if (theirs === undefined || ours === undefined) return 'maybe';
  return theirs === ours ? 'yes' : 'no';
}

/** 'MM-DD' on which the plan's year begins, where somebody said it. */
function yearBegins(question: CoverageQuestion): string | undefined {
  return planSays(question).flatMap((statement) =>
    statement.kind === 'benefit-year' ? statement.begins : [],
  )[0];
}

function planSays({ coverage, facts, planAnswers, serviceDate, timeZone }: CoverageQuestion) {
  if (!coverage) return [];
  const patient = { benefitFacts: facts, planAnswers };
  const { subjects, outOfDate } = planKnowledge(patient, coverage.coverageId, serviceDate, timeZone);
  // What was done stays done: a service on file counts after the answer that told of it ran out.
  const past = outOfDate.filter(({ statement }) => statement.kind === 'last-service');
  return [...subjects.flatMap(({ followed }) => followed ?? []), ...past].map(({ statement }) => statement);
}
