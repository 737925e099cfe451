import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Citation } from '#domain/assistant/assistant-answer.ts';

interface Props {
  readonly citations: readonly Citation[];
  readonly caseId?: string;
}

/** The passages that an answer rests on, quoted, each with a link to where it stands. */
export function AskPassages({ citations, caseId }: Props) {
  const { t } = useTranslation();
  if (citations.length === 0) return null;
  return (
    <details className="more ask-passages">
      <summary>{t('web.ask.passages', { count: citations.length })}</summary>
      <ol>
        {citations.map((citation) => (
          <li key={citation.id}>
            <blockquote>{citation.quote}</blockquote>
            <p className="ask-source">
              <PassageLink id={citation.id} {...(caseId === undefined ? {} : { caseId })} />
              <span>{citation.source}</span>
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Where a citation id leads: a statement of the guide, the payer rules on its page, or an event of the case. */
function PassageLink({ id, caseId }: { readonly id: string; readonly caseId?: string }) {
  const { t } = useTranslation();
  const [place = '', anchor = ''] = id.split('#');
  if (place.startsWith('guide/'))
    return (
      <Link to="/guide/$code" params={{ code: place.slice('guide/'.length) }} hash={anchor}>
        {id}
      </Link>
    );
  if (place === 'case' && caseId !== undefined)
    return (
      <Link to="/cases/$caseId/$section" params={{ caseId, section: 'timeline' }} search={{ id: anchor }}>
        {t('web.place.case', { position: anchor })}
      </Link>
    );
  const code = /\/(d\d{4})-/.exec(place)?.[1]?.toUpperCase();
  if (place.startsWith('rulebook/') && code !== undefined)
    return (
      <Link to="/guide/$code" params={{ code }} hash="payers">
        {id}
      </Link>
    );
  if (place === 'patient') return <span>{t('web.place.patient', { position: anchor })}</span>;
  return <span>{id}</span>;
}
