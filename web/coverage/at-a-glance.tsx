import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, PatientView, PlanKnowledgeView } from '#contract/views.ts';
import { isPayerNamed } from '../api/not-given-here.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { useMayRecord } from '../patient/may-record.ts';
import { CodedText } from '../guide/coded-text.tsx';
import { useFormat } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import { useAbout, useSay, useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { Ago, Day } from '../ui/when.tsx';
import { readDraft } from '../ui/use-draft.ts';
import { callDraftKey } from './call-draft.ts';
import { callAddress } from './call-address.ts';
import { LeftBar } from './left-bar.tsx';
import { countStates, rowStates, rowTones } from './plan-rows.ts';
import { useCoordinationWord } from './use-coordination-word.ts';

type Coverage = PatientView['coverages'][number];
type Remaining = PlanKnowledgeView['remaining'][number];

/** In five seconds: what D9992 does, what is left this year, what is known and what not, and when that was last heard. */
export function AtAGlance({ actions }: { readonly actions?: ReactNode }) {
  const { t } = useTranslation();
  const { patient, coordinationCoverage } = useCaseView();
  if (patient.coverages.length === 0) return null;
  return (
    <Section title={t('coverage.glance.title')} actions={actions}>
      {patient.coverages.map((coverage) => (
        <Glance
          key={coverage.coverageId}
          coverage={coverage}
          plan={patient.plans.find(({ coverageId }) => coverageId === coverage.coverageId)}
          answer={coordinationCoverage.find(({ coverageId }) => coverageId === coverage.coverageId)}
        />
      ))}
    </Section>
  );
}

interface GlanceProps {
  readonly coverage: Coverage;
  readonly plan: PlanKnowledgeView | undefined;
  readonly answer: CaseView['coordinationCoverage'][number] | undefined;
}

function Glance({ coverage, plan, answer }: GlanceProps) {
  const { t } = useTranslation();
  const say = useSay();
  const coordination = useCoordinationWord();
  const word = useWord();
  const may = useMay();
  const mayRecord = useMayRecord();
  const named = isPayerNamed(coverage.payerName);
  const { caseId } = useCaseView();
  const { open } = useAction();
  return (
    <section className="glance" aria-label={t('coverage.glance.of', { payer: coverage.payerName })}>
      <div className="glance-head">
        <Text fw={600} component="h3">
          {coverage.payerName}
          <Text span size="sm" c="dimmed">
            {' '}
            {word('priority', coverage.priority)}, {word('coverageKind', coverage.kind).toLowerCase()}
          </Text>
        </Text>
        <Group gap="xs">
          {!named && mayRecord('record-coverage') && (
            <Button onClick={() => open('record-coverage', coverage.coverageId)}>
              {t('web.patient.namePayer')}
            </Button>
          )}
          {may('log-activity') && (
            <Button
              variant={named ? 'filled' : 'default'}
              leftSection={<IconPhone size={18} aria-hidden />}
              onClick={() => open('call', callAddress(coverage.coverageId))}
            >
              {t(
                readDraft(callDraftKey(caseId, coverage.coverageId)) === undefined
                  ? 'call.open'
                  : 'call.continue',
              )}
              <span className="visually-hidden"> {coverage.payerName}</span>
            </Button>
          )}
        </Group>
      </div>
      <dl className="glance-figures">
        <div>
          <dt>
            <CodedText text={t('coverage.glance.coordination')} />
          </dt>
          <dd className="glance-big">{coordination(answer)}</dd>
          {answer?.inTheWay.map(({ words }, index) => (
            <dd key={index} className="glance-note warn-text">
              {say(words)}
            </dd>
          ))}
        </div>
        <Left of="maximum" plan={plan} />
        <Left of="deductible" plan={plan} />
        <div>
          <dt>{t('coverage.glance.known')}</dt>
          <dd>{plan && <Counts plan={plan} />}</dd>
        </div>
        <div>
          <dt>{t('coverage.glance.verified')}</dt>
          <LastVerified plan={plan} />
        </div>
      </dl>
    </section>
  );
}

function Counts({ plan }: { readonly plan: PlanKnowledgeView }) {
  const { t } = useTranslation();
  const counts = countStates(plan);
  const shown = rowStates.filter((state) => counts[state] > 0);
  if (shown.length === 0) return <>{t('coverage.glance.nothing')}</>;
  return (
    <span className="glance-counts">
      {shown.map((state) => (
        <Badge key={state} className={`state-badge ${rowTones[state]}`}>
          {t(`coverage.plan.count.${state}`, { count: counts[state] })}
        </Badge>
      ))}
    </span>
  );
}

/** What the patient has left of the general limit of this year; the limits of single services are in the table. */
function Left({ of, plan }: { readonly of: Remaining['of']; readonly plan: PlanKnowledgeView | undefined }) {
  const { t } = useTranslation();
  const about = useAbout();
  const rows = (plan?.remaining ?? []).filter(
    (row) => row.of === of && row.per === 'individual' && row.current && row.yearFrom !== undefined,
  );
  const row = rows.find((each) => each.isGeneral) ?? rows[0];
  return (
    <div>
      <dt>
        {t(`coverage.glance.left.${of}`)}
        {row && !row.isGeneral && ` (${about(row.about)})`}
      </dt>
      {row ? <LeftAmount row={row} /> : <NotTold of={of} plan={plan} />}
    </div>
  );
}

/** The payer has not said what is left: of which whole, and the least that is used of it by what is recorded here. */
function NotTold({
  of,
  plan,
}: {
  readonly of: Remaining['of'];
  readonly plan: PlanKnowledgeView | undefined;
}) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const limit = plan?.withoutRest.find((each) => each.of === of);
  return (
    <>
      <dd className="not-known">{t('coverage.part.unknown')}</dd>
      {limit && (
        <dd className="glance-note">
          {t('coverage.glance.notTold', { whole: money(limit.whole), used: money(limit.used) })}
        </dd>
      )}
    </>
  );
}

function LeftAmount({ row }: { readonly row: Remaining }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <>
      <dd className="glance-big">
        {money(row.left)}
        {row.whole !== undefined && (
          <Text span size="sm">
            {' '}
            {t('coverage.glance.ofWhole', { amount: money(row.whole) })}
          </Text>
        )}
        {row.whole !== undefined && row.whole > 0 && <LeftBar share={row.left / row.whole} />}
      </dd>
      {row.whole !== undefined && row.left > row.whole && (
        <dd className="glance-note warn-text">{t('coverage.amounts.more-left-than-there-is')}</dd>
      )}
      <dd className="glance-note">
        <Ago at={row.said.learnedAt} />
        {row.yearFrom !== undefined && (
          <>
            , {t('coverage.glance.yearFrom')} <Day on={row.yearFrom} />
          </>
        )}
      </dd>
    </>
  );
}

function LastVerified({ plan }: { readonly plan: PlanKnowledgeView | undefined }) {
  const { t } = useTranslation();
  const word = useWord();
  const said = plan?.lastVerified;
  if (!said) return <dd className="not-known">{t('coverage.plan.neverVerified')}</dd>;
  const { kind, representative } = said.source;
  return (
    <>
      <dd className="glance-big">
        <Ago at={said.learnedAt} />
      </dd>
      <dd className="glance-note">
        {word('factSource', kind)}
        {representative !== undefined && `, ${representative}`}; {t('web.eligibility.goodThrough')}{' '}
        <Day on={said.goodThrough} />
      </dd>
    </>
  );
}
