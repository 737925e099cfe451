import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { Empty } from '../ui/page.tsx';
import { useWord } from '../ui/say.ts';
import { Moment } from '../ui/when.tsx';

interface Props {
  readonly patientId: string;
  readonly documents: PatientView['documents'];
}

export function DocumentList({ patientId, documents }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  if (documents.length === 0) return <Empty>{t('web.documents.empty')}</Empty>;
  return (
    <ul className="rows">
      {documents.map(({ documentId, title, kind, byteLength, attachedAt, attachedBy }) => (
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
            <Text size="sm" component="div" className="case-facts">
              <span>{word('documentKind', kind)}</span>
              <span>{t('web.documents.size', { size: Math.ceil(byteLength / 1024) })}</span>
              <span>
                <Moment at={attachedAt} />, {attachedBy}
              </span>
            </Text>
          </div>
        </li>
      ))}
    </ul>
  );
}
