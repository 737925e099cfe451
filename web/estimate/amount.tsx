import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** An amount in words of the reader; a range while something is not known. */
export function useAmount(): (range: Range) => string {
  const { t } = useTranslation();
  const { money } = useFormat();
  return ({ low, high }) =>
    low === high ? money(low) : t('web.estimate.range', { low: money(low), high: money(high) });
}
