import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { Cents } from '#domain/kernel/money.ts';

/** A 271 as it says it, before anything is made of it. Codes are X12's own. */

/** How often or how much: an HSD, or EB09 and EB10 with the period of EB06. */
export interface DeliveryLimit {
  /** HSD01 or EB09: what is counted, such as VS visits, MN months. */
  readonly unit: string;
  readonly quantity: number | undefined;
  /** HSD03 and HSD04: so many within each week or month of the period. */
  readonly isRate: boolean;
  /** HSD05 or EB06: the period, such as 21 years, 23 calendar year, 34 months, 29 what is left. */
  readonly period: string;
  /** HSD06: 1 where it is not told, undefined where it cannot be read. */
  readonly periods: number | undefined;
  /** Its elements as they stand: "HSD01 VS, HSD02 2, HSD05 23". */
  readonly told: string;
}

export interface DatedPeriod {
  readonly qualifier: string;
  readonly from: CalendarDate;
  readonly through: CalendarDate;
}

/** One EB with what follows it. */
export interface BenefitLine {
  /** Place in the file: the number of its segment. */
  readonly segment: number;
  /** EB01, such as 1 active, A co-insurance, C deductible, F limitation, I not covered. */
  readonly information: string;
  /** EB02: IND, FAM or others. */
  readonly level: string;
  /** EB03, one by one. */
  readonly services: readonly string[];
  readonly planName: string;
  /** EB06. */
  readonly period: string;
  readonly amount: Cents | undefined;
  /** EB08 in percent: what the patient pays of a co-insurance. */
  readonly percent: number | undefined;
  /** EB11 and EB12: Y, N, U or W; '' where the line does not say. */
  readonly authorization: string;
  readonly network: string;
  /** EB13 with the qualifier of dental codes; '' otherwise. */
  readonly code: string;
  /** EB13 as it stands where it names anything else, such as "HC:98960": the line is about that alone. */
  readonly otherCode: string;
  /** Of an EB about another payer: 1 is primary. */
  readonly otherPayerPlace: 1 | 2 | 3 | undefined;
  readonly limits: readonly DeliveryLimit[];
  readonly dates: readonly DatedPeriod[];
  /** Those that no calendar has, as they stand: "DTP01 304, DTP03 20240230". */
  readonly unreadDates: readonly string[];
  readonly messages: readonly string[];
  /** Figures that no benefit has, as they stand: "EB07 -50". The line is shown, and nothing is made of it. */
  readonly unbelievable: readonly string[];
}

/** AAA, or what a 999 or TA1 finds wrong. */
export interface AnswerError {
  readonly by: 'AAA' | '999' | 'TA1';
  readonly about: 'payer' | 'provider' | 'subscriber' | 'dependent' | 'benefit' | 'file';
  /** AAA03, IK304, IK403 or TA105. */
  readonly code: string;
  /** AAA04. */
  readonly followUp: string;
  readonly place: string;
}

/** Somebody whom the file speaks of: the subscriber, or a dependent with the subscriber's numbers. */
export interface AnsweredPerson {
  readonly level: 'subscriber' | 'dependent';
  readonly traces: readonly string[];
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: CalendarDate | undefined;
  readonly memberId: string;
  readonly groupNumber: string;
  readonly dates: readonly DatedPeriod[];
  readonly errors: readonly AnswerError[];
  readonly lines: readonly BenefitLine[];
}

export interface Answer271 {
  readonly madeOn: CalendarDate | undefined;
  readonly payerName: string;
  readonly payerId: string;
  /** Of the payer and the provider levels: nobody's in particular. */
  readonly errors: readonly AnswerError[];
  readonly people: readonly AnsweredPerson[];
}
