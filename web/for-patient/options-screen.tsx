import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useOptionsForPatient } from '../api/decision.ts';
import { Loaded } from '../ui/page.tsx';
import { OptionsPage } from './options-page.tsx';
import { SpokenIn } from './spoken-in.tsx';

/** The patient's page as staff look at it, with the way back to the case. */
export function OptionsScreen() {
  const { t } = useTranslation();
  const { caseId = '', sheetId = '' } = useParams({ strict: false });
  const found = useOptionsForPatient(caseId, sheetId);
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
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('web.decision.printPage')}
        </Button>
      </Group>
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
