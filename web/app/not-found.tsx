import { Anchor } from '@mantine/core';
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty, Page } from '../ui/page.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('web.notFound.title')}>
      <Empty
        action={
          <Anchor renderRoot={(props) => <Link to="/worklist" {...props} />}>{t('web.notFound.next')}</Anchor>
        }
      >
        {t('web.notFound.why')}
      </Empty>
    </Page>
  );
}

/** A bug on a screen: the rest of the program goes on, and what was typed is kept. */
export function WentWrong({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Page title={t('web.wentWrong.title')}>
      <Empty
        action={
          <Anchor component="button" type="button" onClick={reset}>
            {t('web.wentWrong.next')}
          </Anchor>
        }
      >
        {t('web.wentWrong.why', { reason: error instanceof Error ? error.message : String(error) })}
      </Empty>
    </Page>
  );
}
