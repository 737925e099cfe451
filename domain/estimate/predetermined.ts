import type { CalendarDate } from '../kernel/calendar-date.ts';
import { message } from '../kernel/message.ts';
import type { Line } from './estimate-request.ts';
import type { FactOf } from './plan-facts.ts';
import type { PlanTerms } from './plan-terms.ts';
import type { Ruling } from './ruling.ts';

type Predetermined = FactOf<'predetermination'>;

/** What the payer answered beforehand about this line, as long as it stands by it on the day of the line. */
export function predeterminedFor(
  { facts }: PlanTerms,
  { lineId, code }: Line,
  day: CalendarDate,
): Predetermined | undefined {
  return facts.predetermination.find(
    (fact) =>
      fact.lineId === lineId &&
      fact.code === code &&
      (fact.source?.expires === undefined || day <= fact.source.expires),
  );
}

/** Undefined where it is paid: coverage on the day and limits on how often still have to be met. */
export function refusedBeforehand(fact: Predetermined): Ruling | undefined {
  const params = { reference: fact.source?.reference ?? '–' };
  switch (fact.outcome) {
    case 'pays':
      return undefined;
    case 'denied-patient-liable':
      return { outcome: 'denied', why: message('estimate.predetermined.denied', params) };
    case 'disallowed-no-charge':
      return { outcome: 'disallowed', why: message('estimate.predetermined.disallowed', params) };
    case 'not-a-benefit':
      return { outcome: 'not-a-benefit', why: message('estimate.predetermined.notABenefit', params) };
  }
}
