import { codeCategories } from '../estimate/code-category.ts';
import {
  coordinationVariants,
  limitCounts,
  planFrequencyWindows,
  type Scope,
} from '../estimate/plan-facts.ts';
import { refuseFacts } from '../estimate/refuse-facts.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { coverageStatuses } from './benefit-fact.ts';
import { yearBeginnings } from './call-answers.ts';
import type { PlanStatement } from './plan-answer.ts';
import { isEstimatorFact } from './statement-subject.ts';
import { readOrthodontics } from './read-orthodontics.ts';
import { readPlace } from './read-place.ts';
import { refuseAmounts } from './refuse-amounts.ts';
import { AnswerReader, type TypedAnswer } from './typed-answer.ts';
import { unsaidCount } from './whole-mouth.ts';

/** What a person can type of a plan, one statement at a time; groups of codes come by file only. */
export const typedStatementKinds = [
  'in-force',
  'benefit-year',
  'network',
  'maximum',
  'deductible',
  'remaining',
  'percentage',
  'status',
  'allowed',
  'copay',
  'waiting-period',
  'frequency',
  'no-frequency-limit',
  'last-service',
  'age-limit',
  'missing-tooth',
  'alternate-benefit',
  'orthodontics',
  'coordination',
  'place',
  'date-that-counts',
  'write-off',
] as const;
export type TypedStatementKind = (typeof typedStatementKinds)[number];

export const scopeWordsTyped = ['all', 'code', ...codeCategories] as const;
const yesNo = ['yes', 'no'] as const;

/**
 * One statement as it was typed, its fields by name. Refused with the place of the field under `/statement`: what
 * cannot be read, what is missing, amounts nobody believes, a statement that contradicts itself.
 */
export function readStatement(kind: TypedStatementKind, typed: TypedAnswer): PlanStatement | Refusal {
  const reader = new AnswerReader('/statement', typed);
  const statement = readers[kind](reader);
  if (reader.refusal) return reader.refusal;
  if (!statement) throw new Error(`a statement of ${kind} was neither read nor refused`);
  const refusal =
    refuseAmounts([statement], '') ?? (isEstimatorFact(statement) ? refuseFacts([statement], '') : undefined);
  if (!refusal) return statement;
  const [, , field = 'about'] = (refusal.at ?? '').split('/');
  return { ...refusal, at: `/statement/${field}` };
}

