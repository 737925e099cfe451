import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { Empty } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { Moment } from '../ui/when.tsx';
import { useMayRecord } from './may-record.ts';
import { WithdrawDocumentForm } from './withdraw-document-form.tsx';

interface Props {
  readonly patient: Pick<PatientView, 'patientId' | 'position'>;
  readonly documents: PatientView['documents'];
}

export function DocumentList({ patient, documents }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const { action, subject, open, close } = useAction();
  const mayWithdraw = useMayRecord()('withdraw-document');
  const withdrawing = documents.find(
    ({ documentId }) => action === 'withdraw-document' && documentId === subject,
  );
  if (documents.length === 0) return <Empty>{t('web.documents.empty')}</Empty>;
  return (
    <>
      <ul className="rows">
        {documents.map(({ documentId, title, kind, byteLength, attachedAt, attachedBy }) => (
          <li key={documentId} className="row">
            <div className="row-main">
              <DocumentLink patientId={patient.patientId} documentId={documentId} title={title} />
              <Text size="sm" component="div" className="case-facts">
                <span>{word('documentKind', kind)}</span>
                <span>{t('web.documents.size', { size: Math.ceil(byteLength / 1024) })}</span>
                <span>
                  <Moment at={attachedAt} />, {attachedBy}
                </span>
              </Text>
            </div>
            {mayWithdraw && (
              <Button
                variant="subtle"
                size="compact-sm"
                className="row-side"
                onClick={() => open('withdraw-document', documentId)}
              >
                {t('web.documents.withdraw')}
                <span className="visually-hidden"> {title}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Panel
        title={t('web.documents.withdrawTitle')}
        opened={mayWithdraw && withdrawing !== undefined}
        onClose={close}
      >
        {withdrawing && <WithdrawDocumentForm patient={patient} document={withdrawing} onDone={close} />}
      </Panel>
    </>
  );
}

interface LinkProps {
  readonly patientId: string;
  readonly documentId: string;
  readonly title: string;
}

export function DocumentLink({ patientId, documentId, title }: LinkProps) {
  const { t } = useTranslation();
  return (
    <a href={`/api/patients/${patientId}/documents/${documentId}/content`} target="_blank" rel="noreferrer">
      {title}
      <span className="visually-hidden"> {t('web.documents.newWindow')}</span>
    </a>
  );
}
