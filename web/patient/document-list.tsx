import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientDocument } from '#domain/patient/patient-events.ts';
import { Empty } from '../ui/page.tsx';
import { useWord } from '../ui/say.ts';

interface Props {
  readonly patientId: string;
  readonly documents: readonly PatientDocument[];
}

export function DocumentList({ patientId, documents }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  if (documents.length === 0) return <Empty>{t('web.documents.empty')}</Empty>;
  return (
    <ul className="rows">
      {documents.map(({ documentId, title, kind, byteLength }) => (
        <li key={documentId} className="row">
          <div className="row-main">
            <a
              href={`/api/patients/${patientId}/documents/${documentId}/content`}
              target="_blank"
              rel="noreferrer"
            >
              {title}
              <span className="visually-hidden"> {t('web.documents.newWindow')}</span>
            </a>
            <Text size="sm" c="dimmed">
              {word('documentKind', kind)} · {t('web.documents.size', { size: Math.ceil(byteLength / 1024) })}
            </Text>
          </div>
        </li>
      ))}
    </ul>
  );
}
