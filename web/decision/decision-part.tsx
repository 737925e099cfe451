import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePlanOrder } from '../api/plan-order.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { ReasonForm } from '../case/reason-form.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAction } from '../ui/use-action.ts';
import { DecideForm } from './decide-form.tsx';
import { SheetCard } from './sheet-card.tsx';
import { SheetForm } from './sheet-form.tsx';
import { useBothLanguages } from './use-both-languages.ts';
import './decision.css';
import '../for-patient/for-patient.css';

/** What the patient may choose between, and what was decided. Writing options takes the whole place: they are long. */
export function DecisionPart() {
  const { t } = useTranslation();
  const { action, subject, open, close } = useAction();
  const { caseId, optionSheets } = useCaseView();
  const may = useMay();
  const order = usePlanOrder(caseId);
  const ready = useBothLanguages();
  const chosen = optionSheets.find(({ sheetId }) => sheetId === subject);
  const newest = chosen?.versions.at(-1)?.sheet;
  if (action === 'record-options' && may('record-options'))
    return (
      <Section title={t(newest ? 'web.decision.change' : 'web.decision.add')}>
        <Loaded query={order}>
          {({ kept }) =>
            ready && (
              <SheetForm
                key={subject ?? 'new'}
                sheet={newest}
                keptVisits={kept.at(-1)?.kept.schedule.visits ?? []}
                onDone={close}
              />
            )
          }
        </Loaded>
      </Section>
    );
  return (
    <>
      <Section
        title={t('web.section.decision')}
        lead={
          <>
            {t('web.decision.lead')} {optionSheets.length > 0 && t('web.decision.noLink')}
          </>
        }
        actions={
          may('record-options') && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => open('record-options')}>
              {t('web.decision.add')}
            </Button>
          )
        }
      >
        {optionSheets.length === 0 ? (
          <Empty>{t('web.decision.empty')}</Empty>
        ) : (
          <ul className="rows">
            {optionSheets.map((row) => (
              <SheetCard key={row.sheetId} row={row} />
            ))}
          </ul>
        )}
      </Section>
      {(['record-decision', 'revisit-decision'] as const).map((command) => (
        <Panel
          key={command}
          title={t(`web.decision.${command === 'record-decision' ? 'record' : 'revisit'}`)}
          opened={action === command && chosen !== undefined}
          onClose={close}
        >
          {chosen && <DecideForm command={command} row={chosen} onDone={close} />}
        </Panel>
      ))}
      <Panel
        title={t('web.decision.withdraw')}
        opened={action === 'withdraw-options' && chosen !== undefined}
        onClose={close}
      >
        {chosen && newest && (
          <ReasonForm
            command="withdraw-options"
            about={chosen.sheetId}
            lead={newest.question}
            build={(reason) => ({ sheetId: chosen.sheetId, reason })}
            submitLabel={t('web.decision.withdraw')}
            onDone={close}
          />
        )}
      </Panel>
    </>
  );
}
