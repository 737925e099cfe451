import { Text } from '@mantine/core';
import type { Static } from 'typebox';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '#contract/views.ts';
import { useTimeline } from '../api/cases.ts';
import { useAction } from '../ui/use-action.ts';
import { useEventName } from '../ui/event-name.ts';
import { Loaded, Section } from '../ui/page.tsx';
import { useWord } from '../ui/say.ts';
import { Ago, Moment } from '../ui/when.tsx';
import { useCaseView } from './case-context.tsx';

const bringIntoSight = (item: HTMLElement | null) => item?.scrollIntoView({ block: 'center' });

type Entry = Static<typeof TimelineEntry>;

/** Everything that happened, as it stands in the chain: who, when, what, relying on what. */
export function TimelinePart() {
  const { t } = useTranslation();
  const { caseId } = useCaseView();
  const { subject } = useAction();
  const timeline = useTimeline(caseId);
  return (
    <Section title={t('web.section.timeline')} lead={t('web.timeline.lead')}>
      <Loaded query={timeline}>
        {({ entries }) => (
          <ol className="timeline" reversed>
            {entries.toReversed().map((entry) => (
              <TimelineItem key={entry.position} entry={entry} isMeant={String(entry.position) === subject} />
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
}

interface TimelineItemProps {
  readonly entry: Entry;
  /** The address points at it. */
  readonly isMeant: boolean;
}

function TimelineItem({ entry, isMeant }: TimelineItemProps) {
  const { t } = useTranslation();
  const eventName = useEventName();
  const word = useWord();
  const late = Date.parse(entry.recordedAt) - Date.parse(entry.occurredAt) > 60_000;
  return (
    <li value={entry.position} ref={isMeant ? bringIntoSight : undefined} data-meant={isMeant}>
      <Text fw={600} component="span">
        {eventName(entry.type)}
      </Text>
      <Text size="sm" component="div" className="case-facts">
        <span>{entry.who.name}</span>
        <Moment at={entry.occurredAt} />
        <Ago at={entry.occurredAt} />
        {late && (
          <span>
            {t('web.timeline.recorded')} <Moment at={entry.recordedAt} />
          </span>
        )}
        {entry.reliedOn.map(({ stream, position, as }) => (
          <span key={`${stream}${position}${as}`}>
            {t('web.timeline.reliedOn', { as: word('citedAs', as), chain: word('chain', stream), position })}
          </span>
        ))}
      </Text>
      <details className="more" open={isMeant}>
        <summary>{t('web.timeline.data')}</summary>
        <pre className="data" tabIndex={0}>
          {JSON.stringify(entry.data, null, 2)}
        </pre>
      </details>
    </li>
  );
}
