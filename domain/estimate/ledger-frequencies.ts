import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { entriesOfPlan } from './entries-of-plan.ts';
import type { EstimateRequest, Line } from './estimate-request.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { dayThatCounts } from './own-benefit.ts';
import type { FactOf } from './plan-facts.ts';
import type { PlanTerms } from './plan-terms.ts';
import { closeness, scopeWords } from './scope.ts';

/** A frequency limit of a plan beside what was done, is booked and is planned under it, by whichever office. */
export interface FrequencyAccount extends Pick<FactOf<'frequency'>, 'times' | 'window' | 'every' | 'per'> {
  readonly planId: string;
  readonly about: string;
  readonly uses: readonly FrequencyUse[];
}

interface FrequencyUse extends Pick<LedgerEntry, 'tooth' | 'area' | 'office' | 'source'> {
  readonly code: ProcedureCode;
  readonly date: CalendarDate;
  readonly state: LedgerEntry['state'] | 'planned';
  readonly quantity: number;
}

/** The limits that a line or an entry of the request is about, with their uses by day. */
export function frequenciesOf(
  terms: PlanTerms,
  request: Pick<EstimateRequest, 'history' | 'lines' | 'asOf'>,
): readonly FrequencyAccount[] {
  const { lines } = request;
  const { planId } = terms.plan;
  const entries = entriesOfPlan(terms, request).filter(({ member }) => member !== 'family');
  const withEntry = new Set(entries.map(({ lineId }) => lineId));
  const all: readonly FrequencyUse[] = [
    ...entries.flatMap((entry) => (entry.code === undefined ? [] : useOf({ ...entry, code: entry.code }))),
    ...lines
      .filter(({ lineId }) => !withEntry.has(lineId))
      .map((line) =>
        useOf({ ...line, date: dayThatCounts(terms.ofCode(line.code), line), state: 'planned' }),
      ),
  ];
  return terms.facts.frequency
    .map((limit): FrequencyAccount => ({
      planId,
      about: scopeWords(limit.for),
      times: limit.times,
      window: limit.window,
      ...(limit.every !== undefined && { every: limit.every }),
      per: limit.per,
      uses: all
        .filter((use) => closeness(limit.for, use.code, terms.facts.group) >= 0)
        .sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date))),
    }))
    .filter(({ uses }) => uses.length > 0);
}

function useOf(
  used: Pick<Line, 'code' | 'date' | 'quantity' | 'tooth' | 'area' | 'office'> &
    Pick<FrequencyUse, 'state' | 'source'>,
): FrequencyUse {
  const { code, date, state, quantity = 1, tooth, area, office, source } = used;
  return {
    code,
    date,
    state,
    quantity,
    ...(tooth !== undefined && { tooth }),
    ...(area !== undefined && { area }),
    ...(office !== undefined && { office }),
    ...(source !== undefined && { source }),
  };
}
