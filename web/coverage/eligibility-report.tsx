import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EligibilityReport as Report } from '#contract/eligibility.ts';
import { useSay } from '../ui/say.ts';

/** What a payer's file said and what became of it. */
export function EligibilityReport({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const say = useSay();
  const parts = [
    { title: t('web.eligibility.mend'), lines: report.mend.map((each) => each.map(say).join(' ')) },
    { title: t('web.eligibility.differs'), lines: report.differs.map(say) },
    { title: t('web.eligibility.recorded'), lines: report.says.map(say) },
    {
      title: t('web.eligibility.aside'),
      lines: report.aside.map(({ line, reason }) => `${say(line)}: ${say(reason)}`),
    },
    { title: t('web.eligibility.words'), lines: report.words },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <div aria-live="polite">
      <Text fw={600} className={report.outcome === 'rejected' ? 'warn-text' : undefined}>
        {t(`eligibility.outcome.${report.alreadyRecorded ? 'again' : report.outcome}`)}
      </Text>
      {parts.map(({ title, lines }) => (
        <div key={title}>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <ul className="reasons">
            {lines.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
