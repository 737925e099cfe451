import { useTranslation } from 'react-i18next';
import { useLicensedLists } from '../api/licensed-lists.ts';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { Moment } from '../ui/when.tsx';
import { ImportList } from './import-list.tsx';
import type { PracticePartProps } from './practice-part.ts';

/** The lists of codes that the practice licenses itself, by code year. */
export function LicensedListsPart({ mayChange }: PracticePartProps) {
  const { t } = useTranslation();
  const lists = useLicensedLists();
  return (
    <>
      <Section title={t('web.practice.part.codes')} lead={t('licensedList.screen.lead')}>
        <Loaded query={lists}>
          {({ lists: known }) =>
            known.length === 0 ? (
              <Empty>{t('licensedList.screen.empty')}</Empty>
            ) : (
              <ul className="rows">
                {known.map(({ year, codes, fileName, by, at }) => (
                  <li key={year} className="row">
                    <div className="row-main">
                      <strong>{t('licensedList.screen.ofYear', { year, count: codes })}</strong>
                      <div className="case-facts small">
                        <span>{fileName}</span>
                        <span>{by}</span>
                        <Moment at={at} />
                      </div>
                    </div>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      {mayChange ? (
        <ImportList />
      ) : (
        <Section title={t('licensedList.screen.import')} lead={t('web.practice.onlyAdministrator')} />
      )}
    </>
  );
}
