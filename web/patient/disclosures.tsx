import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { disclosedWhat } from '#domain/consent/disclosed-what.ts';
import { Empty, Section } from '../ui/page.tsx';
import { useSay, useWord } from '../ui/say.ts';
import { Moment } from '../ui/when.tsx';

/** The accounting: what left the house, to whom, why, on which decision. */
export function Disclosures({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const word = useWord();
  const say = useSay();
  const recordedWords = (what: string) => {
    const said = disclosedWhat(what);
    return said ? say(said) : what;
  };
  const words = (list: readonly string[]) => list.map((each) => word('category', each)).join(', ');
  return (
    <Section title={t('web.disclosures.title')} lead={t('web.disclosures.lead')}>
      {patient.disclosures.length === 0 ? (
        <Empty>{t('web.disclosures.empty')}</Empty>
      ) : (
        <ul className="rows">
          {patient.disclosures.toReversed().map((disclosure) => (
            <li key={disclosure.disclosureId} className="row">
              <div className="row-main">
                <Text fw={600}>
                  {disclosure.recipientName} · {word('wayOut', disclosure.wayOut)}
                </Text>
                <Text size="sm" component="div" className="case-facts">
                  <Moment at={disclosure.at} />
                  <span>{word('purpose', disclosure.purpose)}</span>
                  <span>{recordedWords(disclosure.what)}</span>
                </Text>
                <Text size="sm">
                  {t('web.disclosures.categories', { list: words(disclosure.categories) })}
                </Text>
                {disclosure.withheld.length > 0 && (
                  <Text size="sm">{t('web.disclosures.withheld', { list: words(disclosure.withheld) })}</Text>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
