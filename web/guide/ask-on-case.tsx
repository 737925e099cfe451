import { Badge, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/views.ts';
import { useCaseView } from '../case/case-context.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { Ago } from '../ui/when.tsx';
import { AnswerText } from './ask-answer.tsx';
import { AskBox } from './ask-box.tsx';

/** Questions about this case: what the record answers, and all that was asked before. */
export function AskOnCase() {
  const { t } = useTranslation();
  const { caseId, inquiries, actions } = useCaseView();
  return (
    <>
      <Section title={t('web.section.questions')} lead={t('web.ask.leadOnCase')}>
        {actions.includes('ask-assistant') ? (
          <AskBox
            key={caseId}
            caseId={caseId}
            examples={[t('web.ask.example.ready'), t('web.ask.example.code'), t('web.ask.example.consent')]}
          />
        ) : (
          <Empty>{t('web.ask.notYours')}</Empty>
        )}
      </Section>
      <Section title={t('web.ask.history')} lead={t('web.ask.historyLead')}>
        {inquiries.length === 0 ? (
          <Empty>{t('web.ask.noHistory')}</Empty>
        ) : (
          <ol className="ask-history">
            {inquiries.toReversed().map((inquiry) => (
              <PastInquiry key={inquiry.position} asked={inquiry} />
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}

function PastInquiry({ asked }: { readonly asked: CaseView['inquiries'][number] }) {
  const { t } = useTranslation();
  const { caseId } = useCaseView();
  const { inquiry, who, occurredAt, position } = asked;
  return (
    <li>
      <details className="more">
        <summary>{inquiry.question === '' ? t('web.ask.nothingTyped') : inquiry.question}</summary>
        <AnswerText text={inquiry.answer} />
        <Text size="sm" c="dimmed">
          {t('web.ask.cited', { count: inquiry.cited.length })}
        </Text>
      </details>
      <Text size="sm" component="div" className="case-facts">
        <Badge component="span" className="state-badge known">
          {t(`web.ask.status.${inquiry.status}`)}
        </Badge>
        <span>{who.name}</span>
        <Ago at={occurredAt} />
        <Link
          to="/cases/$caseId/$section"
          params={{ caseId, section: 'timeline' }}
          search={{ id: String(position) }}
        >
          {t('web.place.case', { position })}
        </Link>
      </Text>
    </li>
  );
}
