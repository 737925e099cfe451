import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Statement } from '#domain/code-guide/guide-page.ts';
import { CodedText } from './coded-text.tsx';
import { CopyLink } from './copy-link.tsx';
import { useInLanguage } from './guide-data.ts';
import { useOpenPage } from './page-context.ts';

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
  const { lead, rest } = splitLead(inLanguage(statement.text));
  return (
    <li id={statement.id} className="guide-statement" data-here={here === statement.id}>
      <div className="guide-words">
        {before}
        {lead !== '' && <strong>{lead} </strong>}
        <CodedText text={rest} own={code} />
        {after}
      </div>
      <Basis statement={statement} />
    </li>
  );
}

function Basis({ statement }: { readonly statement: Statement }) {
  const { t } = useTranslation();
  const { sources } = useOpenPage();
  const number = sources.get(statement.source.title)?.number ?? 0;
  return (
    <div className="guide-basis">
      <span className="guide-mark" data-mark={statement.mark}>
        {t(`web.guide.mark.${statement.mark}`)}
      </span>
      <a href={`#source-${number}`} title={statement.source.title}>
        {t('web.guide.sourceNumber', { number })}
      </a>
      <CopyLink anchor={statement.id} />
    </div>
  );
}

/** A first sentence of up to six words is a headline: it is set off, so that a list can be read by its headlines. */
function splitLead(text: string): { readonly lead: string; readonly rest: string } {
  const [, lead = '', rest = text] = /^([^.;:]{3,60}\.) (.+)$/s.exec(text) ?? [];
  return lead.split(' ').length <= 7 ? { lead, rest } : { lead: '', rest: text };
}
