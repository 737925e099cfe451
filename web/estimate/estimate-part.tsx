import { Button, List, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseEstimate, CaseEstimateView } from '#contract/case-estimate.ts';
import { useCaseEstimate } from '../api/estimate.ts';
import { useCaseView } from '../case/case-context.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { useSay } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { useAmount } from './amount.tsx';
import { LedgerPart } from './ledger-part.tsx';
import { OutlookPart } from './outlook-part.tsx';
import { Questions } from './questions.tsx';
import { StepsTable } from './steps-table.tsx';
import { YearsTable } from './years-table.tsx';
import './estimate.css';

/** What the plan of the case is expected to cost the patient, why, and what would make it more certain. */
export function EstimatePart() {
  const { caseId } = useCaseView();
  const query = useCaseEstimate(caseId);
  const estimate = query.data?.estimate;
  return (
    <>
      <Loaded query={query}>
        {(view) =>
          view.estimate ? <Estimated view={view} estimate={view.estimate} /> : <NothingPriced view={view} />
        }
      </Loaded>
      {/* What was used is known even where nothing can be estimated. */}
      <LedgerPart steps={estimate?.steps ?? []} />
      {estimate && <Basis estimate={estimate} />}
    </>
  );
}

interface Props {
  readonly view: CaseEstimateView;
  readonly estimate: CaseEstimate;
}

function Estimated({ view, estimate }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const { open } = useAction();
  return (
    <>
      <Section
        title={t('web.estimate.title')}
        lead={say({ id: 'estimate.notAPromise', params: {} })}
        actions={
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => open('print', 'estimate')}
          >
            {t('web.estimate.print')}
          </Button>
        }
      >
        <Totals estimate={estimate} />
        <OutlookPart estimate={estimate} />
        <Questions estimate={estimate} />
        <StepsTable steps={estimate.steps} />
        <LeftOut view={view} />
      </Section>
      {estimate.years.length > 1 && <YearsTable years={estimate.years} />}
    </>
  );
}

function Totals({ estimate: { total } }: Pick<Props, 'estimate'>) {
  const { t } = useTranslation();
  const amount = useAmount();
  const figures = [
    ['patient', total.patient],
    ['plans', total.plans],
    ['writeOff', total.writeOff],
    ['fee', { low: total.fee, high: total.fee }],
  ] as const;
  return (
    <dl className="order-figures estimate-totals">
      {figures.map(([name, range]) => (
        <div key={name}>
          <dt>{t(`web.estimate.column.${name}`)}</dt>
          <dd>
            <span className={name === 'patient' ? 'big figures' : 'figures'}>{amount(range)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Steps that no figure speaks of, and the place where what they lack is entered. */
function LeftOut({ view: { leftOut } }: Pick<Props, 'view'>) {
  const { t } = useTranslation();
  const { caseId } = useCaseView();
  if (leftOut.length === 0) return null;
  return (
    <div className="estimate-left-out">
      <Text size="sm" fw={600}>
        {t('web.estimate.leftOut', { count: leftOut.length })}
      </Text>
      <List size="sm">
        {leftOut.map(({ itemId, text, lacks }) => (
          <List.Item key={itemId}>
            <Link
              to="/cases/$caseId/$section"
              params={{ caseId, section: 'plan' }}
              search={{ do: 'record-plan-item', id: itemId }}
            >
              {text}
            </Link>
            : {t(`web.estimate.lacks.${lacks}`)}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

/** Which plan pays first and why, and what the figures take for granted. */
function Basis({ estimate: { order, cautions } }: Pick<Props, 'estimate'>) {
  const { t } = useTranslation();
  const say = useSay();
  if (order.length < 2 && cautions.length === 0) return null;
  return (
    <Section title={t('web.estimate.basis')}>
      {order.length > 1 && (
        <List type="ordered" size="sm" mb="xs">
          {order.map(({ coverageId, plan, because }) => (
            <List.Item key={coverageId}>
              {plan}
              {because && <span>. {say(because)}</span>}
            </List.Item>
          ))}
        </List>
      )}
      <List size="sm">
        {cautions.map(({ said, about }, index) => (
          <List.Item key={index}>
            {say(said)} {about && say(about)}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function NothingPriced({ view }: Pick<Props, 'view'>) {
  const { t } = useTranslation();
  return (
    <Section title={t('web.estimate.title')}>
      <Empty>
        {t(view.leftOut.length === 0 ? 'web.estimate.nothingPlanned' : 'web.estimate.nothingPriced')}
      </Empty>
      <LeftOut view={view} />
    </Section>
  );
}
