import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PayerRuling } from '#domain/code-guide/payer-rulings.ts';
import { useWord } from '../ui/say.ts';

export function StatusBadge({ status }: { readonly status: PayerRuling['status'] }) {
  const { t } = useTranslation();
  const word = useWord();
  const tone = status === 'paid' ? 'good' : status === 'unknown' ? 'known' : 'warn';
  return (
    <Badge component="span" className={`state-badge ${tone}`}>
      {status === 'unknown' ? t('web.guide.notKnown') : word('coverageStatus', status)}
    </Badge>
  );
}
