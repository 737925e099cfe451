import type { CodeCategory } from '../estimate/code-category.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';

/** What a payer's representative is asked, in the order in which it is asked. */
export const questionKinds = [
  'in-force',
  'benefit-year',
  'coordination-paid',
  'coordination-often',
  'who-may-perform',
  'documentation',
  'coordination-fee',
  'deductible',
  'maximum',
  'code-terms',
  'waiting-period',
  'frequency',
  'missing-tooth',
  'alternate-benefit',
  'orthodontic-maximum',
  'coordination-of-benefits',
  'network',
  'family-limits',
  'category-percentage',
  'age-limit',
  'orthodontic-instalments',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** The last one is for a representative who has time: it narrows an estimate, and nothing follows where it is left. */
export const callTopics = ['plan', 'coordination', 'items', 'besides'] as const;
export type CallTopic = (typeof callTopics)[number];

export interface CallQuestion {
  /** Stable for the kind and what it is about: drafts and links name it. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly topic: CallTopic;
  readonly code?: ProcedureCode;
  readonly category?: CodeCategory;
}

const topics: Record<QuestionKind, CallTopic> = {
  'in-force': 'plan',
  'benefit-year': 'plan',
  'coordination-paid': 'coordination',
  'coordination-often': 'coordination',
  'who-may-perform': 'coordination',
  documentation: 'coordination',
  'coordination-fee': 'coordination',
  deductible: 'items',
  maximum: 'items',
  'code-terms': 'items',
  'waiting-period': 'items',
  frequency: 'items',
  'missing-tooth': 'items',
  'alternate-benefit': 'items',
  'orthodontic-maximum': 'items',
  'coordination-of-benefits': 'items',
  network: 'items',
  'family-limits': 'besides',
  'category-percentage': 'besides',
  'age-limit': 'besides',
  'orthodontic-instalments': 'besides',
};

export function callQuestion(
  kind: QuestionKind,
  about: Pick<CallQuestion, 'code' | 'category'> = {},
): CallQuestion {
  const topic = topics[kind];
  const subject = topic === 'coordination' ? undefined : (about.code ?? about.category);
  return { id: subject === undefined ? kind : `${kind}.${subject}`, kind, topic, ...about };
}
