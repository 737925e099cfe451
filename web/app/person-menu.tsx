import { Menu, Text, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  IconDeviceMobile,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSaveLocale, useSession, useSignOut } from '../api/session.ts';
import { showSecondFactor } from '../sign-in/second-factor-panel.tsx';
import { forgetAllDrafts } from '../ui/use-draft.ts';
import { useWord } from '../ui/say.ts';
import { showKeys } from './key-help.tsx';
import { speak } from './languages.ts';

/** Who is signed in; language, light or dark, keys, sign out. */
export function PersonMenu() {
  const { t } = useTranslation();
  const session = useSession();
  const word = useWord();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={260} withinPortal>
      <Menu.Target>
        <UnstyledButton className="person" aria-label={t('web.shell.person', { name: session.name })}>
          <IconUserCircle size={34} stroke={1.5} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="person-card">
          <Text fw={600}>{session.name}</Text>
          <Text size="sm">{word('staffRole', session.role)}</Text>
          <Text size="sm" c="dimmed">
            {session.organizationName}
          </Text>
        </div>
        <Menu.Divider />
        <LanguageItem />
        <SchemeItem />
        <Menu.Item leftSection={<IconDeviceMobile size={18} aria-hidden />} onClick={showSecondFactor}>
          {t('web.secondFactor.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={18} aria-hidden />} onClick={showKeys}>
          {t('web.keys.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={18} aria-hidden />}
          onClick={() => {
            forgetAllDrafts();
            signOut.mutate();
          }}
        >
          {t('web.shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function LanguageItem() {
  const { i18n } = useTranslation();
  const save = useSaveLocale();
  const queries = useQueryClient();
  const other = i18n.language === 'es' ? 'en' : 'es';
  return (
    <Menu.Item
      lang={other}
      leftSection={<IconLanguage size={18} aria-hidden />}
      onClick={() => {
        save.mutate(other);
        void speak(other).then(() => queries.invalidateQueries());
      }}
    >
      {other === 'es' ? 'Español' : 'English'}
    </Menu.Item>
  );
}

function SchemeItem() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <Menu.Item
      leftSection={dark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? t('web.shell.light') : t('web.shell.dark')}
    </Menu.Item>
  );
}
