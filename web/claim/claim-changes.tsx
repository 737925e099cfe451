import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/views.ts';
import { standingClaims, whyNotStanding } from '#domain/claim/standing-claims.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { ReasonForm } from '../case/reason-form.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAction } from '../ui/use-action.ts';
import { ChangeClaimForm } from './change-claim-form.tsx';

type Row = CaseView['claims'][number];

/** What became of a claim: taken back, replaced or voided, or itself about an earlier one. Nothing where it simply stands. */
export function ClaimStanding({ row: { claim, withdrawn } }: { readonly row: Row }) {
  const { t } = useTranslation();
  const { claims } = useCaseView();
  const successor = claims.find(
    (later) => !later.withdrawn && later.claim.replacesClaimId === claim.claimId,
  )?.claim;
  const earlier = claims.find((other) => other.claim.claimId === claim.replacesClaimId)?.claim;
  const became = withdrawn
    ? t('web.claim.state.withdrawn', { name: withdrawn.who.name, reason: withdrawn.reason })
    : successor &&
      t(`web.claim.state.${successor.frequency === 'void' ? 'voided' : 'superseded'}`, {
        number: successor.controlNumber,
      });
  return (
    <>
      {became && <Text fw={600}>{became}</Text>}
      {earlier && (
        <Text size="sm">
          {t('web.claim.state.changes', {
            number: earlier.controlNumber,
            payerNumber: claim.payerClaimNumber ?? '',
          })}
        </Text>
      )}
    </>
  );
}

/** Replacing, voiding and taking back, at the claim itself; none of them waits for new work to be ready. */
export function ClaimChanges({ row }: { readonly row: Row }) {
  const { t } = useTranslation();
  const { claims } = useCaseView();
  const may = useMay();
  const { open } = useAction();
  const { claimId, frequency } = row.claim;
  const counts = !whyNotStanding(claims, row);
  const change = (verb: 'replace' | 'void' | 'withdraw') => (
    <Button variant="default" onClick={() => open(`${verb}-claim`, claimId)}>
      {t(`web.claim.${verb}`)}
    </Button>
  );
  if (!counts) return null;
  return (
    <Group gap="xs">
      {may('create-claim') && frequency !== 'void' && change('replace')}
      {may('create-claim') && frequency !== 'void' && change('void')}
      {may('withdraw-claim') && change('withdraw')}
    </Group>
  );
}

/** The form of the change that is open, about the claim that the address names. */
export function ClaimChangeForms() {
  const { t } = useTranslation();
  const { action, subject, close } = useAction();
  const { claims } = useCaseView();
  const row = claims.find(({ claim }) => claim.claimId === subject);
  const standing = row && standingClaims(claims).includes(row) ? row : undefined;
  const number = row?.claim.controlNumber ?? '';
  return (
    <>
      <Panel
        title={t('web.claim.replaceTitle', { number })}
        opened={action === 'replace-claim' && !!standing}
        onClose={close}
      >
        {standing && <ChangeClaimForm claim={standing.claim} how="replacement" onDone={close} />}
      </Panel>
      <Panel
        title={t('web.claim.voidTitle', { number })}
        opened={action === 'void-claim' && !!standing}
        onClose={close}
      >
        {standing && <ChangeClaimForm claim={standing.claim} how="void" onDone={close} />}
      </Panel>
      <Panel
        title={t('web.claim.withdrawTitle', { number })}
        opened={action === 'withdraw-claim' && !!row && !row.withdrawn}
        onClose={close}
      >
        {row && (
          <ReasonForm
            command="withdraw-claim"
            about={row.claim.claimId}
            lead={[
              t('web.claim.withdrawLead'),
              ...(row.releases.length > 0
                ? [t('web.claim.withdrawSaved', { count: row.releases.length })]
                : []),
            ].join(' ')}
            build={(reason) => ({ claimId: row.claim.claimId, reason })}
            submitLabel={t('web.claim.withdraw')}
            onDone={close}
          />
        )}
      </Panel>
    </>
  );
}
