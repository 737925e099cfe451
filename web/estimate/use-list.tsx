import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameOf } from '#domain/estimate/plan-of-coverage.ts';
import { useCaseView } from '../case/case-context.tsx';
import { CodeLink } from '../guide/code-link.tsx';
import { useMayRecord } from '../patient/may-record.ts';
import { useFormat } from '../ui/format.ts';
import { useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { Day } from '../ui/when.tsx';

/** The uses that people recorded, one by one, the newest first; each can be corrected or withdrawn with a reason. */
export function UseList() {
  const { t } = useTranslation();
  const word = useWord();
  const { money } = useFormat();
  const { open } = useAction();
  const mayRecord = useMayRecord()('record-benefit-use');
  const { benefitUses, coverages } = useCaseView().patient;
  if (benefitUses.length === 0) return null;
  const nameOfId = (id: string) => {
    const coverage = coverages.find(({ coverageId }) => coverageId === id);
    return coverage && nameOf(coverage);
  };
  return (
    <div className="estimate-left-out">
      <Text size="sm" fw={600}>
        {t('web.ledger.recorded')}
      </Text>
      <ul className="rows">
        {benefitUses.toReversed().map((use) => (
          <li key={use.useId} className="row">
            <div className="row-main">
              <Text>
                {use.office}, {nameOfId(use.coverageId)}: {money(use.pays)},{' '}
                {t(`web.ledger.states.${use.state}`)}
              </Text>
              <Text size="sm" component="div" className="case-facts">
                <Day on={use.date} />
                {use.code !== undefined && <CodeLink code={use.code} />}
                <span>
                  {word('factSource', use.source.kind)}
                  {use.source.reference !== undefined && ` ${use.source.reference}`}
                </span>
                {use.note !== undefined && <span>{use.note}</span>}
              </Text>
            </div>
            {mayRecord && (
              <div className="row-side">
                <Button
                  size="compact-md"
                  variant="default"
                  onClick={() => open('record-benefit-use', use.useId)}
                >
                  {t('web.ledger.correct')}
                  <span className="visually-hidden"> {use.office}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
