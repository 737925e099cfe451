import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ReasonText } from '../ui/reason-text.tsx';
import type { ActivityRow } from './activity-row.ts';
import { useCountedWords } from './use-counted-words.ts';

/** "Why does this minute count?": the answer with its rule, source and evidence. */
export function WhyMinutes({ row }: { readonly row: ActivityRow }) {
  const { t } = useTranslation();
  const counted = useCountedWords();
  const { standing, activity } = row;
  return (
    <details className="more">
      <summary>{t('web.contacts.why')}</summary>
      <Text size="sm">{counted(standing, activity.time.seconds)}</Text>
      <ul className="reasons">
        {standing.reasons.map((reason, index) => (
          <li key={index}>
            <ReasonText reason={reason} />
          </li>
        ))}
      </ul>
      {activity.time.byHandReason !== undefined && (
        <Text size="sm">{t('web.contacts.byHand', { reason: activity.time.byHandReason })}</Text>
      )}
    </details>
  );
}
