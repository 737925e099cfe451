import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Constraint } from '#domain/treatment-plan/constraint.ts';
import { Day } from '../../ui/when.tsx';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { useConstraintWords } from './rule-words.ts';

/** Whose rule it is: the sources with the day on which they were seen and how sure they are, or whose word. */
export function ConstraintSources({ constraint }: { readonly constraint: Constraint }) {
  const { t } = useTranslation();
  const rule = useConstraintWords().ruleOf(constraint);
  const { source } = constraint;
  if (!rule)
    return (
      <Text size="sm" c="dimmed">
        {t(`web.rules.source.${source.by}`, { who: source.ref })}
        {source.asOf && (
          <>
            , <Day on={source.asOf} />
          </>
        )}
      </Text>
    );
  return rule.sources.map(({ title, url, seen, mark }) => (
    <Text key={`${title} ${seen}`} size="sm" c="dimmed" component="div">
      {url === undefined ? title : <a href={url}>{title}</a>}, {t('web.rules.seen')}{' '}
      <Day on={calendarDate(seen)} /> · <span data-mark={mark}>{t(`coverage.mark.${mark}`)}</span>
    </Text>
  ));
}
