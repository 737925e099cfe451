import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { Ago } from '../ui/when.tsx';
import { DocumentLink } from './document-list.tsx';

interface Props {
  readonly patientId: string;
  readonly documents: PatientView['withdrawnDocuments'];
}

/** What was attached by mistake: no evidence any more, and still to be seen, to attach it where it belongs. */
export function WithdrawnDocuments({ patientId, documents }: Props) {
  const { t } = useTranslation();
  if (documents.length === 0) return null;
  return (
    <details className="more">
      <summary>{t('web.documents.withdrawn', { count: documents.length })}</summary>
      <ul className="rows">
        {documents.map(({ documentId, title, reason, withdrawnAt, withdrawnBy }) => (
          <li key={documentId} className="row">
            <div className="row-main">
              <Text td="line-through" component="div">
                <DocumentLink patientId={patientId} documentId={documentId} title={title} />
              </Text>
              <Text size="sm" component="div" className="case-facts">
                <span>{t('web.documents.withdrawnBy', { who: withdrawnBy, reason })}</span>
                <span>
                  <Ago at={withdrawnAt} />
                </span>
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
