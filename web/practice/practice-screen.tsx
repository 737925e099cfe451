import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PracticeView } from '#contract/views.ts';
import { mayChangePractice, type PracticeChange } from '#domain/practice/practice-permissions.ts';
import { usePractice } from '../api/practice.ts';
import { useSession } from '../api/session.ts';
import { NotFound } from '../app/not-found.tsx';
import { intoView } from '../ui/into-view.ts';
import { ChangedRecord } from '../ui/changed-record.tsx';
import { Loaded, Page } from '../ui/page.tsx';
import { useSay } from '../ui/say.ts';
import { Fees } from './fees.tsx';
import { Gateways } from './gateways.tsx';
import { LicensedListsPart } from './licensed-lists.tsx';
import { Payers } from './payers.tsx';
import { ProfileForm } from './profile-form.tsx';
import { Providers } from './providers.tsx';
import { practiceSections, type PracticeSection } from './sections.ts';
import { Staff } from './staff.tsx';
import type { PracticePartProps } from './practice-part.ts';

const changes = {
  profile: 'set-profile',
  providers: 'record-provider',
  payers: 'record-payer',
  gateways: 'record-payer',
  fees: 'set-fee',
  codes: 'import-licensed-list',
  staff: 'record-staff',
} as const satisfies Record<PracticeSection, PracticeChange>;

const parts = {
  profile: ProfileForm,
  providers: Providers,
  payers: Payers,
  gateways: Gateways,
  fees: Fees,
  codes: LicensedListsPart,
  staff: Staff,
} satisfies Record<PracticeSection, (props: PracticePartProps) => React.ReactNode>;

/** What claims need to know about the practice, with what is still missing on top. */
export function PracticeScreen() {
  const { t } = useTranslation();
  const practice = usePractice();
  const { role } = useSession();
  const { section } = useParams({ strict: false });
  const chosen = practiceSections.find((name) => name === section);
  if (!chosen) return <NotFound />;
  const Part = parts[chosen];
  return (
    <Page title={t('web.practice.title')} lead={t('web.practice.lead')}>
      <nav className="views" aria-label={t('web.practice.parts')}>
        {practiceSections.map((name) => (
          <Link
            key={name}
            ref={name === chosen ? intoView : null}
            to="/practice/$section"
            params={{ section: name }}
            className="view"
            aria-current={name === chosen ? 'page' : undefined}
          >
            {t(`web.practice.part.${name}`)}
          </Link>
        ))}
      </nav>
      <Loaded query={practice}>
        {(view) => (
          <>
            <ChangedRecord />
            <Gaps practice={view} />
            <Part practice={view} mayChange={mayChangePractice(role, changes[chosen])} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Gaps({ practice }: { readonly practice: PracticeView }) {
  const say = useSay();
  if (practice.gaps.length === 0) return null;
  return (
    <ul className="gaps">
      {practice.gaps.map((gap, index) => (
        <li key={index}>{say(gap)}</li>
      ))}
    </ul>
  );
}
