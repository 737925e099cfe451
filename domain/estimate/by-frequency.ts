import type { CalendarDate } from '../kernel/calendar-date.ts';
import { message } from '../kernel/message.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import type { Accumulators, Service } from './accumulators.ts';
import type { Line } from './estimate-request.ts';
import { inTheWay } from './frequency.ts';
import { countedBy, hasOwnPlace, isHere, isPlaced, samePlace, type CountedBy } from './place-of-service.ts';
import type { FactOf } from './plan-facts.ts';
import type { CodeTerms, PlanTerms } from './plan-terms.ts';
import { refused, type Ruling } from './refused.ts';
import { scopeKey, scopeWords } from './scope.ts';
import type { Ask } from './unknown.ts';

type Limit = FactOf<'frequency'>;
/** A limit of which it is known what counts together. */
type ReadLimit = Limit & { readonly per: CountedBy };

/**
 * Undefined while no limit on how often stands in the way. What decides whether one does and is not known is asked
 * for: how the limit counts, where a service was, where the line is done.
 */
export function byFrequency(
  terms: PlanTerms,
  { frequencies }: CodeTerms,
  line: Line,
  day: CalendarDate,
  used: Accumulators,
  ask: Ask,
): Ruling | undefined {
  if (frequencies.length === 0) return undefined;
  const looked = new Looked(terms, line, day, used, ask);
  for (const limit of frequencies) {
    const blocking = blockingOf(looked, limit);
    if (blocking === undefined) continue;
    const { times, every = 1, window } = limit;
    const usedOn = [...new Set(blocking)].join(', ') || day;
    return refused(limit, message(`estimate.ruling.frequency.${window}`, { count: times, every, usedOn }));
  }
  return undefined;
}

function blockingOf(looked: Looked, limit: Limit): readonly CalendarDate[] | undefined {
  if (isRead(limit)) return looked.standing(limit);
  const readings = readingsOf(limit, looked.line.code);
  const [mildest] = readings;
  const strictest = readings.at(-1);
  if (!mildest || !strictest || looked.atWorst(strictest) === undefined) return undefined;
  const surely = looked.surely(mildest);
  if (surely !== undefined) return surely;
  return looked.standing(readingOf(limit, looked.line.code, looked.terms, looked.ask));
}

/** How a limit may count, the mildest first: that of a wider scope may count its codes together or each apart. */
function readingsOf(limit: Limit, code: ProcedureCode): readonly ReadLimit[] {
  const together = countedBy.toReversed().map((each): ReadLimit => ({ ...limit, per: each }));
  if (limit.for?.code !== undefined) return together;
  return [...together.map((each): ReadLimit => ({ ...each, for: { code } })), ...together];
}

function isRead(limit: Limit): limit is ReadLimit {
  return limit.per !== 'not-said';
}

export function readingOf(limit: Limit, code: ProcedureCode, { plan }: PlanTerms, ask: Ask): ReadLimit {
  if (isRead(limit)) return limit;
  const readings = readingsOf(limit, code);
  const said = message('estimate.unknown.limitCounts', { plan: plan.name, about: scopeWords(limit.for) });
  const key = `${plan.planId} ${scopeKey(limit.for)} ${limit.window} counts`;
  return readings[ask({ key, said, candidates: readings.length })] ?? { ...limit, per: 'mouth' };
}

/** A line beside the services that are used. */
class Looked {
  readonly terms: PlanTerms;
  readonly line: Line;
  readonly ask: Ask;
  readonly #day: CalendarDate;
  readonly #used: Accumulators;

  constructor(terms: PlanTerms, line: Line, day: CalendarDate, used: Accumulators, ask: Ask) {
    this.terms = terms;
    this.line = line;
    this.ask = ask;
    this.#day = day;
    this.#used = used;
  }

  standing(limit: ReadLimit): readonly CalendarDate[] | undefined {
    if (this.atWorst(limit) === undefined) return undefined;
    return this.surely(limit) ?? this.asAsked(limit);
  }

  surely(limit: ReadLimit): readonly CalendarDate[] | undefined {
    const quantity = isPlaced(limit.per, this.line) ? this.line.quantity : 1;
    return this.#blocking(limit, quantity, (service) => samePlace(limit.per, service, this.line) === 'yes');
  }

  atWorst(limit: ReadLimit): readonly CalendarDate[] | undefined {
    const { quantity } = this.line;
    return this.#blocking(limit, quantity, (service) => samePlace(limit.per, service, this.line) !== 'no');
  }

  asAsked(limit: ReadLimit): readonly CalendarDate[] | undefined {
    const { line, terms, ask } = this;
    const apart = !isPlaced(limit.per, line) && hasOwnPlace(line, ask);
    return this.#blocking(limit, apart ? 1 : line.quantity, (service) =>
      isHere(limit.per, service, line, terms.plan, ask),
    );
  }

  #blocking(
    limit: ReadLimit,
    quantity = 1,
    counts: (service: Service) => boolean,
  ): readonly CalendarDate[] | undefined {
    const { code, office } = this.line;
    const { facts, yearBegins } = this.terms;
    const asked = { code, date: this.#day, quantity, office };
    return inTheWay(limit, this.#used.services, asked, { groups: facts.group, yearBegins, counts });
  }
}
