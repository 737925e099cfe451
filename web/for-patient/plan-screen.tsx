import { SegmentedControl } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlanForPatient } from '../api/decision.ts';
import type { Locale } from '../app/languages.ts';
import { Loaded } from '../ui/page.tsx';
import { PageBar } from './page-bar.tsx';
import { PlanPage } from './plan-page.tsx';
import { SpokenIn } from './spoken-in.tsx';

/** The plan in plain words, in either language, with the way back to the case. */
export function PlanScreen() {
  const { t } = useTranslation();
  const { caseId = '' } = useParams({ strict: false });
  const found = usePlanForPatient(caseId);
  const [chosen, setChosen] = useState<Locale>();
  useDocumentTitle(`${t('forPatient.plan.title')} · Archway`);
  return (
    <div className="page">
      <Loaded query={found}>
        {(view) => (
          <>
            <PageBar
              caseId={caseId}
              section="plan"
              before={
                <SegmentedControl
                  aria-label={t('web.decision.language')}
                  value={chosen ?? view.language}
                  onChange={(value) => setChosen(value === 'es' ? 'es' : 'en')}
                  data={[
                    { value: 'en', label: 'English' },
                    { value: 'es', label: 'Español' },
                  ]}
                />
              }
            />
            <SpokenIn language={chosen ?? view.language}>
              <PlanPage view={view} />
            </SpokenIn>
          </>
        )}
      </Loaded>
    </div>
  );
}
