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
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const callTopics = ['plan', 'coordination', 'items'] as const;
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
};

export function callQuestion(
  kind: QuestionKind,
  about: Pick<CallQuestion, 'code' | 'category'> = {},
): CallQuestion {
  const topic = topics[kind];
  const subject = topic === 'items' ? (about.code ?? about.category) : undefined;
  return { id: subject === undefined ? kind : `${kind}.${subject}`, kind, topic, ...about };
}
