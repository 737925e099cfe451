import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCaseView } from './case-context.tsx';

/** Places in the record, such as 'case#12', as links to what was recorded there. */
export function Places({ places }: { readonly places: readonly string[] }) {
  return (
    <span className="places">
      {places.map((place) => (
        <Place key={place} place={place} />
      ))}
    </span>
  );
}

/** One place; only inside a case, whose patient it knows. */
export function Place({ place }: { readonly place: string }) {
  const { t } = useTranslation();
  const { caseId, patientId } = useCaseView();
  const [stream, position] = place.split('#');
  const text = t(`web.place.${stream}`, { position });
  if (stream === 'case')
    return (
      <Link to="/cases/$caseId/$section" params={{ caseId, section: 'timeline' }} search={{ id: position }}>
        {text}
      </Link>
    );
  if (stream === 'patient')
    return (
      <Link to="/patients/$patientId" params={{ patientId }}>
        {text}
      </Link>
    );
  return <span>{text}</span>;
}
