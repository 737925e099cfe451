import { Button, List, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Places } from '../case/places.tsx';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { ReasonForm } from '../case/reason-form.tsx';
import { ConditionsAndNeeds } from '../patient/conditions-and-needs.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useSay, useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { FactorForm } from './factor-form.tsx';

/** Why this care is complex enough to need a coordinator, each reason with what shows it. */
export function NecessityPart() {
  const { t } = useTranslation();
  const { action, subject, open, close } = useAction();
  const view = useCaseView();
  const may = useMay();
  const chosen = view.factors.find(({ factor }) => factor.factorId === subject)?.factor;
  return (
    <>
      <Section
        title={t('web.section.necessity')}
        lead={t('web.necessity.lead')}
        actions={
          may('record-factor') && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => open('record-factor')}>
              {t('web.necessity.add')}
            </Button>
          )
        }
      >
        <Factors />
      </Section>
      <Statement />
      <ConditionsAndNeeds patient={view.patient} />
      <Panel
        title={t(chosen ? 'web.necessity.change' : 'web.necessity.add')}
        opened={action === 'record-factor'}
        onClose={close}
      >
        <FactorForm key={chosen?.factorId ?? 'new'} factor={chosen} onDone={close} />
      </Panel>
      <Panel
        title={t('web.necessity.withdraw')}
        opened={action === 'withdraw-factor' && !!chosen}
        onClose={close}
      >
        {chosen && (
          <ReasonForm
            command="withdraw-factor"
            about={chosen.factorId}
            lead={chosen.text}
            build={(reason) => ({ factorId: chosen.factorId, reason })}
            submitLabel={t('web.necessity.withdraw')}
            onDone={close}
          />
        )}
      </Panel>
    </>
  );
}

function Factors() {
  const { t } = useTranslation();
  const word = useWord();
  const say = useSay();
  const may = useMay();
  const { open } = useAction();
  const { factors, necessityMissing } = useCaseView();
  return (
    <>
      {necessityMissing.length > 0 && (
        <ul className="gaps">
          {necessityMissing.map((missing, index) => (
            <li key={index}>{say(missing)}</li>
          ))}
        </ul>
      )}
      {factors.length === 0 ? (
        <Empty>{t('web.necessity.empty')}</Empty>
      ) : (
        <ul className="rows">
          {factors.map(({ factor }) => (
            <li key={factor.factorId} className="row">
              <div className="row-main">
                <Text size="sm" fw={600}>
                  {word('factorKind', factor.kind)}
                </Text>
                <Text>{factor.text}</Text>
                <Text size="sm" c="dimmed">
                  {factor.evidence.length === 0
                    ? t('web.necessity.noEvidence')
                    : t('web.necessity.shownBy', {
                        evidence: factor.evidence.map(({ label }) => label).join('; '),
                      })}
                </Text>
              </div>
              {may('record-factor') && (
                <div className="row-side">
                  <Button
                    size="compact-md"
                    variant="default"
                    onClick={() => open('record-factor', factor.factorId)}
                  >
                    {t('web.form.change')}
                    <span className="visually-hidden"> {factor.text}</span>
                  </Button>
                  <Button
                    size="compact-md"
                    variant="default"
                    onClick={() => open('withdraw-factor', factor.factorId)}
                  >
                    {t('web.necessity.withdrawShort')}
                    <span className="visually-hidden"> {factor.text}</span>
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The statement that goes with the claim: every sentence with its evidence. */
function Statement() {
  const { t } = useTranslation();
  const { necessityStatement } = useCaseView();
  return (
    <Section title={t('web.necessity.statement')} lead={t('web.necessity.statementLead')}>
      {necessityStatement.length === 0 ? (
        <Empty>{t('web.necessity.noStatement')}</Empty>
      ) : (
        <List spacing={4}>
          {necessityStatement.map(({ text, evidence }) => (
            <List.Item key={text}>
              {text}{' '}
              <Text component="span" size="sm" c="dimmed">
                <Places places={evidence} />
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}