const readers: Record<TypedStatementKind, (reader: AnswerReader) => PlanStatement | undefined> = {
  'in-force': (reader) => {
    const active = yes(reader, 'active');
    const period = reader.period('from', 'through');
    return active === undefined ? undefined : { kind: 'in-force', active, ...period };
  },
  'benefit-year': (reader) => {
    const begins = reader.needed(reader.word(yearBeginnings, 'begins'), 'begins');
    return begins === undefined ? undefined : { kind: 'benefit-year', begins };
  },
  network: (reader) => {
    const participates = yes(reader, 'participates');
    return participates === undefined ? undefined : { kind: 'network', participates };
  },
  maximum: (reader) => {
    const about = limited(reader);
    if (reader.text('unlimited') === 'yes') return { kind: 'maximum', ...about, amount: 'none' };
    const amount = reader.needed(reader.money('amount'), 'amount');
    return amount === undefined ? undefined : { kind: 'maximum', ...about, amount };
  },
  deductible: (reader) => {
    const about = limited(reader);
    const amount = reader.needed(reader.money('amount'), 'amount');
    return amount === undefined ? undefined : { kind: 'deductible', ...about, amount };
  },
  remaining: (reader) => {
    const limits = ['maximum', 'deductible'] as const;
    const of = reader.needed(reader.word(limits, 'of'), 'of');
    const about = limited(reader);
    const amount = reader.needed(reader.money('amount'), 'amount');
    return of === undefined || amount === undefined ? undefined : { kind: 'remaining', of, ...about, amount };
  },
  percentage: (reader) => {
    const about = scope(reader);
    const percent = reader.needed(reader.whole('percent', 0, 100), 'percent');
    return percent === undefined ? undefined : { kind: 'percentage', ...about, percent };
  },
  status: (reader) => {
    const about = scope(reader);
    const status = reader.needed(reader.word(coverageStatuses, 'status'), 'status');
    if (status === undefined) return undefined;
    if (status !== 'bundled-into') return { kind: 'status', ...about, status };
    const bundledInto = reader.needed(reader.code('bundledInto'), 'bundledInto');
    return bundledInto === undefined ? undefined : { kind: 'status', ...about, status, bundledInto };
  },
  allowed: (reader) => {
    const code = reader.needed(reader.code('code'), 'code');
    const amount = reader.needed(reader.money('amount'), 'amount');
    return code === undefined || amount === undefined ? undefined : { kind: 'allowed', code, amount };
  },
  copay: (reader) => {
    const about = scope(reader);
    const amount = reader.needed(reader.money('amount'), 'amount');
    return amount === undefined ? undefined : { kind: 'copay', ...about, amount };
  },
  'waiting-period': (reader) => {
    const about = scope(reader);
    const months = reader.needed(reader.whole('months', 0, 120), 'months');
    return months === undefined ? undefined : { kind: 'waiting-period', ...about, months };
  },
  frequency: (reader) => {
    const about = scope(reader);
    const times = reader.needed(reader.whole('times', 1, 99), 'times');
    const window = reader.needed(reader.word(planFrequencyWindows, 'window'), 'window');
    const counts = window === 'every-years' || window === 'every-months';
    const every = counts ? reader.needed(reader.whole('every', 1, 120), 'every') : undefined;
    const per = reader.word(limitCounts, 'per') ?? unsaidCount(about.for?.code);
    return times === undefined || window === undefined
      ? undefined
      : { kind: 'frequency', ...about, times, window, per, ...(every && { every }) };
  },
  'no-frequency-limit': (reader) => ({ kind: 'no-frequency-limit', ...scope(reader) }),
  'last-service': (reader) => {
    const code = reader.needed(reader.code('code'), 'code');
    const on = reader.needed(reader.date('last'), 'last');
    return code === undefined || on === undefined ? undefined : { kind: 'last-service', code, on };
  },
  'age-limit': (reader) => {
    const about = scope(reader);
    const [from, through] = [reader.whole('fromAge', 0, 120), reader.whole('through', 0, 120)];
    return {
      kind: 'age-limit',
      ...about,
      ...(from !== undefined && { from }),
      ...(through !== undefined && { through }),
    };
  },
  'missing-tooth': (reader) => {
    const about = scope(reader);
    const excluded = yes(reader, 'excluded');
    return excluded === undefined ? undefined : { kind: 'missing-tooth', ...about, excluded };
  },
  'alternate-benefit': (reader) => {
    const code = reader.needed(reader.code('code'), 'code');
    const applies = yes(reader, 'applies');
    const substitute = applies ? reader.needed(reader.code('substitute'), 'substitute') : undefined;
    return code === undefined || applies === undefined
      ? undefined
      : { kind: 'alternate-benefit', code, applies, ...(substitute && { substitute }) };
  },
  orthodontics: readOrthodontics,
  coordination: (reader) => {
    const variant = reader.needed(reader.word(coordinationVariants, 'variant'), 'variant');
    return variant === undefined ? undefined : { kind: 'coordination', variant };
  },
  place: (reader) => reader.needed(readPlace(reader), 'place'),
  'date-that-counts': (reader) => {
    const about = scope(reader);
    const days = ['completion', 'start'] as const;
    const on = reader.needed(reader.word(days, 'on'), 'on');
    return on === undefined ? undefined : { kind: 'date-that-counts', ...about, on };
  },
  'write-off': (reader) => {
    const cases = ['not-covered', 'maximum-reached', 'limit-reached'] as const;
    const when = reader.needed(reader.word(cases, 'when'), 'when');
    const holds = yes(reader, 'holds');
    return when === undefined || holds === undefined ? undefined : { kind: 'write-off', when, holds };
  },
};

function yes(reader: AnswerReader, name: string): boolean | undefined {
  const word = reader.needed(reader.word(yesNo, name), name);
  return word === undefined ? undefined : word === 'yes';
}

function scope(reader: AnswerReader): { readonly for?: Scope } {
  const about = reader.word(scopeWordsTyped, 'about') ?? 'all';
  if (about === 'all') return {};
  if (about !== 'code') return { for: { category: about } };
  const code = reader.needed(reader.code('code'), 'code');
  return code === undefined ? {} : { for: { code } };
}

function limited(reader: AnswerReader) {
  return {
    ...scope(reader),
    per: reader.word(['individual', 'family'], 'who') ?? 'individual',
    period: reader.word(['benefit-year', 'lifetime'], 'period') ?? 'benefit-year',
  } as const;
}
