import { Badge } from '@mantine/core';
import type { MinuteStandingView } from '#contract/views.ts';
import { useWord } from '../ui/say.ts';

const tones: Record<MinuteStandingView['standing'], string> = {
  payable: 'good',
  'valid-not-payable': 'warn',
  'valid-payer-unknown': 'known',
  incomplete: 'bad',
};

/** One of the four answers, in words. */
export function StandingBadge({ standing }: { readonly standing: MinuteStandingView['standing'] }) {
  const word = useWord();
  return <Badge className={`state-badge ${tones[standing]}`}>{word('standing', standing)}</Badge>;
}
