import { ActionIcon, Button, Group, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageChoice } from '../sign-in/language-choice.tsx';

/** The frame of what everybody may read: language, colors, and the way in. */
export function PublicFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="public">
      <a className="skip" href="#content">
        {t('web.shell.skip')}
      </a>
      <header className="header public-header">
        <Link to="/guide" className="home-link" aria-label={`Archway: ${t('web.guide.title')}`}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span className="home-name">Archway</span>
        </Link>
        <Group gap="xs" wrap="nowrap">
          <LanguageChoice />
          <SchemeButton />
          <Button variant="default" renderRoot={(props) => <Link to="/worklist" search={{}} {...props} />}>
            {t('web.signIn.submit')}
          </Button>
        </Group>
      </header>
      <main id="content" tabIndex={-1} className="public-main">
        {children}
      </main>
    </div>
  );
}

function SchemeButton() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const Icon = dark ? IconSun : IconMoon;
  return (
    <ActionIcon
      variant="default"
      size={36}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      aria-label={dark ? t('web.shell.light') : t('web.shell.dark')}
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}
