import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Citation } from '#domain/assistant/assistant-answer.ts';
import { Place } from '../case/places.tsx';

interface Props {
  readonly citations: readonly Citation[];
  /** Shown on the case that the passages are of. */
  readonly onCase: boolean;
}

/** The passages that an answer rests on, quoted, each with a link to where it stands. */
export function AskPassages({ citations, onCase }: Props) {
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
              <PassageLink id={citation.id} onCase={onCase} />
              <span>{citation.source}</span>
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Where a citation id leads: a statement of the guide, the payer rules on its page, or an event of the case. */
function PassageLink({ id, onCase }: { readonly id: string; readonly onCase: boolean }) {
  const { t } = useTranslation();
  const [place = '', anchor = ''] = id.split('#');
  if (place.startsWith('guide/'))
    return (
      <Link to="/guide/$code" params={{ code: place.slice('guide/'.length) }} hash={anchor}>
        {t('web.ask.inGuide', { code: place.slice('guide/'.length) })}
      </Link>
    );
  if (onCase && (place === 'case' || place === 'patient')) return <Place place={id} />;
  const code = /\/(d\d{4})-/.exec(place)?.[1]?.toUpperCase();
  if (place.startsWith('rulebook/') && code !== undefined)
    return (
      <Link to="/guide/$code" params={{ code }} hash="payers">
        {t('web.ask.inRules', { code })}
      </Link>
    );
  return <span>{id}</span>;
}
