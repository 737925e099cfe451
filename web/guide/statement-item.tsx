import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Statement } from '#domain/code-guide/guide-page.ts';
import { CopyLink } from './copy-link.tsx';
import { useInLanguage } from '../ui/in-language.ts';
import { useOpenPage } from './page-context.ts';
import { StatementText } from './statement-text.tsx';

interface Props {
  readonly statement: Statement;
  /** Stands before the words, such as the code that it is about. */
  readonly before?: ReactNode;
  /** Stands after them. */
  readonly after?: ReactNode;
}

/** One statement under its anchor, with how far it can be trusted and where it comes from. */
export function StatementItem({ statement, before, after }: Props) {
  const inLanguage = useInLanguage();
  const { code, here } = useOpenPage();
  return (
    <li id={statement.id} className="guide-statement" data-here={here === statement.id}>
      <div className="guide-words">
        {before}
        <StatementText text={inLanguage(statement.text)} own={code} />
        {after}
      </div>
      <Basis statement={statement} />
    </li>
  );
}

function Basis({ statement }: { readonly statement: Statement }) {
  const { t } = useTranslation();
  const inLanguage = useInLanguage();
  const { sources } = useOpenPage();
  const number = sources.get(statement.source.title.en)?.number ?? 0;
  return (
    <div className="guide-basis">
      <span className="guide-mark" data-mark={statement.mark}>
        {t(`coverage.mark.${statement.mark}`)}
      </span>
      <a href={`#source-${number}`} title={inLanguage(statement.source.title)}>
        {t('web.guide.sourceNumber', { number })}
      </a>
      <CopyLink anchor={statement.id} />
    </div>
  );
}
