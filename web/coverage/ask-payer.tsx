import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/client.ts';
import { useInquire, useTakeAnswer } from '../api/eligibility.ts';
import { DropZone } from '../ui/drop-zone.tsx';
import { useFormat } from '../ui/format.ts';
import { RefusalAlert } from '../ui/refusal.tsx';
import { toast } from '../ui/toast.tsx';
import { EligibilityReport } from './eligibility-report.tsx';

interface Props {
  readonly patientId: string;
  readonly coverageId: string;
  readonly payerName: string;
}

/** The 270 goes out as a file, and the payer's answer is dropped here; the buttons do the same by keyboard. */
export function AskPayer({ patientId, coverageId, payerName }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const inquire = useInquire(patientId, coverageId);
  const take = useTakeAnswer(patientId, coverageId);
  const error = take.error ?? inquire.error;
  const isDoubtful = take.error instanceof Refused && take.error.refusal.code === 'eligibility/to-confirm';
  const doubted = isDoubtful ? take.variables?.file : undefined;
  const onFile = (file: File | null | undefined) => {
    inquire.reset();
    if (file) take.mutate({ file });
  };
  const onInquire = () => {
    take.reset();
    inquire.mutate(String(today()), { onSuccess: () => toast(t('web.eligibility.asked')) });
  };
  return (
    <>
      <DropZone onFiles={([file]) => onFile(file)}>
        <Text size="sm">{t('web.eligibility.drop')}</Text>
        <FileButton onChange={onFile}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={take.isPending}
              leftSection={<IconUpload size={18} aria-hidden />}
            >
              {t('web.eligibility.choose')}
              <span className="visually-hidden"> {payerName}</span>
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          loading={inquire.isPending}
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={onInquire}
        >
          {t('web.eligibility.ask')}
          <span className="visually-hidden"> {payerName}</span>
        </Button>
      </DropZone>
      {error instanceof Refused && <RefusalAlert refusal={error.refusal} />}
      {doubted && (
        <Group mt="xs">
          <Button
            variant="default"
            loading={take.isPending}
            onClick={() => take.mutate({ file: doubted, confirmed: true })}
          >
            {t('eligibility.confirm')}
          </Button>
        </Group>
      )}
      {take.data && <EligibilityReport report={take.data} coverageId={coverageId} />}
    </>
  );
}
