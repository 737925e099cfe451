import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WorklistViewName } from '../api/cases.ts';
import { useReadsOnly } from '../api/reads-only.ts';
import { Empty } from '../ui/page.tsx';

interface Props {
  readonly view: WorklistViewName;
  readonly query: string;
}

export function WorklistEmpty({ view, query }: Props) {
  const { t } = useTranslation();
  const readsOnly = useReadsOnly();
  if (query !== '')
    return (
      <Empty
        action={
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/patients" search={{ query }} {...props} />}
          >
            {t('web.worklist.lookAmongPatients')}
          </Button>
        }
      >
        {t('web.worklist.nothingFound', { query })}
      </Empty>
    );
  return (
    <Empty
      action={
        view === 'mine' && !readsOnly ? (
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/worklist" search={{ view: 'unowned' }} {...props} />}
          >
            {t('web.worklist.seeUnowned')}
          </Button>
        ) : (
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/worklist" search={{ view: 'all' }} {...props} />}
          >
            {t('web.worklist.seeAll')}
          </Button>
        )
      }
    >
      {t(view === 'mine' && readsOnly ? 'web.worklist.empty.reading' : `web.worklist.empty.${view}`)}
    </Empty>
  );
}
