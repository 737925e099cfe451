import type { CoordinationCase } from '../case/case.ts';
import { plannedSteps } from '../estimate/case-request.ts';
import { promisesTooShort } from '../estimate/predeterminations-of-case.ts';
import { addDays, type CalendarDate, type Instant } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Patient } from '../patient/patient.ts';
import type { Practice } from '../practice/practice.ts';
import type { RecordedPredetermination } from './predetermination.ts';
import { itemsWithAnswers, lastDayOf, stateOfPredetermination } from './predetermination-state.ts';

/** What a predetermination of a case asks of the practice next. */
export interface PredeterminationStep {
  readonly predeterminationId: string;
  readonly said: Message;
  readonly since: Instant;
  /** Today, but for asking again, which the practice's own setting dates. */
  readonly due: CalendarDate;
}

/**
 * The steps that follow from the predeterminations of a case, the earliest due first: send it, send what the payer asks
 * for, ask again, mend a promise that ends before its visit, renew one that ended. Asking again is dated by the
 * practice's own setting alone; without one nothing is said of it.
 */
export function predeterminationSteps(
  state: CoordinationCase,
  patient: Patient,
  practice: Practice,
  today: CalendarDate,
): readonly PredeterminationStep[] {
  const ofCase = [...patient.predeterminations.values()].filter(
    ({ predetermination, withdrawn }) => predetermination.caseId === state.caseId && !withdrawn,
  );
  if (ofCase.length === 0) return [];
  const planned = plannedSteps(state, today);
  const tooShort = promisesTooShort(patient, state.caseId, planned);
  return ofCase
    .flatMap((recorded): PredeterminationStep[] => {
      const { predetermination, changedAt: since } = recorded;
      const { predeterminationId, coverageId } = predetermination;
      const payer = patient.coverages.get(coverageId)?.value.payerName ?? '';
      const step = (what: string, params: Message['params'], due = today): PredeterminationStep[] => [
        {
          predeterminationId,
          said: message(`predetermination.next.${what}`, { payer, ...params }),
          since,
          due,
        },
      ];
      const isOpen = predetermination.items.some(({ itemId }) => planned.has(itemId));
      if (recorded.latest === 'prepared') return step('send', {});
      if (asksForMore(recorded)) return step('sendMore', {});
      const due = askAgainOn(recorded, practice);
      if (due) return step('askAgain', { sent: recorded.sendings.at(-1)?.on ?? '' }, due);
      const through = lastDayOf(recorded);
      if (isOpen && through !== undefined && stateOfPredetermination(recorded, today) === 'expired')
        return step('renew', { through });
      const short = tooShort.find(({ item }) => predetermination.items.includes(item));
      return short
        ? step('tooShort', { step: short.item.text, through: short.through, visit: short.visit })
        : [];
    })
    .toSorted((one, other) => compare(one.due, other.due) || compare(one.since, other.since));
}

/** The payer's last word was a question, and nothing went to it since. */
function asksForMore(recorded: RecordedPredetermination): boolean {
  return (
    recorded.latest === 'answered' &&
    itemsWithAnswers(recorded).some(({ answer }) => answer?.outcome === 'more-asked')
  );
}

/** The day on which to ask again, while the payer owes an answer; undefined where the practice set no number of days. */
function askAgainOn(recorded: RecordedPredetermination, { profile }: Practice): CalendarDate | undefined {
  const sent = recorded.sendings.at(-1)?.on;
  const days = profile?.predeterminationFollowUpDays;
  const owes = itemsWithAnswers(recorded).some(
    ({ answer }) => answer === undefined || answer.outcome === 'more-asked',
  );
  return sent === undefined || days === undefined || !owes ? undefined : addDays(sent, days);
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
