import { useTranslation } from 'react-i18next';
import { useInLanguage } from '../ui/in-language.ts';
import { Day } from '../ui/when.tsx';
import { Part } from './part.tsx';
import type { NumberedSource } from './sources.ts';

export function SourceList({ sources }: { readonly sources: readonly NumberedSource[] }) {
  const { t } = useTranslation();
  const inLanguage = useInLanguage();
  return (
    <Part part="sources">
      <p className="guide-own-words">{t('web.guide.ownWords')}</p>
      <ol className="guide-sources">
        {sources.map(({ number, title, url, seen }) => (
          <li key={number} id={`source-${number}`}>
            {url === undefined ? (
              inLanguage(title)
            ) : (
              <a href={url} rel="noreferrer">
                {inLanguage(title)}
              </a>
            )}{' '}
            <span className="guide-seen">
              {t('web.guide.seen')} <Day on={seen} />
            </span>
          </li>
        ))}
      </ol>
    </Part>
  );
}
