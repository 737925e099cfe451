import {
  IconBook2,
  IconBuildingHospital,
  IconFileImport,
  IconListCheck,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useReadsOnly } from '../api/reads-only.ts';
import { useSession } from '../api/session.ts';

const links = [
  { to: '/worklist', text: 'web.shell.worklist', Icon: IconListCheck },
  { to: '/patients', text: 'web.shell.patients', Icon: IconUsers },
  { to: '/import', text: 'web.shell.import', Icon: IconFileImport },
  { to: '/practice', text: 'web.shell.practice', Icon: IconBuildingHospital },
  { to: '/guide', text: 'web.shell.guide', Icon: IconBook2 },
] as const;

export function MainLinks() {
  const { t } = useTranslation();
  const readsOnly = useReadsOnly();
  return links
    .filter(({ to }) => !(readsOnly && to === '/import'))
    .map(({ to, text, Icon }) => (
      <Link key={to} to={to} className="main-link">
        <Icon size={18} aria-hidden />
        {t(text)}
      </Link>
    ));
}

export function HomeLink() {
  const { t } = useTranslation();
  const { demonstration } = useSession();
  return (
    <>
      <Link to="/worklist" search={{}} className="home-link" activeProps={{}} aria-label="Archway">
        <img src="/icon.svg" alt="" width={28} height={28} />
        <span className="home-name">Archway</span>
      </Link>
      {demonstration && <span className="demo-mark">{t('web.signIn.demonstration')}</span>}
    </>
  );
}
