import type { Scope } from '../estimate/plan-facts.ts';
import type { CoverageQuestion, PastService } from './coverage-question.ts';
import { limitStanding, type CountedLimit, type LimitStanding } from './frequency-window.ts';
import { isAbout, saidOf, type PlanWords } from './said-of-code.ts';

interface CountedService extends PastService {
  /** On file for the very day that is asked about: it may be this service, once it was billed. */
  readonly perhapsItself?: boolean;
}

/**
 * Services besides this one that a limit about `scope` may count: what we billed, and what the payer says it has on
 * file, a code and day once. What was done stays done: it counts after the answer that told of it ran out.
 */
export function historyOf(
  question: CoverageQuestion,
  words: PlanWords,
  scope: Scope | undefined,
): readonly CountedService[] {
  const { code, history, serviceDate } = question;
  const own = history.filter((past) => isAbout(words, past.code, scope));
  const known = new Set(own.map((past) => `${past.code} ${past.date}`));
  const elsewhere = saidOf([...words.followed, ...words.knowledge.outOfDate], 'last-service').flatMap(
    ({ statement }) =>
      isAbout(words, statement.code, scope) && !known.has(`${statement.code} ${statement.on}`)
        ? {
            code: statement.code,
            date: statement.on,
            perhapsItself: statement.code === code && statement.on === serviceDate,
          }
        : [],
  );
  return [...own, ...elsewhere];
}

/**
 * How a limit stands where it counts for each billing practice or each treating dentist apart. A service of which
 * nobody knows who did it may count: where that decides, the answer is unknown.
 */
export function scopedStanding(
  limit: CountedLimit,
  history: readonly CountedService[],
  question: CoverageQuestion,
  words: PlanWords,
): LimitStanding {
  const counts = history.map((past) => ({ date: past.date, counts: isCounted(limit, past, question) }));
  const standing = (which: readonly ('yes' | 'maybe')[]) =>
    limitStanding(
      limit,
      counts.flatMap((each) => (which.some((word) => word === each.counts) ? each.date : [])),
      question.serviceDate,
      yearBegins(words),
    );
  const certain = standing(['yes']);
  const atWorst = standing(['yes', 'maybe']);
  if (certain.standing !== 'free' || atWorst.standing === 'free') return certain;
  return { standing: 'unknown', used: atWorst.used, freeFrom: undefined };
}

function isCounted(
  { per, mayBeApart }: CountedLimit,
  past: CountedService,
  { code, providers }: CoverageQuestion,
): 'yes' | 'no' | 'maybe' {
  if (past.perhapsItself === true) return 'maybe';
  const together = mayBeApart === true && past.code !== code ? 'maybe' : 'yes';
  if (per === undefined || per === 'client') return together;
  const [theirs, ours] =
    per === 'billing-provider' ? [past.billing, providers?.billing] : [past.rendering, providers?.rendering];
  if (theirs === undefined || ours === undefined) return 'maybe';
  return theirs === ours ? together : 'no';
}

/** 'MM-DD' on which the plan's year begins, where somebody said it. */
function yearBegins({ followed }: PlanWords): string | undefined {
  return saidOf(followed, 'benefit-year')[0]?.statement.begins;
}
