import { Button, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconDeviceTablet, IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useDocumentTitle } from '@mantine/hooks';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useOptionsForPatient } from '../api/decision.ts';
import { useHandOver } from '../api/session.ts';
import { Loaded } from '../ui/page.tsx';
import { RefusalAlert } from '../ui/refusal.tsx';
import { useSubmission } from '../ui/use-submission.ts';
import { OptionsPage } from './options-page.tsx';
import { SpokenIn } from './spoken-in.tsx';

/** The patient's page as staff look at it, with the way back to the case. */
export function OptionsScreen() {
  const { t } = useTranslation();
  const { caseId = '', sheetId = '' } = useParams({ strict: false });
  const found = useOptionsForPatient(caseId, sheetId);
  const { mutateAsync } = useHandOver();
  const submission = useSubmission(
    useCallback(() => mutateAsync({ caseId, sheetId }), [mutateAsync, caseId, sheetId]),
  );
  useDocumentTitle(`${t('forPatient.title')} · Archway`);
  return (
    <div className="page">
      <Group justify="space-between" gap="xs" className="on-screen">
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          renderRoot={(props) => (
            <Link
              to="/cases/$caseId/$section"
              params={{ caseId, section: 'decision' }}
              search={{}}
              {...props}
            />
          )}
        >
          {t('web.decision.back')}
        </Button>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('web.decision.printPage')}
          </Button>
          <Button
            leftSection={<IconDeviceTablet size={18} aria-hidden />}
            loading={submission.pending}
            onClick={() => void submission.submit()}
          >
            {t('web.decision.handOver')}
          </Button>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" className="on-screen" ta="right">
        {t('web.handOver.lead')}
      </Text>
      {submission.refusal && <RefusalAlert refusal={submission.refusal} />}
      <Loaded query={found}>
        {(view) => (
          <SpokenIn language={view.sheet.language}>
            <OptionsPage caseId={caseId} view={view} />
          </SpokenIn>
        )}
      </Loaded>
    </div>
  );
}
