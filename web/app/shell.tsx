import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ContactButton } from '../contact/contact-button.tsx';
import { SecondFactorPanel } from '../sign-in/second-factor-panel.tsx';
import { Find } from './find.tsx';
import { FindButton } from './find-button.tsx';
import { HomeLink, MainLinks } from './main-links.tsx';
import { KeyHelp } from './key-help.tsx';
import { PersonMenu } from './person-menu.tsx';
import { useKeys } from './use-keys.ts';

/** The frame of every screen: where to go, find, log a contact, and who is signed in. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [menu, { toggle, close }] = useDisclosure();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(close, [path, close]);
  useKeys();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 240, breakpoint: 'sm', collapsed: { desktop: true, mobile: !menu } }}
      padding={{ base: 'sm', sm: 'md' }}
    >
      <a className="skip" href="#content">
        {t('web.shell.skip')}
      </a>
      <AppShell.Header className="header">
        <Group h="100%" className="header-row" wrap="nowrap">
          <Burger
            hiddenFrom="sm"
            size="sm"
            opened={menu}
            onClick={toggle}
            aria-label={t('web.shell.menu')}
            aria-expanded={menu}
          />
          <HomeLink />
          <Group visibleFrom="sm" gap={4} component="nav" aria-label={t('web.shell.main')} wrap="nowrap">
            <MainLinks />
          </Group>
          <Group ml="auto" gap="xs" wrap="nowrap">
            <FindButton />
            <ContactButton />
            <PersonMenu />
          </Group>
        </Group>
      </AppShell.Header>
      {menu && (
        <AppShell.Navbar p="sm" hiddenFrom="sm" aria-label={t('web.shell.main')}>
          <MainLinks />
        </AppShell.Navbar>
      )}
      <AppShell.Main id="content" tabIndex={-1}>
        {children}
      </AppShell.Main>
      <Find />
      <KeyHelp />
      <SecondFactorPanel />
    </AppShell>
  );
}
