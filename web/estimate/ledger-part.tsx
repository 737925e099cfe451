import { Button, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EstimatedStep } from '#contract/case-estimate.ts';
import type { CaseLedgerView, LedgerAccountView } from '#contract/case-ledger.ts';
import { useCaseLedger } from '../api/estimate.ts';
import { useCaseView } from '../case/case-context.tsx';
import { CodeLink } from '../guide/code-link.tsx';
import { useMayRecord } from '../patient/may-record.ts';
import { FigureHeads } from './figure-heads.tsx';
import { useFormat } from '../ui/format.ts';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAbout, useSay } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { Day } from '../ui/when.tsx';
import { newUseOf } from './address-of-use.ts';
import { UseForm } from './use-form.tsx';
import { UseList } from './use-list.tsx';

const columns = ['limit', 'paid', 'pending', 'reserved', 'planned', 'left'] as const;

/** One ledger for every office on the case: what each limit has left in each benefit year, and who used it. */
export function LedgerPart({ steps }: { readonly steps: readonly EstimatedStep[] }) {
  const { t } = useTranslation();
  const { action, subject, open, close } = useAction();
  const { caseId, patient } = useCaseView();
  const ledger = useCaseLedger(caseId);
  const corrected = patient.benefitUses.find(({ useId }) => useId === subject);
  const mayRecord = useMayRecord()('record-benefit-use') && patient.coverages.length > 0;
  return (
    <Section
      title={t('web.ledger.title')}
      lead={t('web.ledger.lead')}
      actions={
        mayRecord && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => open('record-benefit-use')}>
            {t('web.ledger.add')}
          </Button>
        )
      }
    >
      <Loaded query={ledger}>
        {({ accounts, frequencies }) => (
          <>
            {accounts.length === 0 ? (
              <Empty>{t('web.ledger.empty')}</Empty>
            ) : (
              <LedgerTable accounts={accounts} />
            )}
            <UseList />
            <Frequencies frequencies={frequencies} />
          </>
        )}
      </Loaded>
      <Panel
        title={t('web.ledger.add')}
        opened={mayRecord && action === 'record-benefit-use'}
        onClose={close}
      >
        <UseForm
          key={subject ?? 'new'}
          steps={steps}
          use={corrected}
          begun={newUseOf(patient.coverages, subject)}
          onDone={close}
        />
      </Panel>
    </Section>
  );
}

/** Limits by benefit year: used, pending, reserved, planned and left. */
export function LedgerTable({
  accounts,
  ofOnePlan = false,
}: {
  readonly accounts: readonly LedgerAccountView[];
  /** Its name stands over the table. */
  readonly ofOnePlan?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Table className="cards-below-sm estimate-steps">
      <FigureHeads columns={columns} say={(column) => t(`web.ledger.column.${column}`)} />
      <Table.Tbody>
        {accounts.map((account, index) => (
          <AccountRow key={index} account={account} ofOnePlan={ofOnePlan} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function AccountRow({
  account,
  ofOnePlan,
}: {
  readonly account: LedgerAccountView;
  readonly ofOnePlan: boolean;
}) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const inWords = useAbout();
  const { plan, kind, of, about, year, limit, over } = account;
  const isTold = useIsTold(account);
  const limitWords = `${t(`web.ledger.kind.${kind}`)} ${money(limit)}`;
  // Who used nothing of this limit says nothing.
  const offices = account.offices.filter(({ paid, pending, reserved }) => paid + pending + reserved > 0);
  return (
    <Table.Tr>
      <Table.Td>
        <div>
          <strong className={ofOnePlan ? 'first-capital' : undefined}>
            {ofOnePlan ? limitWords : `${plan}: ${limitWords}`}
          </strong>
          <Text size="sm" c="dimmed" component="div" className="case-facts">
            <span>{t(`web.ledger.of.${of}`)}</span>
            <span>{inWords(about)}</span>
            <span>
              {year ? (
                <>
                  <Day on={year.from} /> – <Day on={year.through} />
                </>
              ) : (
                t('web.ledger.forLife')
              )}
            </span>
          </Text>
          {!isTold && (
            <Text size="sm" c="dimmed">
              {t('web.ledger.notTold')}
            </Text>
          )}
          {over > 0 && (
            <Text size="sm" className="warn-text">
              {t('web.ledger.over', { amount: money(over) })}
            </Text>
          )}
          {offices.length > 0 && (
            <details>
              <summary>
                {t('web.ledger.uses')}
                <span className="visually-hidden">
                  {' '}
                  {plan} {inWords(about)}
                </span>
              </summary>
              <ul className="estimate-why">
                {offices.map(({ office, paid, pending, reserved, sources }, index) => (
                  <li key={index}>
                    {office ?? t('web.ledger.elsewhere')}: {money(paid + pending + reserved)}
                    {sources.length > 0 && ` (${sources.join('; ')})`}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      </Table.Td>
      {columns.slice(1).map((column) => (
        <Table.Td
          key={column}
          className="number"
          data-money
          data-label={t(`web.ledger.column.${column}`)}
          data-nothing={column !== 'left' && account[column] === 0}
        >
          {column !== 'limit' && money(account[column])}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** Whether the payer said what is left of it; of a year that is not this one nobody expects it. */
function useIsTold({ coverageId, kind, about, of, year }: LedgerAccountView): boolean {
  const { patient } = useCaseView();
  const { today } = useFormat();
  if (year && (year.from > today() || year.through < today())) return true;
  const plan = patient.plans.find((each) => each.coverageId === coverageId);
  return (plan?.remaining ?? []).some(
    (rest) => rest.of === kind && rest.about === about && rest.per === of && rest.current,
  );
}

function Frequencies({ frequencies }: Pick<CaseLedgerView, 'frequencies'>) {
  const { t } = useTranslation();
  const say = useSay();
  if (frequencies.length === 0) return null;
  return (
    <div className="estimate-left-out">
      <Text size="sm" fw={600}>
        {t('web.ledger.frequencies')}
      </Text>
      <ul className="estimate-why">
        {frequencies.map(({ plan, limit, uses }, index) => (
          <li key={index}>
            {plan}: {say(limit)}.{' '}
            {uses.map(({ code, date, state, tooth, area }, nth) => (
              <span key={nth}>
                {nth > 0 && '; '}
                <CodeLink code={code} /> {tooth ?? area ?? ''} <Day on={date} /> (
                {t(`web.ledger.useState.${state}`)})
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
