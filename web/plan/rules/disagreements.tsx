import { Button, Group, Text } from '@mantine/core';
import { IconArrowsDiff, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SharedPlanView } from '#contract/plan-view.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { useMay } from '../../case/may.ts';
import { ReasonForm } from '../../case/reason-form.tsx';
import { Empty, Section } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Moment } from '../../ui/when.tsx';
import { conflictKey, DisagreementForm } from './disagreement-form.tsx';
import { useConstraintWords } from './rule-words.ts';
import { useStanceEvidence } from './stance-evidence.ts';
import { StanceForm } from './stance-form.tsx';

type Conflict = SharedPlanView['conflicts'][number];
type Tracked = SharedPlanView['disagreements'][number];

/** Steps that cannot both be right: found ones become a tracked disagreement in one press. */
export function Disagreements() {
  const { t } = useTranslation();
  const { sharedPlan } = useCaseView();
  const may = useMay();
  const { action, subject, open, close } = useAction();
  const { conflicts, disagreements } = sharedPlan;
  const untracked = conflicts.filter(
    ({ kind, itemIds }) =>
      !disagreements.some(
        ({ disagreement }) =>
          disagreement.kind === kind && itemIds.every((id) => disagreement.itemIds.includes(id)),
      ),
  );
  const chosen = disagreements.find(({ disagreement }) => disagreement.disagreementId === subject);
  const found = untracked.find((each) => conflictKey(each) === subject);
  const isNone = untracked.length === 0 && disagreements.length === 0;
  return (
    <>
      <Section
        title={t('web.rules.disagreements')}
        lead={t('web.rules.disagreementsLead')}
        actions={
          may('open-disagreement') && (
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => open('open-disagreement')}
            >
              {t('web.rules.addDisagreement')}
            </Button>
          )
        }
      >
        {isNone && <Empty>{t('web.rules.noDisagreement')}</Empty>}
        <ul className="rows">
          {untracked.map((each) => (
            <ConflictRow key={`${each.kind} ${each.itemIds.join(' ')}`} conflict={each} />
          ))}
          {disagreements.map((each) => (
            <TrackedRow key={each.disagreement.disagreementId} tracked={each} />
          ))}
        </ul>
      </Section>
      <Panel title={t('web.rules.track')} opened={action === 'open-disagreement'} onClose={close}>
        <DisagreementForm key={conflictKey(found)} conflict={found} onDone={close} />
      </Panel>
      <Panel
        title={t('web.rules.takeStance')}
        opened={action === 'take-stance' && chosen !== undefined}
        onClose={close}
      >
        {chosen && <StanceForm disagreementId={chosen.disagreement.disagreementId} onDone={close} />}
      </Panel>
      <Panel
        title={t('web.rules.resolve')}
        opened={action === 'resolve-disagreement' && chosen !== undefined}
        onClose={close}
      >
        {chosen && (
          <ReasonForm
            command="resolve-disagreement"
            about={chosen.disagreement.disagreementId}
            lead={chosen.disagreement.text}
            label={t('web.rules.resolution')}
            build={(resolution) => ({ disagreementId: chosen.disagreement.disagreementId, resolution })}
            submitLabel={t('web.rules.resolve')}
            onDone={close}
          />
        )}
      </Panel>
    </>
  );
}

function ConflictRow({ conflict }: { readonly conflict: Conflict }) {
  const { t } = useTranslation();
  const may = useMay();
  const words = useConstraintWords();
  const { open } = useAction();
  const steps = words.points(conflict.itemIds);
  return (
    <li className="row">
      <IconArrowsDiff size={22} color="var(--archway-bad)" aria-hidden />
      <div className="row-main">
        <Text fw={600}>{t(`web.rules.conflict.${conflict.kind}`)}</Text>
        <Text size="sm">{steps}</Text>
      </div>
      {may('open-disagreement') && (
        <Button size="compact-md" onClick={() => open('open-disagreement', conflictKey(conflict))}>
          {t('web.rules.track')}
          <span className="visually-hidden"> {steps}</span>
        </Button>
      )}
    </li>
  );
}

function TrackedRow({ tracked }: { readonly tracked: Tracked }) {
  const { t } = useTranslation();
  const may = useMay();
  const words = useConstraintWords();
  const { open } = useAction();
  const { members } = useCaseView();
  const known = useStanceEvidence();
  const { disagreement, stances, resolved } = tracked;
  const nameOf = (id: string) => members.find(({ member }) => member.memberId === id)?.member.name ?? id;
  const evidence = (ids: readonly string[]) =>
    ids.map((id) => known.find(({ value }) => value === id)?.label ?? id).join(', ');
  return (
    <li className="row">
      <IconArrowsDiff
        size={22}
        color={resolved ? 'var(--archway-good)' : 'var(--archway-warn)'}
        aria-hidden
      />
      <div className="row-main">
        <Text fw={600}>{disagreement.text}</Text>
        <Text size="sm" component="div" className="case-facts">
          <span>{words.points(disagreement.itemIds)}</span>
          <span>{t('web.rules.resolvedBy', { name: nameOf(disagreement.resolverMemberId) })}</span>
        </Text>
        {stances.map(({ position, stance }) => (
          <Text key={position} size="sm">
            <strong>{nameOf(stance.memberId)}</strong>: {stance.stance}
            {stance.evidence.length > 0 && ` (${evidence(stance.evidence)})`}
          </Text>
        ))}
        {resolved && (
          <Text size="sm" fw={600}>
            {t('web.rules.resolvedSo', { name: resolved.who.name, resolution: resolved.resolution })}{' '}
            <Moment at={resolved.occurredAt} />
          </Text>
        )}
      </div>
      {!resolved && (
        <Group className="row-side">
          {may('take-stance') && (
            <Button
              size="compact-md"
              variant="default"
              onClick={() => open('take-stance', disagreement.disagreementId)}
            >
              {t('web.rules.takeStance')}
            </Button>
          )}
          {may('resolve-disagreement') && (
            <Button
              size="compact-md"
              onClick={() => open('resolve-disagreement', disagreement.disagreementId)}
            >
              {t('web.rules.resolve')}
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}
