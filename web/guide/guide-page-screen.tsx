import { useParams, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuidePageView } from '#contract/guide-views.ts';
import { guideSections } from '#domain/code-guide/guide-page.ts';
import type { BothLanguages } from '#domain/kernel/both-languages.ts';
import { Loaded, Page } from '../ui/page.tsx';
import './guide.css';
import { AskBox } from './ask-box.tsx';
import { CodeLink } from './code-link.tsx';
import { Contents } from './contents.tsx';
import { GuideQuestions } from './guide-questions.tsx';
import { useInLanguage } from '../ui/in-language.ts';
import { useGuidePage } from './guide-data.ts';
import { LicensedWording } from './licensed-wording.tsx';
import { OpenPageProvider } from './page-context.ts';
import { PageActions } from './page-actions.tsx';
import { PayerPart } from './payer-part.tsx';
import { Part } from './part.tsx';
import { SourceList } from './source-list.tsx';
import { sourcesOf } from './sources.ts';
import { StatementItem } from './statement-item.tsx';

/** One code, for whoever asks: nobody has to be signed in. */
export function GuidePageScreen() {
  const { t } = useTranslation();
  const { code = '' } = useParams({ strict: false });
  const query = useGuidePage(code.toUpperCase());
  if (query.data) return <GuidePageOf key={code} view={query.data} />;
  return (
    <Page title={t('web.guide.title')} actions={<PageActions />}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}

function GuidePageOf({ view }: { readonly view: GuidePageView }) {
  const { t } = useTranslation();
  const inLanguage = useInLanguage();
  const { page, inForceSince, payers } = view;
  const here = useRouterState({ select: ({ location }) => location.hash });
  const sources = useMemo(() => sourcesOf(page), [page]);
  // The page came after the address: what the browser could not find then is scrolled to now.
  useEffect(() => {
    if (here !== '') document.getElementById(here)?.scrollIntoView();
  }, [here]);
  return (
    <OpenPageProvider value={{ code: page.code, sources, here }}>
      <Page
        title={`${page.code}: ${inLanguage(page.name)}`}
        lead={
          <>
            {inForceSince === undefined
              ? t('web.guide.inForceUnknown')
              : t('web.guide.inForce', { year: inForceSince })}
            <LicensedWording code={page.code} />
          </>
        }
        actions={<PageActions print />}
      >
        <AskBox
          pageCode={page.code}
          examples={[
            t('web.ask.example.document'),
            t('web.ask.example.washington'),
            t('web.ask.example.minutes'),
          ]}
        />
        <div className="guide-page">
          <Contents page={page} />
          <div className="guide-parts">
            {page.questions.length > 0 && <GuideQuestions page={page} />}
            <PayerPart code={page.code} payers={payers} />
            {guideSections
              .filter((section) => page.sections[section].length > 0)
              .map((section) => (
                <Part key={section} part={section}>
                  <ul className="guide-statements">
                    {page.sections[section].map((statement) => (
                      <StatementItem
                        key={statement.id}
                        statement={statement}
                        after={'insteadCode' in statement && <Instead code={statement.insteadCode} />}
                      />
                    ))}
                  </ul>
                </Part>
              ))}
            {page.confusedWith.length > 0 && (
              <Part part="confusedWith">
                <ul className="guide-statements">
                  {page.confusedWith.map(({ code, difference }) => (
                    <StatementItem
                      key={code}
                      statement={difference}
                      before={<About code={code} text={difference.text} />}
                    />
                  ))}
                </ul>
              </Part>
            )}
            {page.related.length > 0 && (
              <Part part="related">
                <ul className="guide-statements">
                  {page.related.map(({ code, why }) => (
                    <StatementItem
                      key={code}
                      statement={why}
                      before={<About code={code} text={why.text} />}
                    />
                  ))}
                </ul>
              </Part>
            )}
            <SourceList sources={[...sources.values()]} />
          </div>
        </div>
      </Page>
    </OpenPageProvider>
  );
}

interface AboutProps {
  readonly code: string;
  readonly text: BothLanguages;
}

/** The code that a statement is about, unless its words begin with it. */
function About({ code, text }: AboutProps) {
  const inLanguage = useInLanguage();
  if (inLanguage(text).startsWith(code)) return null;
  return (
    <strong className="guide-about">
      <CodeLink code={code} />
    </strong>
  );
}

function Instead({ code }: { readonly code: string | undefined }) {
  const { t } = useTranslation();
  if (code === undefined) return null;
  return (
    <span className="guide-instead">
      {code === 'none' ? (
        t('web.guide.insteadNone')
      ) : (
        <>
          {t('web.guide.instead')} <CodeLink code={code} />
        </>
      )}
    </span>
  );
}
