import { Button, Text } from '@mantine/core';
import { IconDeviceTablet } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useDocumentTitle } from '@mantine/hooks';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useOptionsForPatient } from '../api/decision.ts';
import { useHandOver } from '../api/session.ts';
import { Loaded } from '../ui/page.tsx';
import { RefusalAlert } from '../ui/refusal.tsx';
import { useSubmission } from '../ui/use-submission.ts';
import { OptionsPage } from './options-page.tsx';
import { PageBar } from './page-bar.tsx';
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
      <PageBar
        caseId={caseId}
        section="decision"
        after={
          <Button
            leftSection={<IconDeviceTablet size={18} aria-hidden />}
            loading={submission.pending}
            onClick={() => void submission.submit()}
          >
            {t('web.decision.handOver')}
          </Button>
        }
      />
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
