import type { Performer } from '../activity/performer.ts';
import type { CalendarDate, Instant } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Cents } from '../kernel/money.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import type {
  ClaimUnit,
  DocumentationItem,
  RuleMark,
  RulePeriod,
  RuleSource,
  WaivableCheck,
} from '../rulebook/rule.ts';
import type { BenefitFact, CoverageStatus } from './benefit-fact.ts';
import type { CountedLimit } from './frequency-window.ts';

/** What a part of the answer rests on: somebody's word, a dated rule, or nothing. */
export type Basis =
  | {
      readonly kind: 'fact';
      readonly factId: string;
      /** Place of the fact in the patient's chain. */
      readonly position: number;
      readonly source: BenefitFact['source'];
      readonly learnedAt: Instant;
      /** Last day of service for which the fact is relied on. */
      readonly goodThrough: CalendarDate;
    }
  | {
      readonly kind: 'rule';
      readonly ruleId: string;
      readonly source: RuleSource;
      readonly period: RulePeriod;
      readonly mark: RuleMark;
      readonly fictional: boolean;
    }
  | { readonly kind: 'none' };

/** How a limit stands on the day of service. `used` are the earlier days that count in its window. */
export interface LimitAnswer {
  readonly limit: CountedLimit;
  readonly basis: Basis;
  readonly standing: 'free' | 'used-up' | 'unknown';
  readonly used: readonly CalendarDate[];
  /** First day on which it is free again; undefined while it is free, or never. */
  readonly freeFrom: CalendarDate | undefined;
}

/** Two sources that say different things: both are shown, and the one that was followed comes first. */
export interface Conflict {
  readonly about: 'status' | 'share' | 'fee' | 'frequency-limit';
  readonly followed: Basis;
  readonly followedValue: string;
  readonly setAside: Basis;
  readonly setAsideValue: string;
}

/** What the patient may be charged for the code. `why` says by which rule, in words. */
export interface ChargeAnswer {
  readonly answer: 'no' | 'with-agreement' | 'unknown';
  readonly why: Message;
}

/** "Will this payer pay this code on this day, for this work?", with every part's source. */
export interface PayerAnswer {
  readonly code: ProcedureCode;
  readonly serviceDate: CalendarDate;
  readonly payerName: string;
  /** Folder of the rulebook, where the payer is in it. */
  readonly rulebookPayer: string | undefined;
  readonly fictional: boolean;
  /** What the plan does with the code, apart from who did the work and how often. */
  readonly status: CoverageStatus;
  readonly bundledInto: ProcedureCode | undefined;
  readonly basis: Basis;
  /** The status, and everything else that the rules ask for, taken together. */
  readonly payable: 'yes' | 'no' | 'unknown';
  /** All that is known to stand against it is that the coverage is not in force on the day: of the payer that says nothing. */
  readonly notInForce: boolean;
  /** Why it is not payable, or not known to be. Empty when `payable` is 'yes'. */
  readonly obstacles: readonly Obstacle[];
  readonly fee: { readonly amount: Cents; readonly basis: Basis } | undefined;
  readonly limits: readonly LimitAnswer[];
  /** Who said that there is no limit; undefined where somebody names one, or nobody speaks of it. */
  readonly unlimited: Basis | undefined;
  /** Codes that must not stand beside this one on the same claim or day. */
  readonly exclusions: readonly { readonly with: readonly ProcedureCode[]; readonly basis: Basis }[];
  readonly documentation: {
    readonly items: readonly DocumentationItem[];
    /** The payer's own words, from a benefit fact. */
    readonly text: string | undefined;
    readonly basis: Basis;
  };
  readonly whoMayPerform: {
    readonly performers: readonly Performer[];
    readonly under: 'dentist' | undefined;
    readonly text: string | undefined;
    readonly allowed: 'yes' | 'no' | 'unknown';
    readonly basis: Basis;
  };
  /** Undefined: no rule, so the practice's own place of service stands. */
  readonly placesOfService: readonly string[] | undefined;
  /** Undefined: unknown, so one line on the day of completion. */
  readonly claimUnit: { readonly unit: ClaimUnit; readonly basis: Basis } | undefined;
  /** The payer wants the quantity even when it is 1. */
  readonly statesQuantity: boolean;
  readonly waivedChecks: readonly { readonly check: WaivableCheck; readonly basis: Basis }[];
  /** Last days for claim and reconsideration; the latter counts from the payer's answer, so it has days only. */
  readonly deadlines: readonly {
    readonly for: 'claim' | 'reconsideration';
    readonly days: number;
    readonly lastDay: CalendarDate | undefined;
    readonly basis: Basis;
  }[];
  /** What else the payer's rules say that does not decide this code. */
  readonly alsoSays: readonly { readonly message: Message; readonly basis: Basis }[];
  readonly mayChargePatient: ChargeAnswer;
  readonly conflicts: readonly Conflict[];
  /** Facts and rules that speak of the code but not of this day: shown, never followed. */
  readonly nearby: readonly Basis[];
  readonly message: Message;
  readonly rulebookVersion: string;
}

export const obstacleKinds = [
  'status',
  'who-may-perform',
  'modality',
  'excluded-activity',
  'frequency',
  'same-day-exclusion',
  'waiting-period',
  'no-share',
  'maximum-used-up',
  'coverage-inactive',
  'deadline-passed',
] as const;
export type ObstacleKind = (typeof obstacleKinds)[number];

/** One reason against payment. `certain: false` where the rule may or may not apply: it warns and never blocks. */
export interface Obstacle {
  readonly kind: ObstacleKind;
  readonly certain: boolean;
  readonly message: Message;
  readonly basis: Basis;
}

/** A limit and how it stands on the day, for a reader in either language. */
export function limitMessage({ limit, standing }: Pick<LimitAnswer, 'limit' | 'standing'>): Message {
  const { window, times, days = 0, months = 0 } = limit;
  return message(`coverage.limit.${window}`, { times, days, months, standing });
}

/** What an answer rests on, for a reader in either language. */
export function basisMessage(basis: Basis): Message {
  switch (basis.kind) {
    case 'fact': {
      const { kind, representative, reference } = basis.source;
      const who = [representative, reference].filter((part) => part).join(', ') || '-';
      return message(`coverage.basis.told.${kind}`, { day: basis.learnedAt.slice(0, 10), who });
    }
    case 'rule':
      return message('coverage.basis.titledRule', { rule: basis.ruleId, ...titleGaps(basis.source) });
    case 'none':
      return message('coverage.basis.none');
  }
}

/** The name of a source, for a reader in either language. */
export function sourceMessage(source: RuleSource): Message {
  return message('coverage.basis.title', titleGaps(source));
}

/** Each language's text has the gap that bears its name. */
function titleGaps({ title }: RuleSource): Message['params'] {
  return { titleEn: title.en, titleEs: title.es };
}

/** `basis` in a few words, for the record of an answer (case event 'coverage.answered', at most 300 characters). */
export function basisInWords(basis: Basis): string {
  switch (basis.kind) {
    case 'fact': {
      const { kind, representative, reference } = basis.source;
      const parts = [
        kind,
        representative,
        reference && `reference ${reference}`,
        basis.learnedAt.slice(0, 10),
      ];
      return `fact ${basis.factId}: ${parts.filter((part) => part).join(', ')}`.slice(0, 300);
    }
    case 'rule':
      return `rule ${basis.ruleId}: ${basis.source.title.en}`.slice(0, 300);
    case 'none':
      return 'no confirmed rule and no benefit fact';
  }
}
