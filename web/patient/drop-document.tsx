import { Button, FileButton, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalView } from '#contract/views.ts';
import { Refused } from '../api/client.ts';
import { useAttachDocument, usePatientCommand, type NewDocument } from '../api/patients.ts';
import { DropZone } from '../ui/drop-zone.tsx';
import { newId } from '../ui/clock.ts';
import { RefusalAlert } from '../ui/refusal.tsx';
import { useTellRefusal } from '../ui/tell-refusal.tsx';
import { toast } from '../ui/toast.tsx';

interface Props {
  readonly patientId: string;
  readonly kind: string;
  readonly attachedTo?: NewDocument['attachedTo'];
  readonly onAttached?: (documentId: string) => void;
}

/** A place to drop scans, faxes and reports; the button does the same by keyboard. */
export function DropDocument({ patientId, kind, attachedTo = [], onAttached }: Props) {
  const { t } = useTranslation();
  const [refusal, setRefusal] = useState<RefusalView>();
  const { mutateAsync, isPending } = useAttachDocument(patientId);
  const withdraw = usePatientCommand(patientId, 'withdraw-document');
  const tell = useTellRefusal();
  const attach = async (files: readonly File[]) => {
    try {
      for (const file of files) {
        const documentId = newId();
        await mutateAsync({ file, title: file.name, kind, attachedTo, documentId });
        onAttached?.(documentId);
        toast(t('web.documents.attached', { title: file.name }), {
          label: t('web.form.undo'),
          run: () =>
            withdraw.mutate({ documentId, reason: t('web.documents.undoReason') }, { onError: tell }),
        });
      }
      setRefusal(undefined);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefusal(error.refusal);
    }
  };
  return (
    <>
      {refusal && <RefusalAlert refusal={refusal} />}
      <DropZone onFiles={(files) => void attach(files)}>
        <Text size="sm">{t('web.documents.drop')}</Text>
        <FileButton multiple onChange={(files) => void attach(files)}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={isPending}
              leftSection={<IconUpload size={18} aria-hidden />}
            >
              {t('web.documents.choose')}
            </Button>
          )}
        </FileButton>
      </DropZone>
    </>
  );
}
