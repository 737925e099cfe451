import { useTranslation } from 'react-i18next';
import type { PayerRuling } from '#domain/code-guide/payer-rulings.ts';
import { Day } from '../ui/when.tsx';

/** The days of service for which a source confirms the rules. */
export function RulingDays({ ruling }: { readonly ruling: PayerRuling }) {
  const { t } = useTranslation();
  const { from, through, startEstablished } = ruling;
  if (from === through)
    return (
      <>
        {t('web.guide.onDay')} <Day on={from} />
      </>
    );
  return (
    <>
      {t(startEstablished ? 'web.guide.from' : 'web.guide.fromOrBefore')} <Day on={from} />{' '}
      {through === 'open' ? (
        t('web.guide.noEnd')
      ) : (
        <>
          {t('web.guide.through')} <Day on={through} />
        </>
      )}
    </>
  );
}
