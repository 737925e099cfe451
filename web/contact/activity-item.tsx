import { Badge, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconPhoneIncoming, IconPhoneOutgoing, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActivityRow } from './activity-row.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DocumentList } from '../patient/document-list.tsx';
import { useFormat } from '../ui/format.ts';
import { useWord } from '../ui/say.ts';
import { Ago, Moment } from '../ui/when.tsx';
import { ActivityActions } from './activity-actions.tsx';
import { Missing } from './missing.tsx';
import { StandingBadge } from './standing-badge.tsx';
import { WhyMinutes } from './why-minutes.tsx';

/** One contact or piece of work: with whom, what came of it, how long, and why that time counts or not. */
export function ActivityItem({ row }: { readonly row: ActivityRow }) {
  const { t } = useTranslation();
  const word = useWord();
  const format = useFormat();
  const { activity, who, signed, withdrawn, late, amendments } = row;
  const { contact } = activity;
  const Icon = contact
    ? contact.direction === 'incoming'
      ? IconPhoneIncoming
      : IconPhoneOutgoing
    : IconPencil;
  return (
    <li className="row" data-withdrawn={withdrawn !== undefined}>
      <div className="row-main">
        <Text component="div" fw={600}>
          <Icon size={17} aria-hidden className="inline-icon" />{' '}
          {contact ? contact.parties.map(({ name }) => name).join(', ') : word('activityKind', activity.kind)}
          {contact && (
            <Text component="span" size="sm" fw={400}>
              {' '}
              · {word('route', contact.route)} · {word('direction', contact.direction).toLowerCase()} ·{' '}
              <strong>{word('reached', contact.reached)}</strong>
            </Text>
          )}
        </Text>
        {contact && <Said asked={contact.asked} answered={contact.answered} effect={contact.effectOnPlan} />}
        {activity.note !== '' && <Text className="as-typed">{activity.note}</Text>}
        <Text size="sm" c="dimmed" component="div" className="case-facts">
          <Moment at={activity.time.startedAt} />
          <Ago at={activity.time.startedAt} />
          <span>{who.name}</span>
          <span>{word('timeBasis', activity.time.basis)}</span>
          {signed && (
            <span>
              <IconCircleCheck size={15} aria-hidden className="inline-icon" /> {t('web.contacts.signed')}
            </span>
          )}
        </Text>
        <Group gap={4} mt={4}>
          {!signed && !withdrawn && <Badge className="state-badge warn">{t('web.contacts.unsigned')}</Badge>}
          {late && <Badge className="state-badge">{t('web.contacts.late')}</Badge>}
          {amendments.length > 0 && (
            <Badge className="state-badge">{t('web.contacts.amended', { count: amendments.length })}</Badge>
          )}
          {withdrawn && (
            <Badge className="state-badge">{t('web.contacts.withdrawn', { reason: withdrawn.reason })}</Badge>
          )}
        </Group>
        <AttachedDocuments activityId={activity.activityId} />
        {!withdrawn && <Missing row={row} />}
        {!withdrawn && <WhyMinutes row={row} />}
      </div>
      <div className="row-side">
        <span className="figures big">{format.duration(activity.time.seconds)}</span>
        {!withdrawn && <StandingBadge standing={row.standing.standing} />}
        <ActivityActions row={row} />
      </div>
    </li>
  );
}

function AttachedDocuments({ activityId }: { readonly activityId: string }) {
  const { patient } = useCaseView();
  const attached = patient.documents.filter((each) => each.attachedTo.some(({ id }) => id === activityId));
  return attached.length === 0 ? null : <DocumentList patient={patient} documents={attached} />;
}

interface SaidProps {
  readonly asked: string;
  readonly answered: string;
  readonly effect: string;
}

function Said({ asked, answered, effect }: SaidProps) {
  const { t } = useTranslation();
  return (
    <dl className="said">
      {(
        [
          ['asked', asked],
          ['answered', answered],
          ['effect', effect],
        ] as const
      )
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name}>
            <dt>{t(`web.contacts.${name}`)}</dt>
            <dd className="as-typed">{text}</dd>
          </div>
        ))}
    </dl>
  );
}
