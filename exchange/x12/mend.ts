import { message, type Message } from '#domain/kernel/message.ts';
import type { AnswerError } from './answer-271.ts';

/** What somebody at the front desk looks at after an error, by its code. Unverified: general knowledge of AAA03. */
const mends = [
  ['member-number', ['64', '68', '72', '76']],
  ['name', ['65', '73']],
  ['birth-date', ['58', '60', '71']],
  ['sex', ['66', '70', '74']],
  ['not-found', ['67', '75', '77']],
  ['group', ['78']],
  ['provider', ['35', '41', '43', '44', '45', '46', '47', '48', '49', '50', '51', '79']],
  ['date', ['52', '56', '57', '61', '62', '63']],
  ['question', ['53', '54', '55', '69']],
  ['missing', ['15', '33']],
  ['later', ['42', '80']],
] as const;

/** AAA04. */
const followUps: Readonly<Record<string, string>> = {
  C: 'correct',
  N: 'do-not-resend',
  P: 'resend',
  R: 'resend',
  S: 'do-not-resend',
  W: 'wait-30-days',
  X: 'wait-10-days',
  Y: 'do-not-resend',
};

/** An error in words: what to mend, and what the payer wants to be done afterwards. */
export function mendOf({ by, code, followUp, place }: AnswerError): readonly Message[] {
  if (by !== 'AAA')
    return [message(`eligibility.mend.${by === '999' ? 'file' : 'interchange'}`, { code, place })];
  const [known] = mends.find(([, codes]) => codes.some((each) => each === code)) ?? [];
  const next = followUps[followUp];
  return [
    message(`eligibility.mend.${known ?? 'other'}`, { code }),
    ...(next === undefined ? [] : [message(`eligibility.next.${next}`)]),
  ];
}
