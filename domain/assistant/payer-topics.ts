import type { ActivityKind } from '../activity/activity.ts';
import type { Performer } from '../activity/performer.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import type { NamedPayer } from './question/named-payer.ts';

/** What only a payer can answer, and the documentation that it asks for. */
export const payerTopics = [
  'coverage',
  'fee',
  'frequency',
  'who',
  'claimDeadline',
  'appealDeadline',
  'document',
  'place',
  'chargePatient',
  'exclusion',
  'encounter',
] as const;
export type PayerTopic = (typeof payerTopics)[number];

/** What is asked of one payer, about one code and the days of service. */
export interface PayerQuestion {
  readonly code: ProcedureCode;
  readonly payer: NamedPayer;
  readonly from: CalendarDate;
  readonly through: CalendarDate;
  readonly performer: Performer | undefined;
  /** What was done, where the question tells it: a payer pays the code for some work and not for other. */
  readonly work?: ActivityKind;
}
