import { message } from '#domain/kernel/message.ts';
import type { Constraint } from '#domain/treatment-plan/constraint.ts';
import type { PdfLanguage } from './pdf-document.ts';
import { sayMessage } from './words.ts';

/** The days of a rule, which tell two values of one rule apart where authorities disagree; undefined: it has none. */
export function constraintSpan(constraint: Constraint, language: PdfLanguage): string | undefined {
  const days = (count: number) => sayMessage(language, message('web.order.days', { count }));
  const say = (name: string, params: Record<string, string>) =>
    sayMessage(language, message(`web.rules.${name}`, params));
  if (constraint.kind === 'deadline') return say('daysBefore', { wait: days(constraint.daysBefore) });
  if (constraint.kind !== 'interval') return undefined;
  const { minDays = 0, targetDays, maxDays } = constraint;
  const bounds = [
    ...(minDays === 0 ? [] : [say('atLeast', { days: days(minDays) })]),
    ...(targetDays === undefined ? [] : [say('best', { days: days(targetDays) })]),
    ...(maxDays === undefined ? [] : [say('atMost', { days: days(maxDays) })]),
  ];
  return bounds.length === 0 ? undefined : bounds.join(', ');
}
