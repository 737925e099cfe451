import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Availability } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import type { TeamMember } from '#domain/team/team-member.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { useMay } from '../../case/may.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useWord } from '../../ui/say.ts';
import { useAction } from '../../ui/use-action.ts';
import { Day } from '../../ui/when.tsx';
import { AvailabilityForm } from './availability-form.tsx';

/** What is known of the time of those who have steps to do: their calendars are theirs, and this is what they said. */
export function AvailabilityPart() {
  const { t } = useTranslation();
  const { members, planItems, sharedPlan } = useCaseView();
  const { action, subject, close } = useAction();
  const open = planItems.filter(
    ({ item }) => item.status !== 'done' && item.status !== 'declined' && item.status !== 'withdrawn',
  );
  const owners = members.filter(({ member }) =>
    open.some(({ item }) => item.ownerMemberId === member.memberId),
  );
  const known = (memberId: string): Availability =>
    sharedPlan.availability.find((each) => each.availability.memberId === memberId)?.availability
      .availability ?? {};
  const chosen = owners.find(({ member }) => member.memberId === subject)?.member;
  if (owners.length === 0) return null;
  return (
    <>
      <Section title={t('web.plan.time.title')} lead={t('web.plan.time.lead')}>
        <ul className="rows">
          {owners.map(({ member }) => (
            <MemberTime key={member.memberId} member={member} availability={known(member.memberId)} />
          ))}
        </ul>
      </Section>
      <Panel
        title={t('web.plan.time.of', { name: chosen?.name ?? '' })}
        opened={action === 'record-availability' && chosen !== undefined}
        onClose={close}
      >
        {chosen && (
          <AvailabilityForm
            key={chosen.memberId}
            memberId={chosen.memberId}
            availability={known(chosen.memberId)}
            onDone={close}
          />
        )}
      </Panel>
    </>
  );
}

interface MemberTimeProps {
  readonly member: TeamMember;
  readonly availability: Availability;
}

function MemberTime({ member, availability }: MemberTimeProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { open } = useAction();
  const facts = useFacts(availability);
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={600}>{member.name}</Text>
        {facts.length === 0 && <Text size="sm">{t('web.plan.time.nothingKnown')}</Text>}
        {facts.map(({ text, source, asOf }) => (
          <Text key={text} size="sm">
            {text}
            {source !== undefined && (
              <Text component="span" size="sm" c="dimmed">
                {' '}
                {t('web.rules.source.office', { who: source })}
                {asOf && (
                  <>
                    , <Day on={asOf} relative />
                  </>
                )}
              </Text>
            )}
          </Text>
        ))}
      </div>
      {may('record-availability') && (
        <Group className="row-side">
          <Button
            size="compact-md"
            variant="default"
            onClick={() => open('record-availability', member.memberId)}
          >
            {t('web.form.change')}
            <span className="visually-hidden"> {t('web.plan.time.of', { name: member.name })}</span>
          </Button>
        </Group>
      )}
    </li>
  );
}

/** What is known, a sentence each, with whose word it is and since when. */
function useFacts({ weekdays, leadTime, offered, closed, minutesPerDay }: Availability) {
  const { t } = useTranslation();
  const word = useWord();
  const format = useFormat();
  const by = ({ ref, asOf }: NonNullable<Availability['weekdays']>['source']) => ({ source: ref, asOf });
  return [
    ...(weekdays
      ? [
          {
            text: t('web.plan.time.worksOn', {
              days: weekdays.on.map((each) => word('weekday', each)).join(', '),
            }),
            ...by(weekdays.source),
          },
        ]
      : []),
    ...(leadTime
      ? [
          {
            text: t('web.plan.time.notBefore', { wait: t('web.order.days', { count: leadTime.days }) }),
            source: leadTime.source.ref,
            asOf: leadTime.asOf,
          },
        ]
      : []),
    ...(offered
      ? [
          {
            text: t(offered.only ? 'web.plan.time.offersOnly' : 'web.plan.time.offers', {
              days: offered.days.map(({ on }) => format.date(on)).join(', '),
            }),
            ...by(offered.source),
          },
        ]
      : []),
    ...(closed
      ? [
          {
            text: t('web.plan.time.away', {
              days: closed.days
                .map(({ from, through }) => `${format.date(from)} – ${format.date(through)}`)
                .join(', '),
            }),
            ...by(closed.source),
          },
        ]
      : []),
    ...(minutesPerDay === undefined
      ? []
      : [
          {
            text: t('web.plan.time.atMostMinutes', { count: minutesPerDay }),
            source: undefined,
            asOf: undefined,
          },
        ]),
  ];
}
