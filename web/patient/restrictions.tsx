import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { Day } from '../ui/when.tsx';
import { useMayRecord } from './may-record.ts';
import { RestrictionForm } from './restriction-form.tsx';

/** What the practice has agreed not to disclose, and to whom. */
export function Restrictions({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const word = useWord();
  const { action, open, close } = useAction();
  const mayRecord = useMayRecord();
  return (
    <>
      <Section
        title={t('web.restrictions.title')}
        lead={t('web.restrictions.lead')}
        actions={
          mayRecord('agree-restriction') && (
            <Button variant="default" onClick={() => open('agree-restriction')}>
              {t('web.restrictions.add')}
            </Button>
          )
        }
      >
        {patient.restrictions.length === 0 ? (
          <Empty>{t('web.restrictions.empty')}</Empty>
        ) : (
          <ul className="rows">
            {patient.restrictions.map((restriction) => (
              <li key={restriction.restrictionId} className="row">
                <div className="row-main">
                  <Text fw={600}>{word('restrictionKind', restriction.kind)}</Text>
                  <Text size="sm" component="div" className="case-facts">
                    <span>{restriction.recipientName}</span>
                    <Day on={restriction.agreedOn} />
                    <span>{restriction.categories.map((each) => word('category', each)).join(', ')}</span>
                  </Text>
                  {restriction.note !== '' && <Text size="sm">{restriction.note}</Text>}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Panel title={t('web.restrictions.add')} opened={action === 'agree-restriction'} onClose={close}>
        <RestrictionForm patient={patient} onDone={close} />
      </Panel>
    </>
  );
}
