import { Button, FileButton, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/client.ts';
import { useImport, type FileOutcome } from '../api/imports.ts';
import { DropZone } from '../ui/drop-zone.tsx';
import { Page, Section } from '../ui/page.tsx';
import { RefusalAlert } from '../ui/refusal.tsx';
import { ImportReport } from './import-report.tsx';

/** Drop FHIR files; what each resource became, or why it was left out, stands below. */
export function ImportScreen() {
  const { t } = useTranslation();
  const [outcomes, setOutcomes] = useState<readonly FileOutcome[]>([]);
  const { mutate, isPending, error } = useImport();
  const take = (files: readonly File[]) => {
    if (files.length > 0)
      mutate({ files }, { onSuccess: ({ reports }) => setOutcomes((before) => [...reports, ...before]) });
  };
  return (
    <Page title={t('web.import.title')} lead={t('web.import.lead')}>
      {error instanceof Refused && <RefusalAlert refusal={error.refusal} />}
      <DropZone onFiles={take} large>
        <Text>{t('web.import.drop')}</Text>
        <FileButton multiple accept=".json,application/json,application/fhir+json" onChange={take}>
          {(props) => (
            <Button {...props} loading={isPending} leftSection={<IconUpload size={18} aria-hidden />}>
              {t('web.import.choose')}
            </Button>
          )}
        </FileButton>
      </DropZone>
      <div aria-live="polite">
        {outcomes.map((outcome, index) =>
          'refused' in outcome ? (
            <Section key={outcomes.length - index} title={outcome.file}>
              <RefusalAlert refusal={outcome} />
            </Section>
          ) : (
            <ImportReport key={outcomes.length - index} report={outcome} />
          ),
        )}
      </div>
    </Page>
  );
}
