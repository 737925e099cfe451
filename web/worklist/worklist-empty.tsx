import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WorklistViewName } from '../api/cases.ts';
import { Empty } from '../ui/page.tsx';

interface Props {
  readonly view: WorklistViewName;
  readonly query: string;
}

export function WorklistEmpty({ view, query }: Props) {
  const { t } = useTranslation();
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
        view === 'mine' ? (
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
      {t(`web.worklist.empty.${view}`)}
    </Empty>
  );
}
