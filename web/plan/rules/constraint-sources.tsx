import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PathwayView } from '#contract/plan-view.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import type { Constraint } from '#domain/treatment-plan/constraint.ts';
import { useInLanguage } from '../../ui/in-language.ts';
import { Day } from '../../ui/when.tsx';
import { useConstraintWords } from './rule-words.ts';

type Source = PathwayView['rules'][number]['sources'][number];

/** Whose rule it is: its source with the day on which it was seen and how sure it is, or whose word; and who differs. */
export function ConstraintSources({ constraint }: { readonly constraint: Constraint }) {
  const { t } = useTranslation();
  const words = useConstraintWords();
  const rule = words.ruleOf(constraint);
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
  const own = rule.sources.filter(({ says }) => isSaidBy(constraint, says));
  return (
    <>
      {own.map((each) => (
        <SourceLine key={each.title.en} source={each} />
      ))}
      {rule.sources
        .filter((each) => !own.includes(each))
        .map((each) => (
          <div key={each.title.en} className="other-source">
            <Text size="sm">{t('web.rules.otherSource', { days: words.span(each.says) })}</Text>
            <SourceLine source={each} />
          </div>
        ))}
    </>
  );
}

export function SourceLine({ source: { title, url, seen, mark } }: { readonly source: Source }) {
  const { t } = useTranslation();
  const named = useInLanguage()(title);
  return (
    <Text size="sm" c="dimmed" component="div">
      {url === undefined ? named : <a href={url}>{named}</a>}, {t('web.rules.seen')}{' '}
      <Day on={calendarDate(seen)} /> · <span data-mark={mark}>{t(`coverage.mark.${mark}`)}</span>
    </Text>
  );
}

/** Sources that disagree are told apart by their days; a rule without days of its own has one source. */
function isSaidBy(constraint: Constraint, says: Source['says']): boolean {
  if (constraint.kind === 'deadline') return says.daysBefore === constraint.daysBefore;
  if (constraint.kind !== 'interval' || Object.keys(says).length === 0) return true;
  return (
    says.minDays === constraint.minDays &&
    says.targetDays === constraint.targetDays &&
    says.maxDays === constraint.maxDays
  );
}
