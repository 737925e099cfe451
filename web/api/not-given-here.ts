import i18next from 'i18next';
import { notGiven } from '#domain/kernel/not-given.ts';

/** Members that name a payer, in views and among the values of messages. */
const ofPayers: readonly string[] = ['payerName', 'payer'];

/** What a file did not give, in the reader's words, alone or within a name; a reviver of JSON. */
export function sayNotGiven(name: string, value: unknown): unknown {
  if (typeof value !== 'string' || !value.includes(notGiven)) return value;
  const here = i18next.t(ofPayers.includes(name) ? 'payerNotNamed' : 'notGiven');
  return value.replaceAll(notGiven, here);
}

/** The same on its way back, as the record has it; a replacer of JSON. */
export function recordNotGiven(_: string, value: unknown): unknown {
  return value === i18next.t('notGiven') || value === i18next.t('payerNotNamed') ? notGiven : value;
}

/** Nobody can be called under the words that stand in the place of a name. */
export function isPayerNamed(payerName: string): boolean {
  return payerName !== i18next.t('payerNotNamed');
}
