import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { useFormat } from '../ui/format.ts';
import { useWord } from '../ui/say.ts';
import { Day } from '../ui/when.tsx';

/** What is attested to, to be read before it is signed: every entry that stands, as it now reads. */
export function AttestedWork() {
  const { t } = useTranslation();
  const word = useWord();
  const format = useFormat();
  const standing = useCaseView().activities.filter(({ withdrawn }) => !withdrawn);
  const seconds = standing.reduce((sum, { activity }) => sum + activity.time.seconds, 0);
  return (
    <section aria-labelledby="attested-work" className="attested-work">
      <Text fw={600} id="attested-work">
        {t('web.attest.work', { count: standing.length, time: format.duration(seconds) })}
      </Text>
      <ul className="rows">
        {standing.map(({ activity, who, signed, late, amendments }) => (
          <li key={activity.activityId} className="row">
            <div className="row-main">
              <Text fw={600}>
                {activity.contact?.parties.map(({ name }) => name).join(', ') ??
                  word('activityKind', activity.kind)}{' '}
                <Text component="span" size="sm" fw={400}>
                  · {format.duration(activity.time.seconds)}
                  {activity.contact && ` · ${word('reached', activity.contact.reached)}`}
                </Text>
              </Text>
              {[
                activity.contact?.asked,
                activity.contact?.answered,
                activity.contact?.effectOnPlan,
                activity.note,
              ]
                .filter(Boolean)
                .map((said, index) => (
                  <Text key={index} size="sm" className="as-typed">
                    {said}
                  </Text>
                ))}
              <Text size="sm" c="dimmed">
                <Day on={activity.serviceDate} /> · {who.name}
                {!signed && ` · ${t('web.contacts.unsigned')}`}
                {late && ` · ${t('web.contacts.late')}`}
              </Text>
              {activity.time.byHandReason !== undefined && (
                <Text size="sm" className="warn-text">
                  {t('web.contacts.byHand', { reason: activity.time.byHandReason })}
                </Text>
              )}
              {amendments.map(({ position, occurredAt, reason }) => (
                <Text key={position} size="sm" className="warn-text">
                  {t('web.attest.amended', { when: format.instant(occurredAt), reason })}
                </Text>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
