import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuideEntry } from '#contract/guide-views.ts';
import { namedTreatment } from '#domain/assistant/question/named-treatment.ts';
import { plain } from '#domain/assistant/question/plain-words.ts';
import { statementsOf, type GuidePage } from '#domain/code-guide/guide-page.ts';
import { indexGuide, searchGuide, type GuideHit } from '#domain/code-guide/search/search-guide.ts';
import { wordsOf } from '#domain/code-guide/search/words.ts';
import type { Locale } from '#domain/kernel/both-languages.ts';
import { useInLanguage, useLocale } from '../ui/in-language.ts';
import { Empty, Loaded } from '../ui/page.tsx';
import { MarkedText } from './marked-text.tsx';
import { useGuidePages } from './guide-data.ts';

interface Props {
  readonly query: string;
  readonly entries: readonly GuideEntry[];
}

export function SearchResults({ query, entries }: Props) {
  const pages = useGuidePages();
  return (
    <Loaded query={pages}>{(view) => <Found query={query} entries={entries} pages={view.pages} />}</Loaded>
  );
}

function Found({ query, entries, pages }: Props & { readonly pages: readonly GuidePage[] }) {
  const { t } = useTranslation();
  const inLanguage = useInLanguage();
  const locale = useLocale();
  const index = useMemo(() => indexGuide(pages, locale), [pages, locale]);
  const texts = useMemo(() => textsByPlace(pages, locale), [pages, locale]);
  const hits = searchGuide(index, query, { typing: true, limit: 8 });
  const treatment = namedTreatment(plain(query).trim());
  const words = query.split(/[^\p{L}\p{N}]+/u).filter((word) => wordsOf(word).length > 0);
  return (
    <>
      <p role="status" className="visually-hidden">
        {t('web.guide.found', { count: hits.length })}
      </p>
      {treatment && (
        <p className="guide-note">{t('assistant.treatment.noPage', { treatment: inLanguage(treatment) })}</p>
      )}
      {hits.length === 0 ? (
        <Empty>{t('web.guide.nothing')}</Empty>
      ) : (
        <ol className="rows list guide-hits">
          {hits.map((hit) => (
            <li key={placeOf(hit)} className="row">
              <Link
                to="/guide/$code"
                params={{ code: hit.code }}
                {...(hit.anchor === undefined ? {} : { hash: hit.anchor })}
                className="guide-hit"
              >
                <span className="guide-hit-code">
                  <span className="figures">{hit.code}</span>{' '}
                  {entries.flatMap(({ code, name }) => (code === hit.code ? inLanguage(name) : []))}
                </span>
                <MarkedText text={texts.get(placeOf(hit)) ?? ''} words={words} />
              </Link>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function placeOf({ code, anchor }: Pick<GuideHit, 'code' | 'anchor'>): string {
  return anchor === undefined ? code : `${code}#${anchor}`;
}

function textsByPlace(pages: readonly GuidePage[], locale: Locale): ReadonlyMap<string, string> {
  return new Map<string, string>(
    pages.flatMap((page) => [
      [page.code, page.sections.whatFor[0]?.text[locale] ?? ''] as const,
      ...statementsOf(page).map(
        ({ statement }) => [`${page.code}#${statement.id}`, statement.text[locale]] as const,
      ),
      ...page.questions.map(({ id, question }) => [`${page.code}#${id}`, question[locale]] as const),
    ]),
  );
}
