import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayerRuling } from '#domain/code-guide/payer-rulings.ts';
import { useFormat } from '../ui/format.ts';
import { useInLanguage } from '../ui/in-language.ts';
import { useWord } from '../ui/say.ts';
import { Day } from '../ui/when.tsx';
import { CodeLink } from './code-link.tsx';

/** What a payer's rules ask for on those days, and where they are written. */
export function RulingFacts({ ruling }: { readonly ruling: PayerRuling }) {
  const { t } = useTranslation();
  const inLanguage = useInLanguage();
  const facts = useFacts(ruling);
  return (
    <>
      <dl className="said guide-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`web.guide.fact.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="guide-rule-sources">
        {ruling.sources.map(({ title, url, seen }) => (
          <li key={title.en}>
            {url === undefined ? (
              inLanguage(title)
            ) : (
              <a href={url} rel="noreferrer">
                {inLanguage(title)}
              </a>
            )}
            , {t('web.guide.seen')} <Day on={seen} />
          </li>
        ))}
      </ul>
    </>
  );
}

function useFacts(ruling: PayerRuling): readonly (readonly [name: string, value: ReactNode])[] {
  const { t, i18n } = useTranslation();
  const word = useWord();
  const format = useFormat();
  const list = (parts: readonly string[]) =>
    new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(parts);
  const words = (name: string, values: readonly string[]) =>
    list(values.map((value) => word(name, value).toLowerCase()));
  const performers = ruling.performers.map((performer) => t(`coverage.performer.${performer}`));
  const named: readonly (readonly [string, boolean, () => ReactNode])[] = [
    [
      'fee',
      ruling.fee !== undefined,
      () => ruling.fee && `${format.money(ruling.fee.amount)} ${t(`web.guide.per.${ruling.fee.per}`)}`,
    ],
    [
      'limit',
      ruling.limits.length > 0,
      () =>
        list(
          ruling.limits.map(({ window, times, days }) =>
            t(`coverage.limit.${window}`, { times, days: days ?? 0 }),
          ),
        ),
    ],
    [
      'who',
      performers.length > 0,
      () => `${list(performers)}${ruling.underDentist ? ` (${t('web.guide.underDentist')})` : ''}`,
    ],
    ['work', ruling.work.length > 0, () => words('activityKind', ruling.work)],
    ['routes', ruling.routes.length > 0, () => words('route', ruling.routes)],
    ['notFor', ruling.notFor.length > 0, () => words('activityKind', ruling.notFor)],
    ['documentation', ruling.documentation.length > 0, () => words('documentation', ruling.documentation)],
    [
      'notWith',
      ruling.notWith.length > 0,
      () =>
        ruling.notWith.map((code, index) => (
          <span key={code}>
            {index > 0 && ', '}
            <CodeLink code={code} />
          </span>
        )),
    ],
    ['places', ruling.places.length > 0, () => list(ruling.places)],
    [
      'claimDays',
      ruling.claimDays !== undefined,
      () => t('web.guide.days', { count: ruling.claimDays ?? 0 }),
    ],
    [
      'reconsiderationDays',
      ruling.reconsiderationDays !== undefined,
      () => t('web.guide.days', { count: ruling.reconsiderationDays ?? 0 }),
    ],
    ['encounterRate', ruling.encounterRate, () => t('coverage.aside.encounterRate')],
  ];
  return named.filter(([, present]) => present).map(([name, , value]) => [name, value()]);
}
