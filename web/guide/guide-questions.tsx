import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { statementsOf, type GuidePage, type GuideQuestion } from '#domain/code-guide/guide-page.ts';
import { useInLanguage } from '../ui/in-language.ts';
import { useOpenPage } from './page-context.ts';
import { Part } from './part.tsx';
import { StatementItem } from './statement-item.tsx';
import { StatementText } from './statement-text.tsx';

/** What people ask, answered by statements of the page; each opens in its place. */
export function GuideQuestions({ page }: { readonly page: GuidePage }) {
  return (
    <Part part="questions">
      <div className="guide-questions">
        {page.questions.map((question, index) => (
          <Question key={question.id} page={page} question={question} first={index === 0} />
        ))}
      </div>
    </Part>
  );
}

interface Props {
  readonly page: GuidePage;
  readonly question: GuideQuestion;
  /** Open from the beginning: it is what most people come for. */
  readonly first: boolean;
}

function Question({ page, question: { id, question, answer }, first }: Props) {
  const { t } = useTranslation();
  const inLanguage = useInLanguage();
  const { here } = useOpenPage();
  const own = Array.isArray(answer) ? undefined : answer;
  return (
    <details id={id} open={first || here === id || (own !== undefined && here === own.id)}>
      <summary>
        <IconChevronRight size={18} aria-hidden className="guide-chevron" />
        {inLanguage(question)}
      </summary>
      {own ? (
        <ul className="guide-statements">
          <StatementItem statement={own} />
        </ul>
      ) : (
        <ul className="guide-short">
          {statementsOf(page)
            .filter(({ statement }) => Array.isArray(answer) && answer.includes(statement.id))
            .map(({ statement }) => (
              <li key={statement.id}>
                <StatementText text={inLanguage(statement.text)} own={page.code} />{' '}
                <a
                  href={`#${statement.id}`}
                  className="guide-more"
                  aria-label={t('web.guide.more')}
                  title={t('web.guide.more')}
                >
                  §
                </a>
              </li>
            ))}
        </ul>
      )}
    </details>
  );
}
