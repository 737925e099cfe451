import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { useMayRecord } from '../patient/may-record.ts';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAction } from '../ui/use-action.ts';
import { AnswerForm } from './answer-form.tsx';
import { PredeterminationCard } from './predetermination-card.tsx';
import { PrepareForm } from './prepare-form.tsx';
import { SendForm } from './send-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

/** What payers were asked before the work of this case, where each question stands, and what they answered. */
export function Predeterminations() {
  const { t } = useTranslation();
  const { action, subject, open, close } = useAction();
  const { caseId, patient } = useCaseView();
  const mayRecord = useMayRecord()('prepare-predetermination');
  const asked = patient.predeterminations.filter((each) => each.caseId === caseId);
  const chosen = asked.find(({ predeterminationId }) => predeterminationId === subject);
  return (
    <Section
      title={t('predetermination.title')}
      lead={t('predetermination.lead')}
      actions={
        mayRecord &&
        patient.coverages.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => open('prepare-predetermination')}
          >
            {t('predetermination.do.prepare')}
          </Button>
        )
      }
    >
      {asked.length === 0 ? (
        <Empty>
          <Text>{t('predetermination.empty')}</Text>
        </Empty>
      ) : (
        asked.map((each) => <PredeterminationCard key={each.predeterminationId} asked={each} />)
      )}
      <Panel
        title={t('predetermination.do.prepare')}
        opened={action === 'prepare-predetermination' && patient.coverages.length > 0}
        onClose={close}
      >
        <PrepareForm onDone={close} />
      </Panel>
      {chosen && (
        <>
          <Panel
            title={t('predetermination.do.send')}
            opened={action === 'send-predetermination'}
            onClose={close}
          >
            <SendForm asked={chosen} onDone={close} />
          </Panel>
          <Panel
            title={t('predetermination.do.answer')}
            opened={action === 'answer-predetermination'}
            onClose={close}
          >
            <AnswerForm asked={chosen} onDone={close} />
          </Panel>
          <Panel
            title={t('predetermination.do.withdraw')}
            opened={action === 'withdraw-predetermination'}
            onClose={close}
          >
            <WithdrawForm asked={chosen} onDone={close} />
          </Panel>
        </>
      )}
    </Section>
  );
}
