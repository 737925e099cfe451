import { Button, Text } from '@mantine/core';
import { IconLock, IconReceipt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { AgreementWarning } from '../consent/agreement-warning.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ReasonText } from '../ui/reason-text.tsx';
import { useAction } from '../ui/use-action.ts';
import { ClaimCard } from './claim-card.tsx';
import { ClaimChangeForms } from './claim-changes.tsx';
import { CreateClaimForm } from './create-claim-form.tsx';
import { MendButton } from './mend-button.tsx';

/** The claim is a consequence; while something is missing its button stays locked and says what, and where. */
export function ClaimPart() {
  const { t } = useTranslation();
  const { action, open, close } = useAction();
  const view = useCaseView();
  const may = useMay();
  const { claimed } = view.readiness;
  const ready = view.readiness.ready && !claimed;
  return (
    <>
      <Section
        title={t('web.section.claim')}
        lead={t('web.claim.lead')}
        actions={
          may('create-claim') &&
          !claimed && (
            <Button
              disabled={!ready}
              aria-describedby={ready ? undefined : 'why-locked'}
              leftSection={ready ? <IconReceipt size={18} aria-hidden /> : <IconLock size={18} aria-hidden />}
              onClick={() => open('create-claim')}
            >
              {t('web.claim.create')}
            </Button>
          )
        }
      >
        {(ready || view.claims.length > 0) && <AgreementWarning />}
        {claimed && <Text mb="sm">{t('web.claim.allClaimed')}</Text>}
        {!ready && !claimed && <WhyLocked />}
        {view.claims.length === 0 && ready && <Empty>{t('web.claim.empty')}</Empty>}
        {view.claims.toReversed().map((row) => (
          <ClaimCard key={row.claim.claimId} row={row} />
        ))}
      </Section>
      <Panel title={t('web.claim.create')} opened={action === 'create-claim' && ready} onClose={close}>
        <CreateClaimForm onDone={close} />
      </Panel>
      <ClaimChangeForms />
    </>
  );
}

function WhyLocked() {
  const { t } = useTranslation();
  const { readiness, caseId } = useCaseView();
  const blocking = readiness.checks.filter(({ result }) => result === 'blocks');
  return (
    <div id="why-locked" className="locked">
      <Text fw={600}>{t('web.claim.locked', { count: blocking.length })}</Text>
      <ul className="rows">
        {blocking.map((check) => (
          <li key={check.checkId} className="row">
            <div className="row-main">
              <Text fw={600}>{t(`readiness.${check.checkId}.title`)}</Text>
              <ReasonText reason={check.reason} />
            </div>
            {check.mend && (
              <div className="row-side">
                <MendButton check={check} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <Link to="/cases/$caseId/$section" params={{ caseId, section: 'readiness' }}>
        {t('web.claim.allChecks')}
      </Link>
    </div>
  );
}
