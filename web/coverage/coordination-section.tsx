import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isInForce } from '#domain/coverage/coverage-on-day.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { useCaseView } from '../case/case-context.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { Day } from '../ui/when.tsx';
import { CoordinationPanel } from './coordination-panel.tsx';

interface Props {
  readonly serviceDate: CalendarDate;
  readonly actions?: ReactNode;
  /** A field for another day; without it the day is only named. */
  readonly day?: ReactNode;
}

/** D9992 under every coverage of a day of service; shown before it is promised and before it is billed. */
export function CoordinationSection({ serviceDate, actions, day }: Props) {
  const { t } = useTranslation();
  const { patient } = useCaseView();
  const inForce = patient.coverages.filter((coverage) => isInForce(coverage, serviceDate));
  // A coverage that ended is told as an obstacle of its own where there is no other.
  const shown = inForce.length > 0 ? inForce : patient.coverages;
  return (
    <Section title={t('coverage.part.title')} lead={t('coverage.part.lead')} actions={actions}>
      {day ?? (
        <p>
          {t('coverage.part.day')} <Day on={serviceDate} />
        </p>
      )}
      {shown.length === 0 ? (
        <Empty>{t('web.coverage.noAnswer')}</Empty>
      ) : (
        shown.map((coverage) => (
          <CoordinationPanel key={coverage.coverageId} coverage={coverage} serviceDate={serviceDate} />
        ))
      )}
    </Section>
  );
}
