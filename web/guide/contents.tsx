import { useTranslation } from 'react-i18next';
import type { GuidePage } from '#domain/code-guide/guide-page.ts';
import { partsOf } from './guide-parts.ts';

/** What is on the page: beside it on a desktop, one line to swipe on a telephone. */
export function Contents({ page }: { readonly page: GuidePage }) {
  const { t } = useTranslation();
  return (
    <nav className="guide-contents" aria-label={t('web.guide.contents')}>
      <ul>
        {partsOf(page).map((part) => (
          <li key={part}>
            <a href={`#${part}`}>{t(`web.guide.part.${part}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
