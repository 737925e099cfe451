import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { EligibilityReport as Report } from '#contract/eligibility.ts';
import { useCaseView } from '../case/case-context.tsx';
import { addressOfUse, type NewUse } from '../estimate/address-of-use.ts';
import { useMayRecord } from '../patient/may-record.ts';
import { useSay } from '../ui/say.ts';
import { Day } from '../ui/when.tsx';

interface Props {
  readonly report: Report;
  readonly coverageId: string;
}

/** What a payer's file said and what became of it. */
export function EligibilityReport({ report, coverageId }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const parts = [
    { title: t('web.eligibility.mend'), lines: report.mend.map((each) => each.map(say).join(' ')) },
    { title: t('web.eligibility.differs'), lines: report.differs.map(say) },
    { title: t('web.eligibility.recorded'), lines: report.says.map(say) },
    {
      title: t('web.eligibility.aside'),
      lines: report.aside.map(({ line, reason, usedOn }) => (
        <>
          {say(line)}: {say(reason)}{' '}
          {usedOn !== undefined && <RecordUse coverageId={coverageId} date={usedOn} />}
        </>
      )),
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

/** Opens the form of a use with what the file told of it. */
function RecordUse({ coverageId, date }: NewUse) {
  const { t } = useTranslation();
  const { caseId } = useCaseView();
  const mayRecord = useMayRecord()('record-benefit-use');
  if (!mayRecord) return null;
  return (
    <Link
      to="/cases/$caseId/$section"
      params={{ caseId, section: 'estimate' }}
      search={{ do: 'record-benefit-use', id: addressOfUse({ coverageId, date }) }}
    >
      {t('web.ledger.add')} (<Day on={date} />)
    </Link>
  );
}
