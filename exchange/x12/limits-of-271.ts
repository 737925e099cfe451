import type { FrequencyLimit } from '#domain/coverage/benefit-fact.ts';
import { isOfWholeMouth } from '#domain/coverage/whole-mouth.ts';
import type { FactOf } from '#domain/estimate/plan-facts.ts';
import type { BenefitLine, DeliveryLimit } from './answer-271.ts';
import type { Aside, AsideReason } from './aside.ts';
import { countsServices, isLeft, isYear } from './benefit-codes.ts';

type Window = Pick<FactOf<'frequency'>, 'times' | 'window' | 'every'>;

interface LimitsOf271 {
  /** In the words of a plan's facts. */
  readonly windows: readonly Window[];
  /** By day or for life, for which only a fact of the code itself has words. */
  readonly ofCode: readonly FrequencyLimit[];
  readonly aside: readonly Aside[];
}

type Read = { readonly window: Window } | { readonly ofCode: FrequencyLimit } | AsideReason;

/** How often a line says that something is paid: each of its limits is a fact, or is put aside with its figures. */
export function limitsOf271(line: BenefitLine): LimitsOf271 {
  const read = line.limits.map((limit) => ({ limit, as: readLimit(line, limit) }));
  return {
    windows: read.flatMap(({ as }) => (typeof as === 'object' && 'window' in as ? as.window : [])),
    ofCode: read.flatMap(({ as }) => (typeof as === 'object' && 'ofCode' in as ? as.ofCode : [])),
    aside: read.flatMap(({ limit, as }) =>
      typeof as === 'string' ? { line, reason: as, figures: limit.told } : [],
    ),
  };
}

/** 7 day, 21 years, 32 lifetime, 34 months; what is left of a limit is no limit. */
function readLimit(line: BenefitLine, limit: DeliveryLimit): Read {
  const { quantity: times = 0, period, periods: every = 0 } = limit;
  if (line.information !== 'F') return 'limit-of-no-limitation';
  if (!countsServices(limit)) return 'other-unit';
  if (isLeft(period)) return 'times-left';
  if (limit.isRate || times < 1 || times > 99 || every < 1 || every > 120) return 'limit-without-words';
  if (period === '21') return { window: { times, window: 'every-years', every } };
  if (period === '34') return { window: { times, window: 'every-months', every } };
  if (every > 1 || period === '') return 'limit-without-words';
  if (isYear(period)) return { window: { times, window: 'benefit-year' } };
  if (!isOfWholeMouth(line.code)) return 'limit-without-words';
  if (period === '7') return { ofCode: { times, window: 'client-day' } };
  return period === '32' ? { ofCode: { times, window: 'lifetime' } } : 'limit-without-words';
}
