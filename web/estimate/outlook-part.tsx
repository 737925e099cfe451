import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseEstimate } from '#contract/case-estimate.ts';
import { goesFurther, reachOf, type Reach } from '#domain/estimate/outlook-words.ts';
import { cents } from '#domain/kernel/money.ts';
import { useFormat } from '../ui/format.ts';
import { useSay } from '../ui/say.ts';
import { useAmount, type Range } from './amount.tsx';

type Wide = CaseEstimate['outlook']['patient'];

/** So many suppositions are read at once; the others are a click away. */
const shown = 3;

/** Beside the figures by what is known: how far what nobody has told may take what the patient pays, thing by thing. */
export function OutlookPart({ estimate: { outlook, total } }: { readonly estimate: CaseEstimate }) {
  const { t } = useTranslation();
  const say = useSay();
  const { money } = useFormat();
  const amount = useAmount();
  if (!goesFurther(outlook.patient, total.patient)) return null;
  const reach = (range: Wide) => say(reachOf(reachInCents(range), inCents(total.patient), money));
  const lines = outlook.supposed.map(({ condition, patient }) =>
    t('estimate.outlook.line', { condition: say(condition), then: reach(patient) }),
  );
  const list = (said: readonly string[]) => (
    <List size="sm">
      {said.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  );
  return (
    <section className="estimate-outlook" aria-labelledby="estimate-outlook">
      <Text id="estimate-outlook" fw={600} component="h3">
        {t('estimate.outlook.known', { amount: amount(total.patient) })}{' '}
        {t('estimate.outlook.may', { reach: reach(outlook.patient) })}
      </Text>
      {list(lines.slice(0, shown))}
      {lines.length > shown && (
        <details className="estimate-others">
          <summary>{t('web.estimate.supposed', { count: lines.length - shown })}</summary>
          {list(lines.slice(shown))}
        </details>
      )}
      {!outlook.complete && <Text size="sm">{t('estimate.outlook.incomplete')}</Text>}
    </section>
  );
}

/** Under the figure of one step. */
export function StepOutlook({ known, outlook }: { readonly known: Range; readonly outlook: Wide }) {
  const { t } = useTranslation();
  const say = useSay();
  const { money } = useFormat();
  if (!goesFurther(outlook, known)) return null;
  return (
    <Text size="sm" c="dimmed" component="div">
      {t('web.estimate.mayBe', { reach: say(reachOf(reachInCents(outlook), inCents(known), money)) })}
    </Text>
  );
}

function inCents({ low, high }: Range) {
  return { low: cents(low), high: cents(high) };
}

function reachInCents({ isOpenBelow, ...range }: Wide): Reach {
  return { ...inCents(range), isOpenBelow };
}
