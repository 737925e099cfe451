import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { GuideEntry } from '#contract/guide-views.ts';
import { guideGroups } from '#domain/code-guide/guide-page.ts';
import { Section } from '../ui/page.tsx';
import { useInLanguage } from '../ui/in-language.ts';

export function CodeGroups({ entries }: { readonly entries: readonly GuideEntry[] }) {
  const { t } = useTranslation();
  const inLanguage = useInLanguage();
  return (
    <div className="guide-groups">
      {guideGroups.map((group) => (
        <Section key={group} title={t(`web.guide.group.${group}`)}>
          <ul className="rows">
            {entries
              .filter((entry) => entry.group === group)
              .map(({ code, name, whatFor }) => (
                <li key={code} className="row">
                  <div className="row-main">
                    <Link to="/guide/$code" params={{ code }} className="guide-entry">
                      <span className="figures">{code}</span> {inLanguage(name)}
                    </Link>
                    <p>{inLanguage(whatFor)}</p>
                  </div>
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}
