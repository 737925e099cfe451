import { message, type Message } from '../kernel/message.ts';
import type { Practice } from './practice.ts';

/** What a practice still lacks before it can bill, in the order in which it is best mended. */
export function practiceGaps(practice: Practice): Message[] {
  const gaps: Message[] = [];
  const profile = practice.profile;
  if (!profile) gaps.push(message('practice.gap.profile'));
  else if (profile.address.postalCode.length !== 9) gaps.push(message('practice.gap.postalCode'));
  const ours = [...practice.providers.values()].filter((provider) => provider.ours);
  if (!ours.some((provider) => provider.npi && provider.taxonomy))
    gaps.push(message('practice.gap.treatingDentist'));
  if (practice.payers.size === 0) gaps.push(message('practice.gap.payer'));
  if (!practice.fees.some((fee) => fee.code === 'D9992')) gaps.push(message('practice.gap.fee'));
  return gaps;
}
