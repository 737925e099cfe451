import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { useWorklist, worklistViews, type WorklistViewName } from '../api/cases.ts';
import { ChangedRecord } from '../ui/changed-record.tsx';
import { useReadsOnly } from '../api/reads-only.ts';
import { Loaded, Page } from '../ui/page.tsx';
import { FirstSteps } from './first-steps.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { WorklistEmpty } from './worklist-empty.tsx';
import { WorklistTable } from './worklist-table.tsx';
import { WorklistTabs } from './worklist-tabs.tsx';

/** The list that refills itself: every case with its next step, who has the ball, and since when. */
export function WorklistScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const { role } = useSession();
  const view = worklistViews.find((name) => name === search.view) ?? 'mine';
  const query = search.query ?? '';
  const worklist = useWorklist(view, query);
  const show = (view: WorklistViewName) =>
    void navigate({ to: '/worklist', search: { view, query: search.query } });
  const rows = useRowKeys(show);
  const readsOnly = useReadsOnly();
  return (
    <Page
      title={t('web.worklist.title')}
      lead={t(`web.worklist.lead.${view}`)}
      actions={
        readsOnly ? undefined : (
          <Button
            renderRoot={(props) => <Link to="/cases/new" {...props} />}
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {t('web.worklist.openCase')}
          </Button>
        )
      }
    >
      {role === 'administrator' && <ChangedRecord />}
      <WorklistTabs
        view={view}
        counts={worklist.data?.counts ?? {}}
        query={query}
        onQuery={(query) => void navigate({ to: '/worklist', search: { view, query }, replace: true })}
      />
      <Loaded query={worklist}>
        {({ rows: found, today, counts }) =>
          query === '' && !readsOnly && (counts['all'] ?? 0) + (counts['closed'] ?? 0) === 0 ? (
            <FirstSteps />
          ) : found.length === 0 ? (
            <WorklistEmpty view={view} query={query} />
          ) : (
            <WorklistTable rows={found} today={today} place={rows} />
          )
        }
      </Loaded>
    </Page>
  );
}
