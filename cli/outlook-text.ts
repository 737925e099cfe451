import { money } from '#domain/estimate/money-words.ts';
import { goesFurther, reachOf, type Reach } from '#domain/estimate/outlook-words.ts';
import type { EstimateWithOutlook } from '#domain/estimate/outlook.ts';
import type { Range } from '#domain/estimate/range.ts';
import { message, type Message } from '#domain/kernel/message.ts';

type Told = (said: Message) => string;

/** How far each thing that nobody has told may take the whole; nothing where all that is usual is told. */
export function outlookText(
  { outlook, total }: EstimateWithOutlook,
  amount: (range: Range) => string,
  told: Told,
): readonly string[] {
  if (!goesFurther(outlook.patient, total.patient)) return [];
  const words = (id: string, params = {}) => told(message(`estimate.outlook.${id}`, params));
  const reach = (range: Reach) => told(reachOf(range, total.patient, money));
  const known = words('known', { amount: amount(total.patient) });
  return [
    '',
    `${known} ${words('may', { reach: reach(outlook.patient) })}`,
    ...outlook.supposed.map(
      ({ condition, patient }) => `  ${words('line', { condition: told(condition), then: reach(patient) })}`,
    ),
    ...(outlook.complete ? [] : [`  ${words('incomplete')}`]),
  ];
}

/** The same of one line. */
export function lineOutlookText(known: Range, outlook: Reach | undefined, told: Told): readonly string[] {
  if (outlook === undefined || !goesFurther(outlook, known)) return [];
  const reach = told(reachOf(outlook, known, money));
  return [`  ${told(message('estimate.outlook.ofLine', { reach }))}`];
}
