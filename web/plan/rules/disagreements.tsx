import { Button, Group, Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SharedPlanView } from '#contract/plan-view.ts';
import { useCaseCommand } from '../../api/cases.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { useMay } from '../../case/may.ts';
import { ReasonForm } from '../../case/reason-form.tsx';
import { newId } from '../../ui/clock.ts';
import { Section } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useTellRefusal } from '../../ui/tell-refusal.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Moment } from '../../ui/when.tsx';
import { useConstraintWords } from './rule-words.ts';
import { StanceForm } from './stance-form.tsx';

type Conflict = SharedPlanView['conflicts'][number];
type Tracked = SharedPlanView['disagreements'][number];

/** Steps that cannot both be right: found ones become a tracked disagreement in one press. */
export function Disagreements() {
  const { t } = useTranslation();
  const { sharedPlan } = useCaseView();
  const { action, subject, close } = useAction();
  const { conflicts, disagreements } = sharedPlan;
  const untracked = conflicts.filter(
    ({ kind, itemIds }) =>
      !disagreements.some(
        ({ disagreement }) =>
          disagreement.kind === kind && itemIds.every((id) => disagreement.itemIds.includes(id)),
      ),
  );
  const chosen = disagreements.find(({ disagreement }) => disagreement.disagreementId === subject);
  if (untracked.length === 0 && disagreements.length === 0) return null;
  return (
    <>
      <Section title={t('web.rules.disagreements')} lead={t('web.rules.disagreementsLead')}>
        <ul className="rows">
          {untracked.map((each) => (
            <ConflictRow key={`${each.kind} ${each.itemIds.join(' ')}`} conflict={each} />
          ))}
          {disagreements.map((each) => (
            <TrackedRow key={each.disagreement.disagreementId} tracked={each} />
          ))}
        </ul>
      </Section>
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
  const tell = useTellRefusal();
  const { caseId, position, members } = useCaseView();
  const opening = useCaseCommand(caseId, 'open-disagreement');
  const resolver = members.find(({ member }) => member.role === 'treating-dentist') ?? members[0];
  const text = `${t(`web.rules.conflict.${conflict.kind}`)}: ${words.points(conflict.itemIds)}`;
  const track = () => {
    if (!resolver) return;
    const { memberId } = resolver.member;
    opening.mutate(
      {
        disagreement: {
          disagreementId: newId(),
          kind: conflict.kind,
          itemIds: [...conflict.itemIds],
          text: text.slice(0, 300),
          resolverMemberId: memberId,
        },
        expectedPosition: position,
      },
      { onError: tell },
    );
  };
  return (
    <li className="row">
      <IconArrowsDiff size={22} color="var(--archway-bad)" aria-hidden />
      <div className="row-main">
        <Text fw={600}>{t(`web.rules.conflict.${conflict.kind}`)}</Text>
        <Text size="sm">{words.points(conflict.itemIds)}</Text>
      </div>
      {may('open-disagreement') && resolver && (
        <Button size="compact-md" loading={opening.isPending} onClick={track}>
          {t('web.rules.track')}
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
  const { members, patient } = useCaseView();
  const { disagreement, stances, resolved } = tracked;
  const nameOf = (id: string) => members.find(({ member }) => member.memberId === id)?.member.name ?? id;
  const evidence = (ids: readonly string[]) =>
    ids.map((id) => patient.conditions.find(({ conditionId }) => conditionId === id)?.text ?? id).join(', ');
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
