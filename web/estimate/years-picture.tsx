import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseEstimate } from '#contract/case-estimate.ts';
import { useAmount } from './amount.tsx';
import { CostBar } from './cost-bar.tsx';

type Year = CaseEstimate['years'][number];

/** Full as far as it is sure: what the patient pays, what they or the plans pay, what plans pay. */
function partsOf({ patient, plans }: Year) {
  return [
    ['patient', patient.low],
    ['perhaps', patient.high - patient.low],
    ['plans', plans.low],
  ] as const;
}

/** The years as bars of one scale; the table beside has the numbers, so nobody has to read it. */
export function YearsPicture({ years }: { readonly years: readonly Year[] }) {
  const { t } = useTranslation();
  const amount = useAmount();
  const wholes = years.map((year) => partsOf(year).reduce((sum, [, part]) => sum + part, 0));
  const isRange = years.some(({ patient }) => patient.high > patient.low);
  return (
    <div className={isRange ? 'cost-bars of-ranges' : 'cost-bars'} aria-hidden>
      {years.map((year) => (
        <CostBar
          key={year.from}
          label={year.from.slice(0, 4)}
          parts={partsOf(year)}
          most={Math.max(1, ...wholes)}
          said={amount(year.patient)}
        />
      ))}
      <Text size="sm" c="dimmed" className="cost-key">
        <span className="cost-swatch patient" /> {t('web.estimate.column.patient')}
        {isRange && (
          <>
            <span className="cost-swatch perhaps" /> {t('web.estimate.notYetKnown')}
          </>
        )}
        <span className="cost-swatch plans" /> {t('web.estimate.column.plans')}
      </Text>
    </div>
  );
}
