import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { useMayRecord } from '../patient/may-record.ts';
import { CodeLink } from '../guide/code-link.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { useFormat } from '../ui/format.ts';
import { useWord } from '../ui/say.ts';
import { withdrawalAddress } from './withdrawable.ts';
import { useAction } from '../ui/use-action.ts';
import { Ago, Day } from '../ui/when.tsx';

/** Every benefit fact with its source, its date and how long it is good. */
export function FactsList() {
  const { t } = useTranslation();
  const word = useWord();
  const format = useFormat();
  const { open } = useAction();
  const mayRecord = useMayRecord();
  const { patient } = useCaseView();
  const replaced = new Set(patient.benefitFacts.map(({ replaces }) => replaces));
  const payerOf = (id: string) =>
    patient.coverages.find(({ coverageId }) => coverageId === id)?.payerName ?? '';
  return (
    <Section title={t('web.coverage.facts')} lead={t('web.coverage.factsLead')}>
      {patient.benefitFacts.length === 0 ? (
        <Empty>{t('web.coverage.noFacts')}</Empty>
      ) : (
        <ul className="rows">
          {patient.benefitFacts.toReversed().map((fact) => (
            <li key={fact.factId} className="row">
              <div className="row-main">
                <Text fw={600}>
                  {payerOf(fact.coverageId)} · <CodeLink code={fact.code} />:{' '}
                  {word('coverageStatus', fact.status)}
                  {fact.allowed !== undefined && `, ${format.money(fact.allowed)}`}
                </Text>
                <Text size="sm" component="div" className="case-facts">
                  <span>{word('factSource', fact.source.kind)}</span>
                  {fact.source.representative !== undefined && (
                    <span>{t('web.coverage.representative', { name: fact.source.representative })}</span>
                  )}
                  {fact.source.reference !== undefined && (
                    <span>{t('web.coverage.reference', { number: fact.source.reference })}</span>
                  )}
                  <Ago at={fact.learnedAt} />
                  {fact.goodThrough !== undefined && (
                    <span>
                      {t('web.coverage.goodThrough')} <Day on={fact.goodThrough} relative />
                    </span>
                  )}
                  {replaced.has(fact.factId) && <span>{t('web.coverage.replaced')}</span>}
                </Text>
                {fact.source.note !== undefined && <Text size="sm">{fact.source.note}</Text>}
              </div>
              {mayRecord('record-benefit-fact') && !replaced.has(fact.factId) && (
                <div className="row-side">
                  <Button
                    size="compact-md"
                    variant="default"
                    onClick={() => open('record-benefit-fact', fact.factId)}
                  >
                    {t('web.coverage.replace')}
                  </Button>
                  <Button
                    size="compact-md"
                    variant="subtle"
                    onClick={() => open('withdraw-benefit', withdrawalAddress(fact.factId))}
                  >
                    {t('withdraw.open')}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
