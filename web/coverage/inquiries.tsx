import { Badge, Button, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { EligibilityInquiryView, InquiryState } from '#contract/eligibility.ts';
import type { RefusalView } from '#contract/views.ts';
import { Refused } from '../api/client.ts';
import { useAskThroughGateway, useInquiries } from '../api/eligibility.ts';
import { useFormat } from '../ui/format.ts';
import { RefusalAlert } from '../ui/refusal.tsx';
import { Ago, Day } from '../ui/when.tsx';
import { EligibilityReport } from './eligibility-report.tsx';

interface Props {
  readonly patientId: string;
  readonly coverageId: string;
  readonly payerName: string;
}

/** The payer asked through its gateway, and what became of every inquiry: asked, waiting, answered, what to mend. */
export function Inquiries({ patientId, coverageId, payerName }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { data } = useInquiries(patientId);
  const ask = useAskThroughGateway(patientId, coverageId);
  if (!data) return null;
  const way = data.ways.find((each) => each.coverageId === coverageId);
  const inquiries = data.inquiries.filter((each) => each.coverageId === coverageId);
  return (
    <section aria-label={t('coverage.inquiry.title', { payer: payerName })}>
      {way?.gateway === undefined ? (
        way?.obstacle && (
          <Text size="sm">
            {way.obstacle.what} {way.obstacle.next}
          </Text>
        )
      ) : (
        <Button
          size="compact-md"
          variant="default"
          loading={ask.isPending}
          leftSection={<IconSend size={18} aria-hidden />}
          onClick={() => ask.mutate(today())}
        >
          {t('coverage.inquiry.ask', { gateway: way.gateway })}
          <span className="visually-hidden"> {payerName}</span>
        </Button>
      )}
      {ask.error instanceof Refused && <RefusalAlert refusal={ask.error.refusal} />}
      {inquiries.length > 0 && (
        <ul className="rows" aria-live="polite">
          {inquiries.map((inquiry) => (
            <li key={inquiry.inquiryId} className="row">
              <div className="row-main">
                <Inquiry inquiry={inquiry} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const tones: Record<InquiryState, string> = {
  asked: 'known',
  waiting: 'known',
  answered: 'good',
  refused: 'bad',
};

/** What came instead of an answer is kept for somebody to look at. */
function isSetAside({ code }: RefusalView): boolean {
  return (
    code.startsWith('eligibility/another-') ||
    code === 'eligibility/to-confirm' ||
    code === 'x12/unreadable' ||
    code === 'gateway/no-envelope'
  );
}

function Inquiry({ inquiry }: { readonly inquiry: EligibilityInquiryView }) {
  const { t } = useTranslation();
  const { state, problem, report, coverageId } = inquiry;
  return (
    <>
      <div className="answer">
        <Badge className={`state-badge ${tones[state]}`}>{t(`coverage.inquiry.state.${state}`)}</Badge>
        <Text size="sm" component="span">
          {t('coverage.part.day')} <Day on={inquiry.serviceDate} />, {inquiry.askedBy},{' '}
          <Ago at={inquiry.askedAt} />
        </Text>
      </div>
      {problem && (
        <Text size="sm">
          {problem.what} {problem.why} <strong>{problem.next}</strong>{' '}
          {isSetAside(problem) && (
            <Link to="/practice/$section" params={{ section: 'gateways' }}>
              {t('setAside.title')}
            </Link>
          )}
        </Text>
      )}
      {report && (
        <details className="more" open={state === 'refused'}>
          <summary>{t('coverage.inquiry.report')}</summary>
          <EligibilityReport report={report} coverageId={coverageId} />
        </details>
      )}
    </>
  );
}
